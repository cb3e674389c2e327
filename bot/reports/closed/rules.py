"""One line of a closed month, as it was kept."""

from collections.abc import Mapping
from typing import Any

from bot.ground.frozen import Frozen
from bot.reports.figures import Figures
from bot.reports.file_rules import Exceptions


class FrozenLine(Frozen):
    """The whole or a team, by the name it had and rounded as then ('': not kept). ``open`` None: nor was that."""

    figures: Figures
    name: str
    rounding: str
    closed_at: int
    open: Exceptions | None


def exceptions_from(kept: Mapping[str, Any]) -> Exceptions | None:
    open_then = kept.get("open")
    return Exceptions(**open_then) if open_then is not None else None

"""What was served, in numbers: added up from sums, and as the tally of a closed month keeps them."""

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal

from bot.ground.frozen import Frozen

FULL_TIME_MINUTES = 260 * 8 * 60  # of a year: 260 days of 8 hours
YEAR_DAYS = 365


class Figures(Frozen):
    """Of a team or of the whole. Minutes are verified; `other_minutes` are of a nature that does not count."""

    volunteers: int = 0
    attendances: int = 0
    minutes: int = 0
    other_minutes: int = 0
    helped: int = 0
    came: int = 0  # at roll-calls
    no_shows: int = 0
    new_people: int = 0
    adjusted: int = 0  # minutes among these that belong to days of months closed before
    adjusted_helped: int = 0  # people helped and no-shows among these, put right of roll-calls of such months
    adjusted_no_shows: int = 0
    kinds: tuple[tuple[str, int], ...] = ()  # counted minutes by kind, most first

    @property
    def missed_percent(self) -> int | None:
        """The share who did not come, in whole per cent; None where no roll was taken, or no more than taken back."""
        expected, missed = self.came + self.no_shows, max(self.no_shows, 0)
        return (missed * 200 + expected) // (expected * 2) if expected > 0 else None


class TeamFigures(Frozen):
    team_id: int  # 0: without a team
    name: str
    figures: Figures


class PersonHours(Frozen):
    """`person_id` None: heads without names."""

    person_id: int | None
    name: str
    minutes: int
    attendances: int


class Sum(Frozen):
    """Minutes and attendances of one team, kind and nature."""

    team_id: int
    kind: str
    nature: str
    minutes: int
    attendances: int


def figures_of(sums: Iterable[Sum], natures: frozenset[str]) -> Figures:
    """Minutes, attendances and kinds; the rest is added by ``replace``."""
    kinds: dict[str, int] = {}
    attendances = other = 0
    for part in sums:
        if part.nature in natures:
            kinds[part.kind] = kinds.get(part.kind, 0) + part.minutes
            attendances += part.attendances
        else:
            other += part.minutes
    ordered = sorted(((kind, minutes) for kind, minutes in kinds.items() if minutes), key=lambda pair: (-pair[1], pair))
    return Figures(attendances=attendances, minutes=sum(kinds.values()), other_minutes=other, kinds=tuple(ordered))


def full_time(minutes: int, days: int) -> Decimal:
    """Full-time equivalents over so many days: hours ÷ (260 days × 8 h), pro rata; two decimals."""
    exact = Decimal(minutes) * YEAR_DAYS / (Decimal(FULL_TIME_MINUTES) * days)
    return exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


def figures_to_json(figures: Figures) -> dict[str, object]:
    """As the tally of a closed month keeps them."""
    return {
        "volunteers": figures.volunteers,
        "attendances": figures.attendances,
        "minutes": figures.minutes,
        "other_minutes": figures.other_minutes,
        "helped": figures.helped,
        "came": figures.came,
        "no_shows": figures.no_shows,
        "new_people": figures.new_people,
        "adjusted": figures.adjusted,
        "adjusted_helped": figures.adjusted_helped,
        "adjusted_no_shows": figures.adjusted_no_shows,
        "kinds": [list(pair) for pair in figures.kinds],
    }


BESIDE = ("kinds", "name", "open", "rounding")
"""What a tally keeps besides numbers: `name` and `rounding` of then, and what was `open` when it was closed."""


def figures_from_json(kept: Mapping[str, object]) -> Figures:
    """Of the tally of a closed month."""
    pairs = kept["kinds"]
    numbers = {name: value for name, value in kept.items() if name not in BESIDE}
    return Figures(**numbers, kinds=tuple((kind, minutes) for kind, minutes in pairs))  # type: ignore[arg-type,attr-defined]  # written by to_json

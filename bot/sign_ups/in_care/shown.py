"""What whoever reads for several people sees of them in one shift."""

from bot.activities.rules import Shift
from bot.ground.frozen import Frozen
from bot.sign_ups.groups.rules import GroupPlace
from bot.sign_ups.rules import Listed
from bot.sign_ups.shown import SignUpLook


class InCare(Frozen, kw_only=True):
    """`listed` have a place, and their reader answers for them; `group`: on whose places all of them sit, if any.

    `busy`: who is down for something else then, and so does not get the yes.
    """

    shift: Shift
    listed: tuple[Listed, ...]
    now: int
    group: GroupPlace | None = None
    weather: str = ""
    weather_hours: int = 0
    busy: tuple[str, ...] = ()

    @property
    def hours(self) -> dict[str, int]:
        return {"starts_at": self.shift.starts_at, "ends_at": self.shift.ends_at}


class Places(Frozen, kw_only=True):
    """Each a place that is free for one of them, or theirs by now. `gone`: what was pressed came too late."""

    shift: Shift
    looks: tuple[SignUpLook, ...]
    now: int
    gone: bool = False

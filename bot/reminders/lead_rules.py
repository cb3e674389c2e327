"""What a lead reads about a coming shift before it begins; the words for it are its notices'."""

from bot.activities.rules import Shift
from bot.ground.frozen import Frozen
from bot.sign_ups.rules import Counts, Gone


class ShiftList(Frozen, kw_only=True):
    """`yes` have said that they come (each a name and the minutes they will be late, 0: on time), `silent` were asked
    and have not, `signed` were not asked yet; `unreached` could not be, and must be phoned (each a name, and whether
    they are on Telegram: then they have blocked the bot).
    """

    shift: Shift
    yes: tuple[tuple[str, int], ...]
    silent: tuple[str, ...]
    signed: tuple[str, ...] = ()
    unreached: tuple[tuple[str, bool], ...] = ()
    gone: tuple[Gone, ...] = ()
    counts: Counts


class LeadList(Frozen):
    """Everything of one lead on one day, in order of time, as of `now`."""

    lists: tuple[ShiftList, ...]
    now: int


class Change(Frozen):
    """`what`: "withdrew", "joined" or "late" (by `minutes`, 0: not said)."""

    name: str
    what: str
    minutes: int = 0


class LeadChanges(Frozen, kw_only=True):
    shift: Shift
    changes: tuple[Change, ...]
    counts: Counts


class TooFew(Frozen, kw_only=True):
    """`waiting`: people on other waiting lists who could be asked."""

    shift: Shift
    counts: Counts
    waiting: int
    now: int

    @property
    def missing(self) -> int:
        return (self.shift.minimum or 0) - self.counts.coming

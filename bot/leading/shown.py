"""What notices about activities say, as of the moment they leave."""

from bot.activities.rules import Activity, Shift
from bot.ground.frozen import Frozen
from bot.sign_ups.shown import Offered, ShiftCard


class Call(Frozen):
    """An announcement to one person: the card of the only shift, or the shifts to choose from."""

    card: ShiftCard | None
    shifts: tuple[Shift, ...]


class Gathered(Frozen):
    """Several announcements in one message; `card` where it is but one shift after all."""

    offers: tuple[Offered, ...]
    card: ShiftCard | None


class WordTo(Frozen):
    """Words to one person, to be copied: who wrote them, and whom they are for where the reader is somebody else."""

    by: str
    name: str | None
    chat_id: int
    message_id: int


class Whose(Frozen):
    """Whom news are about. `own`: the reader's own place; `names`: those they read for; `groups`: teams and places."""

    own: bool = True
    names: tuple[str, ...] = ()
    groups: tuple[tuple[str, int], ...] = ()

    @property
    def others(self) -> bool:
        """Somebody else than the reader."""
        return bool(self.names or self.groups)


class News(Frozen):
    """Something about an activity as a whole; `shifts` are those that it concerns."""

    activity: Activity
    shifts: tuple[Shift, ...]
    now: int
    who: str = ""  # who did it
    begun: bool = False  # the reader, or somebody they read for, is expected in it or there
    there: bool = False  # and was marked as being there
    whose: Whose = Whose()

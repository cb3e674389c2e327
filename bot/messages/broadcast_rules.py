"""One message to many: an activity announced, or words somebody wrote. Its outbox rows are its progress."""

from enum import StrEnum

from bot.ground.frozen import Frozen
from bot.ground.refusals import NotFound, WrongState

TEXT_LIMIT = 3000  # code points: room for the lines around it in one message


class BroadcastState(StrEnum):
    DRAFT = "draft"
    SENDING = "sending"
    STOPPED = "stopped"
    DONE = "done"


STEPS = {
    BroadcastState.DRAFT: frozenset({BroadcastState.SENDING}),
    BroadcastState.SENDING: frozenset({BroadcastState.STOPPED, BroadcastState.DONE}),
    BroadcastState.STOPPED: frozenset[BroadcastState](),
    BroadcastState.DONE: frozenset[BroadcastState](),
}


def check_broadcast_step(state: BroadcastState, wanted: BroadcastState) -> None:
    """Raises WrongState unless a message to many may go from one of these states to the other."""
    if wanted not in STEPS[state]:
        raise WrongState(state=state, wanted=wanted)


KINDS = {"t": "team", "s": "station", "a": "activity"}


def audience_of(code: str) -> str:
    """'team:3' of t3. Raises NotFound for what no button says."""
    kind, number = KINDS.get(code[:1]), code[1:]
    if kind is None or not (number.isascii() and number.isdigit() and len(number) < 16):
        raise NotFound
    return f"{kind}:{number}"


class Broadcast(Frozen):
    """`audience` is 'team:3', 'station:4', 'activity:17' (who takes part) or 'offer:17' (an announcement)."""

    id: int
    author_id: int
    audience: str
    text: str
    state: BroadcastState
    people: int  # for whom it left
    gathered: int  # of these, who read of it later together with other activities
    unreachable: int  # of the audience, who had no Telegram when it began
    created_at: int
    confirmed_at: int | None
    next_team: int | None = None  # where queueing goes on
    next_person: int | None = None

    @property
    def queueing(self) -> bool:
        """There are more for whom it is to leave."""
        return self.state is BroadcastState.SENDING and self.next_person is not None

    @property
    def subject(self) -> str:
        return f"broadcast:{self.id}"

    @property
    def code(self) -> str:
        """As in a button: t3, s4, a17."""
        return f"{self.kind[0]}{self.target_id}"

    @property
    def kind(self) -> str:
        """team, station, activity or offer."""
        return self.audience.partition(":")[0]

    @property
    def target_id(self) -> int:
        return int(self.audience.partition(":")[2])

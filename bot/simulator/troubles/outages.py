"""An hour of Telegram's trouble: never one kind for long. Its turns are drawn once, so the same seed is the same hour.

Over HTTP a turn of `refused` cuts the connections there are, with the first call that comes; then nobody listens.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from bot.simulator.troubles.struck import BAD_GATEWAY, DEEP, GARBLED, PAGE, Fault

KINDS = ("502", "page", "hang", "reset", "refused", "cut")
TURN_SECONDS = (5, 60)
_ANSWERS = {
    "502": (502, BAD_GATEWAY.encode(), "text/html"),
    "page": (200, PAGE.encode(), "text/html"),
    "garbled": (200, GARBLED, "application/json"),
    "deep": (200, DEEP, "application/json"),
}
_NAMES = {"502": "html", "garbled": "raw", "deep": "raw"}


@dataclass(frozen=True, slots=True)
class Turn:
    """One kind of trouble from `starts` until `ends`, by the simulator's clock."""

    kind: str
    starts: float
    ends: float


@dataclass(slots=True, eq=False)
class Outage:
    """Turns one after the other; after the last it hits nothing."""

    clock: Callable[[], float]
    turns: tuple[Turn, ...]
    delivers: float
    chance: Random
    spared: frozenset[str] = frozenset()
    hits: int = 0
    kind: str = "outage"
    _faults: dict[Turn, Fault] = field(default_factory=dict)

    @classmethod
    def drawn(
        cls,
        clock: Callable[[], float],
        seconds: float,
        kinds: Sequence[str],
        delivers: float,
        chance: Random,
        spared: frozenset[str] = frozenset(),
    ) -> "Outage":
        """One that begins now. LookupError for a kind that there is not."""
        strange = set(kinds) - _ANSWERS.keys() - set(KINDS)
        if strange:
            raise LookupError(f"no such trouble: {sorted(strange)}")
        return cls(clock, tuple(_turns(clock(), seconds, kinds, chance)), delivers, chance, spared)

    @property
    def turn(self) -> Turn | None:
        """Whose turn it is now."""
        now = self.clock()
        place = bisect_right(self.turns, now, key=_begin) - 1
        return self.turns[place] if place >= 0 and now < self.turns[place].ends else None

    @property
    def spent(self) -> bool:
        """Whether it is over."""
        return self.clock() >= self.turns[-1].ends if self.turns else True

    def matches(self, method: str, chat: int | None) -> bool:
        """Whether this call is hit."""
        return method not in self.spared and self.turn is not None

    def strike(self) -> Fault | None:
        """What hits a call now."""
        turn = self.turn
        if turn is None:
            return None
        self.hits += 1
        if turn not in self._faults:
            self._faults[turn] = self._fault(turn)
        return self._faults[turn].strike()

    def _fault(self, turn: Turn) -> Fault:
        status, body, content_type = _ANSWERS.get(turn.kind, (0, b"", ""))
        return Fault(
            _NAMES.get(turn.kind, turn.kind),
            status=status,
            body=body,
            content_type=content_type,
            delivers=0 if turn.kind == "refused" else self.delivers,
            chance=self.chance,
            until=turn.ends,
        )


def _begin(turn: Turn) -> float:
    return turn.starts


def _turns(now: float, seconds: float, kinds: Sequence[str], chance: Random) -> Iterator[Turn]:
    """Every kind once before any comes again, in another order each round."""
    ends = now + seconds
    while now < ends:
        for kind in chance.sample(list(kinds), len(kinds)):
            if now >= ends:
                return
            until = min(ends, now + chance.randint(*TURN_SECONDS))
            yield Turn(kind, now, until)
            now = until

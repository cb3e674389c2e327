"""One kind of trouble, and what it does to a call: nothing (`slow`), a refusal instead of it, or an answer that is lost
or makes no sense. Only the last leaves open whether the call took effect."""

from dataclasses import dataclass, field
from random import Random

from bot.simulator.errors import ApiError

BAD_GATEWAY = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>\r\n"
PAGE = "<html><body>Welcome to our network. Please sign in.</body></html>"
GARBLED = b'{"ok":true,"result":{"message_id":1,"text":"\xc3\x28\xff"}}'
_DEPTH = 10_000
DEEP = b'{"ok":true,"result":' + b"[" * _DEPTH + b"]" * _DEPTH + b"}"


@dataclass(slots=True, eq=False)
class Fault:
    """One order: what goes wrong, for which method and chat (None: all), how many calls more (None: until cleared)."""

    kind: str
    method: str | None = None
    spared: frozenset[str] = frozenset()  # in lower case
    chat: int | None = None
    times: int | None = None
    error: ApiError | None = None
    seconds: float = 0.0
    status: int = 0
    body: bytes = b""
    content_type: str = "text/html"
    delivers: float = 0.0
    chance: Random = field(default_factory=lambda: Random(0))
    until: float = 0.0  # of a refused connection: when it is accepted again, by the simulator's clock
    hits: int = 0

    def matches(self, method: str, chat: int | None) -> bool:
        """Whether this call is meant."""
        if method in self.spared or self.chat not in (None, chat):
            return False
        return self.method is None or self.method.lower() == method

    def strike(self) -> "Fault":
        """Count a call that it hits."""
        self.hits += 1
        if self.times is not None:
            self.times -= 1
        return self

    @property
    def spent(self) -> bool:
        """Whether it hits nothing any more."""
        return self.times is not None and self.times <= 0

    def takes_effect(self) -> bool:
        """Draw whether the call that it hits now happens all the same."""
        return self.delivers >= 1 or (self.delivers > 0 and self.chance.random() < self.delivers)

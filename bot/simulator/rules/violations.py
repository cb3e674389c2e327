"""What the bot did that no client should do. Telegram would forgive most of it, so nothing is refused here: it is
written down, and the tests fail on it at their end."""

from collections import Counter
from collections.abc import Iterable


class Violations(Counter[str]):
    """Each line once, with how often it happened."""

    def note(self, lines: Iterable[str]) -> None:
        """These happened once more."""
        self.update(lines)

    def __str__(self) -> str:
        return "\n".join(f"{count} × {line}" for line, count in sorted(self.items()))

"""What must hold after each day and at the end."""

from dataclasses import dataclass
from pathlib import Path

from tests.simulation.agency import Agency
from tests.simulation.world import World


@dataclass(frozen=True, slots=True)
class Finding:
    invariant: str
    words: str


class Watch:
    def __init__(self, world: World, agency: Agency, path: Path) -> None:
        self.world = world
        self.agency = agency
        self.path = path

    def look(self, *, at_end: bool = False) -> list[Finding]:
        return [Finding("no error is logged", words) for words in self.world.journal.errors[:3]]

    def books(self) -> list[str]:
        return []

"""What a run is made from: a number, and how much of everything. A smaller plan of the same seed is the same people."""

from dataclasses import dataclass, field

FAULTS = frozenset(
    {"calls", "outages", "limits", "pollers", "database", "kills", "clock", "updates", "values", "files", "groups"}
)
"""What may go wrong, each kind drawn by the seed: a failing run is made smaller by leaving kinds away."""


@dataclass(frozen=True, slots=True)
class Plan:
    """`pace`: how often people look at their phones; 1 is about six times a day."""

    seed: int
    days: int = 10
    people: int = 24
    pace: float = 1.0
    faults: frozenset[str] = field(default=FAULTS)
    patient: bool = False  # goes on after a finding, to the last day

    def __str__(self) -> str:
        faults = ",".join(sorted(self.faults)) or "none"
        return f"SEED={self.seed} DAYS={self.days} PEOPLE={self.people} PACE={self.pace:g} FAULTS={faults}"

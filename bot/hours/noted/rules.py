"""The fingerprint of a line of the books: over all that it says and that never changes again. Words are not in it:
they go when their person does."""

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Any, Protocol

from bot.hours.rules import ServiceRecord

BOOKED = "hours_booked"
"""The act under which a line is noted, about ``record:5``."""
SAID = (
    "id", "person_id", "team_id", "station_id", "activity_id", "shift_id", "kind", "nature", "day", "month",
    "starts_at", "ends_at", "minutes", "heads", "source", "verified_by", "verified_at", "reverses_id", "replaces_id",
)  # fmt: skip


class Line(Protocol):
    """A row of the books."""

    def __getitem__(self, name: str, /) -> Any: ...


def fingerprint(line: Line) -> str:
    return print_of([line[part] for part in SAID])


def print_of(said: Sequence[object]) -> str:
    return sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def fingerprint_of(record: ServiceRecord) -> str:
    """Of a record as it has just been booked."""
    entry = record.entry
    return fingerprint({
        "id": record.id, "person_id": entry.person_id, "team_id": entry.team_id, "station_id": entry.station_id,
        "activity_id": entry.activity_id, "shift_id": entry.shift_id, "kind": entry.kind,
        "nature": entry.nature.value, "day": record.day.isoformat(), "month": record.month,
        "starts_at": entry.starts_at, "ends_at": entry.ends_at, "minutes": entry.minutes, "heads": entry.heads,
        "source": entry.source.value, "verified_by": record.verified_by, "verified_at": record.verified_at,
        "reverses_id": record.reverses_id, "replaces_id": record.replaces_id,
    })  # fmt: skip

"""Records as people look at them. A page to verify carries a seal: it changes with anything that stands on it."""

from collections.abc import Sequence
from zlib import crc32

from bot.ground.frozen import Frozen
from bot.ground.refusals import Refusal
from bot.ground.times import Span
from bot.hours.rules import Entry, ServiceRecord, Standing


class OwnHours(Frozen):
    """Minutes; `all`, `month`, `year` and `kinds` are verified and of a nature that counts."""

    all: int
    month: int
    year: int
    waiting: int
    waiting_records: int
    returned_records: int
    other: int  # verified, of a nature that does not count
    kinds: tuple[tuple[str, int], ...]
    scheme: str
    standing: Standing
    rounding: str


class RecordPage(Frozen):
    records: tuple[ServiceRecord, ...]
    page: int
    more: bool


class WaitingPage(Frozen):
    """What waits for a viewer; ``after`` is the id before the page."""

    records: tuple[ServiceRecord, ...]
    after: int
    more: bool
    total: int

    @property
    def seal(self) -> str:
        return seal(self.records)


class Credited(Frozen):
    """What became of one of many: a record (verified, or waiting and why), or why there is none."""

    entry: Entry
    record: ServiceRecord | None
    refusal: Refusal | None = None


def seal(records: Sequence[ServiceRecord]) -> str:
    return f"{crc32(repr([(one.id, one.entered_at, one.entry.minutes) for one in records]).encode()):08x}"


class ReportLook(Frozen):
    """A report before it is sent; ``person`` '' for the own."""

    person: str
    span: Span
    zone: str
    kind: str  # of service, or training or preparation; '' is what the activity was
    activity: str
    note: str

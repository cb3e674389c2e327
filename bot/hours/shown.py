"""Records as people look at them. A page to verify carries a seal: it changes with anything that stands on it."""

from datetime import date

from bot.ground.frozen import Frozen
from bot.ground.refusals import Refusal
from bot.ground.times import Span
from bot.hours.rules import Entry, ServiceRecord, Standing, seal_of_records


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


class Correction(Frozen):
    """On a day of the station, from so many minutes to so many; to 0 where it was taken back."""

    on: date
    before: int
    after: int
    reason: str


class Answer(Frozen):
    """A record as it stands: its source and note are those of the first that it was made from."""

    record: ServiceRecord
    corrections: tuple[Correction, ...] = ()


class Booked(Frozen):
    """The lines of the books behind an answer, the oldest first; ``first`` is what was recorded then."""

    answer: Answer
    first: ServiceRecord
    lines: tuple[ServiceRecord, ...]


class RecordPage(Frozen):
    records: tuple[Answer, ...]
    page: int
    more: bool
    pages: int | None


class InCareHours(Frozen):
    """Sums of somebody without Telegram, as whoever looks after them reads these."""

    person_id: int
    name: str
    hours: OwnHours


class CarePage(Frozen):
    people: tuple[InCareHours, ...]
    page: int
    more: bool
    pages: int | None


class WaitingPage(Frozen):
    """What waits for a viewer; ``after`` is the id before the page.

    ``higher``: the first of what waits for somebody with a higher role instead, ``higher_total`` in all.
    """

    records: tuple[ServiceRecord, ...]
    after: int
    more: bool
    total: int
    higher: tuple[ServiceRecord, ...] = ()
    higher_total: int = 0

    @property
    def seal(self) -> str:
        return seal_of_records(self.records)


class Credited(Frozen):
    """What became of one of many: a record (verified, or waiting and why), or why there is none."""

    entry: Entry
    record: ServiceRecord | None
    refusal: Refusal | None = None


class ReportLook(Frozen):
    """A report before it is sent; ``person`` '' for the own."""

    person: str
    span: Span
    zone: str
    kind: str  # of service, or training or preparation; '' is what the activity was
    activity: str
    note: str

"""Why typed input is not taken: the text is kept as typed (cleaned and cut) so that it can be shown again."""

from datetime import date

from bot.ground.refusals.base import Refusal


class EmptyText(Refusal):
    """Nothing is left after cleaning."""

    field: str


class TextTooLong(Refusal):
    """More than `limit` code points."""

    field: str
    length: int
    limit: int


class OneNameOnly(Refusal):
    """Several lines where one name belongs."""


class NotAName(Refusal):
    """What somebody says of their own coming, where a name belongs."""


class NumberInName(Refusal):
    """A phone number inside a name."""


class BadDate(Refusal):
    """Not a date that we can read, or none that exists."""

    text: str


class AmbiguousDate(Refusal):
    """Two days could be meant."""

    text: str
    first: date
    second: date


class BadTime(Refusal):
    """Not a time of day that we can read."""

    text: str


class AmbiguousTime(Refusal):
    """Could be morning or afternoon; both readings as 'HH:MM'."""

    text: str
    morning: str
    afternoon: str


class BadSpan(Refusal):
    """Not a span of two times that we can read."""

    text: str


class NoSuchHour(BadTime, BadSpan):
    """An hour that no day has."""

    hour: int


class BadHours(Refusal):
    """Not a duration of whole minutes that we can read."""

    text: str


class BadPeriod(Refusal):
    """Not a period that we can read."""

    text: str


class BadNumber(Refusal):
    """Not a whole number that we can read."""

    field: str
    text: str


class BadCode(Refusal):
    """Not six digits."""

    text: str


class BadPhone(Refusal):
    """Not a telephone number."""


class OutOfRange(Refusal):
    """A number outside `lowest` to `highest`, both allowed."""

    field: str
    value: int
    lowest: int
    highest: int


class CapacityOutOfRange(Refusal):
    """Capacity outside `lowest` to `highest`, both allowed."""

    value: int
    lowest: int
    highest: int


class MinimumAboveCapacity(Refusal):
    """More people needed than there are places."""

    minimum: int
    capacity: int


class EndsBeforeStart(Refusal):
    """The end is not after the start."""

    starts_at: int
    ends_at: int


class StartsInThePast(Refusal):
    """The start has passed."""

    starts_at: int


class SessionThere(Refusal):
    """The activity has a session at that very time."""

    starts_at: int


class LongerThanADay(Refusal):
    """Over `limit` minutes (24 h) from start to end."""

    minutes: int
    limit: int


class DeadlineAfterStart(Refusal):
    """Sign-ups cannot end after the start."""

    deadline_at: int
    starts_at: int


class DeadlineInThePast(Refusal):
    """Nobody could sign up any more."""

    deadline_at: int


class MeetingAfterStart(Refusal):
    """People cannot meet after the start."""

    meets_at: int
    starts_at: int


class BreakTooLong(Refusal):
    """The breaks leave nothing to be credited."""

    break_minutes: int
    minutes: int


class DraftIncomplete(Refusal):
    """Fields that are still missing, by field code."""

    missing: tuple[str, ...]


class UnknownChoice(Refusal):
    """Not one of the choices of this field."""

    field: str
    value: str
    choices: tuple[str, ...]


class UnknownField(Refusal):
    """No field of this name."""

    key: str


class FieldTwice(Refusal):
    """The same field was given twice."""

    field: str


class UnreadableLine(Refusal):
    """A line without a field name."""

    line: str


class UnknownSetting(Refusal):
    """No setting of this name."""

    key: str


UNREADABLE = (
    EmptyText,
    TextTooLong,
    OneNameOnly,
    NotAName,
    NumberInName,
    BadDate,
    BadTime,
    BadSpan,
    BadHours,
    BadPeriod,
    BadNumber,
    BadCode,
    UnknownChoice,
    UnreadableLine,
)
"""What words get that were perhaps no answer at all, but meant for a human being."""

"""Hours of which nobody knows whether their person saw them: they go to who leads the record."""

from bot.ground.frozen import Frozen
from bot.hours.rules import ServiceRecord


class UnseenHours(Frozen):
    """A statement of hours that may not have reached its person."""

    record: ServiceRecord
    name: str

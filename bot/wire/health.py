"""What is wrong right now, by part. A part turns red once and green once; the log tells both, never the same twice."""

import logging
from enum import IntEnum

log = logging.getLogger(__name__)


class Exit(IntEnum):
    """How the program ends, for whoever supervises it."""

    OK = 0
    FAULT = 1
    SETTINGS = 2  # a value that is not allowed
    TOKEN = 3  # Telegram does not know the token: only a person can mend that
    ANOTHER_POLLER = 4  # the bot runs elsewhere
    LOCKED = 5  # another process holds this database
    SCHEMA = 6  # the database has the schema of another program


class Health:
    """All is well while ``reasons`` is empty."""

    def __init__(self) -> None:
        self.reasons: dict[str, str] = {}

    def red(self, part: str, reason: str) -> None:
        if self.reasons.get(part) != reason:
            log.error("%s is red: %s", part, reason)
        self.reasons[part] = reason

    def mend(self, part: str) -> None:
        if self.reasons.pop(part, None) is not None:
            log.warning("%s is green again", part)

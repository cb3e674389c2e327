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
    NOT_OURS = 7  # the database's files were replaced, moved, deleted or damaged: look before it is started again


class Health:
    """All is well while ``reasons`` is empty: one reason for each part that is red.

    Several may find the same part wrong, each by itself; it is green again when none of them does any more.
    """

    def __init__(self) -> None:
        self.reasons: dict[str, str] = {}
        self.finders: dict[str, set[str]] = {}

    def red(self, part: str, reason: str, by: str = "") -> None:
        found = self.finders.setdefault(part, set())
        first = not found or found == {by}
        found.add(by)
        if first and self.reasons.get(part) != reason:
            log.error("%s is red: %s", part, reason)
            self.reasons[part] = reason

    def mend(self, part: str, by: str = "") -> None:
        found = self.finders.get(part, set())
        found.discard(by)
        if not found and self.reasons.pop(part, None) is not None:
            log.warning("%s is green again", part)

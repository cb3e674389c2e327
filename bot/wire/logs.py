"""One place sets up logging. A log never holds a token, a phone number or a message's text.

Exceptions are written as a type and the way to where it was raised: their own words may quote what people wrote.
"""

import logging
import re
import sys
import traceback

LAYOUT = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"
TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{30,}")
QUIET = ("telegram", "aiohttp", "pyreqwest", "aiosqlite", "alembic", "asyncio", "apscheduler")


class Discreet(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        record.exc_text = None  # another handler may have kept its own, with everybody's words
        return TOKEN.sub("<token>", super().format(record))

    def formatException(self, ei: object) -> str:
        return "\n".join(lines_of(ei[1])) if isinstance(ei, tuple) and ei[1] else ""


def lines_of(error: BaseException | None) -> list[str]:
    """The chain of causes, innermost last, without anybody's words."""
    lines: list[str] = []
    while error is not None:
        lines.append(f"{type(error).__module__}.{type(error).__qualname__}")
        frames = traceback.extract_tb(error.__traceback__)
        lines += [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames[-8:]]
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return lines


def set_up_logging(level: str) -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Discreet(LAYOUT))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    hush()


def hush() -> None:
    """Libraries that log what passes through them: statements with their values, addresses, whole updates."""
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.ERROR)
    logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)  # its errors are raised to us

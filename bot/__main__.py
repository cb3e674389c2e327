"""`python -m bot`, and `liandong`.

While the program is imported nothing is garbage, and looking for it takes a tenth of the start: the collector rests.
And python-telegram-bot would import httpx, for a network of its own in whose place ours stands (`coming_in/requests`):
with all that it brings it takes as long again, and 4 MiB for as long as the bot runs.
What calls Telegram (pyreqwest) brings an allocator of its own, which asks the system for pages of 2 MiB each: without
them the bot takes 7 MiB less, 10 in a flood, and is as quick.
"""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType


def unread(name: str) -> ModuleType:
    """Stands where a module would that is only named in signatures. Whoever calls anything of it gets a TypeError."""

    def named(attribute: str) -> type:
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        return type(attribute, (), {})

    module = ModuleType(name)
    module.__dict__["__getattr__"] = named
    return module


@contextmanager
def importing() -> Iterator[None]:
    """What is imported within is all of the program."""
    gc.disable()
    sys.modules.setdefault("httpx", unread("httpx"))
    os.environ.setdefault("MIMALLOC_ALLOW_THP", "0")  # read when the library is loaded
    yield
    gc.freeze()  # what has been imported stays: no full collection needs to look at it again
    gc.enable()


def main() -> None:
    with importing():
        from bot.console import console  # noqa: PLC0415  # only once the collector rests

    console(prog_name="liandong")


if __name__ == "__main__":
    main()

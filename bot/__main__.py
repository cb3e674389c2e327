"""`python -m bot`, and `liandong`.

While the program is imported nothing is garbage, and looking for it takes a tenth of the start: the collector rests.
And python-telegram-bot would import httpx, for a network of its own in whose place ours stands (`coming_in/requests`):
with all that it brings it takes as long again, and 4 MiB for as long as the bot runs.
"""

import gc
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
    yield
    gc.freeze()  # what has been imported stays: no full collection needs to look at it again
    gc.enable()


def main() -> None:
    with importing():
        from bot.console import console  # noqa: PLC0415  # only once the collector rests

    console(prog_name="liandong")


if __name__ == "__main__":
    main()

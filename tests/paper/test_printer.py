"""The child process: started when needed, ended when idle, never waited for without end, replaced when it has died."""

import asyncio
import os
import resource
from collections.abc import AsyncIterator

import pytest

from bot.paper import child
from bot.paper.orders import NotMade, Order
from bot.paper.printer import Printer

SHEET = {"name": "One", "columns": [{"title": "A", "kind": "text", "width": 9}], "rows": [["a"]], "total": ""}
SMALL = Order("workbook", "xlsx", {"sheets": [SHEET]})
LONG = Order("workbook", "xlsx", {"sheets": [{**SHEET, "rows": [["a" * 100]] * 300_000}]})
UNKNOWN = Order("../house", "pdf", {"secret": "王芳 13800001111"})


@pytest.fixture
async def printer() -> AsyncIterator[Printer]:
    made = Printer(seconds=60.0)
    yield made
    await made.close()


def pid(printer: Printer) -> int:
    assert printer.child is not None
    return printer.child.pid


async def test_one_child_makes_one_paper_after_the_other(printer: Printer) -> None:
    assert printer.child is None
    made = await asyncio.gather(*(printer.make(SMALL) for _ in range(3)))

    assert {one[:2] for one in made} == {b"PK"}
    first = pid(printer)
    await printer.make(SMALL)
    assert pid(printer) == first


async def test_idle_child_ends_and_the_next_order_starts_another() -> None:
    printer = Printer(idle=0.05)
    await printer.make(SMALL)
    first = pid(printer)
    async with asyncio.timeout(30):
        while alive(first):  # noqa: ASYNC110  # nobody tells of it
            await asyncio.sleep(0.02)

    assert printer.child is None
    assert await printer.make(SMALL)
    await printer.close()


async def test_what_fails_says_nothing_of_what_was_in_it(printer: Printer, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(NotMade) as caught:
        await printer.make(UNKNOWN)

    assert "王芳" not in f"{caught.value!r}{caplog.text}"
    assert "ValueError" in caplog.text
    assert await printer.make(SMALL)


async def test_child_that_was_killed_is_replaced(printer: Printer) -> None:
    await printer.make(SMALL)
    os.kill(pid(printer), 9)

    assert await printer.make(SMALL)


async def test_nobody_waits_without_end() -> None:
    printer = Printer(seconds=0.2)
    with pytest.raises(NotMade):
        await printer.make(LONG)

    assert printer.child is None


class Counted(Printer):
    times = 0

    def asked(self, content: bytes, brought: bytes = b"") -> bytes | None:
        self.times += 1
        return super().asked(content, brought)


async def test_what_took_too_long_gets_no_second_try() -> None:
    printer = Counted()
    await printer.make(SMALL)
    printer.seconds = 0.2
    with pytest.raises(NotMade):
        await printer.make(LONG)

    assert printer.times == 2
    await printer.close()


async def test_closing_gives_up_what_is_being_made_and_starts_nothing() -> None:
    printer = Counted()
    await printer.make(SMALL)
    making = asyncio.create_task(printer.make(LONG))
    await asyncio.sleep(0.3)
    await printer.close()

    with pytest.raises(NotMade):
        await making
    assert printer.child is None


async def test_memory_has_a_bound(printer: Printer) -> None:
    await printer.make(SMALL)
    assert resource.prlimit(pid(printer), resource.RLIMIT_AS) == (child.MOST_MEMORY, child.MOST_MEMORY)


def alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True

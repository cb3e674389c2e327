"""*Next due* is what really comes: at each instant that it names somebody is written to, and as many as it says."""

import asyncio
from collections import Counter
from pathlib import Path

from bot.store.ticks import Due
from bot.store.vault import Vault
from bot.wire.clock import SetClock
from bot.wire.coming_in.viewing import Defaults
from tests.walking.agency import NOW, full_agency
from tests.walking.bot import Bot
from tests.walking.memory import Memory
from tests.walking.walking import KEY

INSTANTS = 80
"""Some five weeks of the demo's agency in which nobody presses anything."""
UNFORESEEN = {"ask_age", "decide"}
"""What comes at such an instant as well: asked once in years, and asked of a lead who has not decided."""
AS_MANY = 0.95


def test_what_is_said_to_come_next_comes(migrated_file: Path) -> None:
    told = asyncio.run(five_weeks(migrated_file))

    assert len(told) == INSTANTS
    assert [due for due, _ in told if not all(one.people > 0 for one in due)] == []
    assert [due for due, came in told if not came] == []
    exact = [sum(one.people for one in due) == came for due, came in told]
    assert sum(exact) >= AS_MANY * INSTANTS, [one for one, good in zip(told, exact, strict=True) if not good]


async def five_weeks(migrated: Path) -> list[tuple[list[Due], int]]:
    """Of each instant what was foreseen, and how many were written to."""
    memory = Memory(migrated, Vault(KEY))
    async with memory.write() as tx:
        agency = await full_agency(tx, "en")
    bot = await Bot.started(memory, SetClock(NOW), Defaults("en", agency.made.cast.zone))
    await bot.tick()
    await bot.due()
    return [await following(bot) for _ in range(INSTANTS)]


async def following(bot: Bot) -> tuple[list[Due], int]:
    at, due = await bot.next_dues()
    before = readers(bot)
    bot.clock.set(at)
    await bot.tick()
    await bot.due()
    return due, (readers(bot) - before).total()


def readers(bot: Bot) -> Counter[tuple[str, int]]:
    """Who was written to, or is to be in the morning, by kind."""
    rows = bot.memory.connection.execute("SELECT kind, chat_id FROM outbox WHERE kind NOT LIKE 'call:%'")
    return Counter((row["kind"], row["chat_id"]) for row in rows if row["kind"] not in UNFORESEEN)

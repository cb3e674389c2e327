"""One walk from the beginning: the agency is built, the bot started, and everything pressed."""

import asyncio
import gc
from pathlib import Path

from bot.ground.viewer import Language
from bot.store.vault import Vault
from bot.wire.clock import SetClock
from bot.wire.coming_in.viewing import Defaults
from tests.walking.agency import NOW, full_agency
from tests.walking.bot import Bot
from tests.walking.memory import Memory
from tests.walking.steps import Found
from tests.walking.walker import Walk

KEY = "a key that only tests know"
MAPPED: Language = "en"
"""The agency of which the map is drawn."""


def walked(migrated: Path, language: Language) -> Found:
    """In the agency whose people read this language. The same walk each time."""
    gc.freeze()  # what is there by now stays; thousands of presses need not look at it again and again
    try:
        return asyncio.run(walk(migrated, language))
    finally:
        gc.unfreeze()


async def walk(migrated: Path, language: Language) -> Found:
    memory = Memory(migrated, Vault(KEY))
    async with memory.write() as tx:
        agency = await full_agency(tx, language)
    bot = await Bot.started(memory, SetClock(NOW), Defaults(language, agency.made.cast.zone))
    return await Walk(bot, agency).through()

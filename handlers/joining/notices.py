"""The yearly question about the age group."""

from bot.people import ages as asking_age
from bot.speech.screens import Screen
from bot.speech.words import Words
from bot.store.transaction import Tx
from bot.wire.rendering import LateNotice, Notice
from handlers.joining.settings_screens import ask_age


async def look(tx: Tx, notice: Notice, now: int) -> bool | None:
    return await asking_age.still_to_ask(tx, notice.person_id or 0, now)


def show(words: Words, _due: bool) -> Screen:
    return ask_age(words)


NOTICES: dict[str, LateNotice[bool]] = {asking_age.KIND: LateNotice(look, show)}

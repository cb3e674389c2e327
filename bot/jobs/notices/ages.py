"""The yearly question about the age group."""

from bot.storage.transaction import Tx
from bot.use_cases import asking_age
from bot.views.screens import Screen
from bot.views.settings import ask_age
from bot.views.words import Words
from bot.wire.rendering import LateNotice, Notice


async def look(tx: Tx, notice: Notice, now: int) -> bool | None:
    return await asking_age.still_to_ask(tx, notice.person_id or 0, now)


def show(words: Words, _due: bool) -> Screen:
    return ask_age(words)


NOTICES: dict[str, LateNotice[bool]] = {asking_age.KIND: LateNotice(look, show)}

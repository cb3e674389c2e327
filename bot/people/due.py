"""Pauses of notices end; whose age group is asked again after a year (14 to 17), and who has no list of commands yet.

The list is for whoever has not joined: after every start, and again when its trace has been forgotten.
"""

from bot.people import notice_choice_rows as notice_choices
from bot.people.asking_ages import ask_again
from bot.people.menus import refresh_for_all
from bot.store.ticks import AT_ONCE, Tick
from bot.store.transaction import Tx


async def ages(tx: Tx, now: int) -> int:
    return await ask_again(tx, now, AT_ONCE)


async def end_pauses(tx: Tx, now: int) -> int:
    await notice_choices.end_pauses(tx, now=now)
    return 0


TICKS = [Tick("pauses", 60, end_pauses), Tick("ages", 3600, ages), Tick("menus", 3600, refresh_for_all)]

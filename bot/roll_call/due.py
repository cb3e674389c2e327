"""The roll-call's card comes by itself, also late after a standstill; what is over and open is asked for; statements
nobody answered come to stand.
"""

from collections.abc import Sequence

from bot.hours.statements import acts as hours_statements
from bot.roll_call import due_cards as due_roll_calls
from bot.roll_call import over as over_rolls
from bot.store.ticks import AT_ONCE, Due, Tick
from bot.store.transaction import Tx

CARDS, STAND = 20, 600


async def cards(tx: Tx, now: int) -> int:
    return await due_roll_calls.send_cards(tx, now, AT_ONCE)


async def next_cards(tx: Tx, now: int) -> Sequence[Due]:
    following = await due_roll_calls.next_card(tx, now)
    return [Due(following[0], "roll_call", following[1])] if following else []


async def stand(tx: Tx, now: int) -> int:
    return await hours_statements.let_stand(tx, now, AT_ONCE)


async def over(tx: Tx, now: int) -> int:
    return await over_rolls.ask_to_finish(tx, now, AT_ONCE)


async def next_over(tx: Tx, now: int) -> Sequence[Due]:
    following = await over_rolls.next_asked(tx, now)
    return [Due(following[0], "finish_roll", following[1])] if following else []


TICKS: tuple[Tick, ...] = (
    Tick("roll_call_cards", CARDS, cards, next_cards),
    Tick("rolls_over", CARDS, over, next_over),
    Tick("statements_stand", STAND, stand),
)

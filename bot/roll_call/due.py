"""The roll-call's card comes by itself, also late after a standstill; statements nobody answered come to stand."""

from collections.abc import Sequence

from bot.hours import statements as hours_statements
from bot.roll_call import due_cards as due_roll_calls
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


TICKS: tuple[Tick, ...] = (
    Tick("roll_call_cards", CARDS, cards, next_cards),
    Tick("statements_stand", STAND, stand),
)

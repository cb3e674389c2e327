"""One look through everything, for the console's ``check``: the first fault, in the order in which to mend them."""

from bot.domain.faults import Fault
from bot.storage import audit, integrity
from bot.storage.transaction import Tx

LOOKS = (
    integrity.broken_reference,
    integrity.overbooked,
    integrity.overlapping,
    integrity.unbalanced,
    integrity.wrong_sum,
    integrity.changed_tally,
    integrity.broken_audit,
)


async def first_fault(tx: Tx) -> Fault | None:
    """None where all is well. Only reads: works beside a running bot."""
    for look in LOOKS:
        fault = await look(tx)
        if fault is not None:
            return fault
    return None


async def end_of_notes(tx: Tx) -> str:
    """The seal of the last note, empty before the first."""
    return await audit.chain_end(tx)

"""One look through everything, for the console's ``check``: the first fault, in the order in which to mend them."""

from collections.abc import Sequence
from pathlib import Path

from bot.reports.integrity import noted_rows, reference_rows
from bot.reports.integrity import rows as integrity
from bot.reports.rules import Fault
from bot.store.audit import checking
from bot.store.transaction import Tx

LOOKS = (
    reference_rows.broken_reference,
    integrity.overbooked,
    integrity.overlapping,
    integrity.unbalanced,
    integrity.wrong_sum,
    integrity.wrong_running_sum,
    integrity.changed_tally,
    integrity.wrong_name,
    noted_rows.unfit_line,
    noted_rows.changed_closing,
    integrity.broken_audit,
)


async def first_fault(tx: Tx) -> Fault | None:
    """None where all is well. Only reads: works beside a running bot."""
    for look in LOOKS:
        fault = await look(tx)
        if fault is not None:
            return fault
    return None


def open_to_all(files: Sequence[Path]) -> Fault | None:
    """Files with people's names that somebody else on this machine may read."""
    return Fault("rights", str(files[0]), found=len(files)) if files else None


async def end_of_notes(tx: Tx) -> tuple[str, int]:
    """The seal of the last note, empty before the first; and how many are written that are not sealed yet."""
    return await checking.chain_end(tx), await checking.count_unsealed(tx)


async def size_of_books(tx: Tx) -> tuple[int, int]:
    """People that are known, and records of service."""
    return await integrity.size_of_books(tx)

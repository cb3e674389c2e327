"""One sealed word in the books tells the right data key from any other, before anything is read or written with it."""

from bot.store.transaction import Tx
from bot.store.vault import PROOF, WrongKey

PLACE = "data_key:1:proof"


async def check_data_key(tx: Tx) -> None:
    """At every start. The first key ever seen is the key from then on; raises WrongKey for another, and for none."""
    proof = await tx.value("data_key_proof")
    if proof is None:
        if tx.vault.has_key:
            await tx.change("add_data_key_proof", proof=tx.vault.seal(PROOF, PLACE))
        return
    if not tx.vault.has_key:
        raise WrongKey("the books were sealed with a data key, and none is set")
    tx.vault.open(proof, PLACE)

"""One sealed word in the books tells the right data key from any other, before anything is read or written with it."""

from typing import Any

from bot.store.asking import sql
from bot.store.transaction import Tx, Value
from bot.store.vault import PROOF, WrongKey

PLACE = "data_key:1:proof"


@sql("SELECT proof FROM data_key WHERE id = 1")
async def data_key_proof(tx: Tx) -> Any:
    """The sealed word, once a data key was used."""


@sql("INSERT INTO data_key (id, proof) VALUES (1, :proof)")
async def add_data_key_proof(tx: Tx, *, proof: Value) -> int:
    """The key of this start is the key of these books."""


async def check_data_key(tx: Tx) -> None:
    """At every start. The first key ever seen is the key from then on; raises WrongKey for another, and for none."""
    proof = await data_key_proof(tx)
    if proof is None:
        if tx.vault.has_key:
            await add_data_key_proof(tx, proof=tx.vault.seal(PROOF, PLACE))
        return
    if not tx.vault.has_key:
        raise WrongKey("the books were sealed with a data key, and none is set")
    tx.vault.open(proof, PLACE)

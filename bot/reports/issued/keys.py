"""The pairs of keys that sign papers: made when first needed, the private half sealed, retired and never forgotten."""

import secrets

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bot.reports.issued import rows
from bot.reports.issued.rules import Key
from bot.stations import acts as stations
from bot.store.transaction import Tx

SEED = 32  # bytes, RFC 8032
UNNAMED = "liandong"
"""Who signs where no setting says the agency's name."""


async def in_use(tx: Tx, now: int) -> Key:
    """Raises NoDataKey where there is none yet and it could not be sealed."""
    return await rows.key_in_use(tx) or await make(tx, now)


async def make(tx: Tx, now: int) -> Key:
    """A new pair that signs from now on. Papers that older ones have signed stay as good as they were."""
    seed = secrets.token_bytes(SEED)
    public = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw().hex()
    name = (await stations.who_we_are(tx)).name or UNNAMED
    sealed = tx.vault.seal(seed.hex(), place(public))
    await rows.retire_keys(tx, now=now)
    made = await rows.add_key(tx, public=public, seed=sealed, name=name, now=now)
    return await rows.key(tx, id=made)


async def seed_of(tx: Tx, key: Key) -> str:
    """In hex, for the process that signs and nobody else."""
    return tx.vault.open(await rows.sealed_seed(tx, id=key.id), place(key.public))


async def known(tx: Tx) -> tuple[Key, ...]:
    return await rows.keys(tx)


def place(public: str) -> str:
    return f"signing_key:{public}"

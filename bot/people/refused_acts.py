"""A press that this person was never offered is a forgery, or a role that is gone: who tried what stays on record."""

from bot.ground.refusals import NotAllowed, NotFound, OwnRecord, Refusal
from bot.ground.viewer import Viewer
from bot.store import audit
from bot.store.transaction import Tx

AUTHORITY = (NotAllowed, NotFound, OwnRecord)


async def note_refused(tx: Tx, viewer: Viewer, now: int, refusal: Refusal, verb: str) -> None:
    """Only what was refused for want of authority, and never what the button carried: it may hold anything."""
    if viewer.id and isinstance(refusal, AUTHORITY):
        facts = {"cause": refusal.code, "verb": verb[:8] if verb.isascii() and verb.isalnum() else ""}
        await audit.note(tx, at=now, actor_id=viewer.id, act="refused", subject=f"person:{viewer.id}", facts=facts)

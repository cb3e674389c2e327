"""A press that this person was never offered is a forgery, or a role that is gone: who tried what stays on record."""

from bot.desk import Desk, note
from bot.ground.refusals import NotAllowed, NotFound, OwnRecord, Refusal

AUTHORITY = (NotAllowed, NotFound, OwnRecord)


async def note_refused(desk: Desk, refusal: Refusal, verb: str) -> None:
    """Only what was refused for want of authority, and never what the button carried: it may hold anything."""
    if desk.viewer.id and isinstance(refusal, AUTHORITY):
        facts = {"cause": refusal.code, "verb": verb[:8] if verb.isascii() and verb.isalnum() else ""}
        await note(desk, "refused", f"person:{desk.viewer.id}", **facts)

"""The person goes, the minutes stay: places ahead are handed on, everything else of the person is wiped at once.

Children for whom the person stood as guardian or companion lose their places too, and are told. The wiping is one
transaction; that nothing is left, not even in what lies beside the tables, is said later, by `emptied` and `told`.
"""

from collections.abc import Sequence

from bot.desk import Desk
from bot.ground import notices
from bot.ground.refusals import LastAdministrator, StillNeeded
from bot.ground.traces import Traces
from bot.ground.viewer import Role
from bot.guardians import acts as guardians
from bot.happened import happen
from bot.joining.own_settings import require_joined
from bot.own_data import erasing_rows as erasing
from bot.own_data import owed_word_rows as erasures
from bot.own_data import trace_rows as traces
from bot.own_data.erased import Goodbye
from bot.own_data.owed_word_rows import Erasure, Stage
from bot.people import rows as people
from bot.people.erasing import PersonErased
from bot.sign_ups.rules import Reason
from bot.sign_ups.withdrawing import give_up_all
from bot.store import outbox
from bot.store.audit import notes
from bot.store.transaction import Tx


async def check(desk: Desk) -> None:
    """Whether this person may go now. Raises NotRegistered, StillNeeded, LastAdministrator."""
    require_joined(desk.viewer)
    needed = await erasing.needed_for(desk.tx, desk.viewer.id, desk.now)
    if needed:
        raise StillNeeded(names=needed)
    if desk.viewer.has(Role.ADMINISTRATOR) and not await erasing.other_administrators(desk.tx, desk.viewer.id):
        raise LastAdministrator


async def erase(desk: Desk, *, update_id: int, aliases: Sequence[str] = ()) -> None:
    """For good. ``aliases``: how else others may have typed the name. Raises what `check` raises."""
    for person_id in sorted({desk.viewer.id, *await guardians.charges(desk)}):
        await desk.tx.lock("person", person_id)
    await check(desk)
    await guardians.leave(desk)
    await give_up_all(desk.tx, desk.viewer.id, desk.now, by=None, reason=Reason.ERASED)
    about = Traces(desk.viewer.id, desk.viewer.person.name, tuple(aliases))
    await traces.clean(desk.tx, about, telegram_id=desk.viewer.telegram_id, now=desk.now)
    await happen(desk, PersonErased(desk.viewer.id))
    await erasing.erase(desk.tx, desk.viewer.id, telegram_id=desk.viewer.telegram_id, update_id=update_id)
    await erasures.add(desk.tx, telegram_id=desk.viewer.telegram_id, language=desk.viewer.language, now=desk.now)
    await notes.note(desk.tx, at=desk.now, actor_id=None, act="erased", subject=f"person:{desk.viewer.id}")


async def emptied(tx: Tx, done: Sequence[Erasure], now: int) -> None:
    """The log was found empty after these: who has not been told is, and who has been is forgotten here as well."""
    for one in done:
        if one.stage is Stage.CLOSING:
            await erasures.end(tx, one.id)
        elif one.telegram_id is not None and await erasures.start_telling(tx, one.id):
            key, goodbye = f"erased:{one.id}:{one.asked_at}", notices.Erased(one.language or "")
            await outbox.tell_chat(tx, goodbye, one.telegram_id, key=key, subject=None, now=now)


async def told(tx: Tx, done: Sequence[Erasure]) -> int:
    """Of those whose last word has left, or never will, the id goes; how many they were."""
    forgotten = 0
    for one in done:
        if one.stage is Stage.TELLING and not await erasures.unsettled(tx, one):
            await erasures.forget_account(tx, one)
            forgotten += 1
    return forgotten


async def goodbye(tx: Tx, chat_id: int, language: str) -> Goodbye:
    """Who has joined again meanwhile hears that this stays."""
    return Goodbye(language, back=await people.by_telegram_id(tx, chat_id) is not None)

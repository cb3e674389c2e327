"""The commands Telegram lists in a chat are a person's own: they follow role and language without anybody pressing."""

from bot import telling
from bot.ground import notices
from bot.store import outbox
from bot.store.one_process import epochs as processes
from bot.store.transaction import Tx

CLIENTS = ("", "en", "zh")
"""Client languages as Telegram tells menus apart: any, English, and all that is Chinese."""
NOBODY = 0  # such a menu belongs to no chat


async def refresh(tx: Tx, person_id: int, now: int) -> None:
    """Call it where a role, a captain's mark or a language changes; the menu is made when it leaves."""
    await telling.tell(
        tx, notices.Menu(), person_id, key=f"menu:person:{person_id}:{now}", subject=f"menu:person:{person_id}", now=now
    )


async def refresh_for_all(tx: Tx, now: int) -> int:
    """What Telegram lists for whoever has no menu of their own: once after every start, for versions bring other words.

    How many lists.
    """
    start = await processes.newest_epoch(tx)
    made = [
        await outbox.tell_chat(
            tx,
            notices.MenuForAll(client),
            NOBODY,
            key=f"menu_for_all:{client or 'any'}:start:{start}",
            subject=None,
            now=now,
        )
        for client in CLIENTS
    ]
    return sum(made)

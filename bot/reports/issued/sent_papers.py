"""A paper that somebody sent to be verified: fetched and looked at later, answered for like one that was scanned."""

from bot.desk import Desk
from bot.ground import notices
from bot.people import notice_readers
from bot.people import rows as people
from bot.reports.issued import acts
from bot.reports.issued.rules import Verdict
from bot.store import outbox
from bot.store.transaction import Tx


async def ask(desk: Desk, file_id: str, *, chat_id: int, message_id: int) -> None:
    """To the chat, not to the person: whoever sends it may have joined or not."""
    asked = notices.SentPaper(file_id, desk.viewer.language)
    await outbox.tell_chat(
        desk.tx, asked, chat_id, key=f"sent_paper:{chat_id}:{message_id}:{desk.now}", subject=None, now=desk.now
    )


async def verdict(tx: Tx, chat_id: int, content: str) -> Verdict:
    person = await people.by_telegram_id(tx, chat_id)
    viewer = await notice_readers.reader(tx, person.id, "UTC") if person else None
    return await acts.verify_content(tx, viewer, content)

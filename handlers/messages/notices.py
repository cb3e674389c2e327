"""Words on their way to a lead and back. The message itself is copied by Telegram and never read here."""

from typing import Any

from bot.messages import passing_on
from bot.messages.passing_on_rules import Answer, Message
from bot.store.transaction import Tx
from bot.wire.rendering import LateNotice, Notice
from handlers.messages import passing_on_screens as views


async def look_word(tx: Tx, notice: Notice, now: int) -> Message | None:
    return await passing_on.message(tx, int(notice.facts["said"]), now)


async def look_answer(tx: Tx, notice: Notice, now: int) -> Answer:
    facts = notice.facts
    return await passing_on.answer_of(tx, int(facts["lead"]), int(facts["chat"]), int(facts["message"]))


NOTICES: dict[str, LateNotice[Any]] = {
    passing_on.PASSED_ON: LateNotice(look_word, views.to_the_lead),
    passing_on.ANSWERED: LateNotice(look_answer, views.to_the_person),
}

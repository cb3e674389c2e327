"""Whether a paper is genuine: by the link behind its QR code, or by the file itself, for whoever holds it.

The answer is what was issued, to be compared; it says nothing that does not stand on the paper. Who has not joined is
answered like anybody else.
"""

import json
from base64 import b64encode
from functools import partial
from typing import Any

from telegram import Document

from bot.ground import notices
from bot.ground.refusals import TooManyTries
from bot.paper.limits import LONGEST
from bot.paper.orders import Order
from bot.reports.issued import acts as issued
from bot.reports.issued import keys, sent_papers
from bot.reports.issued.rules import PREFIX, Verdict, read_payload
from bot.speech.screens import LINE, Key, Looked, Rows, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from bot.wire.rendering import Telling
from handlers.links.reports import SeePaper, WithdrawPaper
from handlers.reports.issued.verdicts import lines_of
from handlers.talk.journeys import Journey
from handlers.talk.offering import message_id
from handlers.talk.ways import ask_sure

journey = Journey()
PDF = "application/pdf"


@journey.start_link(PREFIX, for_all=True)
async def by_link(context: Context) -> Screen:
    read = read_payload(context.rest)
    found = await issued.verify_link(context, *(read or (0, "-")))
    if isinstance(found, TooManyTries):
        return too_many(context.words, found.until)
    return shown(context.words, found)


def is_paper(file: Document) -> bool:
    return file.mime_type == PDF or (file.file_name or "").lower().endswith(".pdf")


@journey.file(is_paper)
async def by_file(context: Context) -> Screen | None:
    """The answer comes as a notice: the file must be fetched, which nothing in a transaction may."""
    message = context.incoming.effective_message if context.incoming else None
    file = message.document if message else None
    if file is None or (file.file_size or 0) > LONGEST:
        return too_large(context.words)
    await sent_papers.ask(context, file.file_id, chat_id=context.chat_id, message_id=message_id(context))
    return None


@journey.notice(notices.SentPaper)
async def look(to: Telling, file: str, language: str) -> Looked:
    known = [one.public for one in await keys.known(to.tx)]
    words = Words(language, to.words.zone, to.now)
    return Looked(file, partial(order, known), partial(say, words, to.chat_id))


def order(known: list[str], file: bytes) -> Order:
    return Order("verify", "json", {"file": b64encode(file).decode(), "keys": known})


async def say(words: Words, chat_id: int, tx: Any, found: bytes | None) -> Screen:
    if found is None:
        return no_file(words)
    content = json.loads(found).get("content")
    if content is None:
        return shown(words, Verdict("not_ours"), file=True)
    return shown(words, await sent_papers.verdict(tx, chat_id, content), file=True)


@journey.on(SeePaper)
async def see(context: Context, number: int) -> Screen:
    return shown(context.words, await issued.paper_to_withdraw(context, number))


@journey.on(WithdrawPaper)
async def withdraw(context: Context, number: int, sure: bool) -> Screen:
    if not sure:
        return ask_withdraw(context.words, await issued.paper_to_withdraw(context, number))
    return shown(context.words, await issued.withdraw(context, number))


def shown(words: Words, found: Verdict, *, file: bool = False) -> Screen:
    """``file``: it was sent, and not scanned."""
    keys: Rows = ()
    if found.mine and found.state == "genuine":
        keys = ((Key(words.label("Withdraw this paper"), WithdrawPaper(found.number, False)),),)
    return Screen(LINE.join(lines_of(words, found, file=file)), keys)


def ask_withdraw(words: Words, found: Verdict) -> Screen:
    question = words.say(
        "Withdraw paper no. {number}? Whoever asks about it will read that it counts no more. This cannot be undone.",
        number=found.number,
    )
    yes = Key(words.label("Yes, withdraw it"), WithdrawPaper(found.number, True))
    return ask_sure(question, yes, Key(words.label("No, leave it"), SeePaper(found.number)))


def too_many(words: Words, until: int) -> Screen:
    return Screen(words.say("Too many wrong codes. Please try again after {until}.", until=words.time(until)))


def too_large(words: Words) -> Screen:
    return Screen(words.say("This file is too large to be one of our papers. If there is a QR code on it, scan that."))


def no_file(words: Words) -> Screen:
    return Screen(words.say("This file could not be looked at just now. Nothing is lost: please send it again."))

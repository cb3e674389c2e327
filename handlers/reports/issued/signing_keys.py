"""The public keys: to be read in the chat, and as a page for a notice board. Nobody is kept from them."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.ground import notices
from bot.own_data import files as own_files
from bot.paper.orders import Order
from bot.reports.issued import keys
from bot.reports.issued.rules import Key as SigningKey
from bot.speech.screens import LINE, Key, Paper, Rows, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from bot.wire.rendering import Later, Telling
from handlers.links.hours import TakeRecord
from handlers.links.reports import HowToVerify, PrintKey
from handlers.reports.cells import file_name
from handlers.reports.papers import not_made
from handlers.talk.going_on import file_comes
from handlers.talk.journeys import Journey
from handlers.talk.ways import back_to

journey = Journey()


@journey.on(HowToVerify)
async def how(context: Context) -> Screen:
    return explained(context.words, await keys.known(context.tx))


@journey.on(PrintKey)
async def to_print(context: Context) -> None:
    await own_files.ask(context, notices.KeySheet)
    context.toast(file_comes(context.words))


@journey.notice(notices.KeySheet)
async def key_sheet(to: Telling) -> Later | None:
    return to.later(sheet, await keys.known(to.tx) or None)


def explained(words: Words, found: Sequence[SigningKey]) -> Screen:
    lines = [words.say("<b>Is a paper genuine?</b>"), *(Markup("· {}").format(one) for one in ways(words))]
    print_it: Rows = ()
    if found:
        lines += [words.say("Our public keys (Ed25519), the newest first:"), *(one_key(words, one) for one in found)]
        print_it = ((Key(words.label("Page to print"), PrintKey()),),)
    else:
        lines.append(words.say("No paper was signed here yet, so there is no key."))
    return Screen(LINE.join(lines), (*print_it, (back_to(words, TakeRecord()),)))


def ways(words: Words) -> list[str]:
    return [
        words.label("Scan the QR code on it: this chat says what was issued."),
        words.label("Or send the PDF into this chat. Anybody can, without joining."),
        words.label("Without the internet: liandong verify FILE.pdf --key PUBLIC, with a key from below."),
    ]


def one_key(words: Words, key: SigningKey) -> Markup:
    return Markup("<code>{}</code>\n{}").format(key.public, used(words, key))


def used(words: Words, key: SigningKey) -> str:
    since = words.full_day(words.local(key.made_at).date())
    if key.retired_at is None:
        return words.label("{name}, since {day}", name=key.name, day=since)
    until = words.full_day(words.local(key.retired_at).date())
    return words.label("{name}, {first} to {last}", name=key.name, first=since, last=until)


def sheet(words: Words, found: Sequence[SigningKey]) -> Paper:
    data = {
        "language": words.language,
        "title": words.label("Is a paper genuine?"),
        "ways": ways(words),
        "heading": words.label("Our public keys (Ed25519), the newest first:"),
        "keys": [[key.public, used(words, key)] for key in found],
        "footer": words.label("Record of service"),
    }
    caption = words.say("📄 <b>Our public keys</b>, for the notice board")
    name = file_name(words.label("public-keys"), ending="pdf")
    return Paper(name, Order("key_sheet", "pdf", data), caption, not_made(words))

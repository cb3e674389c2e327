"""/mydata and /forget. Whoever erases everything hears that it is done only when nothing is left: not from here."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.ground import notices
from bot.guardians import acts as guardians
from bot.own_data import erasing
from bot.own_data import files as own_files
from bot.people.consent.rules import Ward
from bot.people.viewing import stranger
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.links.own_data import EraseMe, KeepMe
from handlers.talk.journeys import Journey
from handlers.talk.menu_keys import do

journey = Journey()


@journey.command("mydata")
async def everything(context: Context) -> Screen:
    await own_files.ask(context, notices.MyData)
    text = context.words.say("📄 Everything kept about you comes in a moment, as a file.")
    return Screen(text, ((do(context.words, "settings"), do(context.words, "forget")),))


@journey.command("forget")
async def forget(context: Context) -> Screen:
    await erasing.check(context)
    return sure_to_erase(context.words, await guardians.wards(context))


@journey.on(EraseMe)
async def erase(context: Context) -> Screen:
    """What is shown is nobody's any more: an answer in the person's name would be dropped with the person."""
    update_id = context.incoming.update_id if context.incoming else 0
    words = context.words
    await erasing.erase(context, update_id=update_id, aliases=names_on_telegram(context))
    context.work.viewer = stranger(context.viewer)
    wait = words.say("You'll hear from us here the moment nothing is left, even if it takes a while.")
    return Screen(Markup("\n").join([words.say("<b>Your data is being erased.</b>"), wait]))


def names_on_telegram(context: Context) -> tuple[str, ...]:
    user = context.incoming.effective_user if context.incoming else None
    found = (user.full_name, user.first_name, user.username, f"@{user.username}") if user else ()
    return tuple(name for name in found if name)


@journey.on(KeepMe)
async def keep(context: Context) -> Screen:
    return Screen(context.words.say("Good that you're staying. Nothing was erased."), ((do(context.words, "menu"),),))


def sure_to_erase(words: Words, wards: Sequence[Ward] = ()) -> Screen:
    """The first of the two steps. `wards`: whose places hang on this reader's consent."""
    names = words.list([ward.name for ward in wards])
    ends = (
        [words.say("· Your consent ends, and these sign-ups are cancelled too: {names}", names=names)] if wards else []
    )
    lines = [
        words.say("<b>Erase everything about you? This cannot be undone.</b>"),
        words.say("· Your name, phone, teams and answers go at once"),
        words.say("· Coming sign-ups are cancelled, and the next in line gets the place"),
        *ends,
        words.say("· Verified minutes stay in your team's totals, without your name"),
        words.say("To keep a copy, get /mydata first."),
    ]
    keep = Key(words.label("No, keep it"), KeepMe())
    return Screen(Markup("\n").join(lines), ((keep, Key(words.label("Yes, erase it all"), EraseMe())),))

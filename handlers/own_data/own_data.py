"""/mydata and /forget. Whoever erases everything hears that it is done only when nothing is left: not from here."""

from bot.ground import notices
from bot.guardians import acts as guardians
from bot.own_data import erasing
from bot.own_data import files as own_files
from bot.people.viewing import stranger
from bot.speech.screens import Screen
from bot.wire.context import Context
from handlers.links.own_data import EraseMe, KeepMe
from handlers.own_data import screens as views
from handlers.talk.journeys import Journey

journey = Journey()


@journey.command("mydata")
async def everything(context: Context) -> Screen:
    await own_files.ask(context, notices.MyData)
    return views.on_its_way(context.words)


@journey.command("forget")
async def forget(context: Context) -> Screen:
    await erasing.check(context)
    return views.sure_to_erase(context.words, await guardians.wards(context))


@journey.on(EraseMe)
async def erase(context: Context) -> Screen:
    """What is shown is nobody's any more: an answer in the person's name would be dropped with the person."""
    update_id = context.incoming.update_id if context.incoming else 0
    words = context.words
    await erasing.erase(context, update_id=update_id, aliases=names_on_telegram(context))
    context.work.viewer = stranger(context.viewer)
    return views.being_erased(words)


def names_on_telegram(context: Context) -> tuple[str, ...]:
    user = context.incoming.effective_user if context.incoming else None
    found = (user.full_name, user.first_name, user.username, f"@{user.username}") if user else ()
    return tuple(name for name in found if name)


@journey.on(KeepMe)
async def keep(context: Context) -> Screen:
    return views.still_here(context.words)

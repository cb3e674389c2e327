"""/mydata and /forget. Whoever erases everything hears that it is done only when nothing is left: not from here."""

from bot.guardians import acts as guardians
from bot.own_data import acts as my_data
from bot.own_data import erasing
from bot.own_data import files as own_files
from bot.people.viewing import stranger
from bot.wire.context import Context
from bot.wire.routing import Route, on_command, on_press
from handlers.links.own_data import EraseMe, KeepMe
from handlers.own_data import screens as views


async def everything(context: Context) -> None:
    await own_files.ask(context.tx, context.viewer, context.now, my_data.KIND)
    context.show(views.on_its_way(context.words))


async def forget(context: Context) -> None:
    await erasing.check(context.tx, context.viewer, context.now)
    context.show(views.sure_to_erase(context.words, await guardians.wards(context.tx, context.viewer)))


async def erase(context: Context) -> None:
    """What is shown is nobody's any more: an answer in the person's name would be dropped with the person."""
    update_id = context.incoming.update_id if context.incoming else 0
    words = context.words
    await erasing.erase(
        context.tx, context.viewer, context.now, update_id=update_id, aliases=names_on_telegram(context)
    )
    context.work.viewer = stranger(context.viewer)
    context.show(views.being_erased(words))


def names_on_telegram(context: Context) -> tuple[str, ...]:
    user = context.incoming.effective_user if context.incoming else None
    found = (user.full_name, user.first_name, user.username, f"@{user.username}") if user else ()
    return tuple(name for name in found if name)


async def keep(context: Context) -> None:
    context.show(views.still_here(context.words))


ROUTES: list[Route] = [
    on_command("mydata", everything),
    on_command("forget", forget),
    on_press(EraseMe, erase),
    on_press(KeepMe, keep),
]

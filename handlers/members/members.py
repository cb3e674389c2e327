"""/people: find somebody, and the card from which everything else about them is reached."""

from bot.ground.text import line
from bot.members import acts as people
from bot.members import phones
from bot.people import drafting
from bot.people.consent import AgeBand
from bot.wire.context import Context
from bot.wire.routing import Form, Route, on_command, on_press
from handlers.links.members import AgeOf, FindPeople, OpenPerson, RenameManaged, SeePhone, TurnPeople
from handlers.members import screens as views
from handlers.talk import forms

FIND, RENAME = "people", "managed_name"


async def start(context: Context) -> None:
    people.check_finder(context.viewer)
    await drafting.start(context.tx, context.viewer, context.now, FIND, "find", {"text": ""})
    if context.rest:
        await search(context)
    else:
        context.show(views.ask_whom(context.words))


async def search(context: Context) -> None:
    page = await people.find_people(context.tx, context.viewer, context.rest)
    await drafting.start(context.tx, context.viewer, context.now, FIND, "find", {"text": page.text})
    if len(page.people) == 1:
        await show_card(context, page.people[0].id)
    else:
        context.show(views.found(context.words, page))


async def again(context: Context) -> None:
    context.rest = ""
    await start(context)


async def turn(context: Context, offset: int) -> None:
    draft = await drafting.find(context.tx, context.viewer, FIND)
    page = await people.find_people(context.tx, context.viewer, draft.fields["text"], offset)
    context.show(views.found(context.words, page))


async def show_card(context: Context, person_id: int) -> None:
    card = await people.person_card(context.tx, context.viewer, context.now, person_id)
    context.show(views.person_card(context.words, card, context.viewer))


async def open_person(context: Context, person: int) -> None:
    await show_card(context, person)


async def see_phone(context: Context, person: int) -> None:
    """Never in a group: the card is edited only where the viewer alone reads."""
    card = await people.person_card(context.tx, context.viewer, context.now, person)
    number = await phones.look_at_phone(context.tx, context.viewer, context.now, person)
    context.send(views.phone(context.words, card, number), to=context.viewer.telegram_id)


async def rename(context: Context, person: int) -> None:
    card = await people.managed_card(context.tx, context.viewer, context.now, person)
    await drafting.start(context.tx, context.viewer, context.now, RENAME, "name", {"person": person})
    context.show(views.ask_managed_name(context.words, card))


async def typed_name(context: Context) -> None:
    draft = await drafting.find(context.tx, context.viewer, RENAME)
    card = await people.managed_card(context.tx, context.viewer, context.now, int(draft.fields["person"]))
    after = line("name", context.rest, people.NAME_LIMIT)
    context.send(await forms.propose(context, RENAME, what="name", before=card.person.name, after=after))


async def take_name(context: Context) -> None:
    draft = await drafting.find(context.tx, context.viewer, RENAME)
    person_id = int(draft.fields["person"])
    await people.rename_managed(context.tx, context.viewer, context.now, person_id, context.rest)
    await drafting.finish(context.tx, context.viewer, RENAME)
    await show_card(context, person_id)


async def age(context: Context, person: int, band: AgeBand | None) -> None:
    if band:
        await people.set_age(context.tx, context.viewer, context.now, person, band)
        context.toast(views.saved(context.words))
        await show_card(context, person)
    else:
        card = await people.aged_card(context.tx, context.viewer, context.now, person)
        context.show(views.ask_age(context.words, card))


ROUTES: list[Route] = [
    on_command("people", start),
    on_press(FindPeople, again),
    on_press(TurnPeople, turn),
    on_press(OpenPerson, open_person),
    on_press(SeePhone, see_phone),
    on_press(RenameManaged, rename),
    on_press(AgeOf, age),
    Form(FIND, search),
    Form(RENAME, typed_name, sure=take_name),
]

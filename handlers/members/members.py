"""/people: find somebody, and the card from which everything else about them is reached."""

from bot.ground.text import line
from bot.members import acts as people
from bot.members import phones
from bot.people import drafting
from bot.people.consent import AgeBand
from bot.speech.screens import Screen
from bot.wire.context import Context
from handlers.links.members import AgeOf, FindPeople, OpenPerson, RenameManaged, SeePhone, TurnPeople
from handlers.members import screens as views
from handlers.talk import forms
from handlers.talk.journeys import Journey

journey = Journey()

FIND, RENAME = "people", "managed_name"


@journey.command("people")
async def start(context: Context) -> Screen:
    people.check_finder(context.viewer)
    await drafting.start(context, FIND, "find", {"text": ""})
    if context.rest:
        return await search(context)
    return views.ask_whom(context.words)


@journey.typed(FIND)
async def search(context: Context) -> Screen:
    page = await people.find_people(context, context.rest)
    await drafting.start(context, FIND, "find", {"text": page.text})
    if len(page.people) == 1:
        return await show_card(context, page.people[0].id)
    return views.found(context.words, page)


@journey.on(FindPeople)
async def again(context: Context) -> Screen:
    context.rest = ""
    return await start(context)


@journey.on(TurnPeople)
async def turn(context: Context, offset: int) -> Screen:
    draft = await drafting.find(context, FIND)
    page = await people.find_people(context, draft.fields["text"], offset)
    return views.found(context.words, page)


@journey.on(OpenPerson)
async def show_card(context: Context, person_id: int) -> Screen:
    card = await people.person_card(context, person_id)
    return views.person_card(context.words, card, context.viewer)


@journey.on(SeePhone)
async def see_phone(context: Context, person: int) -> None:
    """Never in a group: the card is edited only where the viewer alone reads."""
    card = await people.person_card(context, person)
    number = await phones.look_at_phone(context, person)
    context.send(views.phone(context.words, card, number), to=context.viewer.telegram_id)


@journey.on(RenameManaged)
async def rename(context: Context, person: int) -> Screen:
    card = await people.managed_card(context, person)
    await drafting.start(context, RENAME, "name", {"person": person})
    return views.ask_managed_name(context.words, card)


@journey.typed(RENAME)
async def typed_name(context: Context) -> None:
    draft = await drafting.find(context, RENAME)
    card = await people.managed_card(context, int(draft.fields["person"]))
    after = line("name", context.rest, people.NAME_LIMIT)
    context.send(await forms.propose(context, RENAME, what="name", before=card.person.name, after=after))


@journey.sure(RENAME)
async def take_name(context: Context) -> Screen:
    draft = await drafting.find(context, RENAME)
    person_id = int(draft.fields["person"])
    await people.rename_managed(context, person_id, context.rest)
    await drafting.finish(context, RENAME)
    return await show_card(context, person_id)


@journey.on(AgeOf)
async def age(context: Context, person: int, band: AgeBand | None) -> Screen:
    if band:
        await people.set_age(context, person, band)
        context.toast(views.saved(context.words))
        return await show_card(context, person)
    card = await people.aged_card(context, person)
    return views.ask_age(context.words, card)

"""/people: find somebody, and the card from which everything else about them is reached."""

from bot.ground.reading.names import one_name
from bot.members import acts as people
from bot.members import phones
from bot.members.shown import Found, Page, PersonCard
from bot.people.ages import EXACT, AgeBand
from bot.speech.pages import turns
from bot.speech.screens import LINE, Key, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.links.members import AgeOf, FindPeople, OpenPerson, RenameManaged, SeePhone, TurnPeople
from handlers.links.teams import ListTeams
from handlers.members import person_card as views
from handlers.talk.age_words import band_name
from handlers.talk.journeys import Journey
from handlers.talk.questions import Question, ask
from handlers.talk.ways import back_to

journey = Journey()

FIND = Question[str]("people", "text")
RENAME = Question[int]("managed_name", "person")


@journey.command("people")
async def start(context: Context) -> Screen:
    people.check_finder(context.viewer)
    if context.rest:
        return await search(context, context.rest, "")
    text = context.words.say("<b>Whom are you looking for?</b> Type a name, a part of it, or a volunteer number.")
    shown = Screen(text, ((Key(context.words.label("Teams and members"), ListTeams(0)),),))
    return await ask(context, FIND, shown, "")


@journey.answer(FIND, stays=True)
async def search(context: Context, typed: str, _before: str) -> Screen:
    """The next name looks for somebody else."""
    page = await people.find_people(context, typed)
    one = len(page.people) == 1
    shown = await show_card(context, page.people[0].id) if one else found(context.words, page)
    return await ask(context, FIND, shown, page.text)


@journey.on(FindPeople)
async def again(context: Context) -> Screen:
    context.rest = ""
    return await start(context)


@journey.on(TurnPeople)
async def turn(context: Context, offset: int) -> Screen:
    (text,) = await FIND.kept(context)
    page = await people.find_people(context, text, offset)
    return found(context.words, page)


@journey.on(OpenPerson)
async def show_card(context: Context, person_id: int) -> Screen:
    return views.person_card(context.words, await people.person_card(context, person_id), context.viewer)


@journey.on(SeePhone)
async def see_phone(context: Context, person: int) -> None:
    """Never in a group: the card is edited only where the viewer alone reads."""
    card = await people.person_card(context, person)
    number = await phones.look_at_phone(context, person)
    context.send(phone(context.words, card, number), to=context.viewer.telegram_id)


@journey.on(RenameManaged)
async def rename(context: Context, person: int) -> Screen:
    card = await people.managed_card(context, person)
    return await ask(context, RENAME, ask_managed_name(context.words, card), person)


async def name_of(context: Context, person_id: int) -> str:
    return (await people.managed_card(context, person_id)).person.name


@journey.replaces(RENAME, "name", before=name_of, read=lambda typed: one_name(typed, people.NAME_LIMIT))
async def take_name(context: Context, name: str, person: int) -> Screen:
    await people.rename_managed(context, person, name)
    return await show_card(context, person)


@journey.on(AgeOf)
async def age(context: Context, person: int, band: AgeBand | None) -> Screen:
    if band:
        await people.set_age(context, person, band)
        context.toast(context.words.label("Saved."))
        return await show_card(context, person)
    return ask_age(context.words, await people.aged_card(context, person))


def found(words: Words, page: Page) -> Screen:
    again = Key(words.label("Search again"), FindPeople())
    if not page.people and not page.offset:
        text = words.say("Nobody found for “{text}”. Only people of your own stations can be found.", text=page.text)
        return Screen(text, ((again,),))
    rows = [(Key(label_of(words, one), OpenPerson(one.id)),) for one in page.people]
    turn = turns(page.offset // people.PAGE, page.more, lambda to: TurnPeople(to * people.PAGE), page.pages)
    heading = words.say("<b>Found for “{text}”</b>", text=page.text) if page.text else words.say("<b>Everybody</b>")
    return Screen(heading, (*rows, (*turn, again)))


def ask_managed_name(words: Words, card: PersonCard) -> Screen:
    text = words.say("What should <b>{name}</b> be called? Please type the name.", name=card.person.name)
    return Screen(text, ((back_to(words, OpenPerson(card.person.id)),),))


def ask_age(words: Words, card: PersonCard) -> Screen:
    id = card.person.id
    text = words.say("How old is <b>{name}</b>?", name=card.person.name)
    keys = [Key(band_name(words, band), AgeOf(id, band)) for band in EXACT]
    return Screen(text, (tuple(keys[:2]), tuple(keys[2:])))


def label_of(words: Words, one: Found) -> str:
    """Anna · Team One; who has no Telegram, or cannot be reached there, carries a mark."""
    marks = [words.label("no Telegram")] if one.managed else []
    name = f"⚠️ {one.name}" if one.unreachable else one.name
    return " · ".join([name, *([one.team] if one.team else []), *marks])


def phone(words: Words, card: PersonCard, number: str | None) -> Screen:
    """The plus sign and digits, which Telegram makes a link to call."""
    back = ((back_to(words, OpenPerson(card.person.id)),),)
    if number is None:
        return Screen(words.say("<b>{name}</b> has left no phone number.", name=card.person.name), back)
    text = words.say("<b>{name}</b>: {number}", name=card.person.name, number=number)
    noted = words.say("That you looked was noted. Please use it for this volunteer only.")
    return Screen(LINE.join([text, noted]), back)

"""A guardian's form from paper, and trainings. Names typed here go straight under lock: the draft never holds them."""

from datetime import date, timedelta

from markupsafe import Markup

from bot.ground.drafts import DAYS, LONG_WAIT, Draft
from bot.ground.reading.dates import calendar_at, read_date
from bot.ground.reading.names import read_names
from bot.ground.refusals import DraftIncomplete, Refusal
from bot.ground.times import zone_named
from bot.guardians import paper as paper_consent
from bot.members import acts as people
from bot.members import trainings
from bot.members.shown import PersonCard
from bot.people import drafting
from bot.people.ages import EXACT_MINORS, ExactMinor
from bot.sign_ups.acts import sign_up
from bot.speech.buttons import Button
from bot.speech.screens import LINE, Key, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.guardians.lines import full_day
from handlers.links.members import (
    AddTraining,
    ConsentAge,
    ConsentDay,
    ConsentOnPaper,
    OpenPerson,
    PlaceOrTyped,
    RecordConsent,
    RemoveTraining,
    SeeTrainings,
)
from handlers.links.sign_ups import SignUpOther
from handlers.members import person_card as person_views
from handlers.sign_ups import outcomes as done_views
from handlers.talk.age_words import band_name
from handlers.talk.journeys import Journey
from handlers.talk.questions import Question
from handlers.talk.questions import ask as ask_for
from handlers.talk.ways import ask_sure, back_to

journey = Journey()

CONSENT = "consent"
TRAINING = Question[int]("training", "person")


@journey.on(RecordConsent)
async def record(context: Context, person: int, shift: int) -> Screen:
    card = await paper_consent.begin(context, person)
    band = card.person.age_band
    known = band in EXACT_MINORS
    await drafting.start(
        context,
        CONSENT,
        "day" if known else "age",
        {"person": person, "band": band if known else "", "shift": shift},
    )
    return await again(context)


@journey.on(ConsentAge)
async def age(context: Context, band: ExactMinor) -> Screen:
    draft = await drafting.find(context, CONSENT)
    await paper_consent.begin(context, draft.fields["person"])
    await drafting.advance(context.tx, draft, context.now, step="day", band=band)
    return await again(context)


@journey.on(ConsentDay)
async def day(context: Context, ago: int) -> Screen:
    draft = await drafting.find(context, CONSENT)
    card = await paper_consent.begin(context, draft.fields["person"])
    return await take_day(context, card.today - timedelta(days=ago))


async def take_day(context: Context, given_on: date) -> Screen:
    draft = await drafting.find(context, CONSENT)
    card = await paper_consent.begin(context, draft.fields["person"])
    months = await paper_consent.months_of(context.tx, card.person.id)
    paper_consent.check_day(context.viewer, context.now, given_on, months)
    await drafting.advance(context.tx, draft, context.now, step="names", day=given_on.isoformat())
    return await again(context)


@journey.again(CONSENT)
async def again(context: Context) -> Screen:
    """Whatever the form waits for."""
    draft = await drafting.find(context, CONSENT)
    card = await paper_consent.begin(context, draft.fields["person"])
    if draft.step == "names":
        ask = ask_names if context.tx.vault.has_key else ask_paper_only
        return ask(context.words, card, where_from(draft, card), companion=draft.fields["band"] == "under_14")
    return (ask_day if draft.step == "day" else ask_age)(context.words, card, where_from(draft, card))


def where_from(draft: Draft, card: PersonCard) -> Button:
    """What the form asks first leads to the list or the card that it was opened from; what follows, to the first."""
    person_id, shift_id = card.person.id, draft.fields.get("shift", 0)
    if draft.step == "names" or (draft.step == "day" and card.person.age_band not in EXACT_MINORS):
        return RecordConsent(person_id, shift_id)
    return SignUpOther(shift_id, 0) if shift_id else OpenPerson(person_id)


@journey.on(ConsentOnPaper)
async def on_paper(context: Context) -> Screen | None:
    return await finish(context, "", "")


@journey.typed(CONSENT, names=True, waits=LONG_WAIT, answers=DAYS, own=(ConsentAge, ConsentDay, ConsentOnPaper))
async def typed(context: Context) -> Screen | None:
    """A day, or names on one or two lines, whatever the form waits for; no name that could not be kept encrypted."""
    draft = await drafting.find(context, CONSENT)
    card = await paper_consent.begin(context, draft.fields["person"])
    if draft.step == "names" and not context.tx.vault.has_key:
        return await again(context)
    if draft.step == "names" and draft.fields["band"] == "under_14":
        return await typed_both(context, draft, card)
    if draft.step == "names":
        return await finish(context, context.rest.strip().partition("\n")[0], None)
    if draft.step == "day":
        calendar = calendar_at(zone_named(context.viewer.zone), context.now)
        return await take_day(context, read_date(context.rest, calendar, "behind"))
    return await again(context)


async def typed_both(context: Context, draft: Draft, card: PersonCard) -> Screen | None:
    """Under 14 one name is not enough; nothing was kept of it, so both are asked again."""
    names = read_names(context.rest).names
    if len(names) < 2:
        return ask_names(context.words, card, where_from(draft, card), companion=True, missing=True)
    return await finish(context, names[0], names[1])


async def finish(context: Context, guardian: str, companion: str | None) -> Screen | None:
    draft = await drafting.find(context, CONSENT)
    person_id = int(draft.fields["person"])
    if "day" not in draft.fields:
        raise DraftIncomplete(missing=("day",))
    until = await paper_consent.record_consent(
        context,
        person_id=person_id,
        age_band=draft.fields["band"],
        given_on=date.fromisoformat(draft.fields["day"]),
        guardian=guardian,
        companion=companion,
    )
    await drafting.finish(context, CONSENT)
    card = await people.person_card(context, person_id)
    context.send(recorded(context.words, card.person.name, until))
    if shift_id := draft.fields.get("shift", 0):
        return await sign_up_now(context, person_id, shift_id)
    return person_views.person_card(context.words, card, context.viewer)


async def sign_up_now(context: Context, person_id: int, shift_id: int) -> Screen | None:
    """What waited for the form goes on by itself; the form stays recorded where it cannot."""
    try:
        done = await sign_up(context, shift_id=shift_id, person_id=person_id)
    except Refusal as refusal:
        context.refuse(refusal)
    else:
        return done_views.signed_up(context.words, done)
    return None


@journey.on(SeeTrainings)
async def show_trainings(context: Context, person_id: int) -> Screen:
    card = await people.person_card(context, person_id)
    return trainings_screen(context.words, card, await trainings.known_trainings(context.tx))


@journey.on(AddTraining)
async def add(context: Context, person: int, which: PlaceOrTyped) -> Screen:
    known = await trainings.known_trainings(context.tx)
    if 0 <= which < len(known):
        await trainings.add_training(context, person_id=person, name=known[which])
        return await show_trainings(context, person)
    card = await people.person_card(context, person)
    return await ask_for(context, TRAINING, ask_training(context.words, card), person)


@journey.answer(TRAINING)
async def typed_training(context: Context, name: str, person: int) -> Screen:
    await trainings.add_training(context, person_id=person, name=name)
    return await show_trainings(context, person)


@journey.on(RemoveTraining)
async def remove(context: Context, person: int, which: int) -> Screen:
    """By its place: a list that has changed meanwhile is shown again instead."""
    card = await people.person_card(context, person)
    if 0 <= which < len(card.trainings):
        name = card.trainings[which]
        await trainings.remove_training(context, person_id=person, name=name)
    return await show_trainings(context, person)


def ask_age(words: Words, card: PersonCard, home: Button) -> Screen:
    text = words.say("<b>Consent form for {name}</b>", name=card.person.name)
    ask = words.say("How old is the volunteer, as the form says?")
    keys = tuple(Key(band_name(words, band), ConsentAge(band)) for band in EXACT_MINORS)
    return Screen(LINE.join([text, ask]), (keys, (back_to(words, home),)))


def ask_day(words: Words, card: PersonCard, home: Button) -> Screen:
    text = words.say("<b>Consent form for {name}</b>", name=card.person.name)
    ask = words.say("When was it signed? Press or type a day, such as 20 Nov. It holds for twelve months.")
    days = (Key(words.label("Today"), ConsentDay(0)), Key(words.label("Yesterday"), ConsentDay(1)))
    return Screen(LINE.join([text, ask]), (days, (back_to(words, home),)))


def ask_names(words: Words, card: PersonCard, home: Button, *, companion: bool, missing: bool = False) -> Screen:
    """``companion``: under 14, who comes along is asked as well; ``missing``: only one name was typed."""
    ask = words.say("Who signed? Type the parent's or guardian's name.")
    if companion:
        ask = words.say("Who signed, and who comes along? Type two lines: the guardian's name, then the companion's.")
    kept = words.say("Names are kept encrypted.")
    again = [words.say("⚠️ That was one name only.")] if missing else []
    return Screen(LINE.join([*again, ask, kept]), ((back_to(words, home),),))


def ask_paper_only(words: Words, card: PersonCard, home: Button, *, companion: bool) -> Screen:
    """Where no data key is set: the bot keeps no names."""
    ask = words.say("Does the form bear the guardian's name and signature?")
    if companion:
        ask = words.say("Does the form bear the guardian's name and signature, and the name of who comes along?")
    kept = words.say("This bot keeps no names of guardians: please keep the paper.")
    yes = Key(words.label("Yes, it does"), ConsentOnPaper())
    return ask_sure(LINE.join([ask, kept]), yes, back_to(words, home))


def recorded(words: Words, name: str, until: date) -> Screen:
    text = words.say(
        "✅ Consent for <b>{name}</b> is recorded and holds until {day}.", name=name, day=full_day(words, until)
    )
    return Screen(LINE.join([text, words.say("Please keep the paper with you.")]))


def trainings_screen(words: Words, card: PersonCard, known: tuple[str, ...]) -> Screen:
    """What is recorded, to be removed by a press; and what others have, to be added by one."""
    id = card.person.id
    lines = [words.say("<b>Training of {name}</b>", name=card.person.name)]
    lines += [Markup("· {}").format(name) for name in card.trainings] or [words.say("Nothing recorded yet.")]
    lines.append(words.say("An activity may ask for one of these by its exact name."))
    adding = [
        (Key(f"＋ {name}", AddTraining(id, place)),) for place, name in enumerate(known) if name not in card.trainings
    ]
    removing = [(Key(f"✕ {name}", RemoveTraining(id, place)),) for place, name in enumerate(card.trainings)]
    other = Key(words.label("Another training"), AddTraining(id, -1))
    return Screen(LINE.join(lines), (*removing, *adding, (other, back_to(words, OpenPerson(id)))))


def ask_training(words: Words, card: PersonCard) -> Screen:
    text = words.say("Which training has <b>{name}</b> done? Please type its name.", name=card.person.name)
    return Screen(text, ((back_to(words, SeeTrainings(card.person.id)),),))

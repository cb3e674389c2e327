"""A guardian's form from paper, and trainings. Names typed here go straight under lock: the draft never holds them."""

from datetime import date, timedelta

from bot.ground.drafts import DAYS, LONG_WAIT
from bot.ground.reading.dates import read_date
from bot.ground.refusals import DraftIncomplete, Refusal
from bot.guardians import paper as paper_consent
from bot.members import acts as people
from bot.members import trainings
from bot.members.cards import PersonCard
from bot.people import drafting
from bot.people.consent import EXACT_MINORS, ExactMinor
from bot.sign_ups.acts import sign_up
from bot.sign_ups.groups.rules import parted_names
from bot.wire.context import Context
from bot.wire.routing import Form, Route, on_press
from handlers.guardians import paper_screens as views
from handlers.links.members import (
    AddTraining,
    ConsentAge,
    ConsentDay,
    ConsentOnPaper,
    PlaceOrTyped,
    RecordConsent,
    RemoveTraining,
    SeeTrainings,
)
from handlers.members import screens as person_views
from handlers.sign_ups import screens as done_views

CONSENT, TRAINING = "consent", "training"


async def record(context: Context, person: int, shift: int) -> None:
    card = await paper_consent.begin(context.tx, context.viewer, context.now, person)
    band = card.person.age_band
    known = band in EXACT_MINORS
    await drafting.start(
        context.tx,
        context.viewer,
        context.now,
        CONSENT,
        "day" if known else "age",
        {"person": person, "band": band if known else "", "shift": shift},
    )
    context.show(views.ask_day(context.words, card) if known else views.ask_age(context.words, card))


async def age(context: Context, band: ExactMinor) -> None:
    draft = await drafting.find(context.tx, context.viewer, CONSENT)
    card = await paper_consent.begin(context.tx, context.viewer, context.now, draft.fields["person"])
    await drafting.advance(context.tx, draft, context.now, step="day", band=band)
    context.show(views.ask_day(context.words, card))


async def day(context: Context, ago: int) -> None:
    draft = await drafting.find(context.tx, context.viewer, CONSENT)
    card = await paper_consent.begin(context.tx, context.viewer, context.now, draft.fields["person"])
    await take_day(context, card.today - timedelta(days=ago))


async def take_day(context: Context, given_on: date) -> None:
    draft = await drafting.find(context.tx, context.viewer, CONSENT)
    card = await paper_consent.begin(context.tx, context.viewer, context.now, draft.fields["person"])
    months = await paper_consent.months_of(context.tx, card.person.id)
    paper_consent.check_day(context.viewer, context.now, given_on, months)
    await drafting.advance(context.tx, draft, context.now, step="names", day=given_on.isoformat())
    await again(context)


async def again(context: Context) -> None:
    """Whatever the form waits for."""
    draft = await drafting.find(context.tx, context.viewer, CONSENT)
    card = await paper_consent.begin(context.tx, context.viewer, context.now, draft.fields["person"])
    if draft.step == "names":
        ask = views.ask_names if context.tx.vault.has_key else views.ask_paper_only
        context.show(ask(context.words, card, companion=draft.fields["band"] == "under_14"))
    else:
        context.show(views.ask_day(context.words, card) if draft.step == "day" else views.ask_age(context.words, card))


async def on_paper(context: Context) -> None:
    await finish(context, "", "")


async def typed(context: Context) -> None:
    """A day, or names on one or two lines, whatever the form waits for; no name that could not be kept encrypted."""
    draft = await drafting.find(context.tx, context.viewer, CONSENT)
    card = await paper_consent.begin(context.tx, context.viewer, context.now, draft.fields["person"])
    if draft.step == "names" and not context.tx.vault.has_key:
        await again(context)
    elif draft.step == "names" and draft.fields["band"] == "under_14":
        await typed_both(context, card)
    elif draft.step == "names":
        await finish(context, context.rest.strip().partition("\n")[0], None)
    elif draft.step == "day":
        await take_day(context, read_date(context.rest, card.today, "behind"))
    else:
        context.show(views.ask_age(context.words, card))


async def typed_both(context: Context, card: PersonCard) -> None:
    """Under 14 one name is not enough; nothing was kept of it, so both are asked again."""
    names = parted_names(context.rest)
    if len(names) < 2:
        context.show(views.ask_names(context.words, card, companion=True, missing=True))
    else:
        await finish(context, names[0], names[1])


async def finish(context: Context, guardian: str, companion: str | None) -> None:
    draft = await drafting.find(context.tx, context.viewer, CONSENT)
    person_id = int(draft.fields["person"])
    if "day" not in draft.fields:
        raise DraftIncomplete(missing=("day",))
    until = await paper_consent.record_consent(
        context.tx,
        context.viewer,
        context.now,
        person_id=person_id,
        age_band=draft.fields["band"],
        given_on=date.fromisoformat(draft.fields["day"]),
        guardian=guardian,
        companion=companion,
    )
    await drafting.finish(context.tx, context.viewer, CONSENT)
    card = await people.person_card(context.tx, context.viewer, context.now, person_id)
    context.send(views.recorded(context.words, card.person.name, until))
    if shift_id := draft.fields.get("shift", 0):
        await sign_up_now(context, person_id, shift_id)
    else:
        context.show(person_views.person_card(context.words, card, context.viewer))


async def sign_up_now(context: Context, person_id: int, shift_id: int) -> None:
    """What waited for the form goes on by itself; the form stays recorded where it cannot."""
    try:
        done = await sign_up(context.tx, context.viewer, context.now, shift_id=shift_id, person_id=person_id)
    except Refusal as refusal:
        context.refuse(refusal)
    else:
        context.show(done_views.signed_up(context.words, done))


async def show_trainings(context: Context, person_id: int) -> None:
    card = await people.person_card(context.tx, context.viewer, context.now, person_id)
    context.show(views.trainings(context.words, card, await trainings.known_trainings(context.tx)))


async def see_trainings(context: Context, person: int) -> None:
    await show_trainings(context, person)


async def add(context: Context, person: int, which: PlaceOrTyped) -> None:
    known = await trainings.known_trainings(context.tx)
    if 0 <= which < len(known):
        await trainings.add_training(context.tx, context.viewer, context.now, person_id=person, name=known[which])
        await show_trainings(context, person)
        return
    card = await people.person_card(context.tx, context.viewer, context.now, person)
    await drafting.start(context.tx, context.viewer, context.now, TRAINING, "name", {"person": person})
    context.show(views.ask_training(context.words, card))


async def typed_training(context: Context) -> None:
    draft = await drafting.find(context.tx, context.viewer, TRAINING)
    person_id = int(draft.fields["person"])
    await trainings.add_training(context.tx, context.viewer, context.now, person_id=person_id, name=context.rest)
    await drafting.finish(context.tx, context.viewer, TRAINING)
    await show_trainings(context, person_id)


async def remove(context: Context, person: int, which: int) -> None:
    """By its place: a list that has changed meanwhile is shown again instead."""
    card = await people.person_card(context.tx, context.viewer, context.now, person)
    if 0 <= which < len(card.trainings):
        name = card.trainings[which]
        await trainings.remove_training(context.tx, context.viewer, context.now, person_id=person, name=name)
    await show_trainings(context, person)


ROUTES: list[Route] = [
    on_press(RecordConsent, record),
    on_press(ConsentAge, age),
    on_press(ConsentDay, day),
    on_press(ConsentOnPaper, on_paper),
    on_press(SeeTrainings, see_trainings),
    on_press(AddTraining, add),
    on_press(RemoveTraining, remove),
    Form(CONSENT, typed, LONG_WAIT, answers=DAYS, again=again, own=(ConsentAge, ConsentDay, ConsentOnPaper)),
    Form(TRAINING, typed_training),
]

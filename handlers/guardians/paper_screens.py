"""The questions about a guardian's signed form, and about trainings."""

from datetime import date

from markupsafe import Markup

from bot.members.cards import PersonCard
from bot.people.consent import EXACT_MINORS
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from handlers.guardians.screens import full_day
from handlers.links.members import (
    AddTraining,
    ConsentAge,
    ConsentDay,
    ConsentOnPaper,
    OpenPerson,
    RemoveTraining,
    SeeTrainings,
)
from handlers.talk.roles import band_name

LINE = Markup("\n")


def back(words: Words, person_id: int) -> Key:
    return Key(words.label("Back"), OpenPerson(person_id))


def ask_age(words: Words, card: PersonCard) -> Screen:
    text = words.say("<b>Consent form for {name}</b>", name=card.person.name)
    ask = words.say("How old is the volunteer, as the form says?")
    keys = tuple(Key(band_name(words, band), ConsentAge(band)) for band in EXACT_MINORS)
    return Screen(LINE.join([text, ask]), (keys, (back(words, card.person.id),)))


def ask_day(words: Words, card: PersonCard) -> Screen:
    text = words.say("<b>Consent form for {name}</b>", name=card.person.name)
    ask = words.say("When was it signed? Press or type a day, such as 20 Nov. It holds for twelve months.")
    days = (Key(words.label("Today"), ConsentDay(0)), Key(words.label("Yesterday"), ConsentDay(1)))
    return Screen(LINE.join([text, ask]), (days, (back(words, card.person.id),)))


def ask_names(words: Words, card: PersonCard, *, companion: bool, missing: bool = False) -> Screen:
    """``companion``: under 14, who comes along is asked as well; ``missing``: only one name was typed."""
    ask = words.say("Who signed? Type the parent's or guardian's name.")
    if companion:
        ask = words.say("Who signed, and who comes along? Type two lines: the guardian's name, then the companion's.")
    kept = words.say("Names are kept encrypted.")
    again = [words.say("⚠️ That was one name only.")] if missing else []
    return Screen(LINE.join([*again, ask, kept]), ((back(words, card.person.id),),))


def ask_paper_only(words: Words, card: PersonCard, *, companion: bool) -> Screen:
    """Where no data key is set: the bot keeps no names."""
    ask = words.say("Does the form bear the guardian's name and signature?")
    if companion:
        ask = words.say("Does the form bear the guardian's name and signature, and the name of who comes along?")
    kept = words.say("This bot keeps no names of guardians: please keep the paper.")
    yes = Key(words.label("Yes, it does"), ConsentOnPaper())
    return Screen(LINE.join([ask, kept]), ((yes, back(words, card.person.id)),))


def recorded(words: Words, name: str, until: date) -> Screen:
    text = words.say(
        "✅ Consent for <b>{name}</b> is recorded and holds until {day}.", name=name, day=full_day(words, until)
    )
    return Screen(LINE.join([text, words.say("Please keep the paper with you.")]))


def trainings(words: Words, card: PersonCard, known: tuple[str, ...]) -> Screen:
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
    return Screen(LINE.join(lines), (*removing, *adding, (other, back(words, id))))


def ask_training(words: Words, card: PersonCard) -> Screen:
    text = words.say("Which training has <b>{name}</b> done? Please type its name.", name=card.person.name)
    return Screen(text, ((Key(words.label("Back"), SeeTrainings(card.person.id)),),))

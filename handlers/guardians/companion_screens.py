"""Who comes along with somebody under 14, and the way on for the minor once nothing is missing any more."""

from markupsafe import Markup

from bot.guardians.rules import CompanionSought, MayJoin
from bot.speech.buttons import Button
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from handlers.activities.cards import activity_card
from handlers.links.guardians import AnotherAdult, ComeAlong, NameCompanion, SeeConsent
from handlers.links.members import OpenPerson
from handlers.links.menu import TakeTyped
from handlers.links.sign_ups import SignUpOther
from handlers.talk.menu_screens import do

EMPTY_LINE = Markup("\n\n")


def ask(words: Words, sought: CompanionSought, *, to_person: bool) -> Screen:
    """Of the guardian, or of whoever acts for the child: one press, or a typed name.

    ``to_person``: staff and captains came from the child's card, where no sign-up waits.
    """
    text = words.say("<b>{name} is under 14: who comes along?</b>\nPlease type the adult's name.", name=sought.name)
    along = Key(words.label("I come along"), ComeAlong(sought.child_id, sought.shift_id))
    return Screen(text, ((along,), (Key(words.label("Back"), way_out(sought, to_person=to_person)),)))


def ask_unnamed(words: Words, sought: CompanionSought, *, to_person: bool) -> Screen:
    """The same where no data key is set: nobody is asked for a name that could not be kept encrypted."""
    text = words.say("<b>{name} is under 14: who comes along?</b>\nThis bot keeps no names here.", name=sought.name)
    along = Key(words.label("I come along"), ComeAlong(sought.child_id, sought.shift_id))
    other = Key(words.label("Another adult"), AnotherAdult(sought.child_id, sought.shift_id))
    back = Key(words.label("Back"), way_out(sought, to_person=to_person))
    return Screen(text, ((along, other), (back,)))


def way_out(sought: CompanionSought, *, to_person: bool) -> Button:
    """To where the question came from."""
    if sought.shift_id:
        return SignUpOther(sought.shift_id, 0)
    return OpenPerson(sought.child_id) if to_person else SeeConsent(sought.child_id)


def sure(words: Words, name: str, *, form: str, revision: int, change: Button) -> Screen:
    """An excuse that was typed here must become no companion."""
    yes = Key(words.label("Yes, this name"), TakeTyped(form, revision, True))
    return Screen(words.say("<b>“{name}” comes along?</b>", name=name), ((yes, Key(words.label("Change"), change)),))


def asked_by_child(words: Words, sought: CompanionSought) -> Screen:
    """To the guardian, whose consent stands."""
    text = words.say(
        "<b>{name} would like to take part. Who comes along?</b>\nUnder 14, an adult must.", name=sought.name
    )
    along = Key(words.label("I come along"), ComeAlong(sought.child_id, 0))
    return Screen(text, ((along, Key(words.label("Someone else"), NameCompanion(sought.child_id, 0))),))


def guardian_asked(words: Words, guardian: str) -> Screen:
    return Screen(words.say("👍 I've asked {name} who comes along. I'll tell you the answer.", name=guardian))


def noted(words: Words, done: CompanionSought, *, to_person: bool) -> Screen:
    """``to_person``: staff and captains go back to the card they came from."""
    text = words.say("✅ Noted who comes along with {name}.", name=done.name)
    key = Key(words.label("Who comes along"), NameCompanion(done.child_id, 0))
    back = Key(words.label("Back"), OpenPerson(done.child_id))
    return Screen(text, ((back if to_person else key,),))


def guardian_agreed(words: Words, news: MayJoin) -> Screen:
    """To the minor, with the way back to what was refused before."""
    if news.by is None:
        return way_back(words, words.say("✅ <b>The signed form is there. You can take part now.</b>"), news)
    return way_back(words, words.say("✅ <b>{name} has agreed. You can take part now.</b>", name=news.by), news)


def companion_named(words: Words, news: MayJoin) -> Screen:
    if news.by is None:
        return way_back(words, words.say("✅ <b>An adult comes along. You can take part now.</b>"), news)
    return way_back(words, words.say("✅ <b>{name} comes along. You can take part now.</b>", name=news.by), news)


def way_back(words: Words, first: Markup, news: MayJoin) -> Screen:
    if news.card is None:
        return Screen(first, ((do(words, "activities"),),))
    card = activity_card(words, news.card)
    return Screen(EMPTY_LINE.join([first, card.text]), card.keys)

"""What a minor hears of a guardian's answer, and a guardian of a minor's question."""

from markupsafe import Markup

from bot.ground import notices
from bot.guardians import acts as guardians
from bot.guardians import companions, wishes
from bot.guardians.rules import CompanionSought, ConsentEnded, MayJoin
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.wire.rendering import Telling
from handlers.activities.cards import activity_card
from handlers.guardians.lines import ask_guardian
from handlers.links.guardians import ComeAlong, NameCompanion
from handlers.talk.journeys import Journey
from handlers.talk.menu_keys import do

journey = Journey()


@journey.notice(notices.GuardianAgreed)
async def show_guardian_agreed(to: Telling, by: int, shift: int) -> Screen | None:
    return to.say(guardian_agreed, await wishes.look(to.tx, to.person_id, to.now, by=by, shift_id=shift))


@journey.notice(notices.CompanionNamed)
async def show_companion_named(to: Telling, by: int, shift: int) -> Screen | None:
    return to.say(companion_named, await wishes.look(to.tx, to.person_id, to.now, by=by, shift_id=shift))


@journey.notice(notices.CompanionAsked)
async def companion_asked(to: Telling, child: int) -> Screen | None:
    return to.say(asked_by_child, await companions.still_sought(await to.desk(), child))


@journey.notice(notices.GuardianTookBack)
async def show_guardian_took_back(to: Telling, guardian: int) -> Screen | None:
    return to.say(guardian_took_back, await guardians.ended(to.tx, guardian))


def asked_by_child(words: Words, sought: CompanionSought) -> Screen:
    """To the guardian, whose consent stands."""
    text = words.say(
        "<b>{name} would like to take part. Who comes along?</b>\nUnder 14, an adult must.", name=sought.name
    )
    along = Key(words.label("I come along"), ComeAlong(sought.child_id, 0))
    return Screen(text, ((along, Key(words.label("Someone else"), NameCompanion(sought.child_id, 0))),))


def guardian_agreed(words: Words, news: MayJoin) -> Screen:
    """To the minor, with the way back to what was refused before."""
    if news.by is None:
        return way_back(words, words.say("✅ <b>The signed form is there. You can take part now.</b>"), news)
    return way_back(words, words.say("✅ <b>{name} has agreed. You can take part now.</b>", name=news.by), news)


def companion_named(words: Words, news: MayJoin) -> Screen:
    if news.by is None:
        return way_back(words, words.say("✅ <b>An adult comes along. You can take part now.</b>"), news)
    return way_back(words, words.say("✅ <b>{name} comes along. You can take part now.</b>", name=news.by), news)


def guardian_took_back(words: Words, ended: ConsentEnded) -> Screen:
    if ended.companion_only:
        text = words.say(
            "The adult who was to come along with you has left. Your coming sign-ups are cancelled: under 14, an adult "
            "must come along."
        )
    elif not ended.guardian:
        text = words.say(
            "Your parent or guardian has left, and the consent has ended. Your coming sign-ups are cancelled."
        )
    else:
        text = words.say("{name} has taken the consent back. Your coming sign-ups are cancelled.", name=ended.guardian)
    return Screen(text, ((ask_guardian(words),),))


EMPTY_LINE = Markup("\n\n")


def way_back(words: Words, first: Markup, news: MayJoin) -> Screen:
    if news.card is None:
        return Screen(first, ((do(words, "activities"),),))
    card = activity_card(words, news.card)
    return Screen(EMPTY_LINE.join([first, card.text]), card.keys)

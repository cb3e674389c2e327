"""Consent of a parent or guardian, from both sides. The text to forward must make sense outside Telegram too."""

from datetime import date

from markupsafe import Markup

from bot.guardians.rules import Agreed, Asked, ConsentEnded
from bot.people.consent import AgeBand, Ward
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from handlers.links.guardians import (
    AgreeAgain,
    AskGuardian,
    CompanionIs,
    GuardianAgrees,
    GuardianRefuses,
    NameCompanion,
    SeeConsent,
    SeeRequest,
    TakeBack,
)
from handlers.talk.menu_screens import do


def ask_guardian(words: Words) -> Key:
    """For the screen that says why somebody under 18 has no place yet."""
    return Key(words.label("Ask my parent or guardian"), AskGuardian())


def forward_this(words: Words) -> Screen:
    text = words.say("👇 <b>Forward the next message to your parent or guardian.</b> I'll tell you when they agree.")
    return Screen(text)


def request(words: Words, name: str, url: str, until: int) -> Screen:
    """Is forwarded, or copied into WeChat or WhatsApp."""
    text = words.say(
        "<b>{name} would like to volunteer and needs your consent.</b>\n"
        "Please open this link in Telegram, read and agree. It works until {day}.\n{url}",
        name=name,
        day=words.day(until),
        url=url,
    )
    return Screen(text)


def question(words: Words, asked: Asked, code: str) -> Screen:
    """What the guardian reads, and says yes or no to."""
    name = asked.child.name
    lines = [
        words.say("<b>Do you agree that {name} volunteers with us?</b>", name=name),
        words.say("· Activities are led by staff; each one says where, when and what to mind"),
        words.say("· Your consent holds for 12 months, and you can take it back any time"),
        words.say("· Kept: that you agreed, and when. We ask you as parent or guardian, 18 or over"),
    ]
    no = Key(words.label("I don't agree"), GuardianRefuses())
    if not asked.companion_needed:
        return Screen(Markup("\n").join(lines), ((Key(words.label("I agree"), GuardianAgrees(code, False)), no),))
    lines.append(words.say("· {name} is under 14: an adult comes along", name=name))
    along = Key(words.label("I agree and come along"), GuardianAgrees(code, True))
    other = Key(words.label("I agree, someone else comes along"), CompanionIs(code))
    return Screen(Markup("\n").join(lines), ((along,), (other,), (no,)))


def ask_companion(words: Words, name: str, code: str) -> Screen:
    text = words.say("Who comes along with {name}? Please type the name.", name=name)
    return Screen(text, ((Key(words.label("Back"), SeeRequest(code)),),))


def agreed(words: Words, done: Agreed) -> Screen:
    """Right after agreeing; where the way back stands is said, for this message will be far up some day."""
    child = done.child
    thanks = words.say(
        "✅ Thank you. {name} can take part until {day}.", name=child.name, day=full_day(words, done.valid_until)
    )
    where = words.say("You can take it back any time, also in /settings.")
    return Screen(Markup("\n").join([thanks, where]), consent_keys(words, done))


def standing(words: Words, done: Agreed) -> Screen:
    """What was agreed to before."""
    text = words.say(
        "✅ On {day} you agreed that {name} takes part. It holds until {until}.",
        day=full_day(words, done.given_on),
        name=done.child.name,
        until=full_day(words, done.valid_until),
    )
    return Screen(text, consent_keys(words, done))


def consent_keys(words: Words, done: Agreed) -> Rows:
    """Under 14, who comes along may be named anew while the consent stands."""
    child = done.child
    back = Key(words.label("Take it back"), TakeBack(child.id, False))
    if child.age_band != AgeBand.UNDER_14:
        return ((back,),)
    return ((Key(words.label("Who comes along"), NameCompanion(child.id, 0)), back),)


def wards(words: Words, found: list[Ward]) -> Screen:
    """Everybody a guardian has agreed for."""
    if not found:
        return Screen(words.say("There is no consent of yours."), ((do(words, "settings"),),))
    rows = tuple((Key(ward.name, SeeConsent(ward.child_id)),) for ward in found)
    return Screen(words.say("You have agreed as parent or guardian for:"), (*rows, (do(words, "settings"),)))


def full_day(words: Words, on: date) -> Markup:
    """With its year: it is up to twelve months away."""
    return words.say("{day} {year}", day=words.day(on), year=str(on.year))


def refused(words: Words) -> Screen:
    return Screen(words.say("All right. Nothing was recorded. If you change your mind, the link still works."))


def sure_to_take_back(words: Words, name: str, child_id: int) -> Screen:
    text = words.say("Take your consent for {name} back? Coming sign-ups will be cancelled.", name=name)
    no = Key(words.label("No, it stands"), SeeConsent(child_id))
    yes = Key(words.label("Yes, take it back"), TakeBack(child_id, True))
    return Screen(text, ((no, yes),))


def taken_back(words: Words, name: str, child_id: int) -> Screen:
    text = words.say("Your consent for {name} is taken back. Coming sign-ups are cancelled.", name=name)
    return Screen(text, ((Key(words.label("I agree again"), AgreeAgain(child_id)),),))


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


def age_told(words: Words) -> Screen:
    text = words.say("✅ Thank you, noted.")
    return Screen(text, ((do(words, "activities"), do(words, "settings")),))

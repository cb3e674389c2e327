"""Age group and guardian's consent. The link ``g_<code>`` is opened by an adult, who joins first where needed."""

from markupsafe import Markup

from bot.ground.refusals import Refusal
from bot.ground.times import DAY
from bot.guardians import acts as guardians
from bot.guardians import companions
from bot.guardians.rules import Agreed, Asked, Wanted
from bot.joining import own_settings
from bot.people.ages import MINORS, AgeBand
from bot.people.consent.rules import Ward
from bot.people.viewing import renewed
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.guardians.lines import full_day, propose
from handlers.joining import lines as joining_lines
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
from handlers.links.joining import ExactBand, TellAge
from handlers.talk import questions
from handlers.talk.agency_words import agency_lines
from handlers.talk.journeys import Journey
from handlers.talk.menu_keys import do
from handlers.talk.questions import Question
from handlers.talk.ways import back_to

journey = Journey()

COMPANION = Question[str]("companion", "code")
PREFIX = "g_"


@journey.on(TellAge)
async def tell_age(context: Context, band: ExactBand, ask_guardian: bool) -> Screen | None:
    await own_settings.tell_age(context, band)
    context.work.viewer = await renewed(context)
    if ask_guardian and AgeBand(band) in MINORS:
        await send_request(context)
    else:
        text = context.words.say("✅ Thank you, noted.")
        return Screen(text, ((do(context.words, "activities"), do(context.words, "settings")),))
    return None


@journey.on(AskGuardian)
async def ask(context: Context) -> Screen | None:
    if guardians.needs_age(context.viewer, context.now):
        return joining_lines.ask_age(context.words, MINORS, ask_guardian=True)
    guardian = await companions.ask_guardian(context)
    if guardian is None:
        await send_request(context)
    else:
        return guardian_asked(context.words, guardian)
    return None


async def send_request(context: Context) -> None:
    code = await guardians.ask(context)
    url = f"https://t.me/{context.bot_name}?start={PREFIX}{code}"
    until = context.now + guardians.LINK_DAYS * DAY
    context.show(forward_this(context.words))
    wanted = await guardians.wanted(context)
    context.send(request(context.words, context.viewer.person.name, wanted, url, until))


@journey.start_link(PREFIX)
async def open_link(context: Context) -> Screen | None:
    return await show_request(context, context.rest)


@journey.on(SeeRequest)
async def show_request(context: Context, code: str) -> Screen | None:
    asked = await guardians.opened(context, code)
    if isinstance(asked, Refusal):
        context.refuse(asked)
    elif asked.answered:
        return await show_standing(context, asked.child.id)
    else:
        return question(context.words, asked, code)
    return None


async def show_standing(context: Context, child_id: int) -> Screen:
    return standing(context.words, await guardians.standing(context, child_id))


@journey.on(SeeConsent)
async def see_consent(context: Context, child: int) -> Screen:
    if child:
        return await show_standing(context, child)
    return wards(context.words, await guardians.wards(context))


@journey.on(AgreeAgain)
async def agree_again(context: Context, child: int) -> Screen:
    return agreed(context.words, await guardians.agree_again(context, child))


@journey.on(GuardianAgrees)
async def agree(context: Context, code: str, along_id: bool) -> Screen | None:
    along = along_id
    return show_agreed(context, await guardians.agree(context, code, comes_along=along))


def show_agreed(context: Context, done: Agreed | Refusal) -> Screen | None:
    if isinstance(done, Refusal):
        context.refuse(done)
    else:
        return agreed(context.words, done)
    return None


@journey.on(CompanionIs)
@journey.anew(COMPANION)
async def companion(context: Context, code: str) -> Screen | None:
    asked = await guardians.opened(context, code)
    if isinstance(asked, Refusal):
        context.refuse(asked)
        return None
    if not context.tx.vault.has_key:  # no name could be kept encrypted, so none is asked for
        return await agree_with(context, code, companions.UNKEPT)
    return await questions.ask(context, COMPANION, ask_companion(context.words, asked.child.name, code), code)


@journey.answer(COMPANION, names=True, stays=True)
async def typed_companion(context: Context, name: str, code: str) -> None:
    await propose(context, COMPANION.form, name, CompanionIs(code))


@journey.confirmed(COMPANION)
async def take_companion(context: Context, kept: str, code: str) -> Screen | None:
    return await agree_with(context, code, companions.confirmed(context, kept))


async def agree_with(context: Context, code: str, name: str) -> Screen | None:
    done = await guardians.agree(context, code, companion=name)
    await COMPANION.finish(context)
    return show_agreed(context, done)


@journey.on(GuardianRefuses)
async def refuse(context: Context) -> Screen:
    return Screen(context.words.say("All right. Nothing was recorded. If you change your mind, the link still works."))


@journey.on(TakeBack)
async def take_back(context: Context, child_id: int, sure: bool) -> Screen:
    if sure:
        child = await guardians.take_back(context, child_id)
        return taken_back(context.words, child.name, child.id)
    child = (await guardians.standing(context, child_id)).child
    return sure_to_take_back(context.words, child.name, child.id)


def guardian_asked(words: Words, guardian: str) -> Screen:
    return Screen(words.say("👍 I've asked {name} who comes along. I'll tell you the answer.", name=guardian))


def forward_this(words: Words) -> Screen:
    text = words.say("👇 <b>Forward the next message to your parent or guardian.</b> I'll tell you when they agree.")
    return Screen(text)


def request(words: Words, name: str, wanted: Wanted, url: str, until: int) -> Screen:
    """Is forwarded, or copied into WeChat or WhatsApp: what a parent meets first says who asks, and for what."""
    lines = [
        words.say("<b>{name} would like to volunteer and needs your consent.</b>", name=name),
        *wanted_lines(words, wanted),
        words.say("Please open this link in Telegram, read and agree. It works until {day}.", day=words.day(until)),
        Markup("{}").format(url),
    ]
    return Screen(Markup("\n").join(lines))


def wanted_lines(words: Words, wanted: Wanted) -> list[Markup]:
    first = [words.say("To take part in: {title}", title=wanted.title)] if wanted.title else []
    return [*first, *agency_lines(words, wanted.agency)]


def question(words: Words, asked: Asked, code: str) -> Screen:
    """What the guardian reads, and says yes or no to."""
    name = asked.child.name
    lines = [
        words.say("<b>Do you agree that {name} volunteers with us?</b>", name=name),
        *(Markup("· ") + line for line in wanted_lines(words, asked.wanted)),
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
    return Screen(text, ((back_to(words, SeeRequest(code)),),))


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


def wards(words: Words, found: list[Ward]) -> Screen:
    """Everybody a guardian has agreed for."""
    if not found:
        return Screen(words.say("There is no consent of yours."), ((do(words, "settings"),),))
    rows = tuple((Key(ward.name, SeeConsent(ward.child_id)),) for ward in found)
    return Screen(words.say("You have agreed as parent or guardian for:"), (*rows, (do(words, "settings"),)))


def sure_to_take_back(words: Words, name: str, child_id: int) -> Screen:
    text = words.say("Take your consent for {name} back? Coming sign-ups will be cancelled.", name=name)
    no = Key(words.label("No, it stands"), SeeConsent(child_id))
    yes = Key(words.label("Yes, take it back"), TakeBack(child_id, True))
    return Screen(text, ((no, yes),))


def taken_back(words: Words, name: str, child_id: int) -> Screen:
    text = words.say("Your consent for {name} is taken back. Coming sign-ups are cancelled.", name=name)
    return Screen(text, ((Key(words.label("I agree again"), AgreeAgain(child_id)),),))


def consent_keys(words: Words, done: Agreed) -> Rows:
    """Under 14, who comes along may be named anew while the consent stands."""
    child = done.child
    back = Key(words.label("Take it back"), TakeBack(child.id, False))
    if child.age_band != AgeBand.UNDER_14:
        return ((back,),)
    return ((Key(words.label("Who comes along"), NameCompanion(child.id, 0)), back),)

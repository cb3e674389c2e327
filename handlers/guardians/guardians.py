"""Age group and guardian's consent. The link ``g_<code>`` is opened by an adult, who joins first where needed."""

from bot.ground.refusals import Refusal
from bot.ground.times import DAY
from bot.guardians import acts as guardians
from bot.guardians import companions
from bot.guardians.rules import Agreed
from bot.joining import settings
from bot.people import drafting
from bot.people.consent import MINORS, AgeBand
from bot.people.viewing import renewed
from bot.speech.screens import Screen
from bot.wire.context import Context
from handlers.guardians import companion_screens as companion_views
from handlers.guardians import screens as views
from handlers.guardians.companions import propose
from handlers.joining import settings_screens as settings_views
from handlers.links.guardians import (
    AgreeAgain,
    AskGuardian,
    CompanionIs,
    GuardianAgrees,
    GuardianRefuses,
    SeeConsent,
    SeeRequest,
    TakeBack,
)
from handlers.links.joining import ExactBand, TellAge
from handlers.talk.journeys import Journey

journey = Journey()

COMPANION = "companion"
PREFIX = "g_"


@journey.on(TellAge)
async def tell_age(context: Context, band: ExactBand, ask_guardian: bool) -> Screen | None:
    await settings.tell_age(context, band)
    context.work.viewer = await renewed(context)
    if ask_guardian and AgeBand(band) in MINORS:
        await send_request(context)
    else:
        return views.age_told(context.words)
    return None


@journey.on(AskGuardian)
async def ask(context: Context) -> Screen | None:
    if guardians.needs_age(context.viewer, context.now):
        return settings_views.ask_age(context.words, ask_guardian=True)
    guardian = await companions.ask_guardian(context)
    if guardian is None:
        await send_request(context)
    else:
        return companion_views.guardian_asked(context.words, guardian)
    return None


async def send_request(context: Context) -> None:
    code = await guardians.ask(context)
    url = f"https://t.me/{context.bot_name}?start={PREFIX}{code}"
    until = context.now + guardians.LINK_DAYS * DAY
    context.show(views.forward_this(context.words))
    context.send(views.request(context.words, context.viewer.person.name, url, until))


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
        return views.question(context.words, asked, code)
    return None


async def show_standing(context: Context, child_id: int) -> Screen:
    return views.standing(context.words, await guardians.standing(context, child_id))


@journey.on(SeeConsent)
async def see_consent(context: Context, child: int) -> Screen:
    if child:
        return await show_standing(context, child)
    return views.wards(context.words, await guardians.wards(context))


@journey.on(AgreeAgain)
async def agree_again(context: Context, child: int) -> Screen:
    done = await guardians.agree_again(context, child)
    return views.agreed(context.words, done)


@journey.on(GuardianAgrees)
async def agree(context: Context, code: str, along_id: bool) -> Screen | None:
    along = along_id
    return show_agreed(context, await guardians.agree(context, code, comes_along=along))


def show_agreed(context: Context, done: Agreed | Refusal) -> Screen | None:
    if isinstance(done, Refusal):
        context.refuse(done)
    else:
        return views.agreed(context.words, done)
    return None


@journey.on(CompanionIs)
async def companion(context: Context, code: str) -> Screen | None:
    asked = await guardians.opened(context, code)
    if isinstance(asked, Refusal):
        context.refuse(asked)
        return None
    if not context.tx.vault.has_key:  # no name could be kept encrypted, so none is asked for
        return await agree_with(context, code, companions.UNKEPT)
    await drafting.start(context, COMPANION, "name", {"code": code})
    return views.ask_companion(context.words, asked.child.name, code)


@journey.again(COMPANION)
async def companion_again(context: Context) -> Screen | None:
    return await companion(context, await code_typed_for(context))


async def code_typed_for(context: Context) -> str:
    return str((await drafting.find(context, COMPANION)).fields["code"])


@journey.typed(COMPANION)
async def typed_companion(context: Context) -> None:
    await propose(context, COMPANION, CompanionIs(await code_typed_for(context)))


@journey.sure(COMPANION)
async def take_companion(context: Context) -> Screen | None:
    code = await code_typed_for(context)
    return await agree_with(context, code, companions.confirmed(context, context.rest))


async def agree_with(context: Context, code: str, name: str) -> Screen | None:
    done = await guardians.agree(context, code, companion=name)
    await drafting.finish(context, COMPANION)
    return show_agreed(context, done)


@journey.on(GuardianRefuses)
async def refuse(context: Context) -> Screen:
    return views.refused(context.words)


@journey.on(TakeBack)
async def take_back(context: Context, child_id: int, sure: bool) -> Screen:
    if sure:
        child = await guardians.take_back(context, child_id)
        return views.taken_back(context.words, child.name, child.id)
    child = (await guardians.standing(context, child_id)).child
    return views.sure_to_take_back(context.words, child.name, child.id)

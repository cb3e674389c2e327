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
from bot.wire.context import Context
from bot.wire.routing import Form, Route, StartLink, on_press
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

COMPANION = "companion"
PREFIX = "g_"


async def tell_age(context: Context, band: ExactBand, ask_guardian: bool) -> None:
    await settings.tell_age(context.tx, context.viewer, context.now, band)
    context.work.viewer = await renewed(context.tx, context.viewer)
    if ask_guardian and AgeBand(band) in MINORS:
        await send_request(context)
    else:
        context.show(views.age_told(context.words))


async def ask(context: Context) -> None:
    if guardians.needs_age(context.viewer, context.now):
        context.show(settings_views.ask_age(context.words, ask_guardian=True))
        return
    guardian = await companions.ask_guardian(context.tx, context.viewer, context.now)
    if guardian is None:
        await send_request(context)
    else:
        context.show(companion_views.guardian_asked(context.words, guardian))


async def send_request(context: Context) -> None:
    code = await guardians.ask(context.tx, context.viewer, context.now)
    url = f"https://t.me/{context.bot_name}?start={PREFIX}{code}"
    until = context.now + guardians.LINK_DAYS * DAY
    context.show(views.forward_this(context.words))
    context.send(views.request(context.words, context.viewer.person.name, url, until))


async def open_link(context: Context) -> None:
    await show_request(context, context.rest)


async def see_request(context: Context, code: str) -> None:
    await show_request(context, code)


async def show_request(context: Context, code: str) -> None:
    asked = await guardians.opened(context.tx, context.viewer, context.now, code)
    if isinstance(asked, Refusal):
        context.refuse(asked)
    elif asked.answered:
        await show_standing(context, asked.child.id)
    else:
        context.show(views.question(context.words, asked, code))


async def show_standing(context: Context, child_id: int) -> None:
    context.show(views.standing(context.words, await guardians.standing(context.tx, context.viewer, child_id)))


async def see_consent(context: Context, child: int) -> None:
    if child:
        await show_standing(context, child)
    else:
        context.show(views.wards(context.words, await guardians.wards(context.tx, context.viewer)))


async def agree_again(context: Context, child: int) -> None:
    done = await guardians.agree_again(context.tx, context.viewer, context.now, child)
    context.show(views.agreed(context.words, done))


async def agree(context: Context, code: str, along_id: bool) -> None:
    along = along_id
    show_agreed(context, await guardians.agree(context.tx, context.viewer, context.now, code, comes_along=along))


def show_agreed(context: Context, done: Agreed | Refusal) -> None:
    if isinstance(done, Refusal):
        context.refuse(done)
    else:
        context.show(views.agreed(context.words, done))


async def companion(context: Context, code: str) -> None:
    asked = await guardians.opened(context.tx, context.viewer, context.now, code)
    if isinstance(asked, Refusal):
        context.refuse(asked)
        return
    if not context.tx.vault.has_key:  # no name could be kept encrypted, so none is asked for
        await agree_with(context, code, companions.UNKEPT)
        return
    await drafting.start(context.tx, context.viewer, context.now, COMPANION, "name", {"code": code})
    context.show(views.ask_companion(context.words, asked.child.name, code))


async def companion_again(context: Context) -> None:
    await companion(context, await code_typed_for(context))


async def code_typed_for(context: Context) -> str:
    return str((await drafting.find(context.tx, context.viewer, COMPANION)).fields["code"])


async def typed_companion(context: Context) -> None:
    await propose(context, COMPANION, CompanionIs(await code_typed_for(context)))


async def take_companion(context: Context) -> None:
    code = await code_typed_for(context)
    await agree_with(context, code, companions.confirmed(context.tx, context.viewer, context.rest))


async def agree_with(context: Context, code: str, name: str) -> None:
    done = await guardians.agree(context.tx, context.viewer, context.now, code, companion=name)
    await drafting.finish(context.tx, context.viewer, COMPANION)
    show_agreed(context, done)


async def refuse(context: Context) -> None:
    context.show(views.refused(context.words))


async def take_back(context: Context, child_id: int, sure: bool) -> None:
    if sure:
        child = await guardians.take_back(context.tx, context.viewer, context.now, child_id)
        context.show(views.taken_back(context.words, child.name, child.id))
    else:
        child = (await guardians.standing(context.tx, context.viewer, child_id)).child
        context.show(views.sure_to_take_back(context.words, child.name, child.id))


ROUTES: list[Route] = [
    StartLink(PREFIX, open_link),
    on_press(TellAge, tell_age),
    on_press(AskGuardian, ask),
    on_press(GuardianAgrees, agree),
    on_press(CompanionIs, companion),
    on_press(GuardianRefuses, refuse),
    on_press(TakeBack, take_back),
    on_press(SeeConsent, see_consent),
    on_press(AgreeAgain, agree_again),
    on_press(SeeRequest, see_request),
    Form(COMPANION, typed_companion, again=companion_again, sure=take_companion),
]

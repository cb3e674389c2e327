"""/settings: every part is reached by a button; name, number and phone then wait for what is typed or shared."""

from collections.abc import Awaitable, Callable
from typing import Literal

from bot.ground.text import line
from bot.joining import own_teams, settings
from bot.joining.acts import NAME_LIMIT
from bot.people import drafting
from bot.people.notice_choices import Silenced
from bot.people.viewing import renewed
from bot.speech.screens import Screen
from bot.wire.context import Context
from handlers.activities.activities import show_shift
from handlers.joining import own_team_screens as team_views
from handlers.joining import settings_screens as views
from handlers.links.joining import (
    Change,
    JoinTeam,
    LeaveTeam,
    MakeHome,
    OpenTeams,
    OwnTeam,
    RemovePart,
    SettingsPart,
    SwitchNotice,
)
from handlers.talk import forms
from handlers.talk.journeys import Journey

journey = Journey()

NAME, NUMBER, PHONE = "settings_name", "settings_number", "settings_phone"


@journey.command("settings")
async def overview(context: Context) -> Screen:
    return views.overview(context.words, await settings.look(context))


async def ask(context: Context, form: str) -> None:
    """What is typed next belongs to this part."""
    await drafting.start(context, form, "typing", card_id=context.card_id)


async def name(context: Context) -> Screen:
    await ask(context, NAME)
    return views.ask_new_name(context.words, context.viewer.person.name)


async def number(context: Context) -> Screen:
    await ask(context, NUMBER)
    mine = await settings.look(context)
    return views.ask_number(context.words, mine.profile.volunteer_number)


async def phone(context: Context) -> None:
    settings.require_key(context.tx)
    await ask(context, PHONE)
    mine = await settings.look(context)
    context.show(views.phone(context.words, has_phone=mine.profile.has_phone))
    context.send(views.ask_phone(context.words))


async def about(context: Context) -> Screen:
    return views.about(context.words, await settings.look(context))


async def teams(context: Context) -> Screen:
    mine = await settings.look(context)
    return team_views.own_teams(context.words, mine.teams, mine.profile.home_team_id)


async def notices(context: Context) -> Screen:
    mine = await settings.look(context)
    return views.notices(context.words, mine.silenced)


async def age(context: Context) -> Screen:
    return views.ask_age(context.words)


PARTS: dict[SettingsPart, Callable[[Context], Awaitable[Screen | None]]] = {
    "": overview,
    "about": about,
    "name": name,
    "number": number,
    "phone": phone,
    "teams": teams,
    "notices": notices,
    "age": age,
}


@journey.on(Change)
async def change(context: Context, part: SettingsPart) -> Screen | None:
    for form in (NAME, NUMBER, PHONE):
        await drafting.finish(context, form)
    return await PARTS[part](context)


async def saved(context: Context, form: str) -> Screen:
    """After something was typed: the overview as a new message, with the change in it."""
    await drafting.finish(context, form)
    context.work.viewer = await renewed(context)
    return await overview(context)


@journey.typed(NAME)
async def typed_name(context: Context) -> None:
    after = line("name", context.rest, NAME_LIMIT)
    context.send(await forms.propose(context, NAME, what="name", before=context.viewer.person.name, after=after))


@journey.sure(NAME)
async def take_name(context: Context) -> Screen:
    await settings.rename(context, context.rest)
    return await saved(context, NAME)


@journey.typed(NUMBER)
async def typed_number(context: Context) -> None:
    before = (await settings.look(context)).profile.volunteer_number
    after = line("volunteer_number", context.rest, settings.NUMBER_LIMIT)
    context.send(await forms.propose(context, NUMBER, what="number", before=before or "", after=after))


@journey.sure(NUMBER)
async def take_number(context: Context) -> Screen:
    await settings.set_volunteer_number(context, context.rest)
    return await saved(context, NUMBER)


async def shared_phone(context: Context) -> Screen | None:
    """Anything but a contact leaves the question open."""
    message = context.incoming.effective_message if context.incoming else None
    contact = message.contact if message else None
    if message is None or contact is None:
        context.send(views.ask_phone(context.words))
        return None
    forwarded = message.forward_origin is not None
    await settings.share_phone(context, phone=contact.phone_number, owner=contact.user_id, forwarded=forwarded)
    context.send(views.phone_kept(context.words))
    return await saved(context, PHONE)


@journey.on(RemovePart)
async def remove(context: Context, part: Literal["number", "phone"]) -> Screen | None:
    if part == "phone":
        await settings.remove_phone(context)
    else:
        await settings.set_volunteer_number(context, "")
    context.toast(views.saved(context.words))
    return await change(context, "")


@journey.on(SwitchNotice)
async def switch(context: Context, notice: Silenced) -> Screen:
    silenced = await settings.switch_notice(context, notice)
    return views.notices(context.words, silenced)


@journey.on(OwnTeam)
async def own_team(context: Context, team_id: int) -> Screen:
    team = await own_teams.own_team(context, team_id)
    home = context.viewer.person.home_team_id == team.id
    return team_views.own_team(context.words, team, home=home)


@journey.on(MakeHome)
async def make_home(context: Context, team: int) -> Screen:
    await own_teams.make_home(context, team)
    context.toast(views.saved(context.words))
    return await teams(context)


@journey.on(LeaveTeam)
async def leave(context: Context, team_id: int, sure: bool) -> Screen:
    if not sure:
        team = await own_teams.own_team(context, team_id)
        return team_views.sure_to_leave(context.words, team)
    team = await own_teams.leave_team(context, team_id)
    context.toast(team_views.team_left(context.words, team))
    return await teams(context)


@journey.on(OpenTeams)
async def open_teams(context: Context, page_id: int, shift: int) -> Screen:
    page = page_id
    if shift:
        way = await own_teams.way_in(context, shift)
        return team_views.way_in(context.words, way, shift, page)
    found = await own_teams.open_teams(context)
    return team_views.open_teams(context.words, found, page)


@journey.on(JoinTeam)
async def join_team(context: Context, team_id: int, shift: int) -> Screen:
    """On to what the team was joined for; who was in none before is told what it is good for."""
    alone = context.viewer.alone
    team = await own_teams.join_open_team(context, team_id)
    context.work.viewer = await renewed(context)
    context.toast(team_views.team_joined(context.words, team))
    if shift:
        return await show_shift(context, shift)
    if alone:
        return team_views.in_first_team(context.words, team)
    return await teams(context)

"""/settings: every part is reached by a button; name, number and phone then wait for what is typed or shared."""

from collections.abc import Awaitable, Callable
from typing import Literal

from markupsafe import Markup

from bot.ground.text import line
from bot.joining import own_teams, settings
from bot.joining.acts import NAME_LIMIT
from bot.members.profiles import OwnSettings
from bot.people import drafting
from bot.people.notice_choices import Silenced
from bot.people.viewing import renewed
from bot.speech.pages import in_rows
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.teams.rules import Team
from bot.wire.context import Context
from handlers.activities.activities import show_shift
from handlers.joining import own_team_screens as team_views
from handlers.joining import settings_screens as views
from handlers.joining.own_team_screens import team_rows
from handlers.joining.settings_screens import NOTICES, back
from handlers.links.guardians import SeeConsent
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
from handlers.talk.menu_screens import do

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
    return ask_new_name(context.words, context.viewer.person.name)


async def number(context: Context) -> Screen:
    await ask(context, NUMBER)
    mine = await settings.look(context)
    return ask_number(context.words, mine.profile.volunteer_number)


async def phone(context: Context) -> None:
    settings.require_key(context.tx)
    await ask(context, PHONE)
    mine = await settings.look(context)
    context.show(views.phone(context.words, has_phone=mine.profile.has_phone))
    context.send(ask_phone(context.words))


async def about(context: Context) -> Screen:
    return about_screen(context.words, await settings.look(context))


async def teams(context: Context) -> Screen:
    mine = await settings.look(context)
    return own_teams_screen(context.words, mine.teams, mine.profile.home_team_id)


async def notices(context: Context) -> Screen:
    mine = await settings.look(context)
    return notices_screen(context.words, mine.silenced)


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


@journey.on(RemovePart)
async def remove(context: Context, part: Literal["number", "phone"]) -> Screen | None:
    if part == "phone":
        await settings.remove_phone(context)
    else:
        await settings.set_volunteer_number(context, "")
    context.toast(saved_line(context.words))
    return await change(context, "")


@journey.on(SwitchNotice)
async def switch(context: Context, notice: Silenced) -> Screen:
    silenced = await settings.switch_notice(context, notice)
    return notices_screen(context.words, silenced)


@journey.on(OwnTeam)
async def show_own_team(context: Context, team_id: int) -> Screen:
    team = await own_teams.own_team(context, team_id)
    home = context.viewer.person.home_team_id == team.id
    return own_team(context.words, team, home=home)


@journey.on(MakeHome)
async def make_home(context: Context, team: int) -> Screen:
    await own_teams.make_home(context, team)
    context.toast(saved_line(context.words))
    return await teams(context)


@journey.on(LeaveTeam)
async def leave(context: Context, team_id: int, sure: bool) -> Screen:
    if not sure:
        team = await own_teams.own_team(context, team_id)
        return sure_to_leave(context.words, team)
    team = await own_teams.leave_team(context, team_id)
    context.toast(team_left(context.words, team))
    return await teams(context)


@journey.on(OpenTeams)
async def show_open_teams(context: Context, page_id: int, shift: int) -> Screen:
    page = page_id
    if shift:
        way = await own_teams.way_in(context, shift)
        return team_views.way_in(context.words, way, shift, page)
    found = await own_teams.open_teams(context)
    return open_teams(context.words, found, page)


@journey.on(JoinTeam)
async def join_team(context: Context, team_id: int, shift: int) -> Screen:
    """On to what the team was joined for; who was in none before is told what it is good for."""
    alone = context.viewer.alone
    team = await own_teams.join_open_team(context, team_id)
    context.work.viewer = await renewed(context)
    context.toast(team_joined(context.words, team))
    if shift:
        return await show_shift(context, shift)
    if alone:
        return in_first_team(context.words, team)
    return await teams(context)


def about_screen(words: Words, mine: OwnSettings) -> Screen:
    """A list of what is kept of the person, each to be changed."""
    keys = [
        Key(words.label("Name"), Change("name")),
        Key(words.label("Age"), Change("age")),
        *([Key(words.label("Phone"), Change("phone"))] if mine.keeps_phones else []),
        Key(words.label("Volunteer number"), Change("number")),
        do(words, "mydata"),
        *([Key(words.label("My consent as a parent"), SeeConsent(0))] if mine.guards else []),
    ]
    return Screen(words.say("What would you like to change or see?"), (*in_rows(keys), (back(words),)))


def ask_new_name(words: Words, name: str) -> Screen:
    text = words.say("Your name here is <b>{name}</b>. To change it, type the new one.", name=name)
    return Screen(text, ((back(words),),))


def ask_number(words: Words, number: str | None) -> Screen:
    ask = words.say("Type your volunteer number, as it stands on your card.")
    if number is None:
        return Screen(ask, ((back(words),),))
    text = Markup("\n").join([words.say("Your volunteer number is <b>{number}</b>.", number=number), ask])
    return Screen(text, ((back(words), Key(words.label("Remove it"), RemovePart("number"))),))


def ask_phone(words: Words) -> Screen:
    text = words.say("To give or change it, press the button below. Staff see it only to call you about an activity.")
    return Screen(text, contact=words.label("Share my phone number"))


def notices_screen(words: Words, silenced: frozenset[Silenced]) -> Screen:
    text = words.say("Press to switch on or off. The reminder the day before, changes and cancellations always come.")
    rows = [
        (Key(("🔕 " if notice in silenced else "✓ ") + words.label(NOTICES[notice]), SwitchNotice(notice)),)
        for notice in NOTICES
    ]
    return Screen(text, (*rows, (back(words),)))


def saved_line(words: Words) -> str:
    return words.label("Saved")


def own_teams_screen(words: Words, mine: tuple[Team, ...], home_id: int | None) -> Screen:
    """The home team carries a star."""
    text = words.say("Your teams. The one with ⭐ is meant where nothing else is said.")
    if not mine:
        text = words.say("You are in no team yet.")
    rows = [(Key(("⭐ " if team.id == home_id else "") + team.name, OwnTeam(team.id)),) for team in mine]
    last = (Key(words.label("Join a team"), OpenTeams(0, 0)), Key(words.label("Back"), Change("")))
    return Screen(text, (*rows, last))


def own_team(words: Words, team: Team, *, home: bool) -> Screen:
    text = words.say("<b>{team}</b> · {station}", team=team.name, station=team.station)
    last = (Key(words.label("Leave"), LeaveTeam(team.id, False)), Key(words.label("Back"), Change("teams")))
    make = Key(words.label("Make it my main team"), MakeHome(team.id))
    return Screen(text, (last,) if home else ((make,), last))


def sure_to_leave(words: Words, team: Team) -> Screen:
    text = words.say("Leave <b>{team}</b>? Your sign-ups and hours stay as they are.", team=team.name)
    stay = Key(words.label("No, I'll stay"), OwnTeam(team.id))
    return Screen(text, ((stay, Key(words.label("Yes, leave"), LeaveTeam(team.id, True))),))


def open_teams(words: Words, found: list[Team], page: int) -> Screen:
    if not found:
        text = words.say("There is no open team to join now. Your social worker can invite you with a link.")
        return Screen(text, ((Key(words.label("Back"), Change("teams")),),))
    back = Key(words.label("Back"), Change("teams"))
    return Screen(words.say("Which team would you like to join?"), team_rows(found, page, 0, back))


def in_first_team(words: Words, team: Team) -> Screen:
    text = words.say("✅ You are in <b>{team}</b> now. We'll tell you of its new activities.", team=team.name)
    return Screen(text, ((do(words, "activities"), do(words, "menu")),))


def team_joined(words: Words, team: Team) -> str:
    return words.label("You are in {team} now.", team=team.name)


def team_left(words: Words, team: Team) -> str:
    return words.label("You have left {team}.", team=team.name)

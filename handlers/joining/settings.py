"""/settings: every part is reached by a button; name, number and phone then wait for what is typed or shared."""

from collections.abc import Awaitable, Callable
from typing import Literal

from markupsafe import Markup

from bot.ground.text import line
from bot.joining import settings
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
from handlers.joining import lines as joining_lines
from handlers.joining.joining import OWN_NAMES
from handlers.joining.lines import NOTICES, back, off_list
from handlers.links.guardians import SeeConsent
from handlers.links.joining import (
    Change,
    OpenTeams,
    OwnTeam,
    RemovePart,
    SettingsPart,
    SwitchNotice,
)
from handlers.talk import forms
from handlers.talk.journeys import Journey
from handlers.talk.menu_keys import do
from handlers.talk.roles import band_name

journey = Journey()

NAME, NUMBER, PHONE = "settings_name", "settings_number", "settings_phone"


@journey.command("settings")
async def overview(context: Context) -> Screen:
    return overview_screen(context.words, await settings.look(context))


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
    context.show(phone_screen(context.words, has_phone=mine.profile.has_phone))
    context.send(ask_phone(context.words))


async def about(context: Context) -> Screen:
    mine = await settings.look(context)
    keys = [
        Key(context.words.label("Name"), Change("name")),
        Key(context.words.label("Age"), Change("age")),
        *([Key(context.words.label("Phone"), Change("phone"))] if mine.keeps_phones else []),
        Key(context.words.label("Volunteer number"), Change("number")),
        do(context.words, "mydata"),
        *([Key(context.words.label("My consent as a parent"), SeeConsent(0))] if mine.guards else []),
    ]
    return Screen(context.words.say("What would you like to change or see?"), (*in_rows(keys), (back(context.words),)))


async def teams(context: Context) -> Screen:
    mine = await settings.look(context)
    return own_teams_screen(context.words, mine.teams, mine.profile.home_team_id)


async def notices(context: Context) -> Screen:
    mine = await settings.look(context)
    return notices_screen(context.words, mine.silenced)


async def age(context: Context) -> Screen:
    return joining_lines.ask_age(context.words)


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


def phone_screen(words: Words, *, has_phone: bool) -> Screen:
    """Shown in place; the contact button comes in a message of its own, as Telegram wants it."""
    if not has_phone:
        return Screen(words.say("No phone number is kept of you."), ((back(words),),))
    text = words.say("Your phone number is kept, encrypted. Each look at it by staff is noted.")
    return Screen(text, ((back(words), Key(words.label("Remove it"), RemovePart("phone"))),))


def overview_screen(words: Words, mine: OwnSettings) -> Screen:
    profile = mine.profile
    none = words.say("none")
    home = next((team.name for team in mine.teams if team.id == profile.home_team_id), None)
    names = words.list([team.name for team in mine.teams]) if mine.teams else none
    as_the_app = words.say("as my Telegram app")
    lines = [
        words.say("⚙️ <b>Settings of {name}</b>", name=profile.name),
        words.say("Language: {language}", language=OWN_NAMES.get(profile.language or "", as_the_app)),
        words.say("Phone: {phone}", phone=words.say("kept, encrypted") if profile.has_phone else none),
        words.say("Volunteer number: {number}", number=profile.volunteer_number or none),
        words.say("Age: {age}", age=band_name(words, profile.age_band)),
        words.say("Teams: {teams} · main one: {home}", teams=names, home=home)
        if home
        else words.say("Teams: {teams}", teams=names),
        words.say("Notices switched off: {notices}", notices=off_list(words, mine.silenced)),
    ]
    keys = [
        Key(words.label("About me"), Change("about")),
        Key(words.label("Teams"), Change("teams")),
        Key(words.label("Notices"), Change("notices")),
        do(words, "language"),
    ]
    return Screen(Markup("\n").join(lines), in_rows(keys))

"""/settings: every part is reached by a button; name, number and phone then wait for what is typed or shared."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from typing import Literal

from markupsafe import Markup

from bot.ground.reading.dates import calendar_at, read_date
from bot.ground.reading.names import read_name
from bot.ground.text import line
from bot.ground.times import local_day, zone_named
from bot.joining import own_settings
from bot.joining.acts import NAME_LIMIT
from bot.members.profiles import OwnSettings
from bot.people import drafting
from bot.people.ages import tellable
from bot.people.notice_choices import Pause, Silenced
from bot.people.viewing import renewed
from bot.speech.pages import in_rows
from bot.speech.phrases import Phrase
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.joining import lines as joining_lines
from handlers.joining.lines import NOTICES, OWN_NAMES, back, off_list, saved_line, teams
from handlers.links.guardians import SeeConsent
from handlers.links.joining import (
    Change,
    EndPause,
    PauseNotices,
    RemovePart,
    SettingsPart,
    SwitchNotice,
)
from handlers.talk.age_words import band_name
from handlers.talk.journeys import Journey
from handlers.talk.menu_keys import do
from handlers.talk.questions import Question, ask

journey = Journey()

PHONE = "settings_phone"
NAME = Question[()]("settings_name")
NUMBER = Question[()]("settings_number")
UNTIL = Question[()]("settings_until")
LENGTHS = {"week": 7, "month": 30}


@journey.command("settings")
async def overview(context: Context) -> Screen:
    return overview_screen(context.words, await own_settings.look(context))


async def name(context: Context) -> Screen:
    return await ask(context, NAME, ask_new_name(context.words, context.viewer.person.name))


async def number(context: Context) -> Screen:
    return await ask(context, NUMBER, ask_number(context.words, await number_of(context)))


async def phone(context: Context) -> None:
    own_settings.require_key(context.tx)
    await drafting.start(context, PHONE, "typing", card_id=context.card_id)
    mine = await own_settings.look(context)
    context.show(phone_screen(context.words, has_phone=mine.profile.has_phone))
    context.send(ask_phone(context.words))


async def about(context: Context) -> Screen:
    mine = await own_settings.look(context)
    keys = [
        Key(context.words.label("Name"), Change("name")),
        Key(context.words.label("Age"), Change("age")),
        *([Key(context.words.label("Phone"), Change("phone"))] if mine.keeps_phones else []),
        Key(context.words.label("Volunteer number"), Change("number")),
        do(context.words, "mydata"),
        *([Key(context.words.label("My consent as a parent"), SeeConsent(0))] if mine.guards else []),
    ]
    return Screen(context.words.say("What would you like to change or see?"), (*in_rows(keys), (back(context.words),)))


async def notices(context: Context) -> Screen:
    return notices_screen(context.words, await own_settings.look(context))


async def switches(context: Context) -> Screen:
    return switches_screen(context.words, (await own_settings.look(context)).silenced)


async def until(context: Context) -> Screen:
    return await ask(context, UNTIL, ask_until(context.words))


@journey.said(Phrase.STOP)
async def stop(context: Context) -> Screen:
    return await notices(context)


async def age(context: Context) -> Screen:
    return joining_lines.ask_age(context.words, tellable(context.viewer.person, context.now))


PARTS: dict[SettingsPart, Callable[[Context], Awaitable[Screen | None]]] = {
    "": overview,
    "about": about,
    "name": name,
    "number": number,
    "phone": phone,
    "teams": teams,
    "notices": notices,
    "switches": switches,
    "until": until,
    "age": age,
}


@journey.on(Change)
async def change(context: Context, part: SettingsPart) -> Screen | None:
    for form in (NAME.form, NUMBER.form, UNTIL.form, PHONE):
        await drafting.finish(context, form)
    return await PARTS[part](context)


async def saved(context: Context) -> Screen:
    """After something was typed: the overview as a new message, with the change in it."""
    context.work.viewer = await renewed(context)
    return await overview(context)


async def name_of(context: Context) -> str:
    return context.viewer.person.name


def name_typed(typed: str) -> str:
    return read_name("name", typed, NAME_LIMIT)


@journey.replaces(NAME, "name", before=name_of, read=name_typed)
async def take_name(context: Context, typed: str) -> Screen:
    await own_settings.rename(context, typed)
    return await saved(context)


async def number_of(context: Context) -> str:
    return (await own_settings.look(context)).profile.volunteer_number or ""


def number_typed(typed: str) -> str:
    return line("volunteer_number", typed, own_settings.NUMBER_LIMIT)


@journey.replaces(NUMBER, "number", before=number_of, read=number_typed)
async def take_number(context: Context, typed: str) -> Screen:
    await own_settings.set_volunteer_number(context, typed)
    return await saved(context)


@journey.on(RemovePart)
async def remove(context: Context, part: Literal["number", "phone"]) -> Screen | None:
    if part == "phone":
        await own_settings.remove_phone(context)
    else:
        await own_settings.set_volunteer_number(context, "")
    context.toast(saved_line(context.words))
    return await change(context, "")


@journey.on(PauseNotices)
async def pause(context: Context, how: Literal["week", "month", "back"]) -> Screen:
    today = local_day(zone_named(context.viewer.zone), context.now)
    return await paused(context, today + timedelta(days=LENGTHS[how]) if how in LENGTHS else None)


@journey.answer(UNTIL)
async def take_until(context: Context, typed: str) -> Screen:
    zone = zone_named(context.viewer.zone)
    return await paused(context, read_date(typed, calendar_at(zone, context.now)))


async def paused(context: Context, last: date | None) -> Screen:
    await own_settings.pause(context, last)
    await UNTIL.finish(context)
    return await notices(context)


@journey.on(EndPause)
async def resume(context: Context) -> Screen:
    await own_settings.end_pause(context)
    return await notices(context)


@journey.on(SwitchNotice)
async def switch(context: Context, notice: Silenced) -> Screen:
    return switches_screen(context.words, await own_settings.switch_notice(context, notice))


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


def notices_screen(words: Words, mine: OwnSettings) -> Screen:
    """What is paused, or for how long it could be; changes and cancellations of what one takes part in always come."""
    always = words.say("The reminder the day before, changes and cancellations always come.")
    single = Key(words.label("Single notices"), Change("switches"))
    if mine.paused:
        text = Markup("\n").join([pause_line(words, mine.paused), always])
        return Screen(text, ((Key(words.label("End the pause"), EndPause()), single), (back(words),)))
    text = Markup("\n").join([words.say("<b>Fewer messages for a while?</b>"), always])
    keys = [
        Key(words.label("Pause for a week"), PauseNotices("week")),
        Key(words.label("Pause for a month"), PauseNotices("month")),
        Key(words.label("Pause until …"), Change("until")),
        single,
    ]
    return Screen(text, (*in_rows(keys), (back(words),)))


def pause_line(words: Words, pause: Pause) -> Markup:
    if pause.until is None:
        return words.say("🔕 <b>Paused until you end it.</b>")
    return words.say("🔕 <b>Paused up to and including {day}.</b>", day=words.day(words.local(pause.until - 1).date()))


def ask_until(words: Words) -> Screen:
    text = words.say("Up to which day shall nothing come? Type it, such as 24 December.")
    return Screen(text, ((Key(words.label("Until I come back"), PauseNotices("back")),), (back(words, "notices"),)))


def switches_screen(words: Words, silenced: frozenset[Silenced]) -> Screen:
    text = words.say("Press to switch on or off. The reminder the day before, changes and cancellations always come.")
    rows = [
        (Key(("🔕 " if notice in silenced else "✓ ") + words.label(NOTICES[notice]), SwitchNotice(notice)),)
        for notice in NOTICES
    ]
    return Screen(text, (*rows, (back(words, "notices"),)))


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
        *([pause_line(words, mine.paused)] if mine.paused else []),
    ]
    keys = [
        Key(words.label("About me"), Change("about")),
        Key(words.label("Teams"), Change("teams")),
        Key(words.label("Notices"), Change("notices")),
        do(words, "language"),
    ]
    return Screen(Markup("\n").join(lines), in_rows(keys))

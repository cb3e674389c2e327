"""What a station sets, and what it inherits."""

from babel.dates import get_day_names
from markupsafe import Markup

from bot.ground.refusals import NotFound
from bot.speech.screens import LINE, Key, Screen
from bot.speech.words import Words, locale
from bot.stations import acts as stations
from bot.stations.rules import SettingCard
from bot.stations.settings import CHOICES, RANGES, TIMES, WORDS
from bot.wire.context import Context
from handlers.links.stations import (
    InheritSetting,
    OpenSetting,
    OpenStation,
    SetSetting,
    SettingKey,
    SettingsGroup,
    StationSettingsGroup,
)
from handlers.stations.setting_words import CHOICE_NAMES, GROUPS, NAMES, counted, source
from handlers.talk.journeys import Journey
from handlers.talk.questions import Question, ask
from handlers.talk.ways import back_to

journey = Journey()
SETTING = Question[int, str]("station_setting", "station key")


@journey.on(StationSettingsGroup)
async def group(context: Context, station_id: int, group: SettingsGroup) -> Screen:
    station = await stations.seen(context, station_id)
    if group in GROUPS:
        return group_screen(context.words, group, await stations.settings_here(context, station_id))
    return groups(context.words, station.id, station.name)


async def show_setting(context: Context, station_id: int, key: str) -> Screen:
    return setting(context.words, await stations.setting_card(context, station_id, key))


@journey.on(OpenSetting)
async def open_setting(context: Context, station: int, key: SettingKey) -> Screen:
    shown = await show_setting(context, station, key)
    return shown if stored_choices(key) else await ask(context, SETTING, shown, station, key)


@journey.on(SetSetting)
async def set_setting(context: Context, station: int, key: SettingKey, choice: int) -> Screen:
    possible = stored_choices(key)
    if not 0 <= choice < len(possible):
        raise NotFound
    await stations.change_setting(context, station, key, possible[choice])
    return await show_setting(context, station, key)


@journey.answer(SETTING)
async def typed_setting(context: Context, value: str, station: int, key: str) -> Screen:
    await stations.change_setting(context, station, key, value)
    return await show_setting(context, station, key)


@journey.on(InheritSetting)
async def inherit(context: Context, station: int, key: SettingKey) -> Screen:
    await stations.inherit_setting(context, station, key)
    return await show_setting(context, station, key)


def groups(words: Words, station_id: int, station: str) -> Screen:
    rows = [(Key(words.label(label), StationSettingsGroup(station_id, code)),) for code, (label, _) in GROUPS.items()]
    text = words.say("<b>Settings of {station}</b>", station=station)
    more = words.say("What is not set here is inherited from above, and goes on to the stations below.")
    return Screen(LINE.join([text, more]), (*rows, (back_to(words, OpenStation(station_id, 0)),)))


def group_screen(words: Words, code: str, cards: list[SettingCard]) -> Screen:
    """``cards``: every setting of the station."""
    label, keys = GROUPS[code]
    shown = [card for card in cards if card.setting.key in keys]
    station = shown[0].station
    lines = [
        Markup("<b>{} · {}</b>").format(station.name, words.say(label)),
        *(
            words.say(
                "· {name}: <b>{value}</b>, {source}",
                name=words.say(NAMES[card.setting.key]),
                value=value(words, card.setting.key, card.setting.value),
                source=source(words, card),
            )
            for card in shown
        ),
    ]
    rows = [(Key(words.label(NAMES[card.setting.key]), OpenSetting(station.id, card.setting.key)),) for card in shown]
    return Screen(LINE.join(lines), (*rows, (back_to(words, StationSettingsGroup(station.id, "")),)))


def setting(words: Words, card: SettingCard) -> Screen:
    """Choices are pressed, everything else is typed."""
    id, key = card.station.id, card.setting.key
    heading = words.say("<b>{name}</b> · {station}", name=words.say(NAMES[key]), station=card.station.name)
    now = words.say("Now: <b>{value}</b>, {source}", value=value(words, key, card.setting.value),
                    source=source(words, card))  # fmt: skip
    rows = [(Key(label, SetSetting(id, key, place)),) for place, label in enumerate(choices(words, key))]
    group_of = next(code for code, (_, keys) in GROUPS.items() if key in keys)
    last = [Key(words.label("Inherit again"), InheritSetting(id, key))] if card.here else []
    last.append(back_to(words, StationSettingsGroup(id, group_of)))
    return Screen(LINE.join([heading, now, *ask_line(words, key)]), (*rows, tuple(last)))


def ask_line(words: Words, key: str) -> list[Markup]:
    if key in TIMES:
        return [words.say("Type a time, such as 21:30.")]
    if key in RANGES and key != "digest_weekday":
        lowest, highest = RANGES[key]
        return [words.say("Type a number from {lowest} to {highest}.", lowest=lowest, highest=highest)]
    if key in WORDS:
        return [words.say("Type it. It is shown in the privacy notice, to parents, in /help and with activities.")]
    return []


def choices(words: Words, key: str) -> list[str]:
    if key in CHOICES:
        return [words.label(CHOICE_NAMES[choice]) for choice in CHOICES[key]]
    if key == "digest_weekday":
        return [weekday_name(words, day) for day in range(7)]
    return [words.label("no"), words.label("yes")] if stored_choices(key) else []


YES_NO = ("0", "1")


def value(words: Words, key: str, held: str | int | bool) -> str:
    """As people say it: 24 h, 10 min, Monday, yes."""
    if isinstance(held, bool):
        return words.label("yes") if held else words.label("no")
    if key in CHOICES:
        return words.label(CHOICE_NAMES[str(held)])
    if key in WORDS and not held:
        return words.label("not said")
    if key == "digest_weekday":
        return weekday_name(words, int(held))
    with_unit = counted(words, key, int(held)) if isinstance(held, int) else None
    return str(held) if with_unit is None else str(with_unit.unescape())


def stored_choices(key: str) -> tuple[str, ...]:
    """What each choice's press stands for; none where the value is typed."""
    if key in CHOICES:
        return CHOICES[key]
    if key == "digest_weekday":
        return tuple(str(day) for day in range(7))
    return () if key in TIMES or key in RANGES or key in WORDS else YES_NO


def weekday_name(words: Words, day: int) -> str:
    """``day`` 0 is Monday."""
    return str(get_day_names("wide", locale=locale(words.language))[day])

"""The settings of a station: each with its value, and whether it is *inherited* or *set here*."""

from markupsafe import Markup

from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.stations.rules import SettingCard
from bot.stations.settings import CHOICES, RANGES, TIMES
from handlers.links.stations import InheritSetting, OpenSetting, OpenStation, SetSetting, StationSettingsGroup
from handlers.stations.setting_words import CHOICE_NAMES, GROUPS, NAMES, PRESET_NAMES, UNITS, weekday_name

LINE = Markup("\n")
YES_NO = ("0", "1")


def groups(words: Words, station_id: int, station: str) -> Screen:
    rows = [(Key(words.label(label), StationSettingsGroup(station_id, code)),) for code, (label, _) in GROUPS.items()]
    text = words.say("<b>Settings of {station}</b>", station=station)
    more = words.say("What is not set here is inherited from above, and goes on to the stations below.")
    return Screen(LINE.join([text, more]), (*rows, (Key(words.label("Back"), OpenStation(station_id, 0)),)))


def group(words: Words, code: str, cards: list[SettingCard]) -> Screen:
    """``cards``: every setting of the station."""
    label, keys = GROUPS[code]
    shown = [card for card in cards if card.setting.key in keys]
    station = shown[0].station
    lines = [Markup("<b>{} · {}</b>").format(station.name, words.say(label)), *(line(words, card) for card in shown)]
    rows = [(Key(words.label(NAMES[card.setting.key]), OpenSetting(station.id, card.setting.key)),) for card in shown]
    return Screen(LINE.join(lines), (*rows, (Key(words.label("Back"), StationSettingsGroup(station.id, "")),)))


def line(words: Words, card: SettingCard) -> Markup:
    return words.say(
        "· {name}: <b>{value}</b>, {source}",
        name=words.say(NAMES[card.setting.key]),
        value=value(words, card.setting.key, card.setting.value),
        source=source(words, card),
    )


def source(words: Words, card: SettingCard) -> Markup:
    if card.here:
        return words.say("<i>set here</i>")
    if card.source:
        return words.say("<i>inherited from {station}</i>", station=card.source)
    return words.say("<i>from the preset {preset}</i>", preset=words.say(PRESET_NAMES[card.preset]))


def value(words: Words, key: str, held: str | int | bool) -> str:
    """As people say it: 24 h, 10 min, Monday, yes."""
    if isinstance(held, bool):
        return words.label("yes") if held else words.label("no")
    if key in CHOICES:
        return words.label(CHOICE_NAMES[str(held)])
    if key == "digest_weekday":
        return weekday_name(words, int(held))
    if key in UNITS:
        return words.label(UNITS[key], n=words.number(int(held)))
    return str(held)


def setting(words: Words, card: SettingCard) -> Screen:
    """Choices are pressed, everything else is typed."""
    id, key = card.station.id, card.setting.key
    heading = words.say("<b>{name}</b> · {station}", name=words.say(NAMES[key]), station=card.station.name)
    now = words.say("Now: <b>{value}</b>, {source}", value=value(words, key, card.setting.value),
                    source=source(words, card))  # fmt: skip
    rows = [(Key(label, SetSetting(id, key, place)),) for place, label in enumerate(choices(words, key))]
    group_of = next(code for code, (_, keys) in GROUPS.items() if key in keys)
    last = [Key(words.label("Inherit again"), InheritSetting(id, key))] if card.here else []
    last.append(Key(words.label("Back"), StationSettingsGroup(id, group_of)))
    return Screen(LINE.join([heading, now, *ask(words, key)]), (*rows, tuple(last)))


def ask(words: Words, key: str) -> list[Markup]:
    if key in TIMES:
        return [words.say("Type a time, such as 21:30.")]
    if key in RANGES and key != "digest_weekday":
        lowest, highest = RANGES[key]
        return [words.say("Type a number from {lowest} to {highest}.", lowest=lowest, highest=highest)]
    return []


def stored_choices(key: str) -> tuple[str, ...]:
    """What each choice's press stands for; none where the value is typed."""
    if key in CHOICES:
        return CHOICES[key]
    if key == "digest_weekday":
        return tuple(str(day) for day in range(7))
    return () if key in TIMES or key in RANGES else YES_NO


def choices(words: Words, key: str) -> list[str]:
    if key in CHOICES:
        return [words.label(CHOICE_NAMES[choice]) for choice in CHOICES[key]]
    if key == "digest_weekday":
        return [weekday_name(words, day) for day in range(7)]
    return [words.label("no"), words.label("yes")] if stored_choices(key) else []

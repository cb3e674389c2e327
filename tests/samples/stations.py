"""/stations: the tree and every setting."""

from collections.abc import Callable
from functools import partial

from bot.speech.screens import Screen
from bot.speech.words import Words
from bot.stations.rules import Setting, SettingCard, Station, StationCard
from bot.stations.settings import KEYS, PRESETS
from handlers.stations import settings, tree
from handlers.stations import stations as stations_stations
from handlers.stations.setting_words import GROUPS
from tests.helpers.town import ZONE
from tests.samples.people import BOSS, NASTY, STATION

ROOT = Station(1, None, "/1/", "city", NASTY, ZONE, True, "mainland")
CARD = StationCard(STATION, (ROOT, ROOT), (STATION,) * 20, 3, "mainland", NASTY)
TOP = StationCard(ROOT, (), (), 1, "hong_kong", None)
CARDS = [
    SettingCard(STATION, Setting(key, getattr(PRESETS["hong_kong"], key), None), here, source, "hong_kong")
    for key, (here, source) in zip(KEYS, [(True, NASTY), (False, NASTY), (False, None)] * 40, strict=False)
]


def one_group(code: str, words: Words) -> Screen:
    return settings.group_screen(words, code, CARDS)


def one_setting(card: SettingCard, words: Words) -> Screen:
    return settings.setting(words, card)


SAMPLES: dict[str, Callable[[Words], Screen]] = {
    "tops": lambda words: stations_stations.tops(words, [ROOT, STATION]),
    "card": lambda words: stations_stations.station_card(words, CARD, BOSS, 1),
    "changing": lambda words: stations_stations.changing(words, CARD),
    "choose": lambda words: tree.choose(words, CARD, "g", 10**12, "social_worker", 1),
    "choose at the top": lambda words: tree.choose(words, TOP, "g", 10**12, "social_worker", 1),
    "choose among tops": lambda words: tree.choose_top(words, [ROOT, STATION], "g", 10**12, "social_worker"),
    "groups": lambda words: settings.groups(words, 10**12, NASTY),
    **{f"group {code}": partial(one_group, code) for code in GROUPS},
    **{f"setting {card.setting.key}": partial(one_setting, card) for card in CARDS},
}

from bot.speech.words import Words
from bot.stations.settings import CHOICES, KEYS, RANGES, TIMES
from handlers.stations.setting_words import CHOICE_NAMES, GROUPS, NAMES, counted
from handlers.stations.settings import choices, stored_choices


def test_every_setting_has_a_name_and_one_group() -> None:
    grouped = [key for _, keys in GROUPS.values() for key in keys]
    assert (set(NAMES), sorted(grouped)) == (set(KEYS), sorted(KEYS))


def test_every_choice_has_a_name() -> None:
    assert {choice for choices in CHOICES.values() for choice in choices} == set(CHOICE_NAMES)


def test_every_number_has_a_unit() -> None:
    words = Words("en", "Asia/Shanghai")
    assert set(RANGES) - {"digest_weekday"} == {key for key in KEYS if counted(words, key, 2)}


def test_choices_and_what_they_stand_for_go_together() -> None:
    words = Words("en", "Asia/Shanghai")
    assert {key: len(choices(words, key)) for key in KEYS} == {key: len(stored_choices(key)) for key in KEYS}
    assert [key for key in TIMES if stored_choices(key)] == []

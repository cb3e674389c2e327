"""The reminder as it should read: the conclusion first, then when and where on one line."""

import re

import pytest

from bot.ground.frozen import replace
from bot.ground.times import HOUR
from bot.speech.words import Words
from handlers.messages.broadcast_card import AT_ONCE, progress_keys
from handlers.sign_ups.notices import meeting, reminder
from tests.helpers.offers import START
from tests.helpers.town import NOW
from tests.samples.activities import ACTIVITY, SHIFT
from tests.samples.managing import PROGRESS
from tests.samples.sign_ups import LOOK

VISIT = replace(SHIFT, activity=replace(ACTIVITY, title="探访", meet_place="福田站 B 口", bring="", clothing=""))


def lines(language: str, name: str | None) -> list[str]:
    screen = reminder(Words(language, "Asia/Shanghai"), replace(LOOK, shift=VISIT, name=name))
    return re.sub("<[^>]*>", "", str(screen.text)).split("\n")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["👋 See you tomorrow: 探访", "Sat 9:00–11:30 am, meet 8:45, 福田站 B 口"]),
        ("zh_Hans", ["👋 明天见：探访", "周六 9:00–11:30，8:45 福田站 B 口集合"]),
        ("zh_Hant", ["👋 明天見：探访", "星期六 上午9:00–11:30，8:45 福田站 B 口"]),
    ],
)
def test_reminder_says_when_and_where_on_one_line(language: str, expected: list[str]) -> None:
    assert lines(language, None)[:2] == expected


@pytest.mark.parametrize(
    ("language", "tonight", "today"),
    [
        ("en", "⏰ 探访: 9:00 am tomorrow!", "⏰ 探访: soon!"),
        ("zh_Hans", "⏰ 探访：明天 9:00！", "⏰ 探访：快开始了！"),
        ("zh_Hant", "⏰ 探访：明天上午9:00！", "⏰ 探访：快開始了！"),
    ],
)
def test_last_reminder_names_the_day_on_the_evening_before(language: str, tonight: str, today: str) -> None:
    words = Words(language, "Asia/Shanghai")
    shown = [meeting(words, replace(LOOK, shift=VISIT, now=START - ahead)) for ahead in (11 * HOUR, 2 * HOUR)]

    assert [re.sub("<[^>]*>", "", str(screen.text)).split("\n")[0] for screen in shown] == [tonight, today]


@pytest.mark.parametrize(("language", "whom"), [("en", "👤 For Gran"), ("zh_Hans", "👤 Gran"), ("zh_Hant", "👤 Gran")])
def test_whom_it_is_about_stands_under_the_conclusion(language: str, whom: str) -> None:
    plain = lines(language, None)

    assert lines(language, "Gran") == [plain[0], whom, *plain[1:]]


@pytest.mark.parametrize(
    ("waiting", "held_until", "stops"),
    [
        pytest.param(AT_ONCE, None, False, id="few"),
        pytest.param(AT_ONCE + 1, None, True, id="many"),
        pytest.param(1, NOW + 3600, True, id="one, after the quiet hours"),
    ],
)
def test_only_what_can_be_stopped_has_a_stop(waiting: int, held_until: int | None, stops: bool) -> None:
    words = Words("en", "Asia/Shanghai")
    keys = progress_keys(words, replace(PROGRESS, waiting=waiting, held_until=held_until))

    assert [key.label for key in keys] == ["How far?", "Stop sending"][: 1 + stops]

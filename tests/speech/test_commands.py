"""The table of commands: who sees what, and the plain words that mean the same."""

import pytest

from bot.ground.drafts import CHOICES, GREETINGS
from bot.ground.frozen import replace
from bot.ground.text import folded
from bot.ground.viewer import Grant, Membership, Person, Role, Viewer
from bot.speech.commands import COMMANDS, command_menu, visible
from bot.speech.plain_words import resolve, way_out
from bot.speech.screens import CommandMenu
from bot.speech.words import LANGUAGES, Words
from bot.wire.routing import Command
from handlers.routes import ROUTES

PERSON = Person(5, 50, "active", "Anna", None, "en", "adult", 0, None, None, None)
ANNA = Viewer(PERSON, 50, "en", "Asia/Shanghai")
CARL = replace(ANNA, memberships=(Membership(1, 2, "/1/2/", captain=True),))
CHAN = replace(ANNA, grants=(Grant(Role.SOCIAL_WORKER, 2, "/1/2/"),))
OLGA = replace(ANNA, grants=(Grant(Role.COORDINATOR, 1, "/1/"),))
STRANGER = replace(ANNA, person=replace(PERSON, id=0, state="new"))
OWN = ["activities", "mine", "hours", "log", "checkin"]
SELF = ["settings", "mydata", "help", "menu"]
STAFF = [*OWN, "rollcall", "post", "manage", "verify", "summary", "broadcast", "people", "teams", "invite"]


@pytest.mark.parametrize(
    ("viewer", "expected"),
    [
        pytest.param(STRANGER, ["help"], id="newcomer"),
        pytest.param(ANNA, [*OWN, *SELF], id="volunteer"),
        pytest.param(CARL, [*OWN, "rollcall", "summary", "teams", "invite", *SELF], id="captain"),
        pytest.param(CHAN, [*STAFF, *SELF], id="social worker"),
        pytest.param(OLGA, [*STAFF, "stations", *SELF], id="coordinator"),
    ],
)
def test_menu_holds_what_the_role_may_do(viewer: Viewer, expected: list[str]) -> None:
    assert [row.name for row in visible(viewer)] == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("活动", ("activities", ""), id="activities, simplified"),
        pytest.param("我的", ("mine", ""), id="mine"),
        pytest.param("时长", ("hours", ""), id="hours, simplified"),
        pytest.param("My Hours?", ("hours", ""), id="hours, English"),
        pytest.param("統計 上月", ("summary", "上月"), id="summary with a period"),
        pytest.param("統計上月", ("summary", "上月"), id="summary, no blank"),
        pytest.param("Ｓｅｔｔｉｎｇｓ！", ("settings", ""), id="full width"),
        pytest.param("签到 １２３４５６", ("checkin", "123456"), id="check in"),
        pytest.param(" 123456 ", ("checkin", "123456"), id="six digits alone"),
        pytest.param("？", ("help", ""), id="a question mark"),
        pytest.param("/活动", ("activities", ""), id="a slash that Telegram does not know"),
        pytest.param("／統計 上月", ("summary", "上月"), id="a full-width slash"),
        pytest.param("取消", None, id="cancelling, of whatever it may be"),
        pytest.param("我的腿疼，来不了", None, id="talk that begins like a command"),
        pytest.param("hours are long today", None, id="English talk"),
        pytest.param("1234567", None, id="seven digits"),
        pytest.param("x" * 100_000, None, id="a book"),
        pytest.param("", None, id="nothing"),
        pytest.param("\u202e\u200b", None, id="nothing to see"),
    ],
)
def test_plain_words_mean_a_command(typed: str, expected: tuple[str, str] | None) -> None:
    assert resolve(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("my hours", ("hours", "")),
        ("我的时长", ("hours", "")),
        ("统计 上月", ("summary", "上月")),
        ("統計上月", ("summary", "上月")),
        ("统计 福田一队", ("summary", "福田一队")),
        ("report first team last month", ("summary", "first team last month")),
        ("report on the visit", None),
        ("找人 王五。", ("people", "王五")),
        ("people of Futian", None),
        ("check in 123456", ("checkin", "123456")),
        ("check in desk", None),
        ("123456", None),
        ("自报 昨天 9:00-11:00", ("log", "昨天 9:00-11:00")),
        ("log book", None),
        ("今天", ("manage", "")),
        ("取消。", ("cancel", "")),
        ("取消探访", None),
        ("我明天腰疼来不了", None),
    ],
)
def test_plain_words_lead_out_of_a_form_unless_they_may_be_its_answer(
    typed: str, expected: tuple[str, str] | None
) -> None:
    assert way_out(typed) == expected


def test_words_that_a_form_reads_itself_stay_with_it() -> None:
    assert [way_out(word, CHOICES) for word in ("今天", "Today", "义工队", "english", "统计")] == [
        None, None, None, None, ("summary", ""),
    ]  # fmt: skip


def test_answers_of_forms_are_plain_words_of_commands() -> None:
    """Any other would stand there for nothing."""
    assert [word for word in sorted(CHOICES | GREETINGS) if resolve(word) is None] == []


def test_plain_words_are_written_as_they_are_compared() -> None:
    assert [word for row in COMMANDS for word in row.plain if folded(word).strip(" ?!.。") not in {word, ""}] == []


def test_no_plain_word_means_two_commands() -> None:
    words = [word for row in COMMANDS for word in row.plain]

    assert sorted(words) == sorted(set(words))


def test_every_command_has_a_handler_and_every_handler_a_row() -> None:
    mounted = {route.name for route in ROUTES if isinstance(route, Command)}

    assert mounted == {row.name for row in COMMANDS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_command_menu_is_what_telegram_takes(language: str) -> None:
    menu = command_menu(Words(language, "Asia/Shanghai"), OLGA)

    assert isinstance(menu, CommandMenu)
    assert menu.params()["scope"] == {"type": "chat", "chat_id": 50}
    assert [name for name, _ in menu.commands] == [*STAFF, "stations", *SELF]
    assert all(1 <= len(about) <= 256 for _, about in menu.commands)

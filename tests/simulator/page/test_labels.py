"""What a phone of 360 px shows of a label."""

from typing import Any

import pytest

from bot.simulator.people.labels import Cut, room, shown, width
from bot.simulator.people.persons import SimPerson
from tests.simulator.client import BotClient


def row(*labels: str) -> list[dict[str, Any]]:
    return [{"text": label, "callback_data": "x"} for label in labels]


@pytest.mark.parametrize(
    ("text", "letters"),
    [("Go", 2), ("报名", 4), ("✅ Yes", 6), ("👨‍👩‍👧", 6), ("é", 1), ("e\u0301", 1), ("🕘️", 2), ("", 0)],
)
def test_width_is_counted_in_letters(text: str, letters: int) -> None:
    assert width(text) == letters


def test_buttons_of_a_row_share_its_width() -> None:
    assert [room(number) for number in range(1, 9)] == [41, 19, 12, 8, 6, 4, 3, 2]


@pytest.mark.parametrize(
    ("label", "in_row", "expected"),
    [
        ("x" * 41, 1, "x" * 41),
        ("x" * 42, 1, "x" * 40 + "…"),
        ("Sign up someone else", 2, "Sign up someone el…"),
        ("Sign up someone else", 3, "Sign up som…"),
        ("加入沒有 Telegram 的人", 2, "加入沒有 Telegram…"),
        ("一二三四", 4, "一二三四"),
        ("一二三四五", 4, "一二三…"),
    ],
)
def test_what_does_not_fit_is_cut(label: str, in_row: int, expected: str) -> None:
    assert shown(label, in_row) == expected


@pytest.mark.parametrize(
    ("rows", "cut", "lost"),
    [
        pytest.param([row("Yes", "No")], [], [], id="all fits"),
        pytest.param([row("Sign up someone else", "No")], ["Sign up someone el…"], [], id="still clear"),
        pytest.param(
            [row("Cancel for everybody today", "x"), row("Cancel for everybody tomorrow", "x")],
            ["Cancel for everybo…", "Cancel for everybo…"],
            ["Cancel for everybo…", "Cancel for everybo…"],
            id="two look the same",
        ),
        pytest.param([row("Write to them", "a", "b")] * 2, ["Write to th…"] * 2, [], id="twins"),
        pytest.param([row(*["11/22"] * 7)], ["11…"] * 7, ["11…"] * 7, id="hardly anything left"),
    ],
)
async def test_labels_that_lost_what_they_say_are_told(
    bot: BotClient, anna: SimPerson, rows: list[Any], cut: list[str], lost: list[str]
) -> None:
    await bot.ok("sendMessage", chat_id=anna.id, text="x", reply_markup={"inline_keyboard": rows})

    assert [one.shown for one in bot.sim.labels.cut.elements()] == cut
    assert [one.shown for one in bot.sim.labels.lost.elements()] == lost


async def test_a_message_knows_how_a_phone_shows_it(bot: BotClient, anna: SimPerson) -> None:
    sent = await bot.ok("sendMessage", chat_id=anna.id, text="x", reply_markup={"inline_keyboard": [row("Go")]})
    rows = [row("Sign up someone else", "No"), row("Sign up someone else")]
    keyboard = {"inline_keyboard": rows}
    await bot.ok("editMessageReplyMarkup", chat_id=anna.id, message_id=sent["message_id"], reply_markup=keyboard)

    assert anna.last is not None
    assert anna.last.shown_labels == [["Sign up someone el…", "No"], ["Sign up someone else"]]
    assert list(bot.sim.labels.cut) == [Cut("Sign up someone else", 2, "Sign up someone el…")]
    assert str(next(iter(bot.sim.labels.cut))) == "'Sign up someone else' of 2 in a row: 'Sign up someone el…'"

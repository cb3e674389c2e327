"""Fault 67: what counts as somebody's name in what others have typed, and what must not."""

from typing import Any

import pytest

from bot.ground.traces import Traces, cleaned_call, cleaned_form, within, without

ZEB = Traces(7, "Zebulon Quagga", ("Zebbie", "zeb_q", "@zeb_q"))


@pytest.mark.parametrize(
    ("form", "fields", "left"),
    [
        pytest.param("sign_up_other", {"shift": 3, "name": "Zebulon Quagga"}, None, id="name alone"),
        pytest.param("sign_up_other", {"shift": 3, "name": "zebulon"}, None, id="part looked for"),
        pytest.param("walk_in", {"shift": 3, "name": "Zebulon Quagga jr"}, None, id="more than the name"),
        pytest.param("people", {"text": "Quag"}, None, id="search"),
        pytest.param("people", {"text": ""}, {"text": ""}, id="empty search"),
        pytest.param("managed_name", {"person": 9, "typed": "@ZEB_Q"}, None, id="name on Telegram"),
        pytest.param("log", {"person": 7, "note": "tea"}, None, id="about the person"),
        pytest.param("companion_named", {"child": 7, "shift": 0}, None, id="about the child"),
        pytest.param("log", {"person": 8, "record": 7}, {"person": 8, "record": 7}, id="another 7"),
        pytest.param(
            "group_names",
            {"place": 1, "names": ["Ann", "Zebulon  Quagga"], "every": ["Ann", "Ann", "Zebulon Quagga"]},
            {"place": 1, "names": ["Ann"], "every": ["Ann", "Ann"]},
            id="one of a list",
        ),
        pytest.param(
            "post",
            {"typed": {"title": "Tea", "contact": "Zebulon Quagga", "risk": "ask Zebulon Quagga"}, "target": "t1"},
            {"typed": {"title": "Tea", "risk": "ask –"}, "target": "t1"},
            id="fields of a form",
        ),
        pytest.param("cancel", {"activity": 1, "text": "rain"}, {"activity": 1, "text": "rain"}, id="nobody"),
    ],
)  # fmt: skip
def test_forms_lose_the_person(form: str, fields: dict[str, Any], left: dict[str, Any] | None) -> None:
    assert cleaned_form(ZEB, form, fields) == left


def test_codes_that_look_like_a_name_stay() -> None:
    fields = {"audience": "team:5", "text": "team meeting", "kind": "team"}

    assert cleaned_form(Traces(7, "Team"), "broadcast", fields) == {**fields, "text": "– meeting"}


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Li", "The library; Li, LI and li's tea", "The library; –, – and –'s tea"),
        ("王芳", "请找王芳拿钥匙", "请找–拿钥匙"),
        ("Anna", "找Anna拿钥匙", "找–拿钥匙"),
        ("Ann", "Anna and Joann", "Anna and Joann"),
        ("Zoë Q.", "zoë\nq. comes", "– comes"),
        ("芳", "芬芳", "芬芳"),
        ("A & B", "<b>A &amp; B</b> signed up", "<b>–</b> signed up"),
        ("O'Neil", "O&#x27;Neil signed up", "– signed up"),
        (".*", "a.* b", "a– b"),
    ],
)
def test_name_is_taken_out_as_a_word(name: str, text: str, left: str) -> None:
    assert without(within(Traces(7, name)), text) == left


def test_buttons_of_a_call_keep_what_they_carry() -> None:
    def call(name: str) -> dict[str, Any]:
        key = {"text": name, "callback_data": "su:5:0"}
        return {"text": f"<b>{name}</b> signed up", "parse_mode": "HTML", "reply_markup": {"inline_keyboard": [[key]]}}

    assert cleaned_call(Traces(7, "su"), call("su")) == call("–")

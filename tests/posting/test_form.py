"""The form of one message: keys in three languages, problems named, nothing lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ground.filling import Form
from bot.ground.refusals import FieldTwice, UnknownField, UnreadableLine
from bot.posting.form import FIELDS, parse_form

ENGLISH = """/post
title: Visit to the home for the elderly
kind: elderly
team: Futian First Team
place: Futian Community Centre, 2F
start: 2026-12-05 09:00
end: 11:30
capacity: 8
risk: Wet floors; ask before lifting anyone
"""
SIMPLIFIED = """/post@liandong_bot
标题：探访敬老院
类别：老人
队伍：福田一队
地点：福田社区中心二楼
开始：2026-12-05 09:00
结束：11:30
人数：8
风险：地面湿滑
"""
TRADITIONAL = """標題: 探訪長者院舍
類別: 長者
隊伍: 上水隊
地點: 上水社區中心
開始: 2026-12-05 09:00
結束: 11:30
人數: 8
風險: 地面濕滑
"""


@pytest.mark.parametrize(
    ("text", "title", "place"),
    [
        pytest.param(ENGLISH, "Visit to the home for the elderly", "Futian Community Centre, 2F", id="en"),
        pytest.param(SIMPLIFIED, "探访敬老院", "福田社区中心二楼", id="zh_Hans"),
        pytest.param(TRADITIONAL, "探訪長者院舍", "上水社區中心", id="zh_Hant"),
    ],
)
def test_parse_form_reads_the_form_of_each_language(text: str, title: str, place: str) -> None:
    form = parse_form(text)
    assert form.problems == ()
    assert list(form.values) == ["title", "kind", "team", "place", "start", "end", "capacity", "risk"]
    assert (form.values["title"], form.values["place"]) == (title, place)
    assert (form.values["start"], form.values["end"], form.values["capacity"]) == ("2026-12-05 09:00", "11:30", "8")


OPTIONAL = (
    "meet contact outdoor description minimum bring transport clothing insurance requires break deadline audience "
    "companions"
)


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(OPTIONAL, id="en"),
        pytest.param("集合 联系人 户外 说明 最少 携带 交通 着装 保险 要求 休息 截止 对象 同伴", id="zh_Hans"),
        pytest.param("集合 聯絡人 戶外 說明 最少 攜帶 交通 着裝 保險 要求 休息 截止 對象 同行者", id="zh_Hant"),
    ],
)
def test_parse_form_knows_the_optional_keys(keys: str) -> None:
    text = "\n".join(f"{key}： x" for key in keys.split())
    assert parse_form(text) == Form(dict.fromkeys(OPTIONAL.split(), "x"), ())
    assert set(OPTIONAL.split()) < set(FIELDS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("/post", Form({}, ()), id="nothing"),
        pytest.param("/post title: A", Form({"title": "A"}, ()), id="on the line of the command"),
        pytest.param(
            "TITLE : A\nＴｉｔｌｅ：B", Form({"title": "A"}, (FieldTwice(field="title"),)), id="twice: first stays"
        ),
        pytest.param("titel: A", Form({}, (UnknownField(key="titel"),)), id="unknown key"),
        pytest.param("title:\nend: 11:30", Form({"end": "11:30"}, ()), id="empty value, colon in value"),
        pytest.param("title: A\njust words", Form({"title": "A"}, (UnreadableLine(line="just words"),)), id="no key"),
        pytest.param(
            "description: first\nsecond\n\nsee https://example.org\nNote to all: smile\nplace: here",
            Form({"description": "first\nsecond\n\nsee https://example.org\nNote to all: smile", "place": "here"}, ()),
            id="description over several lines",
        ),
        pytest.param(
            "description:\nfirst\ncapacty: 8",
            Form({"description": "first"}, (UnknownField(key="capacty"),)),
            id="misspelt key after a description",
        ),
        pytest.param("risk: \u202eslippery\u3164", Form({"risk": "slippery"}, ()), id="cleaned"),
    ],
)
def test_parse_form_names_problems_and_keeps_values(text: str, expected: Form) -> None:
    assert parse_form(text) == expected


@given(st.text(st.sampled_from("/post title:：\n描述description: 8x\u0301"), max_size=80) | st.text(max_size=200))
def test_parse_form_never_fails(text: str) -> None:
    form = parse_form(text)
    assert set(form.values) <= set(FIELDS)
    assert all(form.values.values())

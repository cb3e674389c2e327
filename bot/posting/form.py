"""Only the description runs over several lines; elsewhere a line without a known key is named, not guessed.

The form of one message: `key: value` lines with keys in English, 简体 or 繁體. Values stay as typed here; `post_values`
reads them.
"""

import re
from difflib import get_close_matches

from bot.ground.frozen import Frozen
from bot.ground.refusals import FieldTwice, Refusal, UnknownField, UnreadableLine
from bot.ground.text import clean_lines, folded, quoted

_KEYS = {
    "title": "title name 标题 名称 活动 標題 名稱 活動",
    "kind": "kind type 类别 类型 類別 類型",
    "team": "team 队伍 队 义工队 隊伍 隊 義工隊",
    "place": "place venue location address 地点 地址 場地 地點",
    "start": "start starts from begin 开始 开始时间 时间 開始 開始時間 時間",
    "end": "end ends until 结束 结束时间 結束 完結 結束時間",
    "capacity": "capacity places people 人数 名额 人數 名額",
    "risk": "risk risks note 风险 注意 風險 留意",
    "meet": "meet meeting 集合 集合时间 集合地点 集合時間 集合地點",
    "contact": "contact 联系人 联络人 聯絡人 聯絡",
    "outdoor": "outdoor outdoors 户外 室外 戶外",
    "description": "description details about 说明 介绍 内容 說明 介紹 內容",
    "minimum": "minimum min 最少 最少人数 最少人數",
    "bring": "bring 携带 自备 攜帶 自備",
    "transport": "transport travel 交通",
    "clothing": "clothing clothes wear 着装 衣着 着裝 衣著 服裝",
    "insurance": "insurance 保险 保險",
    "requires": "requires requirements 要求",
    "break": "break breaks 休息",
    "deadline": "deadline 截止 截止时间 截止時間",
    "audience": "audience 对象 對象",
    "companions": "companions companion 同伴 陪同 同行 同行者",
}
FIELDS = tuple(_KEYS)
"""Codes of all fields, in the order of the form."""

_FIELD_OF = {folded(key): field for field, keys in _KEYS.items() for key in keys.split()}
_LINE = re.compile(r"\s*([^:：]{1,24}?)\s*[:：](.*)", re.DOTALL)
_COMMAND = re.compile(r"\A\s*/\w+(?:@\w+)?[^\S\n]*")


class Form(Frozen):
    """What was typed, by field code, and what could not be taken."""

    values: dict[str, str]
    problems: tuple[Refusal, ...]


def parse_form(text: str) -> Form:
    """Fields of a message, with or without `/post` before them; never raises.

    Problems are UnknownField, FieldTwice (the first value stays) and UnreadableLine.
    """
    values: dict[str, str] = {}
    problems: list[Refusal] = []
    current = ""
    for line in clean_lines(_COMMAND.sub("", text, count=1)).split("\n"):
        key, value = _key_and_value(line)
        field = _FIELD_OF.get(key)
        if field is None and current == "description" and not _misspelt(key):
            values[current] += f"\n{line}"
        elif field is None:
            problems += _not_a_field(key, line)
        elif field in values:
            problems.append(FieldTwice(field=field))
            current = ""
        else:
            values[field], current = value, field
    return Form({field: value.strip() for field, value in values.items() if value.strip()}, tuple(problems))


def _key_and_value(line: str) -> tuple[str, str]:
    match = _LINE.fullmatch(line)
    return (folded(match[1]), match[2].strip()) if match else ("", line)


def _not_a_field(key: str, line: str) -> list[Refusal]:
    if key:
        return [UnknownField(key=key)]
    return [UnreadableLine(line=quoted(line))] if line else []


def _misspelt(key: str) -> bool:
    return bool(key and get_close_matches(key, _FIELD_OF, n=1, cutoff=0.75))

"""`plain` comes first: numerals of every script become ASCII, so that a reader knows one spelling of 下午兩點."""

import re

from bot.ground.refusals import BadCode, BadNumber, CapacityOutOfRange, OutOfRange, UnknownChoice
from bot.ground.text import folded, quoted

LONGEST = 64
"""Code points of anything that is a number, a date or a time; also keeps int() away from a million digits."""
HIGHEST_CAPACITY = 9999

_SIMPLE = str.maketrans("點個時鐘後週禮號兩間財剛這聽尋晝夠過來歲頭從", "点个时钟后周礼号两间财刚这听寻昼够过来岁头从")
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_NUMERAL = re.compile("[零〇一二两三四五六七八九十百千]+")
_WEEKDAY = re.compile("((?:周|星期|礼拜)[一二三四五六])(?=[零〇一二两三四五六七八九十0-9])")
_ENGLISH = re.findall(
    r"\w+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty",
)
_SPELLED = re.compile(rf"\b(?:{'|'.join(sorted(_ENGLISH, key=len, reverse=True))})\b")
_COUNTED = re.compile(r"(\d{1,9}) ?(?:人|个人|名|位|个|people|persons?|places?|pax)?")


def plain(text: str) -> str:
    """Folded text in one spelling of Chinese with all numerals as digits; '' when it is too long to be read."""
    text = folded(text[: LONGEST * 4]).translate(_SIMPLE)
    if len(text) > LONGEST:
        return ""
    return _NUMERAL.sub(_arabic, _WEEKDAY.sub(r"\1 ", text))  # 周六两点 is no 62nd hour


def unspelled(typed: str) -> str:
    """'two and a half hours' as '2 and a half hours'; of text that is `plain` already."""
    return _SPELLED.sub(lambda match: str(_ENGLISH.index(match[0])), typed)


def read_number(field: str, text: str, lowest: int, highest: int) -> int:
    """A whole number: '12', '１２', '十二', '12人'. Raises BadNumber, OutOfRange."""
    match = _COUNTED.fullmatch(unspelled(plain(text)))
    if match is None:
        raise BadNumber(field=field, text=quoted(text))
    value = int(match[1])
    if not lowest <= value <= highest:
        raise OutOfRange(field=field, value=value, lowest=lowest, highest=highest)
    return value


def read_capacity(text: str, lowest: int = 1, highest: int = HIGHEST_CAPACITY) -> int:
    """How many places. Raises BadNumber, CapacityOutOfRange."""
    try:
        return read_number("capacity", text, lowest, highest)
    except OutOfRange as out:
        raise CapacityOutOfRange(value=out.value, lowest=lowest, highest=highest) from None


def read_code(text: str) -> str:
    """Six digits of a check-in, blanks and dashes between them allowed. Raises BadCode."""
    digits = re.sub("[ -]", "", plain(text))
    if not re.fullmatch(r"\d{6}", digits, re.ASCII):
        raise BadCode(text=quoted(text))
    return digits


def _arabic(match: re.Match[str]) -> str:
    numeral = match[0]
    if not any(char in _UNITS for char in numeral):
        return "".join(str(_DIGITS[char]) for char in numeral)  # 二〇二六 is read digit by digit
    total, digit = 0, 0
    for char in numeral:
        if char in _UNITS:
            total += (digit or 1) * _UNITS[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return str(total + digit)


_YES = {"yes", "y", "true", "1", "是", "对", "對", "有", "户外", "戶外", "室外", "outdoor", "outdoors", "可以"}
_YES |= {"yes, they may", "people may bring somebody along", "可以带同伴", "可與同伴參加", "可与同伴參加"}
_NO = {"no", "n", "false", "0", "否", "不", "不是", "没有", "沒有", "室内", "室內", "indoor", "indoors", "不用"} | {
    "不可以"
}


def read_yes_or_no(field: str, text: str) -> bool:
    """Raises UnknownChoice."""
    typed = plain(text)
    if typed not in _YES | _NO:
        raise UnknownChoice(field=field, value=quoted(text), choices=("yes", "no"))
    return typed in _YES

"""One reader for every place where names are typed or pasted: chains of a group chat (接龙), columns, bullets.

What is no name is left out, and `Names.left_out` says so: whoever typed it hears that it was not kept.
"""

import re

from bot.ground.frozen import Frozen
from bot.ground.refusals import NumberInName, OneNameOnly
from bot.ground.text import HAN, clean_line, clean_lines, line

_NUMBERED = (
    r"(?:[(（\[【]\d{1,3}[)）\]】]|\d{1,3} ?[、.．,，:：)）](?!\d)|\d{1,3} +(?=[^\W\d])"  # (1)  1、  1.  1
    r"|[一二三四五六七八九十]{1,3}、|[\u2460-\u2473\u3251-\u325f\u32b1-\u32bf]|\d\ufe0f?\u20e3|\U0001f51f"  # 一、  ①  1️⃣
    rf"|[A-Za-z][.、．)）](?= ?[{HAN}]))"  # A. before a Chinese name
)
_MARK = re.compile(rf"(?:{_NUMBERED}|[-*•·●○◦▪‣–—►▶✅☑✔👉\ufe0f]+) ?")
_NUMBER = re.compile(r"[(（]?\d{1,3}[)）.、]?")
_FIRST = re.compile(r"[(（\[【]?1[)）\]】、.．,，:：\t ]|一、|\u2460")
_NEXT_NUMBER = re.compile(
    r"[ \t]+(?=[(（\[【]\d{1,3}[)）\]】]|\d{1,3} ?[、.．)）](?!\d))|(?<=.)(?=[\u2460-\u2473]|\d\ufe0f?\u20e3)"
)
_AT_ONCE = re.compile(rf"(\d{{1,3}})(?=[{HAN}])")  # 1张三: a number only where the next line goes on counting
_LIST = "姓名|(?:报名|報名|参加|參加)?(?:名单|名單|人员|人員|者)|names?|participants?"
_HEADING = re.compile(rf"[#＃].*|[^:：]*[:：]|(?:例|e\.?g\.?)[ .:：].*|接[龙龍]|{_LIST}", re.IGNORECASE)
_BEFORE_NAMES = re.compile(rf"(?:{_LIST}|报名|報名|[^:：]{{0,16}}的人?) ?[:：] ?", re.IGNORECASE)
_IN_ALL = r"(?:一?共|合[计計]|[总總][共计計]?)[:： ]?\d{1,3} ?[人位名个個]?|total:? ?\d{1,3}(?: people)?"
_SUM = re.compile(rf" (?:{_IN_ALL})$", re.IGNORECASE)
_PHONE = re.compile(
    r"(?:(?:电话|電話|手机|手機|tel|phone|mobile)[.:： ]*)?[+＋]?\(?\d(?:[ ().-]*\d){6,}", re.IGNORECASE
)
_BRACKETS = re.compile(r" ?[(（\[【][^()（）\[\]【】]*[)）\]】]")
_COMPANY = re.compile(r" ?[+＋] ?\d{1,2}$")
_NO_NAME = re.compile(rf"{_IN_ALL}|[男女mf]|[\d\W]+[岁歲]?|电话|電話|手机|手機|tel|phone|mobile", re.IGNORECASE)
_LATIN = r"[^\W\d_" + HAN + r"][^\d," + HAN + r"]*"
_FAMILY_FIRST = re.compile(rf"[^\W\d_{HAN}][^\s\d,{HAN}]*, ({_LATIN})")
_TITLE = re.compile(r", ?(?=(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d)\b)", re.IGNORECASE)
_SEPARATOR = re.compile("[,，、;；]")
_CHINESE_NAME = re.compile(f"[{HAN}]{{2,4}}")
_TWO_SYLLABLES = re.compile(
    "欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|司徒|夏侯|东方|東方|皇甫|尉迟|尉遲|公孙|公孫|慕容|令狐|宇文|长孙|長孫|端木|南宫|南宮"
)
_HELD = "\ufff9"  # stands for a comma that belongs to a name; `clean_lines` leaves none of these behind


class Names(Frozen):
    """As they were read, each cleaned, in their order; doubles stay."""

    names: tuple[str, ...]
    left_out: bool


def read_names(text: str) -> Names:
    """A line each, or with separators between, or Chinese names with blanks between. May hold none."""
    rows = [row for whole in text.split("\n") for row in _NEXT_NUMBER.split(whole) if row.strip()]
    first = next((at for at, row in enumerate(rows) if _FIRST.match(row.strip())), 0)  # before it stands a heading
    rows = _counted_off(rows[first:])
    read = [_of_row(row, alone=len(rows) == 1) for row in rows]
    typed = [name for names, _ in read for name in names]
    kept = [name for one in typed if (name := _name_only(one)) and not _NO_NAME.fullmatch(name)]
    bare = [_BRACKETS.sub("", name).strip() or name for name in kept]
    # What stands in brackets stays where it tells two people apart: 王芳（大）, 王芳（小）.
    names = [name if bare.count(short) > 1 else short for name, short in zip(kept, bare, strict=True)]
    return Names(tuple(names), names != typed or any(more for _, more in read))


def read_name(field: str, text: str, limit: int) -> str:
    """One person's name as typed, a number before it taken off.

    Raises NumberInName (a phone number is kept encrypted or not at all, never in a name), EmptyText, TextTooLong.
    """
    name = clean_line(text)
    if _PHONE.search(name):
        raise NumberInName
    return line(field, _off(_MARK, name) or name, limit)


def one_name(text: str, limit: int, field: str = "name") -> str:
    """Where a list may be pasted by mistake. Raises OneNameOnly, and as `read_name`."""
    if "\n" in clean_lines(text) or len(read_names(text).names) > 1:
        raise OneNameOnly
    return read_name(field, text, limit)


def without_number(text: str) -> str:
    """A name that Telegram knows, without the phone number that some write into it. May be empty."""
    return clean_line(_PHONE.sub(" ", clean_line(text)))


def _of_row(row: str, *, alone: bool) -> tuple[list[str], bool]:
    """The names in it, and whether there were further columns."""
    cells = [cleaned for cell in re.split(r"[\t|]", row) if (cleaned := clean_line(cell))]
    if len(cells) > 1 and _NUMBER.fullmatch(cells[0]):
        cells = cells[1:]
    named = _off(_BEFORE_NAMES, _off(_MARK, cells[0])) if cells else ""
    if not named or _HEADING.fullmatch(named):
        return [], False
    parts = [part.strip().replace(_HELD, ",") for part in _SEPARATOR.split(_commas_held(named, alone=alone))]
    return [name for part in parts if part for name in _apart(part)], len(cells) > 1


def _counted_off(rows: list[str]) -> list[str]:
    """Without 1, 2, 3 written right before Chinese names; 3班小明 alone keeps its number."""
    found = [_AT_ONCE.match(row.strip()) for row in rows]
    if len(rows) > 1 and [match and int(match[1]) for match in found] == [*range(1, len(rows) + 1)]:
        return [_off(_AT_ONCE, row.strip()) for row in rows]
    return rows


def _off(front: re.Pattern[str], text: str) -> str:
    match = front.match(text)
    return text[match.end() :] if match else text


def _commas_held(named: str, *, alone: bool) -> str:
    """`Wong, Fay` among other lines is one person; alone, `Anna, Ben` are two and `Chan, Tai Man` is one."""
    named = _TITLE.sub(_HELD + " ", named)
    match = _FAMILY_FIRST.fullmatch(named)
    return named.replace(",", _HELD) if match and (not alone or " " in match[1].strip()) else named


def _apart(part: str) -> list[str]:
    words = part.split()
    if len(words) == 2 and _TWO_SYLLABLES.fullmatch(words[0]) and len(words[1]) <= 2:
        return [part]  # 欧阳 娜娜 is one person
    return words if all(_CHINESE_NAME.fullmatch(word) for word in words) else [part]


def _name_only(typed: str) -> str:
    return _COMPANY.sub("", _SUM.sub("", clean_line(_PHONE.sub(" ", typed))))

"""Small answers of the form: yes or no, for whom, how long a break. Each reader raises the refusal of its field."""

from bot.domain.reading_hours import read_short
from bot.domain.reading_numbers import plain
from bot.domain.refusals import BreakTooLong, UnknownChoice
from bot.domain.text import quoted
from bot.domain.times import MINUTE

LIMITS = {"title": 80, "team": 80, "place": 120, "risk": 300, "description": 1500, "contact": 80}
"""Code points; other texts take `OTHER_LIMIT`. Together they stay under one message."""
OTHER_LIMIT = 200
LONGEST_BREAK = 10 * 60

_YES = {"yes", "y", "true", "1", "是", "对", "對", "有", "户外", "戶外", "室外", "outdoor", "outdoors"}
_NO = {"no", "n", "false", "0", "否", "不", "不是", "没有", "沒有", "室内", "室內", "indoor", "indoors"}
_AUDIENCES = {
    "team": "team members 队伍 本队 义工队 隊伍 本隊 義工隊",
    "station": "station centre center 本站 全站 社工站 服务单位 服務單位 單位 中心",
    "everyone": "everyone all public anyone 所有人 全部 公开 公開 大家 任何人",
}
_AUDIENCE_OF = {plain(word): audience for audience, words in _AUDIENCES.items() for word in words.split()}


def read_yes_or_no(field: str, text: str) -> bool:
    """Raises UnknownChoice."""
    typed = plain(text)
    if typed not in _YES | _NO:
        raise UnknownChoice(field=field, value=quoted(text), choices=("yes", "no"))
    return typed in _YES


def read_audience(text: str) -> str:
    """Code of the audience: team, station or everyone. Raises UnknownChoice."""
    audience = _AUDIENCE_OF.get(plain(text))
    if audience is None:
        raise UnknownChoice(field="audience", value=quoted(text), choices=tuple(_AUDIENCES))
    return audience


def read_break(text: str) -> int:
    """Minutes. Raises BadHours, OutOfRange."""
    return read_short("break", text, 0, LONGEST_BREAK)


def check_break(minutes: int, starts_at: int, ends_at: int) -> None:
    """Something is left to be credited. Raises BreakTooLong."""
    planned = (ends_at - starts_at) // MINUTE
    if minutes >= planned:
        raise BreakTooLong(break_minutes=minutes, minutes=planned)

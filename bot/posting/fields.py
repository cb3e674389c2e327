"""Small answers of the form: yes or no, for whom, how long a break. Each reader raises the refusal of its field."""

from bot.ground.reading.hours import read_short
from bot.ground.reading.numbers import plain
from bot.ground.refusals import BreakTooLong, UnknownChoice
from bot.ground.text import quoted
from bot.ground.times import MINUTE

LIMITS = {"title": 80, "team": 80, "place": 120, "risk": 300, "description": 1500, "contact": 80}
"""Code points; other texts take `OTHER_LIMIT`. Together they stay under one message."""
OTHER_LIMIT = 200
LONGEST_BREAK = 10 * 60

_AUDIENCES = {
    "team": "team members 队伍 本队 义工队 隊伍 本隊 義工隊",
    "station": "station centre center 本站 全站 社工站 服务单位 服務單位 單位 中心",
    "everyone": "everyone all public anyone 所有人 全部 公开 公開 大家 任何人",
}
_AUDIENCE_OF = {plain(word): audience for audience, words in _AUDIENCES.items() for word in words.split()}


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

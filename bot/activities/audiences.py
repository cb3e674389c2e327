"""Whom an activity is for, by its code; the synonyms are for reading only."""

from enum import StrEnum

from bot.ground.reading.numbers import plain
from bot.ground.refusals import UnknownChoice
from bot.ground.text import quoted


class Audience(StrEnum):
    """Who is told and may sign up. A station's audience is everybody of it and of the stations below."""

    TEAM = "team"
    STATION = "station"
    EVERYONE = "everyone"


_SYNONYMS = {
    Audience.TEAM: "team members 队伍 本队 义工队 隊伍 本隊 義工隊",
    Audience.STATION: (
        "station everybody_of_the_station centre center 本站 全站 全站的人 社工站 服务单位 整個單位 服務單位 單位 中心"
    ),
    Audience.EVERYONE: "everyone all public anyone 所有人 全部 公开 公開 大家 任何人",
}
_AUDIENCE_OF = {
    plain(word.replace("_", " ")): audience for audience, words in _SYNONYMS.items() for word in words.split()
}


def read_audience(text: str) -> Audience:
    """For whom an activity is, as people type it in any of the languages. Raises UnknownChoice."""
    audience = _AUDIENCE_OF.get(plain(text))
    if audience is None:
        raise UnknownChoice(field="audience", value=quoted(text), choices=tuple(Audience))
    return audience

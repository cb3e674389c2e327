"""The synonyms are for reading only; what a kind is called on screen is in the catalogues, by its code."""

from bot.ground.reading.numbers import plain
from bot.ground.refusals import UnknownChoice
from bot.ground.text import quoted

_SYNONYMS = {
    "elderly": (
        "elders, seniors, the elderly, old people, elderly people; "
        "为老, 老人, 长者, 老年人, 敬老, 助老, 养老; 長者, 為老, 安老, 養老"
    ),
    "youth": (
        "children, kids, young people, children and youth; "
        "儿童, 儿童青少年, 青少年, 少儿, 孩子; 兒童, 兒童及青少年, 小朋友"
    ),
    "disabled": "disability, disabled people, people with disabilities; 残疾人, 残障, 助残; 殘疾人士, 殘障, 傷健, 展能",
    "patients": (
        "patient, hospital, medical, health; 病人, 病患关怀, 患者, 医院, 医疗, 健康; 病患, 病人關懷, 醫院, 醫療"
    ),
    "environment": "green, nature, clean-up, cleanup; 环保, 环境, 绿化, 清洁; 環保, 環境, 綠化, 清潔",
    "community": "neighbourhood, neighborhood; 社区, 邻里; 社區, 鄰里",
    "events": "event, large events, large event; 大型活动, 赛会, 赛事; 大型活動, 賽事",
    "public": "public service, public services, public-service support; 公共服务, 公共服务支持; 公共服務, 公共服務支援",
    "hotline": "helpline, phone, telephone; 热线, 电话; 熱線, 電話",
    "legal": "law, legal aid; 法律, 法律援助, 普法",
    "visits": (
        "visit, visiting, mentoring, befriending, visits and mentoring; "
        "探访, 探访帮扶, 探望, 陪伴, 走访; 探訪, 探訪及師友, 家訪, 關懷"
    ),
    "culture": "sport, sports, art, arts, culture and sports; 文体, 文化, 体育, 艺术; 體育, 文化康體, 康體, 藝術, 文康",
    "emergency": "rescue, disaster relief; 应急, 应急救援, 救援, 救灾, 抢险; 應急, 緊急救援, 救災, 緊急",
    "teaching": "teach, tutoring, education, class; 支教, 支教助学, 教学, 教育, 辅导; 教學, 輔導, 補習, 功課輔導",
    "other": "others, misc; 其他, 其它, 别的",
}
KINDS = tuple(_SYNONYMS)
"""Codes of the kinds of service, in the order in which they are offered."""

_KIND_OF = {
    plain(word): kind for kind, words in _SYNONYMS.items() for word in (kind, *words.replace(";", ",").split(","))
}


def read_kind(text: str) -> str:
    """The code of a kind by any of its names in English, 简体 or 繁體; 服务 may follow. Raises UnknownChoice.

    The beginning of a name will do where one kind only begins so: 大型.
    """
    typed = plain(text)
    for name in (typed, typed.removesuffix("服务").removesuffix("服務").removesuffix("service").strip()):
        if name in _KIND_OF:
            return _KIND_OF[name]
    begun = {kind for name, kind in _KIND_OF.items() if len(typed) > 1 and name.startswith(typed)}
    if len(begun) == 1:
        return begun.pop()
    raise UnknownChoice(field="kind", value=quoted(text), choices=KINDS)

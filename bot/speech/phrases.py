"""What people say in passing, each answered by the journey that it is about, while nothing else waits for words."""

import re
from enum import StrEnum

from bot.ground.reading.hours import read_short
from bot.ground.reading.numbers import plain
from bot.ground.refusals import Refusal
from bot.speech.plain_words import spoken


class Phrase(StrEnum):
    CANT_COME = "cant_come"
    COMING = "coming"
    LATE = "late"  # how late is said with it, or asked
    NOD = "nod"
    STOP = "stop"
    CANCEL = "cancel"  # with no form open: it may be a sign-up that is meant
    CODE = "code"  # six digits, as on the lead's screen at a roll-call
    NAME = "name"  # a few words that mean nothing else: perhaps somebody on a roll that is open
    ANSWER = "answer"  # the words on a button that only answers what stands above it: spoken_labels


_SAID = {
    Phrase.CANT_COME: (
        "can't come | cant come | can not come | cannot come | i can't come | i cant come | i cannot come"
        " | i can't make it | can't make it | cancel my sign-up | cancel sign-up | cancel my place | 来不了"
        " | 我来不了 | 去不了 | 我去不了 | 不能来 | 我不能来 | 不能去 | 来不了了 | 去不了了 | 不来了 | 我不来了"
        " | 我不去了 | 不去了 | 参加不了 | 不能参加 | 不能出席 | 取消报名 | 取消我的报名 | 未能出席 | 來不了 | 我來不了"
        " | 去唔到 | 我去唔到 | 嚟唔到 | 我嚟唔到 | 唔嚟得 | 我唔嚟得 | 唔嚟 | 不能來 | 我不能來 | 我未能出席"
        " | 不來了 | 我不來了 | 不能參加 | 取消報名 | 取消我的報名"
    ),
    Phrase.COMING: (
        "i'll come | i will come | i'm coming | i am coming | coming | i'll be there | 我会来 | 会来 | 我来"
        " | 我会去 | 会到 | 我会到 | 准时到 | 准时参加 | 我會來 | 會來 | 我來 | 我會去 | 我會嚟 | 會嚟"
        " | 會到 | 我會到 | 準時到 | 會出席 | 我會出席"
    ),
    Phrase.CANCEL: "cancel | 取消 | 取消了",
    Phrase.NOD: (
        "1 | ok | okay | thanks | thank you | thank you very much | thx | ty | cheers | got it | noted | roger | 👍"
        " | 🙏 | 👌 | ❤️ | 收到 | 谢谢 | 谢谢你 | 谢谢您 | 多谢 | 感谢 | 好 | 好的 | 好的好的 | 嗯 | 嗯嗯 | 知道了"
        " | 明白 | 了解 | 可以 | 行 | 謝謝 | 謝謝你 | 多謝 | 感謝 | 唔該 | 知道 | 知道喇 | 好呀"
    ),
    Phrase.STOP: (
        "stop | unsubscribe | stop messages | no more messages | opt out | 退订 | 退訂 | 别发了 | 不要再发"
        " | 不要发了 | 取消订阅 | 別發了 | 不要再發 | 取消訂閱"
    ),
}
_PHRASE_OF = {said: phrase for phrase, all_said in _SAID.items() for said in all_said.split(" | ")}
_AROUND = re.compile(  # what people say before and behind it
    r"^(?:(?:so |very |i'm )?sorry|不好意思|对不起|對不起|唔好意思|抱歉)[,，.。!！ ]*(?:but )?"
    r"|[,，.。!！ ]*(?:sorry|不好意思|对不起|對不起|唔好意思|抱歉)$"
    r"|^我?(?:临时|臨時)?有事[,，.。 ]*"
    r"|^我?(?:今天|今日|明天|明日|听日|聽日|这次|這次|今次|那天|当天|當日)(?=[^,，.。]{2})"
)
_BETWEEN = re.compile(r"[,，、;；.。!！~～ ]+")


_LATE = re.compile(
    r"(?:sorry,? ?|不好意思[，, ]?|唔好意思[，, ]?|抱歉[，, ]?)?"
    r"(?:i'?ll be|i will be|i'?m|i am|running|我会|我會|我要|我可能会?|可能会?|可能會|我)? ?"
    r"(?:(?:a bit|a little|about|around) ?)?(?P<before>[^,，。.]{1,14}?)? ?"
    r"(?:late|delayed|迟到|遲到|晚到|迟|遲|遲少少)(?:一点|一會|一会儿?|少少)?"
    r"[ ,，:：]?(?:(?:by|about|around|大概|大约|大約|约|約) ?)?(?P<after>[^,，。.]{1,14})?[!！.。]?"
)


LATEST = 300


def late_minutes(text: str) -> int | None:
    """By how much somebody says to be late (0: not said): *I'll be 20 min late*, 迟到二十分钟; None for other words."""
    found = _LATE.fullmatch(spoken(text).replace("’", "'"))
    said = "" if found is None else ((found["after"] or found["before"]) or "").strip()
    if found is None or not said:
        return None if found is None else 0
    try:
        return read_short("late_minutes", said, 1, LATEST)
    except Refusal:
        return None


_CODE = re.compile(r"\d{3} ?\d{3}")
NAME_LIMIT = 24  # characters


def code_of(text: str) -> Phrase | None:
    return Phrase.CODE if _CODE.fullmatch(plain(text)) else None


def late_of(text: str) -> Phrase | None:
    return None if late_minutes(text) is None else Phrase.LATE


def name_of(text: str) -> Phrase | None:
    """One short line with a letter in it."""
    said = text.strip()
    short = 0 < len(said) <= NAME_LIMIT and "\n" not in said and not said.startswith("/")
    return Phrase.NAME if short and any(letter.isalpha() for letter in said) else None


def phrase_of(text: str) -> Phrase | None:
    """Whole texts only; several nods in a row are one: *ok, thanks*."""
    said = spoken(text).replace("’", "'")
    parts = {_PHRASE_OF.get(part) for part in _BETWEEN.split(said) if part}
    return _PHRASE_OF.get(said) or (Phrase.NOD if parts == {Phrase.NOD} else about_coming(said))


def of_coming(text: str) -> Phrase | None:
    """That somebody comes, does not, or comes late."""
    phrase = phrase_of(text) or late_of(text)
    return phrase if phrase in {Phrase.CANT_COME, Phrase.COMING, Phrase.LATE} else None


def about_coming(said: str) -> Phrase | None:
    """*Sorry, I can't come*, 明天有事来不了: what is said around it is politeness, a day or a reason."""
    bare = said
    while (shorter := _AROUND.sub("", bare)) != bare:
        bare = shorter
    phrase = _PHRASE_OF.get(bare)
    return phrase if phrase in {Phrase.CANT_COME, Phrase.COMING} else None

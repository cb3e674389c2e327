"""What may stand in a part of a button: values within its bounds, and hostile ones that lie beyond every bound."""

from collections.abc import Sequence
from random import Random

from bot.speech.buttons import KINDS, AnyLink
from bot.speech.parts import ADay, Like, OneOf, OrNothing, Part, Whole, YesOrNo

SAMPLES: tuple[str, ...] = (
    *("1", "8", "t1", "s1", "a1", "t999", "s3", "a2", "2026-11", "1970-01", "2100-12", "0000", "0930", "2359"),
    *("deadbeef", "00000000", "xxxxxxxxxxxxxxxxxxxxxx", "elderly", "yes", "no", "station", "everyone", "team", ""),
    *("2026-12-05", "2026-12-05 1130", "9999-99-99 9999", "Asia/Shanghai", "Asia", "Etc/GMT+12", "Mars/Base"),
    *("a_1", "a_999999999999999", "g_xxxxxxxxxxxxxxxxxxxxxx", "t_nothing", "r_nothing", "c_nothing", "-5", "1e99"),
)
"""Of text that is read by a pattern; which of them fits is asked of the pattern."""

NUMBERS = (0, 1, 2, 3, 4, 5, 7, 8, 9, 12, 15, 30, 60, 90, 200, 500, 1440, 9_999, 10_000, 100_000)
MOMENTS = (1_795_312_800, 1_796_432_400, 1_796_441_400, 4_000_000_000)
DAYS = ("19700101", "20000229", "20261121", "20261122", "20261205", "20271030", "20991231", "21001231")

HOSTILE: tuple[str, ...] = (
    *("", " ", "-", "--1", "-0", "00", "01", "+1", "1 ", "1.0", "1e9", "0x1", "1_000", "NaN", "None", "True"),
    *("[]", "{}", "-1", "-2", "10000", "9007199254740991", "9007199254740992", "9223372036854775807"),
    *("9223372036854775808", "-9223372036854775809", "99999999999999999999", "9" * 40, "2147483648"),
    *("253402300800", "4133980800", "-62135596801"),
    *("٣", "３", "²", "৪", "Ⅷ", "一", "1\u200b", "\u202e1", "ａ", "é", "😀"),
    *("../../etc/passwd", "/etc/passwd", "zh_Hans/../en", "..", ".", "/", "\\", "en\n", "EN", "zh", "zh_Hant "),
    *("C:", "\0", "1\0", "\ud800", "en\udfff", "\x1b[0m", "\r\n", "{x}", "%s", "<b>", "'; DROP TABLE person; --"),
    *("00000000", "99999999", "20261301", "20260230", "2026-02-30", "2026-W49-6", "2026-13", "0000-00", "2460"),
    *("9999", "t0", "s-1", "a", "t", "x5", "t99999999999999999999", "tt1", "T1", "administrator", "erased"),
    *("moved", "declined", "done", "adult", "minor", "start", "__class__", "self", "join", "roll_call_minutes"),
    *("province", "newcomer"),
)
OTHERS: tuple[str, ...] = tuple(
    {text for kind in KINDS.values() for part in kind.parts.values() if isinstance(part, OneOf) for text in part.values}
)
"""The choices of all kinds of button: most of them are none of any other."""


def fitting(part: Part, ids: Sequence[int] = ()) -> list[str]:
    """Texts that this part reads, its bounds among them."""
    if isinstance(part, OrNothing):
        return ["", *fitting(part.part, ids)]
    if isinstance(part, Whole):
        wanted = {part.least, part.most, *NUMBERS, *MOMENTS, *ids}
        return [str(number) for number in sorted(wanted) if part.least <= number <= part.most]
    if isinstance(part, OneOf):
        return list(part.values)
    if isinstance(part, YesOrNo):
        return ["0", "1"]
    if isinstance(part, ADay):
        return [part.dash.join((day[:4], day[4:6], day[6:])) for day in DAYS]
    if isinstance(part, Like):
        return [text for text in SAMPLES if reads(part, text)]
    raise TypeError(type(part).__name__)


def reads(part: Part, text: str) -> bool:
    try:
        part.read(text)
    except ValueError:
        return False
    return True


def likely(chance: Random, part: Part, ids: Sequence[int]) -> str:
    """Within the bounds; a number is more often the id of something that is there than one of its bounds."""
    if isinstance(part, Whole) and chance.random() < 0.75:
        near = [str(number) for number in (*range(13), *ids) if part.least <= number <= part.most]
        if near:
            return chance.choice(near)
    return chance.choice(fitting(part, ids))


def hostile(chance: Random) -> str:
    return chance.choice(HOSTILE if chance.random() < 0.7 else OTHERS)


def forged(chance: Random, kind: AnyLink, ids: Sequence[int]) -> str:
    """Callback data of this kind: half of them possible throughout, the others with something wrong somewhere."""
    texts = [likely(chance, part, ids) for part in kind.parts.values()]
    fate = chance.random()
    if fate < 0.4 and texts:
        texts[chance.randrange(len(texts))] = hostile(chance)
    elif fate < 0.44:
        texts.append(hostile(chance))
    elif fate < 0.48:
        texts = texts[:-1] or [""]
    elif fate < 0.5:
        texts = [hostile(chance) for _ in texts]
    return ":".join([kind.verb, *texts])


def bent(chance: Random, data: str, ids: Sequence[int]) -> str:
    """A real button with one part exchanged: so forged presses reach forms that are open, with their revision."""
    kind = KINDS.get(data.split(":", maxsplit=1)[0])
    texts = data.split(":")[1:]
    if kind is None or not texts or len(texts) != len(kind.parts) or chance.random() < 0.3:
        return data
    at = chance.randrange(len(texts))
    part = list(kind.parts.values())[at]
    texts[at] = likely(chance, part, ids) if chance.random() < 0.7 else hostile(chance)
    return ":".join([kind.verb, *texts])

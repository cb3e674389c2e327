"""Which way a text was written down: Excel in Chinese saves a CSV as GB18030 or Big5, and says so nowhere."""

import codecs

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
USUAL = frozenset(
    "姓名字电话電話手机手機队伍隊伍团团體体年龄年齡出生编号編號备注備註义工義工志愿願者服务服務组組别別称稱呼男女岁歲以上下大小"
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董袁潘于蒋蔣蔡余杜叶葉"
    "程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾夏韦傅方白邹鄒孟熊秦邱江尹薛雷侯龙龍段郝孔邵史毛常万萬顾顧赖武康贺賀"
    "一二三四五六七八九十文明国國华華建志伟偉芳娜秀英敏静靜丽麗强強磊军軍洋勇艳豔杰娟涛濤超秀兰蘭霞平刚剛桂美玲红紅春梅海燕"
    "社区區街道福田第队隊长長老青年"
)
ODD = 0.02
"""More than so many of a text's characters are never controls: it is no text."""


class Unreadable(Exception):
    """``code``: why, for the words that are said about it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def decoded(content: bytes) -> str:
    """Raises Unreadable."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return plain(as_text(content, encoding))
    if (without_mark := utf_16(content)) is not None:
        return plain(without_mark)
    for read_as in (utf_8, chinese):
        try:
            return plain(read_as(content))
        except UnicodeDecodeError:
            continue
    raise Unreadable("no_list")


def utf_8(content: bytes) -> str:
    return content.decode("utf-8")


def as_text(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable("no_list") from None


def plain(text: str) -> str:
    """Raises Unreadable for what is no text at all, such as a picture under another name."""
    odd = sum(char < " " and char not in "\t\r\n\f" for char in text[:4000])
    if odd > ODD * min(len(text), 4000):
        raise Unreadable("no_list")
    return text.replace("\0", "")


def utf_16(content: bytes) -> str | None:
    """Without a mark at its beginning: every line break and comma has a zero beside it."""
    head = content[:4000]
    little, big = head[1::2].count(0), head[::2].count(0)
    if max(little, big) < max(2, len(head) // 50) or min(little, big) > max(little, big) // 8:
        return None
    try:
        return content.decode("utf-16-le" if little > big else "utf-16-be")
    except UnicodeDecodeError:
        return None


def chinese(content: bytes) -> str:
    """GB18030 or Big5, whichever reads as more usual Chinese. Raises UnicodeDecodeError where it is neither."""
    found: list[tuple[float, str]] = []
    for encoding in ("gb18030", "big5", "big5hkscs"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        found.append((usual(text, encoding), text))
    if not found:
        content.decode("gb18030")
    return max(found, key=lambda one: one[0])[1]


def usual(text: str, encoding: str) -> float:
    """How much of it is written daily: by the first half of either standard, and by the characters of such lists."""
    letters = [char for char in text[:20_000] if char > "\x7f"]
    if not letters:
        return 0.0
    return sum(weight(char, encoding) for char in letters) / len(letters)


def weight(char: str, encoding: str) -> float:
    try:
        raw = char.encode("gb2312" if encoding == "gb18030" else encoding)
    except UnicodeEncodeError:
        return -0.5
    if len(raw) != 2:
        return -0.5
    daily = 0xA1 <= raw[0] <= 0xD7 if encoding == "gb18030" else 0xA1 <= raw[0] <= 0xC6
    return float(daily) + 2.0 * (char in USUAL)

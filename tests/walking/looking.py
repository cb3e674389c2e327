"""One call of the bot's, held against all that a screen must be: whole, valid, short enough, in one language."""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html.parser import HTMLParser
from typing import Any

from bot.ground.frozen import Frozen
from bot.simulator.params import Params, Upload
from bot.simulator.people.labels import LabelBook
from bot.simulator.rules.calls import faults_of
from bot.speech.buttons import KINDS, AnyLink
from bot.speech.words import LANGUAGES, Words
from tests.walking.bot import Leaving

TAGS = {"b", "i", "u", "s", "code", "pre", "a", "tg-spoiler", "blockquote", "tg-time"}
TWICE = ("&lt;", "&gt;", "&amp;amp;", "&#")  # what people typed holds none of these
LONGEST = {"text": 4096, "caption": 1024}
ADDRESS = re.compile(r"\S*t\.me/\S+|liandong verify FILE\.pdf --key PUBLIC")
CHOICES = 4
TURNING = {"‹", "›"} | {Words(one, "UTC").label(label) for one in LANGUAGES for label in ("‹ Newer", "Older ›")}
NUMBERED = re.compile(r"\d+/\d+")
UNNUMBERED = {
    **dict.fromkeys(("pd", "mw", "mn"), "a calendar"),
    "vl": "what waits is read from one id on: no page has a number",
}
"""What is turned without saying which page it is."""
ENTRIES = {"rch", "rcp"}  # a group, or a person, may be the only one in the roll
HAN = re.compile(r"[\u4e00-\u9fff]+")
LATIN = re.compile(r"[A-Za-z]{2,}(?:[ ,.’'-]+[A-Za-z]{2,})+")


class Key(Frozen):
    """A button as it was sent."""

    label: str
    data: str = ""
    url: str = ""


class Balance(HTMLParser):
    """Counts what Telegram's parser would refuse."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.faults.append(f"<{tag}>")
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.text += data


def rows_of(left: Leaving) -> list[list[Key]]:
    rows = (left.params.get("reply_markup") or {}).get("inline_keyboard", [])
    return [[Key(key["text"], key.get("callback_data", ""), key.get("url", "")) for key in row] for row in rows]


def keys_of(left: Leaving) -> list[Key]:
    return [key for row in rows_of(left) for key in row]


def asks(left: Leaving) -> bool:
    """For the person's own number, with a key in place of the keyboard."""
    return "keyboard" in (left.params.get("reply_markup") or {})


def kind_of(data: str) -> AnyLink | None:
    """None for what no button of ours says."""
    kind = KINDS.get(data.split(":", 1)[0])
    return kind if kind is not None and kind.unpack(data) is not None else None


def faults(left: Leaving, language: str) -> Iterator[str]:
    params = (
        left.params
        if left.method in {"setMyCommands", "deleteMyCommands"}
        else {"chat_id": left.chat_id, **left.params}
    )
    files = {}
    if left.file is not None:
        files["photo" if left.file.picture else "document"] = Upload(left.file.name, b"x")
    yield from faults_of(left.method.lower(), Params(params, files))
    for name, longest in LONGEST.items():
        if name in left.params:
            yield from of_text(str(left.params[name]), longest)
            yield from foreign(str(left.params[name]), language)
            yield from untidy(plain(str(left.params[name])))
    yield from of_keys(rows_of(left))
    yield from choices(rows_of(left))
    yield from turned(rows_of(left))
    yield from twice(rows_of(left), plain(str(left.params.get("text", ""))))
    for key in keys_of(left):
        yield from foreign(key.label, language)
        yield from untidy(key.label)


def of_text(text: str, longest: int) -> Iterator[str]:
    read = Balance(text)
    if read.faults or read.open:
        yield f"tags do not balance: {read.faults} {read.open}"
    if len(read.text) > longest or (longest == LONGEST["text"] and not read.text.strip()):
        yield f"{len(read.text)} characters of text"
    if "{" in read.text.replace("{x}", "") or any(mark in read.text for mark in TWICE):
        yield "a fact was not filled in, or escaped twice"


def of_keys(rows: Sequence[Sequence[Key]]) -> Iterator[str]:
    book = LabelBook()
    book.note([[{"text": key.label} for key in row] for row in rows])
    yield from (f"on a phone {cut}" for cut in book.lost)
    if sum(map(len, rows)) > 100 or any(len(row) > 8 for row in rows):
        yield "too many buttons"
    for row in rows:
        for key in row:
            if key.data and kind_of(key.data) is None:
                yield f"{key.label!r} carries {key.data!r}, which no kind reads"
            if len(key.data.encode()) > 64:
                yield f"{key.label!r} carries {len(key.data.encode())} bytes"


def choices(rows: Sequence[Sequence[Key]]) -> Iterator[str]:
    """At most four things are offered besides the entries of a list; the way back is none of them."""
    apart = {*TURNING, *(Words(one, "Asia/Shanghai").label("Back") for one in LANGUAGES)}
    offered = [key for row in rows for key in row if key.label not in apart and not NUMBERED.fullmatch(key.label)]
    kinds = Counter(key.data.split(":")[0] or key.url for key in offered)
    found = [kind for kind, times in kinds.items() if times == 1 and kind not in ENTRIES]
    if len(found) > CHOICES:
        yield f"offers {len(found)} things: {found}"


def turned(rows: Sequence[Sequence[Key]]) -> Iterator[str]:
    """Whoever turns pages is told which of how many this is; of a list of more than ten pages nobody counts these."""
    for row in rows:
        kinds = {key.data.split(":")[0] for key in row if key.label in TURNING} - UNNUMBERED.keys()
        if kinds and not any(NUMBERED.fullmatch(key.label) for key in row):
            yield f"{UNCOUNTED}: {sorted(kinds)}"


def twice(rows: Sequence[Sequence[Key]], text: str) -> Iterator[str]:
    """Every line of a list stands once, and of two buttons of one name nobody knows which is which."""
    lines = Counter(found[1] for line in text.split("\n") if (found := ENTRY.match(line)))
    yield from (f"a line {ALIKE}: {line}" for line, times in lines.items() if times > 1)
    labels = Counter(
        key.label
        for row in rows
        for key in row
        if key.data and not key.label.isdigit() and kind_of(key.data) is not KINDS["no"]
    )
    yield from (f"a button {ALIKE}: {label}" for label, times in labels.items() if times > 1)


ENTRY = re.compile(r"(?:·|\d+\.) (.+)")
ALIKE = "stands twice"
UNCOUNTED = "turns pages, and does not say which one this is"


def foreign(text: str, language: str) -> Iterator[str]:
    """Words of another language than the reader's; links and commands are nobody's language. '' stands for any."""
    plain = ADDRESS.sub("", Balance(text).text)
    found: Iterable[Any] = HAN.findall(plain) if language == "en" else LATIN.findall(plain)
    strange = [one for one in found if one not in FOREIGN]
    if strange and language:
        yield f"is not in {language}: {strange}"


UNTIDY = {
    re.compile(r"（[^（）]*（[^\n]*"): "brackets in brackets",
    re.compile(r"[^\s]*）[ ](?!·|—)[^\n]*"): "a blank behind a wide bracket",
    re.compile(r"[，。：；][，。：；][^\n]*"): "two marks in a row",
    re.compile(r"[\u4e00-\u9fff][:;] [^\n]*"): "a narrow mark behind a Chinese word",
    re.compile(r"20\d\d年20\d\d年[^\n]*|.*20(\d\d) 20\1\b"): "a year twice",
}


def untidy(text: str) -> Iterator[str]:
    """What a reader of Chinese takes for a slip of the pen."""
    for pattern, said in UNTIDY.items():
        for found in pattern.findall(text):
            yield f"{said}: {found}"


FOREIGN = {"简体中文", "繁體中文", "中文"}
"""Names of languages, each in its own."""


def plain(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", text))

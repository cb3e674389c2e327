"""No screen outside Telegram's limits, and none that is half in another language than its reader's."""

import re
from collections.abc import Iterator

from bot.ground.viewer import reading_language
from bot.speech.words import catalogue
from tests.simulation.agency_words import TONGUES
from tests.simulation.invariants.view import View

TEXT, BUTTON = 4096, 64
LATIN = re.compile(r"[A-Za-z]{2,}")
HAN = re.compile(r"[\u4e00-\u9fff]")
NO_SENTENCE = re.compile(
    r"(https?://[!-~]+|t\.me/[!-~]+|[0-9a-f]{64}|Ed25519|liandong verify FILE\.pdf --key PUBLIC|"
    r"/[a-z]\w*|[\w.-]+\.(csv|json|ics|pdf|xlsx|png)|[A-Z][a-z]+/[A-Z][\w/]+)"
)
KNOWN = frozenset({"Telegram", "QR", "WhatsApp", "WeChat", "ID", "CSV", "English", "Sat", "Exit", "id", "Excel", "PDF"})
QUOTED = re.compile(r"“[^”]*”|「[^」]*」")  # somebody's own words, such as a card that was forwarded into a form
UNPLACED = "I don't understand this line: {line}"  # so is such a line of it
OF_OTHERS = frozenset({"passed_on", "passed_answer"})  # the message itself is passed on, whatever stands in it
LANGUAGES = ("中文", "简体", "繁體", "繁体")
NAMES = {"简体中文": "zh_Hans", "繁體中文": "zh_Hant", "English": "en"}


def screens_are_whole(view: View) -> Iterator[str]:
    typed = sorted(typed_words(view), key=len, reverse=True)
    languages = languages_read(view)
    for one in view.world.journal.shown[view.first :]:
        if len(one.text) > TEXT:
            yield f"{len(one.text)} characters: {one.text[:80]!r}"
        human = view.humans.get(one.chat_id)
        if human is None or one.text in view.memory.setdefault("known", set()):
            continue
        view.memory["known"].add(one.text)
        if one.kind in OF_OTHERS:
            continue
        rest = NO_SENTENCE.sub(" ", without_quotations("\n".join((one.text, *one.labels))))
        for word in typed:
            if word in rest:
                rest = rest.replace(word, " ")
        strays = [foreign(language, rest) for language in sorted(languages[one.chat_id])]
        stray = strays[0] if all(strays) else ""
        if stray:
            yield f"{human.member.name} ({human.member.language}) reads {stray!r} in {one.text[:200]!r} {one.labels}"


def without_quotations(text: str) -> str:
    for language in TONGUES:
        text = re.sub(f"{re.escape(catalogue(language).gettext(UNPLACED).format(line=''))}.*", " ", text)
    return QUOTED.sub(" ", text)


def languages_read(view: View) -> dict[int, set[str]]:
    """Which languages people may have read since the look before: what they had then, have now, and chose between."""
    chosen: dict[int, str] = view.memory.get("languages", {})
    now = {
        row["telegram_id"]: row["language"] or reading_language(row["client_language"])
        for row in view.rows("SELECT telegram_id, language, client_language FROM person WHERE telegram_id IS NOT NULL")
    }
    view.memory["languages"] = now
    read = {
        id: {human.member.language, chosen.get(id, human.member.language), now.get(id, human.member.language)}
        for id, human in view.humans.items()
    }
    for press in view.world.journal.presses:
        language = NAMES.get(press.press.label.removeprefix("✓ "))
        if language and press.chat_id in read:
            read[press.chat_id].add(language)
    return read


def foreign(language: str, text: str) -> str:
    if language == "en":
        for name in LANGUAGES:
            text = text.replace(name, "")
        found = HAN.search(text)
        return text[found.start() : found.start() + 20] if found else ""
    return next((word for word in LATIN.findall(text) if word not in KNOWN), "")


def typed_words(view: View) -> set[str]:
    """Everything that people typed: it is shown as it is to readers of every language."""
    found = set(view.board.typed)
    for tongue in TONGUES.values():
        found |= {tongue.station, *tongue.teams, *tongue.names, *tongue.newcomers, *tongue.managed}
        found |= {*tongue.notes, *tongue.nonsense, *tongue.late, *tongue.fields}
        for post in tongue.posts:
            found |= set(post)
    return {one for one in found if len(one) > 1}


INVARIANTS = (screens_are_whole,)

"""What the page is made of: light, complete in three languages, and in need of nothing from outside."""

import json
import re

from bot.simulator.page.files import STATIC


def test_the_page_is_light_and_needs_nothing_from_outside() -> None:
    files = {path.name: path.read_text(encoding="utf-8") for path in STATIC.iterdir()}
    addresses = {
        address
        for text in files.values()
        for address in re.findall(r"https?://[^\s\"'`$]+", text)
        if "${" not in address
    }

    assert sum(len(text.encode()) for text in files.values()) <= 150_000
    assert addresses - {"https://"} == set()
    assert not [name for name, text in files.items() if "innerHTML" in text or " style=" in text]


def test_the_page_speaks_three_languages_completely() -> None:
    words = json.loads((STATIC / "words.json").read_text(encoding="utf-8"))
    code = "".join(path.read_text(encoding="utf-8") for path in STATIC.glob("*.*") if path.suffix in {".js", ".html"})
    used = set(re.findall(r'word\("(\w+)"', code)) | set(re.findall(r'data-(?:word|label)="(\w+)"', code))

    assert words.keys() == {"en", "zh_Hans", "zh_Hant"}
    assert words["zh_Hans"].keys() == words["zh_Hant"].keys() == words["en"].keys()
    assert used - words["en"].keys() == set()
    assert all(text for table in words.values() for text in table.values())
    holes = {key: sorted(re.findall(r"\{\w+\}", text)) for key, text in words["en"].items()}
    for language in ("zh_Hans", "zh_Hant"):
        assert {key: sorted(re.findall(r"\{\w+\}", text)) for key, text in words[language].items()} == holes


def test_hong_kong_words_are_hong_kongs() -> None:
    words = json.loads((STATIC / "words.json").read_text(encoding="utf-8"))["zh_Hant"]
    foreign = re.compile("信息|联系|鏈接|點擊|默認|保存|登錄|短信|掃碼|質量|老人|周六|匯總|隱私|視頻")

    assert [text for text in words.values() if foreign.search(text)] == []

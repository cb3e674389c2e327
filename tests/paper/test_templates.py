"""Every paper in three languages, with the longest and most hostile content: nothing is missing, nothing is cut."""

from datetime import date, timedelta
from typing import Any

import pytest

from bot.activities.kinds import KINDS
from bot.ground.frozen import replace
from bot.ground.months import month_period, week_of
from bot.hours.rules import SCHEMES, standing
from bot.hours.shown import OwnHours
from bot.hours.years.rules import YearOfHours
from bot.paper.child import make
from bot.paper.verifying import verified
from bot.reports.figures import Figures, TeamFigures
from bot.reports.file_rules import ClosedMonth, EntryLine, Exceptions, FileFacts, MonthMinutes, RecordOfService
from bot.reports.issued.rules import Key, Proof, canonical, digest, payload
from bot.reports.rules import Scope, Summary, Waiting
from bot.reports.shown import Digest, TeamWeek
from bot.speech.screens import Paper
from bot.speech.words import LANGUAGES, Words
from handlers.hours.my_year import year_paper
from handlers.reports.closed_months import closed_report
from handlers.reports.papers import picture, report
from handlers.reports.record_papers import record_paper
from handlers.reports.week_pictures import week_picture
from tests.paper.forging import NAME, PUBLIC, SEED
from tests.paper.reading import packed, printed, scanned

AT = 1_796_432_400
HOSTILE = ('#eval("1")', "$x^2$ *b* _i_ @ref", "\\", "</b>&amp;", "=1+1", "龘䶮𠮷 Ng" * 12, "W" * 60)
SCOPE = Scope(HOSTILE[0], "Asia/Shanghai", "/1/", 7)
MONTH = month_period("2026-12")
TEAMS = tuple(
    TeamFigures(number, name, Figures(2, 3, 600 - number, helped=5)) for number, name in enumerate(HOSTILE, 1)
)
FOUND = Summary(
    SCOPE, MONTH, Figures(9, 21, 4000, helped=35, no_shows=2, kinds=(("elderly", 3000), ("community", 1000))), TEAMS,
    Waiting(3, 90, 1), Figures(minutes=3000, attendances=9), idle=("Idle",),
)  # fmt: skip
FACTS = FileFacts(
    SCOPE, MONTH, summary=FOUND, months=tuple(MonthMinutes(f"2026-{n:02}", n * 60, 700 - n) for n in range(1, 13))
)
LINE = EntryLine(
    date(2026, 12, 5), AT, AT + 9000, "Asia/Shanghai", "Anna", "A-1", HOSTILE[1], "探访" + HOSTILE[5], "elderly",
    "service", "roll_call", 1, 150, True,
)  # fmt: skip
RECORD = RecordOfService(HOSTILE[5], "A-1", HOSTILE[3], date(2026, 12, 12), 150 * 60, "exact", (LINE,) * 60)
ISSUED = replace(
    RECORD, others=90, first=date(2026, 1, 1), last=date(2026, 12, 31), number=7, agency=HOSTILE[0], contact=HOSTILE[4],
    bot="liandong_bot",
)  # fmt: skip


HOURS = OwnHours(
    999 * 60 + 59, 90, 140 * 60, 0, 0, 0, 0, (), "none", standing(SCHEMES["none"], 0), "half_hours"
)  # fmt: skip
YEAR = YearOfHours(
    HOSTILE[5] + HOSTILE[6] + HOSTILE[3], 2028, date(2028, 11, 5),
    {date(2028, 1, 1) + timedelta(days=n): 7 * n for n in range(300)},
    tuple((kind, 1000 - n) for n, kind in enumerate(KINDS)), 140 * 60, HOURS,
)  # fmt: skip
CLOSED = ClosedMonth(
    SCOPE, MONTH, date(2027, 1, 5), replace(FOUND.whole, adjusted=30, adjusted_helped=-4, new_people=3), TEAMS, 3000,
    FACTS.months, "half_hours", None,
)  # fmt: skip
WEEK = Digest(
    week_of(date(2026, 11, 25)),
    tuple(TeamWeek(name, 3, 4, 5, 150, "half_hours", (60, 120, 0, 240, 150)) for name in HOSTILE), (), (), 0,
)  # fmt: skip


def rendered(paper: Paper) -> bytes:
    return make(paper.order.template, paper.order.form, paper.order.data)


def texts(value: Any) -> list[str]:
    """All that was to be said, without the codes beside it."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for name, one in value.items() if name not in {"language", "qr", "proof"} for text in texts(one)]
    return [text for one in value for text in texts(one)] if isinstance(value, list | tuple) else []


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_stands_in_the_report(language: str) -> None:
    paper = report(Words(language, "Asia/Shanghai"), FACTS, FOUND)
    text = printed(rendered(paper))

    bars = [bar["name"] for bar in paper.order.data["teams"]]  # the report has a table of teams instead
    assert [one for one in texts(paper.order.data) if packed(one) not in text and one not in bars] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_stands_in_the_record(language: str) -> None:
    paper = record_paper(Words(language, "Asia/Shanghai"), RECORD)
    text = printed(rendered(paper))

    data = {name: value for name, value in paper.order.data.items() if name != "nothing"}
    assert [one for one in texts(data) if packed(one) not in text] == []
    assert text.count(packed(LINE.activity)) == len(RECORD.entries)


@pytest.mark.parametrize("totals", [pytest.param(False, id="entries"), pytest.param(True, id="totals")])
@pytest.mark.parametrize("language", LANGUAGES)
def test_signed_record_says_how_it_is_proven(language: str, totals: bool) -> None:
    """Its code is read again, and what lies in it is what was signed."""
    issued = replace(ISSUED, totals=totals)
    content = canonical(issued, number=7, issued_at=AT, salt="00")
    paper = record_paper(
        Words(language, "Asia/Shanghai"), issued, Proof(content, digest(content), Key(1, PUBLIC, NAME, AT, None), SEED)
    )
    text, data = printed(pdf := rendered(paper)), {**paper.order.data, "nothing": ""}

    said = {name: value for name, value in data.items() if name != "columns" or not totals}
    assert [one for one in texts(said) if packed(one) not in text] == []
    shown = {name: value for name, value in data.items() if name != "proof"} | {"rows": []}
    link = f"https://t.me/{issued.bot}?start={payload(7, digest(content))}"
    assert scanned(make(paper.order.template, "png", shown)) == [link]
    assert verified(pdf, [PUBLIC])[0] == content
    assert SEED.encode() not in pdf


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_stands_in_the_picture(language: str) -> None:
    """As a page, which has its text; the picture is made of the same."""
    paper = picture(Words(language, "Asia/Shanghai"), FACTS, FOUND)
    text = printed(make(paper.order.template, "pdf", paper.order.data))

    assert [one for one in texts(paper.order.data) if packed(one) not in text] == []
    assert rendered(paper).startswith(b"\x89PNG")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_everything_stands_in_the_own_year(language: str, scheme: str) -> None:
    year = replace(YEAR, hours=replace(HOURS, scheme=scheme, standing=standing(SCHEMES[scheme], HOURS.all)))
    paper = year_paper(Words(language, "Asia/Shanghai"), year)
    text = printed(make(paper.order.template, "pdf", paper.order.data))

    assert [one for one in texts(paper.order.data) if packed(one) not in text] == []
    assert rendered(paper).startswith(b"\x89PNG")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("open_then", [Exceptions(3, 12, 28 * 60, 4), None])
def test_everything_stands_in_the_report_of_a_month(language: str, open_then: Exceptions | None) -> None:
    paper = closed_report(Words(language, "Asia/Shanghai"), FACTS, replace(CLOSED, open=open_then))
    text = printed(rendered(paper))

    assert [one for one in texts(paper.order.data) if packed(one) not in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_stands_in_the_week(language: str) -> None:
    """Of more teams than are drawn it says how many more there are."""
    paper = week_picture(Words(language, "Asia/Shanghai"), replace(WEEK, teams=WEEK.teams * 2))
    text = printed(make(paper.order.template, "pdf", paper.order.data))

    assert [one for one in texts(paper.order.data) if packed(one) not in text] == []
    assert rendered(paper).startswith(b"\x89PNG")
    assert paper.order.data["others"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compared_stands_without_the_brackets_of_the_chat(language: str) -> None:
    """Also where a rounded figure has its own."""
    rounded = replace(FOUND, rounding="half_hours", whole=replace(FOUND.whole, minutes=3020))
    said = picture(Words(language, "Asia/Shanghai"), FACTS, rounded).order.data["compared"]

    assert said[0] not in "(（"
    assert [said.count(sign) for sign in "(（"] == [said.count(sign) for sign in ")）"]
    assert any(sign in said for sign in "(（")


@pytest.mark.parametrize("language", LANGUAGES)
def test_empty_papers_say_so(language: str) -> None:
    words = Words(language, "Asia/Shanghai")
    empty = Summary(SCOPE, MONTH, Figures(), (), Waiting(0, 0), Figures())
    paper = record_paper(words, RecordOfService("Anna", "", "futian", date(2026, 12, 12), 0, "exact", ()))

    assert packed(words.label("No confirmed hours yet.")) in printed(rendered(paper))
    assert printed(rendered(report(words, FileFacts(SCOPE, MONTH, summary=empty), empty)))
    assert rendered(picture(words, FileFacts(SCOPE, MONTH, summary=empty), empty)).startswith(b"\x89PNG")

"""A summary as a workbook: what the chat says and the three files hold, sheet by sheet."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from bot.paper.orders import Order
from bot.reports.file_rules import EntryLine, FileFacts
from bot.reports.rules import Summary
from bot.speech.screens import Paper
from bot.speech.words import Words, later
from handlers.reports.cells import Cell, file_name, hour_cell, hour_cells
from handlers.reports.lines import captioned
from handlers.reports.papers import figures, meanings, not_made
from handlers.reports.periods import period_name
from handlers.reports.tables import activity_rows, entry_rows, team_rows

NARROW, WIDE, WIDEST = 9, 14, 40
PEOPLE_COLUMNS = (later("Name"), later("Volunteer number"), later("Entries"), later("Hours"), later("Minutes"))
LONG_SHEET = 31  # characters that a spreadsheet allows for a sheet's name


def workbook(words: Words, facts: FileFacts, found: Summary) -> Paper:
    first, last = facts.period.first_day, facts.period.last_day
    name = file_name(words.label("hours-workbook"), facts.scope.key, f"{first:%Y%m%d}", f"{last:%Y%m%d}", ending="xlsx")
    sheets = [
        told(words.label("Summary"), [(found.scope.name, period_name(words, found.period)), *figures_of(words, found)]),
        table(words.label("Teams"), team_rows(words, found)),
        table(words.label("Hours per person"), people_rows(words, facts.entries)),
        table(words.label("Activities"), activity_rows(words, facts.activities)),
        table(words.label("Entries"), entry_rows(words, facts.entries)),
        told(words.label("Definitions"), [(word, meaning) for word, meaning in meanings(words)["definitions"]]),
    ]
    return Paper(name, Order("workbook", "xlsx", {"sheets": sheets}), captioned(words, facts), not_made(words))


def figures_of(words: Words, found: Summary) -> list[tuple[str, str]]:
    made = figures(words, found)
    return [(word, said) for word, said in made["figures"]] + [("", line) for line in made["waiting"]]


def people_rows(words: Words, entries: Sequence[EntryLine]) -> Iterable[Sequence[Cell]]:
    """Whoever has hours, most first; heads without names stand in one line."""
    yield [words.label(one) for one in PEOPLE_COLUMNS]
    people: dict[int | None, list[EntryLine]] = {}
    for line in entries:
        people.setdefault(line.person_id, []).append(line)
    sums = {id: sum(line.minutes for line in lines if line.counts) for id, lines in people.items()}
    ordered = sorted(people, key=lambda id: (id is None, -sums[id], id or 0))
    for id, hours in zip(ordered, hour_cells([sums[id] for id in ordered]), strict=True):
        newest = people[id][-1]
        name = newest.person or words.label("without a name")
        yield [name, newest.volunteer_number, len(people[id]), hours, sums[id]]
    whole = sum(sums.values())
    yield [words.label("In all"), "", len(entries), hour_cell(whole), whole]


def table(name: str, rows: Iterable[Sequence[Cell]]) -> dict[str, Any]:
    """The first row names the columns, the last is what they add up to: by a formula where they do."""
    heads, *lines, last = rows
    columns = []
    for at, (title, whole) in enumerate(zip(heads, last, strict=True)):
        cells = [line[at] for line in lines]
        kind = kind_of(cells)
        column = {"title": str(title), "kind": kind, "width": width(str(title), cells)}
        if kind in {"hours", "number"} and sum(Decimal(cell) for cell in cells if cell != "") != whole:
            column["fixed"] = None if whole == "" else float(whole)
        columns.append(column)
    return {
        "name": name[:LONG_SHEET], "columns": columns, "rows": [[plain(cell) for cell in line] for line in lines],
        "total": str(last[0]),
    }  # fmt: skip


def kind_of(cells: Sequence[Cell]) -> str:
    if cells and all(isinstance(cell, Decimal) for cell in cells):
        return "hours"
    if cells and all(isinstance(cell, int) for cell in cells):
        return "number"
    return "day" if any(cells) and all(cell == "" or is_day(cell) for cell in cells) else "text"


def is_day(cell: Cell) -> bool:
    try:
        return isinstance(cell, str) and bool(date.fromisoformat(cell))
    except ValueError:
        return False


def plain(cell: Cell) -> str | int | float:
    return float(cell) if isinstance(cell, Decimal) else cell


def width(title: str, cells: Sequence[Cell]) -> int:
    longest = max((len(str(cell)) for cell in (title, *cells[:200])), default=0)
    return NARROW if longest < NARROW else WIDE if longest < WIDE else WIDEST


def told(name: str, lines: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Two columns of words."""
    columns = [{"title": "", "kind": "text", "width": 28}, {"title": "", "kind": "text", "width": 80}]
    return {"name": name[:LONG_SHEET], "columns": columns, "rows": [list(line) for line in lines], "total": ""}

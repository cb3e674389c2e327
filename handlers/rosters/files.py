"""The list sent back with what becomes of each row, and an empty one to fill in."""

from markupsafe import Markup

from bot.paper.orders import Order
from bot.rosters.checked import Checked
from bot.speech.screens import Paper
from bot.speech.words import Words, later
from handlers.reports.cells import file_name, safe
from handlers.reports.papers import not_made
from handlers.rosters.lines import became

TEMPLATE = (
    later("Name"), later("Volunteer number"), later("Phone"), later("Team"), later("Age or year of birth"),
)  # fmt: skip
WIDE = 18


def checked(words: Words, found: Checked) -> Paper:
    """A row for each, as it was sent, with what becomes of it behind."""
    width = max([len(found.heads), *(len(row.cells) for row in found.rows)], default=1)
    heads = [*found.heads, *[""] * (width - len(found.heads)), words.label("What would happen")]
    rows = [[*row.cells, *[""] * (width - len(row.cells)), became(words, row.outcome, row.why)] for row in found.rows]
    caption = words.say("Your list, row by row, with what would become of it.")
    return sheet(words, words.label("list-checked"), heads, rows, caption)


def template(words: Words) -> Paper:
    caption = words.say("One line for each person. Only the name is needed; leave out what you don't know.")
    return sheet(words, words.label("list-of-people"), [words.label(one) for one in TEMPLATE], [], caption)


def sheet(words: Words, name: str, heads: list[str], rows: list[list[str]], caption: Markup) -> Paper:
    """Made by the server alone: nothing typed is in its name, and nobody's text is a formula."""
    columns = [{"title": str(safe(head)), "kind": "text", "width": WIDE} for head in heads]
    one = {"name": words.label("People"), "columns": columns, "rows": [[*map(safe, row)] for row in rows], "total": ""}
    return Paper(file_name(name, ending="xlsx"), Order("workbook", "xlsx", {"sheets": [one]}), caption, not_made(words))

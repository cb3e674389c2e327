"""A workbook: typed cells, frozen heads, filters, sums as formulas. Nobody's text is ever a formula or a link."""

from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

OPTIONS = {
    "constant_memory": True, "in_memory": False,
    "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
}  # fmt: skip
LONGEST = 32_767  # characters that a cell may hold


def workbook(data: Any) -> bytes:
    """``data["sheets"]``: name, columns (title, kind, width), rows, and what the last row is called, where it sums.

    ``kind`` of a column: text, day (2026-12-05), number, hours. Numbers and hours are summed by a formula, unless the
    column says what stands there instead (``fixed``: volunteers of several teams do not add up).
    """
    out = BytesIO()
    book = xlsxwriter.Workbook(out, OPTIONS)
    formats = {
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "hours": book.add_format({"num_format": "#,##0.00"}),
        "number": book.add_format({"num_format": "#,##0"}),
        "day": book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        "text": book.add_format({"valign": "top"}),
        "sum": book.add_format({"bold": True, "top": 1}),
        "sum_hours": book.add_format({"bold": True, "top": 1, "num_format": "#,##0.00"}),
    }
    for sheet in data["sheets"]:
        fill(book.add_worksheet(sheet["name"]), sheet, formats)
    book.close()
    return out.getvalue()


def fill(page: Worksheet, sheet: Any, formats: dict[str, Format]) -> None:
    columns, rows = sheet["columns"], sheet["rows"]
    for at, column in enumerate(columns):
        page.set_column(at, at, column["width"])
    page.freeze_panes(1, 0)
    if rows and sheet.get("total"):
        page.autofilter(0, 0, len(rows), len(columns) - 1)
    for at, column in enumerate(columns):
        page.write_string(0, at, column["title"], formats["head"])
    for line, row in enumerate(rows, start=1):
        for at, (cell, column) in enumerate(zip(row, columns, strict=True)):
            put(page, line, at, cell, column["kind"], formats)
    if rows and sheet.get("total"):
        add_up(page, sheet, formats)


def put(page: Worksheet, line: int, at: int, cell: Any, kind: str, formats: dict[str, Format]) -> None:
    if kind == "day" and cell:
        page.write_datetime(line, at, datetime.fromisoformat(cell), formats["day"])
    elif isinstance(cell, str):
        page.write_string(line, at, cell[:LONGEST], formats["text"])
    elif cell is not None:
        page.write_number(line, at, cell, formats["hours" if kind == "hours" else "number"])


def add_up(page: Worksheet, sheet: Any, formats: dict[str, Format]) -> None:
    """The last row. Each formula carries its value, for readers that do not calculate."""
    columns, rows = sheet["columns"], sheet["rows"]
    line = len(rows) + 1
    page.write_string(line, 0, sheet["total"], formats["sum"])
    for at, column in enumerate(columns):
        letter = xlsxwriter.utility.xl_col_to_name(at)
        cells = f"{letter}2:{letter}{line}"
        if "fixed" in column:
            if column["fixed"] is not None:
                page.write_number(line, at, column["fixed"], formats["sum"])
        elif column["kind"] == "number":
            page.write_formula(line, at, f"=SUM({cells})", formats["sum"], sum(row[at] or 0 for row in rows))
        elif column["kind"] == "hours":
            whole = round(sum(row[at] or 0 for row in rows), 2)
            page.write_formula(line, at, f"=ROUND(SUM({cells}),2)", formats["sum_hours"], whole)

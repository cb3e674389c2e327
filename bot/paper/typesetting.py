"""Typst makes the picture for the chat and the page for print from the same templates."""

import json
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

import typst

from bot.paper.fonts import FOLDER, everywhere

TEMPLATES = Path(__file__).with_name("templates")
DOTS = 216.0  # an inch: three to a point of the template


def typeset(template: str, form: Literal["pdf", "png"], data: Any) -> bytes:
    """The pages as PDF, or the first as PNG. Raises ValueError for a template that we do not have."""
    path = TEMPLATES / f"{template}.typ"
    if path.parent != TEMPLATES or not path.is_file():
        raise ValueError("no such template")
    made: bytes | list[bytes] = typst.compile(
        path,
        root=TEMPLATES,
        font_paths=[FOLDER],
        ignore_system_fonts=True,
        format=form,
        ppi=DOTS if form == "png" else None,
        sys_inputs={"data": json.dumps(everywhere(scannable(data)), ensure_ascii=False)},
    )
    return made[0] if isinstance(made, list) else made


def scannable(data: Any) -> Any:
    """``qr``: a text, as the rows of modules that a template draws."""
    if "qr" not in data:
        return data
    rows = import_module("segno").make_qr(data["qr"], error="m").matrix
    return {**data, "qr": ["".join("1" if dark else "0" for dark in row) for row in rows]}

"""``python -m bot.paper.child``: makes what it is asked for, until nobody asks any more."""

import json
import os
import resource
import sys
from importlib import import_module
from typing import Any

from bot.paper import frames

MOST_MEMORY = 1536 * 2**20
"""Bytes of addresses. Pictures and a workbook of 100,000 entries, one after the other, took 267 MiB of them."""


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    os.nice(5)
    os.environ["RAYON_NUM_THREADS"] = "1"
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    while (content := frames.read(asked)) is not None and (brought := frames.read(asked)) is not None:
        frames.write(answers, made(content, brought))


def made(content: bytes, brought: bytes = b"") -> bytes:
    """With a mark before it. What failed says its kind only: its words may hold a name."""
    try:
        template, form, data = json.loads(content)
        return frames.MADE + make(template, form, data, brought)
    except Exception as error:
        return frames.FAILED + type(error).__name__.encode()


def make(template: str, form: str, data: Any, brought: bytes = b"") -> bytes:
    """Each library is read when it is first needed."""
    if form == "rows":
        return bytes(import_module("bot.paper.lists").read(brought))
    if form == "xlsx":
        return bytes(import_module("bot.paper.workbooks").workbook(data))
    if form == "json":
        return json.dumps(import_module("bot.paper.verifying").looked_at(data)).encode()
    proof = data.get("proof")
    shown = {name: value for name, value in data.items() if name != "proof"}  # its key is nothing for a template
    paper = bytes(import_module("bot.paper.typesetting").typeset(template, form, shown))
    return bytes(import_module("bot.paper.signing").signed(paper, proof)) if proof else paper


if __name__ == "__main__":
    main()

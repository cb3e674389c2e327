"""What is to be made or read, as plain data in the reader's words: nothing of it is ever read as a program."""

from collections.abc import Mapping
from typing import Any, Literal

from bot.ground.frozen import Frozen

Form = Literal["pdf", "png", "xlsx", "rows", "json"]


class Order(Frozen):
    """``template``: a file of ``templates`` without its ending, or ``workbook``. ``data`` is written as JSON.

    ``rows``: nothing is made, but ``content``, a list that somebody sent, is read; the answer is JSON.
    A ``proof`` in it signs the paper; ``json`` makes nothing, it looks at a paper that somebody sent.
    """

    template: str
    form: Form
    data: Mapping[str, Any]
    content: bytes = b""


class NotMade(Exception):
    """It could not be made: too large, too slow, or a fault of ours. Nothing is lost by it."""

"""What others typed about somebody who goes for good: found in forms that are not finished and words not yet sent.

Only a name that stands there as a word counts, for people called Li must not take "library" apart. Han characters need
no blanks around them.
"""

import html
import re
from collections.abc import Mapping
from typing import Any

from bot.ground.frozen import Frozen
from bot.ground.text import HAN, folded

GAP = "–"
"""Stands where the name stood."""
SHORTEST = 2  # code points of a name that is looked for within a text; a shorter one only counts alone
WHO = ("person", "child")  # fields of forms that say about whom they are
TYPED = frozenset({"name", "names", "every", "text", "typed", "note"})
"""Fields of forms that hold what people typed. All others are ids and codes, and a name may look like one of those."""
SEARCHES = {"people": "text", "sign_up_other": "name", "walk_in": "name"}
"""Forms in which somebody is looked for, and where: part of a name is as good as all of it."""
SAID = frozenset({"text", "caption"})
"""What people read of a ready call. Everything else in it is ours: what a button carries must stay as it is."""
LETTER = rf"[^\W_{HAN}]"


class Traces(Frozen):
    """``name``: as kept here; ``aliases``: what else others may have typed, such as the name on Telegram."""

    person_id: int
    name: str
    aliases: tuple[str, ...] = ()

    @property
    def folded_names(self) -> frozenset[str]:
        return frozenset(filter(None, map(folded, (self.name, *self.aliases))))


def within(traces: Traces) -> re.Pattern[str] | None:
    """Finds the name in a text, plain or as HTML; None for one too short to be told from a word."""
    if len(traces.name) < SHORTEST:
        return None
    forms = dict.fromkeys((traces.name, html.escape(traces.name, quote=False), html.escape(traces.name)))
    return re.compile("|".join(map(bounded, forms)), re.IGNORECASE)


def bounded(name: str) -> str:
    pattern = r"\s+".join(map(re.escape, name.split()))
    before = f"(?<!{LETTER})" if re.match(LETTER, name) else ""
    after = f"(?!{LETTER})" if re.search(LETTER + r"\Z", name) else ""
    return f"{before}{pattern}{after}"


def cleaned_form(traces: Traces, form: str, fields: Mapping[str, Any]) -> dict[str, Any] | None:
    """The fields without the person; None where the form is about nobody else and has to be closed."""
    typed = {key: value for key, value in fields.items() if key in TYPED}
    if any(fields.get(who) == traces.person_id for who in WHO) or sought(traces, fields.get(SEARCHES.get(form, ""))):
        return None
    if any(bare(traces, value) for value in typed.values()):
        return None
    pattern = within(traces)
    return {**fields, **{key: cleaned(traces, pattern, value) for key, value in typed.items()}}


def sought(traces: Traces, typed: Any) -> bool:
    text = folded(typed) if isinstance(typed, str) else ""
    return bool(text) and any(text in name or name in text for name in traces.folded_names)


def cleaned(traces: Traces, pattern: re.Pattern[str] | None, value: Any) -> Any:
    """A text that is nothing but the name goes from its list or its place; within a text a gap is left."""
    if isinstance(value, str):
        return without(pattern, value)
    if isinstance(value, dict):
        return {key: cleaned(traces, pattern, one) for key, one in value.items() if not bare(traces, one)}
    if isinstance(value, list):
        return [cleaned(traces, pattern, one) for one in value if not bare(traces, one)]
    return value


def bare(traces: Traces, value: Any) -> bool:
    return isinstance(value, str) and folded(value) in traces.folded_names


def without(pattern: re.Pattern[str] | None, text: str) -> str:
    return pattern.sub(GAP, text) if pattern else text


def cleaned_call(traces: Traces, params: Any) -> Any:
    """A ready call of the Bot API with a gap wherever a reader would have read the name."""
    pattern = within(traces)

    def walk(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: walk(one, name) for name, one in value.items()}
        if isinstance(value, list):
            return [walk(one, key) for one in value]
        return without(pattern, value) if key in SAID and isinstance(value, str) else value

    return walk(params)

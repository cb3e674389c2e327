"""``python -m tests.making.new_api_table PATH``: the simulator's table of the Bot API, anew from the one for machines.

PATH is ``api.json`` of https://github.com/PaulSonOfLars/telegram-bot-api-spec (MIT): what Telegram's reference page
says, as JSON. Its limits stand in prose there; whatever the patterns of ``api_prose.py`` do not read, nobody checks.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from bot.simulator.rules.table import TABLE
from tests.making.api_prose import BY_HAND, choice_of, limits_of

Json = dict[str, Any]
SOURCE = "https://github.com/PaulSonOfLars/telegram-bot-api-spec (MIT licence), read by tests/making/new_api_table.py"
ARRAY = "Array of "


def table_of(spec: Json) -> Json:
    """Every method's parameters, and every type that is sent to Telegram or comes from it, in order of their names."""
    kinds = [str(field["name"]) for field in spec["types"]["Update"]["fields"] if field["name"] != "update_id"]
    methods, types = spec["methods"], spec["types"]
    return {
        "version": spec["version"],
        "source": SOURCE,
        "methods": {name: fields_of(name, methods[name], kinds) for name in sorted(methods)},
        "types": {name: shape_of(name, types[name], kinds) for name in sorted(needed(spec))},
        "choices": {
            name: found for name in sorted(types) if (found := choice_of(" ".join(types[name]["description"])))
        },
    }


def needed(spec: Json) -> set[str]:
    """Types that a parameter, a result or an update can hold."""
    found: set[str] = set()
    waiting = ["Update"]
    for method in spec["methods"].values():
        waiting += [*method["returns"], *types_in(method)]
    while waiting:
        name = waiting.pop().replace(ARRAY, "")
        if name in spec["types"] and name not in found:
            found.add(name)
            waiting += [*types_in(spec["types"][name]), *spec["types"][name].get("subtypes", [])]
    return found


def types_in(one: Json) -> Iterator[str]:
    for field in one.get("fields", []):
        yield from field["types"]


def shape_of(name: str, one: Json, kinds: Iterable[str]) -> Json | list[str]:
    """The fields; of a type that is one of several, their names."""
    return one["subtypes"] if one.get("subtypes") else fields_of(name, one, kinds)


def fields_of(owner: str, one: Json, kinds: Iterable[str]) -> Json:
    return {field["name"]: field_of(owner, field, kinds) for field in one.get("fields", [])}


def field_of(owner: str, field: Json, kinds: Iterable[str]) -> str | Json:
    """``Integer|String!`` is required and takes both; what else is known of it makes it an object."""
    limits: Json = {**limits_of(field["name"], field["description"]), **BY_HAND.get((owner, field["name"]), {})}
    if field["name"] == "allowed_updates":
        limits["each"] = list(kinds)
    given = limits.pop("type", "|".join(field["types"]))
    written = given + ("!" if field["required"] else "")
    return {"type": written, **limits} if limits else written


def text_of(table: Json) -> str:
    """One method or type a line, so that a change of the Bot API can be read."""
    parts = [f'"{name}": {json.dumps(table[name])}' for name in ("version", "source")]
    for group in ("methods", "types", "choices"):
        lines = [f'  "{name}": {json.dumps(one, ensure_ascii=False)}' for name, one in table[group].items()]
        parts.append(f'"{group}": {{\n' + ",\n".join(lines) + "\n}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main() -> None:
    spec = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    TABLE.write_text(text_of(table_of(spec)), encoding="utf-8")


if __name__ == "__main__":
    main()

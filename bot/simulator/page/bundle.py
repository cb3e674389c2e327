"""One script and one style sheet for the browser, though their sources are many: each request makes opening slower.

Put together when first asked for, so there is no build step. A module becomes a function that returns what it exports;
modules import by plain names, JSON as a whole, and not in circles.
"""

import re
from collections.abc import Mapping

_IMPORT = re.compile(r'^import \{ ([\w, ]+) \} from "\./(\w+)\.js";$', re.MULTILINE)
_JSON = re.compile(r'^import (\w+) from "\./(\w+\.json)" with \{ type: "json" \};$', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async function|function|class|const) (\w+))", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def bundle(sources: Mapping[str, str], entry: str) -> str:
    """The module `entry` with all that it needs, as one script. ValueError where something is written otherwise."""
    placed: dict[str, str] = {}

    def place(name: str, above: tuple[str, ...]) -> None:
        if name in above:
            raise ValueError(f"{name}.js imports itself by way of {above[-1]}.js")
        if name in placed:
            return
        for _, wanted in _IMPORT.findall(sources[f"{name}.js"]):
            place(wanted, (*above, name))
        placed[name] = _as_function(name, sources)

    place(entry, ())
    return "".join(placed.values())


def _as_function(name: str, sources: Mapping[str, str]) -> str:
    text = sources[f"{name}.js"]
    given = ", ".join(exported for _, exported in _EXPORT.findall(text))
    text = _IMPORT.sub(r"const { \1 } = $\2;", text)
    text = _JSON.sub(lambda found: f"const {found[1]} = {sources[found[2]]};", text)
    text = _EXPORT.sub(r"\1", text)
    if odd := _LEFT.search(text):
        raise ValueError(f"{name}.js: {odd[0]}")
    return f"const ${name} = (() => {{\n{text}\nreturn {{ {given} }};\n}})();\n"

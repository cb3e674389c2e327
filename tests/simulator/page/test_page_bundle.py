import re

import pytest

from bot.simulator.page.bundle import bundle
from bot.simulator.page.files import STATIC, static_files

WORDS = {
    "main.js": 'import { say } from "./talk.js";\nimport { loud, quiet } from "./voice.js";\nsay(loud, quiet);\n',
    "talk.js": 'import all from "./words.json" with { type: "json" };\nimport { loud } from "./voice.js";\n'
    "export function say(how) {\n  return all[how] + loud;\n}\n",
    "voice.js": "export const loud = 1;\nexport async function quiet() {}\n",
    "words.json": '{"a": "b"}',
}


def test_bundle_places_what_is_needed_first_and_once() -> None:
    assert bundle(WORDS, "main") == (
        "const $voice = (() => {\nconst loud = 1;\nasync function quiet() {}\n\nreturn { loud, quiet };\n})();\n"
        'const $talk = (() => {\nconst all = {"a": "b"};\nconst { loud } = $voice;\n'
        "function say(how) {\n  return all[how] + loud;\n}\n\nreturn { say };\n})();\n"
        "const $main = (() => {\nconst { say } = $talk;\nconst { loud, quiet } = $voice;\nsay(loud, quiet);\n\n"
        "return {  };\n})();\n"
    )


@pytest.mark.parametrize(
    ("sources", "why"),
    [
        pytest.param({"a.js": 'import x from "./b.js";\n', "b.js": ""}, 'a.js: import x from "./b.js";', id="default"),
        pytest.param({"a.js": "export default 1;\n"}, "a.js: export default 1;", id="export"),
        pytest.param(
            {"a.js": 'import { b } from "./b.js";\n', "b.js": 'import { a } from "./a.js";\n'},
            "a.js imports itself by way of b.js",
            id="circle",
        ),
    ],
)
def test_bundle_refuses_what_it_cannot_read(sources: dict[str, str], why: str) -> None:
    with pytest.raises(ValueError, match=re.escape(why)):
        bundle(sources, "a")


def test_page_names_its_script_and_its_style_by_their_content() -> None:
    page = static_files()["index.html"].decode()
    named = {address.removeprefix("/static/") for address in re.findall(r'"(/static/[^"]+)"', page)}

    assert named == static_files().keys() - {"index.html"}
    assert all(re.fullmatch(r"[0-9a-f]{12}/page\.(js|css)", name) for name in named)


def test_every_module_is_in_the_page() -> None:
    (script,) = (body.decode() for name, body in static_files().items() if name.endswith(".js"))

    assert {path.stem for path in STATIC.glob("*.js")} == set(re.findall(r"^const \$(\w+) = ", script, re.MULTILINE))

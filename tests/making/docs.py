"""The tables of the READMEs, made from the code. ``python -m tests.making.docs`` writes them; a test compares."""

import re
from pathlib import Path

from bot.settings import PREFIX, SETTINGS
from bot.speech.commands import COMMANDS, Seat
from bot.speech.words import Words

ROOT = Path(__file__).parents[2]
READMES = {"README.md": "en", "README.zh.md": "zh_Hans"}
HEADS = {
    "en": {
        "command": "command",
        "about": "what it does",
        "plain": "plain words",
        Seat.NEWCOMER: "newcomer",
        Seat.VOLUNTEER: "volunteer",
        Seat.CAPTAIN: "captain",
        Seat.SOCIAL_WORKER: "social worker",
        Seat.COORDINATOR: "coordinator",
        Seat.ADMINISTRATOR: "administrator",
    },
    "zh_Hans": {
        "command": "命令",
        "about": "做什么",
        "plain": "直接打字",
        Seat.NEWCOMER: "新人",
        Seat.VOLUNTEER: "义工",
        Seat.CAPTAIN: "队长",
        Seat.SOCIAL_WORKER: "社工",
        Seat.COORDINATOR: "义工统筹",
        Seat.ADMINISTRATOR: "管理员",
    },
}


def commands_table(language: str) -> str:
    words, heads = Words(language, "Asia/Shanghai"), HEADS[language]
    seats = [seat for seat in Seat if seat is not Seat.NEWCOMER]
    lines = [
        "| " + " | ".join([heads["command"], heads["about"], *(heads[seat] for seat in seats), heads["plain"]]) + " |",
        "|---|---|" + ":-:|" * len(seats) + "---|",
    ]
    for row in COMMANDS:
        marks = ["✓" if seat in row.seats else "" for seat in seats]
        said = [word for word in row.plain if word.isascii() == (language == "en")][:2]
        lines.append("| " + " | ".join([f"`/{row.name}`", words.label(row.about), *marks, " · ".join(said)]) + " |")
    return "\n".join(lines)


def settings_names() -> set[str]:
    """What the environment may hold."""
    return {f"{PREFIX}{name.upper()}" for name in SETTINGS}


def between(text: str, name: str) -> str:
    found = re.search(rf"<!-- {name} -->\n(.*?)\n<!-- /{name} -->", text, re.DOTALL)
    return found[1] if found else ""


def with_table(text: str, name: str, table: str) -> str:
    """The text with this table between its marks, whatever stood there."""
    start, end = f"<!-- {name} -->\n", f"\n<!-- /{name} -->"
    before, rest = text.split(start)
    _, after = rest.split(end)
    return f"{before}{start}{table}{end}{after}"


def write() -> None:
    for file, language in READMES.items():
        path = ROOT / file
        made = with_table(path.read_text(encoding="utf-8"), "commands", commands_table(language))
        path.write_text(made, encoding="utf-8")


if __name__ == "__main__":
    write()

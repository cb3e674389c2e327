"""Every fault of docs/faults.md has a test that names it, and no test names a fault that is not there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
NAMED = re.compile(r"[Ff]aults? ((?:\d+)(?:(?:, | and |–)\d+)*)")


def listed() -> set[int]:
    return {
        int(number) for number in re.findall(r"^\| (\d+) \|", (ROOT / "docs" / "faults.md").read_text(), re.MULTILINE)
    }


def spread(text: str) -> set[int]:
    """The numbers of "28, 29 and 33" or "60–64"."""
    found: set[int] = set()
    for part in re.split(r", | and ", text):
        first, _, last = part.partition("–")
        found |= set(range(int(first), int(last or first) + 1))
    return found


def named() -> set[int]:
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py")]
    return set().union(*(spread(found) for text in texts for found in NAMED.findall(text)))


def later() -> set[int]:
    """What the page says is not built yet; a test of it must take it off that list."""
    return {int(n) for n in re.findall(r"^\| later: (\d+) \|", (ROOT / "docs" / "faults.md").read_text(), re.MULTILINE)}


def test_every_fault_has_a_test() -> None:
    assert listed() - named() == later()


def test_every_fault_named_is_listed() -> None:
    assert named() - listed() == set()

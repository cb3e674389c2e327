"""A signed paper is ours to the last bit, and to nobody else's key."""

import json
import random
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from bot.paper.child import make
from bot.paper.limits import LONGEST
from bot.paper.verifying import DIGITS, RANGE, NotOurs, verified
from tests.paper.forging import FLIPS, NAME, PUBLIC, SEED, accepted, signed_paper

CONTENT = '{"hours":"2 小時","number":7}'


@pytest.fixture(scope="module", name="paper")
def a_paper() -> bytes:
    return signed_paper(CONTENT)


def opens(paper: bytes) -> int:
    found = RANGE.match(paper, paper.rfind(b"/ByteRange"))
    assert found
    return int(found[1])


def test_signed_paper_is_ours_and_says_what_was_signed(paper: bytes) -> None:
    assert verified(paper, ["00" * 32, PUBLIC]) == (CONTENT, PUBLIC)
    found = json.loads(make("verify", "json", {"file": b64encode(paper).decode(), "keys": [PUBLIC]}))
    assert found == {"content": CONTENT, "key": PUBLIC}
    assert make("verify", "json", {"file": "", "keys": [PUBLIC]}) == b"{}"


def test_any_reader_names_who_signed(paper: bytes) -> None:
    """PAdES as others read it, by the library's own validation too."""
    read = pypdf.PdfReader(BytesIO(paper))
    fields = read.get_fields() or {}
    signature = fields["Signature"]["/V"].get_object()
    assert (signature["/SubFilter"], signature["/ByteRange"][0]) == ("/ETSI.CAdES.detached", 0)
    assert NAME.encode() in bytes(signature["/Contents"])
    assert read.attachments["record.json"][0].decode() == CONTENT


def test_no_flipped_bit_is_accepted(paper: bytes) -> None:
    """Anywhere; ``python -m tests.paper.forging 100000`` flips more."""
    assert accepted(paper, FLIPS, random.Random(7)) == []


def test_no_bit_of_the_container_may_be_another(paper: bytes) -> None:
    """Each of the part that is no filling, for there the signature does not reach."""
    begins = opens(paper)
    filled = len(paper[begins + 1 : begins + 1 + DIGITS].rstrip(b"0"))
    places = range((begins - 2) * 8, (begins + filled + 8) * 8, 3)
    assert accepted(paper, 0, random.Random(1), places) == []


def changed(paper: bytes) -> Iterator[bytes]:
    begins = opens(paper)
    yield paper + b"\n"
    yield paper[:-1]
    yield paper.replace(b"Signature", b"Signatuse")
    yield paper[: begins + DIGITS - 1] + b"01" + paper[begins + DIGITS + 1 :]
    yield paper[: begins + 1] + paper[begins + 1 : begins + 1 + DIGITS].lower() + paper[begins + 1 + DIGITS :]
    yield paper + paper
    yield paper[:begins]
    yield b""


def test_nothing_may_come_before_after_or_within(paper: bytes) -> None:
    for one in changed(paper):
        with pytest.raises(NotOurs):
            verified(one, [PUBLIC])


def test_other_keys_and_none_are_not_ours(paper: bytes) -> None:
    other = signed_paper(CONTENT, seed="22" * 32)
    for pdf, keys in ((other, [PUBLIC]), (paper, []), (paper, ["00" * 32])):
        with pytest.raises(NotOurs):
            verified(pdf, keys)


def test_what_is_longer_than_the_bot_api_hands_over_is_not_looked_at(paper: bytes) -> None:
    with pytest.raises(NotOurs):
        verified(paper + b" " * LONGEST, [PUBLIC])


@pytest.mark.parametrize(
    "hostile",
    [
        pytest.param(b"/ByteRange [0 1 8195 " * 900_000, id="many ranges"),
        pytest.param(b"%PDF-1.7\n" + b"<<" * 9_000_000, id="deep"),
        pytest.param(b"/ByteRange [0 0 8194 0]<" + b"30" * 4096 + b">", id="nothing but a container"),
        pytest.param(b"<" + b"3080" * 2048 + b">/ByteRange [0 0 8194 24]", id="deep container"),
    ],
)
def test_hostile_files_are_refused(hostile: bytes) -> None:
    """Fault 58: nothing of them is read as PDF."""
    with pytest.raises(NotOurs):
        verified(hostile, [PUBLIC])


def test_a_fresh_process_verifies_without_reading_what_signs(paper: bytes, tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(paper)
    program = (
        "import sys; from pathlib import Path; from bot.proving import proven\n"
        "assert not {'pyhanko', 'asn1crypto', 'typst'} & set(sys.modules)\n"
        f"print(proven(Path(sys.argv[1]), ['{PUBLIC}']))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "paper.pdf")], check=True, capture_output=True, text=True
    )
    assert ended.stdout.startswith(f"Genuine: signed with {PUBLIC}")
    assert SEED not in ended.stdout

"""`liandong verify` and `liandong keys`: papers without the bot, and the pairs of keys that sign them."""

from pathlib import Path

from bot.wire.health import Exit
from tests.helpers.program import ended
from tests.paper.forging import PUBLIC, signed_paper

KEY = "c3Rvcmllcy1vZi10aGUtdG93bi1uZWVkLWEta2V5ISE="
NOWHERE = "sqlite:////nowhere/at/all.db"


async def test_verify_needs_neither_database_nor_network(tmp_path: Path) -> None:
    file, paper = tmp_path / "paper.pdf", signed_paper('{"number":7}')
    file.write_bytes(paper)
    code, answered, _ = await ended("verify", str(file), "--key", PUBLIC.upper(), database_url=NOWHERE)
    assert (code, f"signed with {PUBLIC}" in answered, '"number": 7' in answered) == (Exit.OK, True, True)

    for changed, key in ((paper.replace(b"%PDF-1", b"%PDF-2", 1), PUBLIC), (paper, "00" * 32)):
        file.write_bytes(changed)
        code, answered, _ = await ended("verify", str(file), "--key", key, database_url=NOWHERE)
        assert (code, answered.startswith("Not genuine")) == (Exit.FAULT, True)


async def test_pairs_are_rotated_and_the_old_stay_known(sqlite_url: str) -> None:
    code, answered, said = await ended("keys", database_url=sqlite_url, data_key=KEY)
    assert (code, answered, "makes the key" in said) == (Exit.OK, "", True)
    code, first, _ = await ended("keys", "--rotate", database_url=sqlite_url, data_key=KEY)
    assert code == Exit.OK
    code, both, _ = await ended("keys", "--rotate", database_url=sqlite_url, data_key=KEY)
    newest, before = both.splitlines()
    assert (code, before) == (Exit.OK, f"{first.strip()}  (retired)")
    assert newest.split()[0] != before.split()[0]

    for key in ("", "another-key-of-this-length"):
        code, _, _ = await ended("keys", "--rotate", database_url=sqlite_url, data_key=key)
        assert code == Exit.SETTINGS
    assert (await ended("keys", database_url=sqlite_url, data_key=KEY))[1] == both

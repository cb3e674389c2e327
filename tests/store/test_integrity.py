"""`check` names the first thing that is wrong, and nothing where all is well."""

import pytest

from bot.desk import Seated
from bot.hours.correcting import correct_record
from bot.reports.closing import close_due
from bot.reports.integrity.acts import first_fault
from bot.reports.rules import Fault
from bot.speech.integrity import all_well, fault_line
from bot.speech.words import LANGUAGES, Words
from bot.store.database import Database
from tests.helpers.books import LATER, entered, verified
from tests.helpers.offers import START, offer
from tests.helpers.raw_sql import raw
from tests.helpers.town import Town, build_town
from tests.making.new_references import FILE, written
from tests.reports.test_closing import CLOSING


async def booked(database: Database) -> Town:
    """Records verified, corrected, waiting and of heads, in a month that is closed."""
    async with database.write() as tx:
        town = await build_town(tx)
        await offer(town)
        record = await verified(town)
        await verified(town, None, heads=7)
        await entered(town, "ben")
        await correct_record(
            Seated(tx, await town.viewer("chan"), LATER), record_id=record.id, starts_at=START, ends_at=START + 3600,
            minutes=60, reason="Left at ten",
        )  # fmt: skip
        await close_due(tx, CLOSING, 64)
    return town


async def found(database: Database) -> Fault | None:
    async with database.read() as tx:
        return await first_fault(tx)


async def test_books_in_order_have_no_fault(database: Database) -> None:
    await booked(database)

    assert await found(database) is None


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE shift SET taken = 3 WHERE capacity > 3", "capacity"),
        ("UPDATE team_month SET minutes = minutes + 1 WHERE minutes > 0", "minutes"),
        ("UPDATE team_month SET attendances = attendances + 1 WHERE minutes > 0", "attendances"),
        ("DELETE FROM team_month", "minutes"),
        ("UPDATE service_record SET heads = 8 WHERE heads = 7", "minutes"),
        ("UPDATE service_record SET minutes = -149 WHERE reverses_id IS NOT NULL", "correction"),
        ("UPDATE service_record SET person_id = 5 WHERE state = 'submitted'", "overlap"),
        ("UPDATE tally SET totals = replace(totals, '\"minutes\": ', '\"minutes\": 1')", "tally"),
        ("UPDATE person SET name = 'Somebody' WHERE id = 5", "name"),
        ("DELETE FROM name_part", "name"),
        ("DELETE FROM team_name", "name"),
        ("INSERT INTO name_part (part, name, person_id) SELECT 'old', 'Old', max(id) FROM person", "name"),
        ("UPDATE service_record SET starts_at = starts_at - 60 WHERE heads = 7", "record_changed"),
        ("UPDATE service_record SET verified_by = 9 WHERE heads = 7", "record_changed"),
        ("UPDATE audit SET subject = 'record:999' WHERE act = 'hours_booked'", "record_gone"),
        ("DELETE FROM audit WHERE act = 'hours_booked'", "record_unnoted"),
        ("UPDATE tally SET totals = replace(totals, '\"helped\": 0', '\"helped\": 9')", "closing_changed"),
        ("UPDATE audit SET act = 'nothing' WHERE act = 'record_verified'", "audit_changed"),
    ],
    ids=[
        "places nobody holds", "minutes", "attendances", "sums gone", "heads", "half a correction", "overlap",
        "a closed month", "another name", "no names", "no team has them", "a name of before",
        "an hour earlier", "by another", "a line nobody has", "no notes of lines",
        "helped in a closed month", "the audit",
    ],
)  # fmt: skip
async def test_first_fault_is_named(database: Database, database_url: str, statement: str, code: str) -> None:
    town = await booked(database)
    await raw(database_url, statement.replace("id = 5", f"id = {town.people['anna']}"))

    fault = await found(database)

    assert fault is not None
    assert fault.code == code


async def test_dangling_reference_is_found(database: Database, sqlite_url: str, database_url: str) -> None:
    await booked(database)
    if database_url != sqlite_url:
        await raw(
            database_url,
            "ALTER TABLE service_record DROP CONSTRAINT fk_service_record_team_id",
            "UPDATE service_record SET team_id = 999 WHERE heads = 7",
        )
    else:
        await raw(database_url, "UPDATE service_record SET team_id = 999 WHERE heads = 7")

    assert await found(database) == Fault("reference", "service_record.team_id", found=1)


def test_every_reference_is_looked_at() -> None:
    assert FILE.read_text(encoding="utf-8") == written(), "run: python -m tests.making.new_references"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "code", ["reference", "capacity", "overlap", "correction", "minutes", "tally", "name", "audit_missing"]
)
def test_fault_is_one_line(code: str, language: str) -> None:
    words = Words(language, "UTC")
    line = fault_line(words, Fault(code, "shift:17", 3, 2))

    assert "shift:17" in line
    assert "\n" not in line + all_well(words, "")
    assert all_well(words, "5eal").splitlines()[1].count("5eal") == 1

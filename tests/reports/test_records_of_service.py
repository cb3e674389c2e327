"""What a volunteer takes away adds up to what /hours says, whatever was corrected, waits or does not count."""

import csv
import io

import pytest

from bot.desk import Seated
from bot.ground import notices
from bot.ground.frozen import replace
from bot.ground.refusals import NotRegistered
from bot.hours import own_hours
from bot.hours.correcting import correct_record
from bot.hours.rules import Nature
from bot.own_data import files as own_files
from bot.own_data import my_data_rows as own_data_rows
from bot.own_data.erasing import erase
from bot.reports import records_of_service
from bot.speech.words import LANGUAGES, Words
from bot.store.database import Database
from handlers.reports.records_of_service import record_file
from tests.helpers.books import LATER, entered, verified
from tests.helpers.offers import START
from tests.helpers.town import ZONE, Town, build_town


async def busy(town: Town) -> None:
    """Verified, corrected, training, waiting; and somebody else's."""
    await verified(town, activity_id=None, note="=1+1")
    wrong = await verified(town, starts_at=START - 86_400, hours=3)
    await correct_record(
        Seated(town.tx, await town.viewer("chan"), LATER), record_id=wrong.id, starts_at=START - 86_400,
        ends_at=START - 86_400 + 7200, minutes=120, reason="Two hours",
    )  # fmt: skip
    await verified(town, starts_at=START - 2 * 86_400, hours=1, nature=Nature.TRAINING)
    await entered(town, starts_at=START - 3 * 86_400)
    await verified(town, "ben")


async def test_entries_add_up_to_what_hours_says(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await busy(town)
        anna = await town.viewer("anna")
        record = await records_of_service.gather(tx, anna.id, LATER)
        hours = await own_hours.own_hours(Seated(tx, anna, LATER))

    assert record is not None
    assert (record.name, record.station, f"{record.on}") == ("Anna", "futian", "2026-12-12")
    assert [line.minutes for line in record.entries] == [60, 120, 150]
    assert (record.minutes, sum(line.minutes for line in record.entries if not line.counts)) == (hours.all, hours.other)
    assert (hours.all, hours.other) == (270, 60)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_file_holds_the_sum_and_no_formula(database: Database, language: str) -> None:
    """Fault 57."""
    async with database.write() as tx:
        town = await build_town(tx)
        await busy(town)
        record = await records_of_service.gather(tx, town.people["anna"], LATER)
    assert record is not None
    words = Words(language, ZONE)
    file = record_file(words, replace(record, name="@anna"))
    rows = list(csv.reader(io.StringIO(file.content.decode("utf-8-sig"), newline="")))
    table = rows[rows.index([]) + 1 :]

    assert file.content.startswith(b"\xef\xbb\xbf")
    assert (file.name, words.hours(270) in file.caption) == (f"{words.label('record-of-service')}-20261212.csv", True)
    assert rows[0] == [words.label("Record of service")]
    assert rows[1][1] == "'@anna"
    assert [words.label("Service hours"), words.hours(270)] in rows
    assert [words.label("A summary to take away, not the sealed official certificate.")] in rows
    assert [row[8:] for row in table[1:]] == [
        ["0.00", "0", "60"],
        ["2.00", "120", "0"],
        ["2.50", "150", "0"],
        ["4.50", "270", "60"],
    ]
    assert [row[4] for row in table[1:-1]][-1] == "'=1+1"


async def test_record_is_for_who_is_here(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        anna = await town.viewer("anna")
        with pytest.raises(NotRegistered):
            await own_files.ask(
                Seated(tx, replace(anna, person=replace(anna.person, state="new")), LATER), notices.RecordOfService
            )
        await own_files.ask(Seated(tx, anna, LATER), notices.RecordOfService)
        await own_files.ask(Seated(tx, anna, LATER + 1), notices.RecordOfService)
        waiting = [row["kind"] for row in await tx.rows(own_data_rows.my_messages.statement, person_id=anna.id)]
        await erase(Seated(tx, anna, LATER), update_id=1)

        assert await records_of_service.gather(tx, anna.id, LATER) is None
    assert waiting == ["record_of_service"]

"""What a volunteer takes away adds up to what /hours says, whatever was corrected, waits or does not count."""

import pytest

from bot.desk import Seated
from bot.ground.frozen import replace
from bot.ground.refusals import NotRegistered
from bot.hours import own_hours
from bot.hours.correcting import correct_record
from bot.hours.rules import Nature
from bot.own_data import my_data_rows as own_data_rows
from bot.own_data.erasing import erase
from bot.reports import records_of_service
from bot.reports.issued import acts as issued
from bot.speech.words import LANGUAGES, Words
from bot.store.database import Database
from handlers.reports.record_papers import record_paper
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
async def test_paper_holds_the_sum(database: Database, language: str) -> None:
    """Fault 57."""
    async with database.write() as tx:
        town = await build_town(tx)
        await busy(town)
        record = await records_of_service.gather(tx, town.people["anna"], LATER)
    assert record is not None
    words = Words(language, ZONE)
    paper = record_paper(words, replace(record, name="@anna"))
    data = paper.order.data

    assert (paper.name, words.hours(270) in paper.caption) == (f"{words.label('record-of-service')}-20261212.pdf", True)
    assert [words.label("Name"), "@anna"] in data["facts"]
    assert [words.label("Service hours"), words.hours(270)] in data["facts"]
    assert data["sentence"] == words.label("A summary to take away, not the sealed official certificate.")
    assert [row[-1] for row in data["rows"]] == [
        words.label("({hours}, counted apart)", hours=words.hours(60)), words.hours(120), words.hours(150)
    ]  # fmt: skip
    assert data["rows"][-1][3] == "=1+1"
    assert data["in_all"] == words.label("In all: {hours}", hours=words.hours(270))
    assert data["notes"] == [
        words.label("Training and preparation, counted apart: {hours}", hours=words.hours(60))
    ]  # fmt: skip


async def test_record_is_for_who_is_here(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        anna = await town.viewer("anna")
        stranger = replace(anna, person=replace(anna.person, state="new"))
        with pytest.raises(NotRegistered):
            await issued.issue(Seated(tx, stranger, LATER), None, None, "entries", bot="bot")
        await issued.issue(Seated(tx, anna, LATER), None, None, "entries", bot="bot")
        await issued.issue(Seated(tx, anna, LATER + 1), None, None, "entries", bot="bot")
        waiting = [row["kind"] for row in await tx.rows(own_data_rows.my_messages.statement, person_id=anna.id)]
        await erase(Seated(tx, anna, LATER), update_id=1)

        assert await records_of_service.gather(tx, anna.id, LATER) is None
    assert waiting == ["record_of_service"]

"""What is noted, sent again and booked: only what was, and as it was said."""

from datetime import date

import pytest

from bot.desk import Seated
from bot.ground.refusals import WrongState
from bot.hours.crediting import verify_each
from bot.hours.logging import Report, log_again, log_hours
from bot.store.database import Database
from tests.helpers.books import LATER, entered
from tests.helpers.lines import signs_up
from tests.helpers.notes import notes_about
from tests.helpers.offers import offer
from tests.helpers.town import Town, build_town


def report(town: Town, **said: str) -> Report:
    return Report(town.people["anna"], date(2026, 12, 5), **({"start": "09:00", "end": "10:00"} | said))


async def test_only_who_is_verified_is_noted(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        nanshan = {"station_id": town.stations["nanshan"], "team_id": town.teams["company"]}
        hers, theirs = await entered(town), await entered(town, "fay", **nanshan)
        made = await verify_each(Seated(tx, await town.viewer("chan"), LATER), [hers, theirs])
        noted = [[note.act for note in await notes_about(tx, f"record:{one.id}")] for one in (hers, theirs)]

    assert [one.refusal is None for one in made] == [True, False]
    assert noted == [["record_verified", "hours_booked"], []]


async def test_what_waits_is_not_sent_again(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        waiting = await entered(town)
        with pytest.raises(WrongState):
            await log_again(Seated(tx, await town.viewer("anna"), LATER), waiting.id, report(town))


@pytest.mark.parametrize(("said", "booked"), [("", "elderly"), ("youth", "youth")], ids=["not said", "said"])
async def test_a_kind_that_is_said_counts_before_that_of_the_activity(
    database: Database, said: str, booked: str
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await signs_up(town, "anna", shift_id)
        record = await log_hours(Seated(tx, await town.viewer("anna"), LATER), report(town, kind=said))

    assert (record.entry.shift_id, record.entry.kind) == (shift_id, booked)

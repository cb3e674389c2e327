import pytest

from bot.desk import Seated
from bot.ground.refusals import BadHours, EmptyText, NotAllowed, NotFound, Refusal
from bot.hours.hours_of_person import check_hours, correct, correctable, record_of, records_of
from bot.store import outbox_leaving as leaving
from bot.store.database import Database
from tests.helpers.books import LATER, entered, sums, verified
from tests.helpers.town import build_town


@pytest.mark.parametrize(
    ("who", "refusal"),
    [("chan", None), ("olga", None), ("li", NotFound), ("carl", NotAllowed), ("ben", NotAllowed), ("anna", NotAllowed)],
    ids=["the lead", "coordinator", "another station's", "captain", "volunteer", "oneself"],
)
async def test_records_of_somebody_are_for_their_staff(
    database: Database, who: str, refusal: type[Refusal] | None
) -> None:
    """Fault 49."""
    async with database.write() as tx:
        town = await build_town(tx)
        record = await verified(town)
        viewer = await town.viewer(who)
        if refusal is None:
            name, page = await records_of(Seated(tx, viewer, 0), town.people["anna"], 0)
            assert (name, [one.record.id for one in page.records]) == ("Anna", [record.id])
        else:
            with pytest.raises(refusal):
                await records_of(Seated(tx, viewer, 0), town.people["anna"], 0)
            with pytest.raises(refusal):
                await record_of(Seated(tx, viewer, 0), record.id)
            with pytest.raises(refusal):
                await correct(Seated(tx, viewer, LATER), record_id=record.id, hours="1h", reason="Left early")


@pytest.mark.parametrize(
    ("hours", "minutes"),
    [("9:00-11:00", 120), ("1h", 60), ("两个小时", 120), ("0", -150)],
    ids=["a span", "a length", "in words", "nothing"],
)
async def test_correction_takes_hours_as_people_type_them(database: Database, hours: str, minutes: int) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record, chan = await verified(town), await town.viewer("chan")
        said = await check_hours(Seated(tx, chan, 0), record.id, hours)
        made = await correct(Seated(tx, chan, LATER), record_id=record.id, hours=said, reason="As the home says")

        assert (made.entry.minutes, made.entry.note) == (minutes, "As the home says")
        assert sum(kept for kept, _ in (await sums(tx)).values()) == max(minutes, 0)


@pytest.mark.parametrize(
    ("hours", "told"), [("1h", ["statement"]), ("0", ["hours_taken_back"])], ids=["corrected", "taken back"]
)
async def test_whose_hours_change_is_told_and_may_ask(database: Database, hours: str, told: list[str]) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record, chan = await verified(town), await town.viewer("chan")
        await correct(Seated(tx, chan, LATER), record_id=record.id, hours=hours, reason="As the home says")
        rows = await leaving.due(tx, 0, LATER, 100)

        assert [row["kind"] for row in rows if row["person_id"] == town.people["anna"]] == told


async def test_of_a_correction_hears_who_acts_for_somebody_without_telegram(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record, chan = await verified(town, "gran"), await town.viewer("chan")
        newer = await correct(Seated(tx, chan, LATER), record_id=record.id, hours="1h", reason="As the home says")
        await correct(Seated(tx, chan, LATER), record_id=newer.id, hours="0", reason="As the home says")

        rows = await leaving.due(tx, 0, LATER, 100)
        assert {row["person_id"] for row in rows} == {town.people["carl"]}


async def test_correction_needs_readable_hours_and_a_reason(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record, chan = await verified(town), await town.viewer("chan")
        with pytest.raises(BadHours):
            await check_hours(Seated(tx, chan, 0), record.id, "a while")
        with pytest.raises(EmptyText):
            await correct(Seated(tx, chan, LATER), record_id=record.id, hours="1h", reason=" \u200b ")


async def test_waiting_record_is_not_corrected_but_verified(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record = await entered(town)
        with pytest.raises(NotFound):
            await correctable(Seated(tx, await town.viewer("chan"), 0), record.id)

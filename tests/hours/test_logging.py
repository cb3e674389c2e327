from datetime import date, timedelta
from typing import Any

import pytest

from bot.desk import Seated
from bot.ground.refusals import NotFound, RecordsOverlap, Refusal, StaffOnDuty, TooOldToLog, UnknownChoice
from bot.ground.times import HOUR, Span
from bot.hours import log_form
from bot.hours.logging import Report, check_duty, log_hours
from bot.hours.own_hours import own_hours, own_record, own_records
from bot.hours.rules import Nature, Source
from bot.hours.verifying import confirm, confirm_page, send_back, waiting
from bot.sign_ups import rows as sign_ups
from bot.sign_ups import rows as sign_ups_rows
from bot.sign_ups import waiting_line_rows
from bot.sign_ups.rules import SignUpState
from bot.store import outbox_leaving as leaving
from bot.store.database import Database
from bot.store.transaction import Tx
from tests.helpers.books import LATER, entered, verified
from tests.helpers.offers import START, morning, offer
from tests.helpers.town import NOW, Town, build_town

TODAY = date(2026, 12, 12)


def report(town: Town, who: str = "anna", *, days: int = 1, **other: Any) -> Report:
    said: dict[str, Any] = {"start": "09:00", "end": "11:30", "note": "Read to the residents"} | other
    return Report(town.people[who], TODAY - timedelta(days=days), **said)


@pytest.mark.parametrize(
    ("by", "days", "outcome"),
    [
        ("anna", 14, Source.SELF_REPORT),
        ("anna", 15, TooOldToLog(days=15, limit=14, needs="social_worker")),
        ("carl", 15, TooOldToLog(days=15, limit=14, needs="social_worker")),
        ("chan", 15, Source.LATE_ENTRY),
        ("chan", 60, Source.LATE_ENTRY),
        ("chan", 61, TooOldToLog(days=61, limit=60, needs="coordinator")),
        ("olga", 61, Source.LATE_ENTRY),
        ("olga", 400, Source.LATE_ENTRY),
        ("dan", 1, NotFound()),
    ],
    ids=[
        "oneself, 14 days", "oneself, 15 days", "captain, 15 days", "staff, 15 days", "staff, 60 days",
        "staff, 61 days", "coordinator, 61 days", "coordinator, any", "somebody else",
    ],
)  # fmt: skip
async def test_how_old_it_is_decides_who_may_enter_it(
    database: Database, by: str, days: int, outcome: Source | Refusal
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        viewer = await town.viewer(by)
        if isinstance(outcome, Refusal):
            with pytest.raises(type(outcome)) as raised:
                await log_hours(Seated(tx, viewer, LATER), report(town, days=days))
            assert raised.value == outcome
        else:
            made = await log_hours(Seated(tx, viewer, LATER), report(town, days=days))
            assert (made.entry.source, made.entry.minutes, made.entered_by) == (outcome, 150, viewer.id)


async def test_report_belongs_to_the_activity_signed_up_for(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, kind="teaching", team_id=town.teams["second"])
        await tx.value(
            sign_ups_rows.add_sign_up.statement, shift_id=shift_id, person_id=town.people["anna"], group_place_id=None,
            state=SignUpState.CONFIRMED.value, behind=0, line_at=START, confirmed_at=START,
            created_by=town.people["anna"],
        )  # fmt: skip
        made = await log_hours(Seated(tx, await town.viewer("anna"), LATER), report(town, days=7))

        assert (made.entry.shift_id, made.entry.kind, made.entry.team_id) == (
            shift_id,
            "teaching",
            town.teams["second"],
        )


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("", ("other", Nature.SERVICE)),
        ("legal", ("legal", Nature.SERVICE)),
        ("training", ("other", Nature.TRAINING)),
        ("knitting", UnknownChoice),
    ],
)
async def test_kind_of_a_report(database: Database, kind: str, expected: Any) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        anna = await town.viewer("anna")
        if expected is UnknownChoice:
            with pytest.raises(UnknownChoice):
                await log_hours(Seated(tx, anna, LATER), report(town, kind=kind))
        else:
            made = await log_hours(Seated(tx, anna, LATER), report(town, kind=kind))
            assert (made.entry.kind, made.entry.nature) == expected


async def test_report_over_midnight_ends_on_the_next_day(database: Database) -> None:
    """Fault 41."""
    async with database.write() as tx:
        town = await build_town(tx)
        made = await log_hours(
            Seated(tx, await town.viewer("anna"), LATER), report(town, days=3, start="22:00", end="02:30")
        )

        assert (made.day, made.entry.minutes) == (TODAY - timedelta(days=3), 270)


async def test_staff_without_a_team_earn_no_hours_on_duty(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        with pytest.raises(StaffOnDuty):
            await log_hours(Seated(tx, await town.viewer("chan"), LATER), report(town, "chan"))


@pytest.mark.parametrize(
    ("who", "here", "elsewhere"),
    [
        pytest.param("chan", True, False, id="staff lead"),
        pytest.param("olga", True, True, id="coordinator above both"),
        pytest.param("anna", False, False, id="volunteer"),
    ],
)
async def test_duty_is_told_as_soon_as_the_time_is_known(
    database: Database, who: str, here: bool, elsewhere: bool
) -> None:
    """An activity of another station, where one is nobody, is volunteering."""
    async with database.write() as tx:
        town = await build_town(tx)
        person = town.people[who]
        span = Span(LATER - 5 * HOUR, LATER - 3 * HOUR)
        draft = await log_form.begin(Seated(tx, await town.viewer(who), LATER), None)
        said = await log_form.staff_here(tx, draft, LATER)
        told = await on_duty(tx, person, span)
        away = await offer(
            town,
            morning(starts_at=span.starts_at, hours=2),
            station_id=town.stations["nanshan"],
            team_id=None,
            lead_id=town.people["li"],
        )
        assert await waiting_line_rows.claim_seats(tx, away)
        await sign_ups.add(tx, shift_id=away, person_id=person, state=SignUpState.CONFIRMED, by=person, now=NOW)

        assert (said, told) == (who.capitalize() if here else None, here)
        assert await on_duty(tx, person, span) is elsewhere


async def on_duty(tx: Tx, person_id: int, span: Span) -> bool:
    try:
        await check_duty(tx, person_id, span)
    except StaffOnDuty:
        return True
    return False


async def test_report_onto_another_one_names_it_by_its_note(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        anna = await town.viewer("anna")
        first = await log_hours(Seated(tx, anna, LATER), report(town, note="Sorting clothes\nand books"))
        with pytest.raises(RecordsOverlap) as refused:
            await log_hours(Seated(tx, anna, LATER), report(town))

        assert refused.value == RecordsOverlap(
            activity="Sorting clothes", starts_at=first.entry.starts_at, ends_at=first.entry.ends_at
        )


async def test_own_hours_say_what_counts_and_what_waits(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        anna = await town.viewer("anna")
        for day in range(12):
            await verified(town, starts_at=START - day * 86_400, hours=8, now=LATER)
        await entered(town, starts_at=START + 86_400)
        await verified(town, starts_at=START + 2 * 86_400, hours=1, nature=Nature.TRAINING)
        mine = await own_hours(Seated(tx, anna, LATER))

        assert (mine.all, mine.month, mine.year, mine.waiting, mine.other) == (5760, 2400, 5760, 150, 60)
        assert (mine.standing.level, mine.standing.missing_minutes) == (0, 240)
        page = await own_records(Seated(tx, anna, 0), 1)
        assert (len(page.records), page.more) == (6, True)
        with pytest.raises(NotFound):
            await own_record(Seated(tx, await town.viewer("ben"), 0), page.records[0].record.id)


async def test_page_is_confirmed_as_it_was_seen(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        chan = await town.viewer("chan")
        await entered(town)
        await entered(town, "ben", hours=9)
        page = await waiting(Seated(tx, chan, 0))
        made = await confirm_page(Seated(tx, chan, LATER), after=0, seen=page.seal)

        told = [row["person_id"] for row in await leaving.due(tx, 0, LATER, 100) if row["kind"] == "hours_confirmed"]
        assert [one.refusal.code if one.refusal else None for one in made] == [None]
        assert told == [town.people["anna"]]
        assert (page.total, page.higher_total, [one.person for one in page.higher]) == (1, 1, ["Ben"])
        with pytest.raises(Refusal):
            await confirm_page(Seated(tx, chan, LATER), after=0, seen=page.seal)


async def test_record_sent_anew_is_not_confirmed_unseen(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record = await entered(town)
        with pytest.raises(Refusal) as raised:
            await confirm(
                Seated(tx, await town.viewer("chan"), LATER), record_id=record.id, entered_at=record.entered_at - 1
            )

        assert raised.value.code == "stale_card"


async def test_whoever_entered_it_is_told_as_well(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        made = await log_hours(Seated(tx, await town.viewer("carl"), LATER), report(town))
        await send_back(Seated(tx, await town.viewer("chan"), LATER), record_id=made.id, reason="time")

        assert await told(tx) == {town.people["anna"], town.people["carl"]}


async def told(tx: Tx) -> set[int]:
    return {row["person_id"] for row in await leaving.due(tx, 0, LATER, 100) if row["kind"] == "record_returned"}


@pytest.mark.parametrize(
    ("who", "total"),
    [("chan", 1), ("olga", 2), ("li", 1), ("carl", 0)],
    ids=["lead", "coordinator", "other", "captain"],
)
async def test_what_waits_is_shown_to_who_may_verify_it(database: Database, who: str, total: int) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await entered(town)
        await entered(town, "fay", station_id=town.stations["nanshan"], team_id=town.teams["company"])
        viewer = await town.viewer(who)
        if total:
            page = await waiting(Seated(tx, viewer, 0))
            assert (page.total, len(page.records)) == (total, total)
        else:
            with pytest.raises(Refusal):
                await waiting(Seated(tx, viewer, 0))


@pytest.mark.parametrize("typed", ["昨天 2点到4点 聊天", "yesterday 2-4 聊天"])
async def test_hours_that_could_be_night_are_asked_back(database: Database, typed: str) -> None:
    """Fault 37."""
    async with database.write() as tx:
        town = await build_town(tx)
        anna = await town.viewer("anna")
        draft = await log_form.typed(tx, await log_form.begin(Seated(tx, anna, LATER), None), LATER, typed)
        again = await log_form.typed(tx, draft, LATER, "两点到四点")
        chosen = await log_form.of_span(tx, again, LATER, "1400", "1600")

    either = ["02:00-04:00", "14:00-16:00"]
    assert (draft.step, draft.fields["either"], draft.fields["note"], again.fields) == (
        "span", either, "聊天", draft.fields,
    )  # fmt: skip
    assert (chosen.step, chosen.fields["start"], chosen.fields["end"]) == ("kind", "14:00", "16:00")


@pytest.mark.parametrize(("also", "total"), [([], 1), (["nanshan"], 2), (["city"], 2), (["city", "nanshan"], 2)])
async def test_entry_waits_once_for_who_holds_several_stations(database: Database, also: list[str], total: int) -> None:
    """Beside each other, or one below the other."""
    async with database.write() as tx:
        town = await build_town(tx)
        await entered(town)
        await entered(town, "fay", station_id=town.stations["nanshan"], team_id=town.teams["company"])
        for station in also:
            await town.grants("chan", "social_worker", station)
        page = await waiting(Seated(tx, await town.viewer("chan"), LATER))

    assert (page.total, len(page.records)) == (total, total)

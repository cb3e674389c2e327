"""What leaves at half past eleven at night. Every kind of notice has a row of its own in `notices`."""

import pytest

from bot import telling
from bot.desk import Seated
from bot.ground import notices
from bot.ground.notices import AnyNotice, Night, Notice, Told
from bot.ground.times import DAY, HOUR, MINUTE
from bot.ground.viewer import Role
from bot.hours import verifying
from bot.hours.statements import acts as asking
from bot.leading import changing
from bot.reminders import lead as lead_looks
from bot.reports.missing import acts as missing_work
from bot.roles import acts as roles
from bot.sign_ups import answering, withdrawing
from bot.stations import rows as stations
from bot.store import outbox_leaving as leaving
from bot.store.database import Database
from bot.store.transaction import Tx
from handlers.routes import NOTICES
from tests.helpers.books import entered
from tests.helpers.lines import sign_up_id, signs_up
from tests.helpers.offers import START, morning, offer
from tests.helpers.rolls import END, all_here, finish, shift_with
from tests.helpers.town import NOW, Town, build_town

NIGHT = NOW + 13 * HOUR + 30 * MINUTE  # Sunday, 23:30
MORNING = NOW + 21 * HOUR  # Monday, 7:00
RINGS, HUSHED = False, True
ROWS: list[AnyNotice] = [row for row in vars(notices).values() if isinstance(row, Notice)]
"""The table; tests have rows of their own beside it."""


def told(row: AnyNotice) -> Told:
    """One of the kind, about nothing."""
    return row(*[1] * len(row.names))


def long(row: AnyNotice) -> int | None:
    """Of use long after the night, for ever where the row does not ask until when."""
    return NIGHT + DAY if row.lasts == notices.TOLD else None


async def left(tx: Tx, kind: str) -> list[tuple[int, bool]]:
    """When each notice of the kind leaves, and whether without a sound."""
    rows = await leaving.due(tx, 0, 1 << 40, 1000)
    return [(row["due_at"], '"silent": true' in row["payload"]) for row in rows if row["kind"] == kind]


def test_every_notice_says_what_it_does_at_night() -> None:
    """Fault 63: a new kind cannot be forgotten."""
    assert {row.kind for row in ROWS} == set(NOTICES)


@pytest.mark.parametrize("row", ROWS, ids=repr)
async def test_notice_of_the_night_waits_or_makes_no_sound(database: Database, row: AnyNotice) -> None:
    """Fault 63."""
    async with database.write() as tx:
        town = await build_town(tx)
        for person, until in (("anna", long(row)), ("chan", MORNING - 1), ("ben", MORNING + 1)):
            await telling.tell(tx, told(row), town.people[person], key=person, subject=None, now=NIGHT, until=until)
        await telling.tell(
            tx, told(row), town.people["cora"], key="by day", subject=None, now=NIGHT, due_at=MORNING,
            until=long(row),
        )  # fmt: skip

        expected = {
            Night.WAITS: [(NIGHT, HUSHED), (MORNING, RINGS), (MORNING, RINGS), (MORNING, RINGS)],
            Night.SILENT: [(NIGHT, HUSHED)] * 3 + [(MORNING, RINGS)],
        }
        assert sorted(await left(tx, row.kind)) == expected.get(row.night, [(NIGHT, RINGS)] * 3 + [(MORNING, RINGS)])


async def test_night_is_the_readers_station(database: Database) -> None:
    """Li works in Nanshan, which is quiet from midnight only; a station without quiet hours holds nothing."""
    async with database.write() as tx:
        town = await build_town(tx)
        nanshan = town.stations["nanshan"]
        await set_quiet(town, nanshan, "00:00")
        for person in ("li", "fay", "chan"):
            await telling.tell(
                tx, told(notices.Digest), town.people[person], key=person, subject=None, now=NIGHT, until=NIGHT + DAY
            )
        keys = {id: f"many:{id}" for id in (town.people["anna"], town.people["ben"])}
        for station in ("nanshan", "futian"):
            await telling.tell_many(
                tx, told(notices.AskWaiting), {id: f"{station}:{key}" for id, key in keys.items()}, subject=None,
                now=NIGHT, station_id=town.stations[station], until=NIGHT + DAY,
            )  # fmt: skip

        assert sorted(await left(tx, "digest")) == [(NIGHT, RINGS), (NIGHT, RINGS), (MORNING, RINGS)]
        assert sorted(await left(tx, "ask_waiting")) == [(NIGHT, RINGS)] * 2 + [(MORNING, RINGS)] * 2


async def set_quiet(town: Town, station_id: int, starts: str) -> None:
    await stations.set_setting(town.tx, station_id=station_id, key="quiet_starts", value=starts, set_by=None, now=NOW)


async def test_record_sent_back_at_night_is_told_in_the_morning(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record = await entered(town, starts_at=NOW - DAY, now=NIGHT)
        await verifying.send_back(Seated(tx, await town.viewer("chan"), NIGHT), record_id=record.id, reason="time")

        assert await left(tx, "record_returned") == [(MORNING, RINGS)]


async def test_question_and_answers_about_hours_wait_for_the_morning(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna")
        await all_here(town, shift_id)
        (done,) = (await finish(town, shift_id)).credited
        assert done.record is not None
        night = END + 12 * HOUR  # 23:30
        anna, chan = await town.viewer("anna"), await town.viewer("chan")
        await asking.dispute(Seated(tx, anna, night), record_id=done.record.id, text="I came at 9:30")
        await asking.explain(Seated(tx, chan, night), record_id=done.record.id, text="All began at 9")
        await asking.dispute(Seated(tx, anna, night + 60), record_id=done.record.id, text="I did not")
        await asking.correct(Seated(tx, chan, night + 60), record_id=done.record.id, text="0")

        morning_after = night + 7 * HOUR + 30 * MINUTE
        for kind, n in (("statement_question", 2), ("statement_explained", 1), ("hours_taken_back", 1)):
            assert await left(tx, kind) == [(morning_after, RINGS)] * n


async def test_news_of_the_night_before_an_early_start_come_without_a_sound(database: Database) -> None:
    """At 6:00 it begins, so nothing of it can wait for the morning; only a cancellation would ring."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, morning(starts_at=MORNING - HOUR, minimum=5))
        for name in ("anna", "ben"):
            await signs_up(town, name, shift_id, NOW)
        mine = [await sign_up_id(town, name, shift_id) for name in ("anna", "ben")]
        await withdrawing.withdraw(Seated(tx, await town.viewer("anna"), NIGHT), sign_up_id=mine[0])
        late = {"sign_up_id": mine[1], "revision": 0, "minutes": 15}
        await answering.say_late(Seated(tx, await town.viewer("ben"), NIGHT), **late)
        await withdrawing.withdraw(Seated(tx, await town.viewer("olga"), NIGHT), sign_up_id=mine[1])

        leave = {kind: await left(tx, kind) for kind in ("withdrew_late", "withdrawn_by", "running_late")}
        assert leave == {
            "withdrew_late": [(NIGHT + 30, HUSHED)] * 2,
            "withdrawn_by": [(NIGHT, HUSHED)],
            "running_late": [(NIGHT + 30, HUSHED)],
        }


async def test_roles_and_asking_the_waiting_list_wait_for_the_morning(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        short = await offer(town, morning(minimum=3))
        full = await offer(town, morning(starts_at=START + 4 * HOUR, capacity=1))
        for turn, name in enumerate(("anna", "ben")):
            await signs_up(town, name, full, NOW + turn)
        await lead_looks.ask_waiting(Seated(tx, await town.viewer("chan"), NIGHT), shift_id=short)
        await roles.grant_role(
            Seated(tx, await town.viewer("olga"), NIGHT), person_id=town.people["eve"], role=Role.SOCIAL_WORKER,
            station_id=town.stations["futian"],
        )  # fmt: skip

        assert await left(tx, "ask_waiting") == [(MORNING, RINGS)]
        assert await left(tx, "role_given") == [(MORNING, RINGS)]


async def test_leads_are_reminded_of_open_months_in_the_morning(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await entered(town, starts_at=NOW - DAY, now=NIGHT)
        futian = town.stations["futian"]
        olga = Seated(tx, await town.viewer("olga"), NIGHT)
        done = await missing_work.remind(olga, *await missing_work.open_month(olga, futian, "2026-11"))

        assert (done.told, await left(tx, "month_reminder")) == (("Chan",), [(MORNING, RINGS)])


WAITING = [row for row in ROWS if row.night is Night.WAITS]


@pytest.mark.parametrize(
    "meets_early", [pytest.param(False, id="begins at 6:20"), pytest.param(True, id="meets at 6:50")]
)
@pytest.mark.parametrize("row", WAITING, ids=repr)
async def test_waiting_news_of_a_shift_leave_before_it(database: Database, row: AnyNotice, meets_early: bool) -> None:
    """Fault 63: of whatever kind, and however long it would still be delivered."""
    starts_at = MORNING + 10 * MINUTE if meets_early else MORNING - 40 * MINUTE
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, morning(starts_at=starts_at, meet_at=min(starts_at, MORNING - 10 * MINUTE)))
        subject = f"shift:{shift_id}"
        for key, until in (("long", long(row)), ("to the end", starts_at + 2 * HOUR)):
            await telling.tell(tx, told(row), town.people["anna"], key=key, subject=subject, now=NIGHT, until=until)
        await telling.tell_many(
            tx, told(row), {town.people["ben"]: "many"}, subject=subject, now=NIGHT,
            station_id=town.stations["futian"], until=starts_at + 2 * HOUR,
        )  # fmt: skip

        assert await left(tx, row.kind) == [(NIGHT, HUSHED)] * 3


@pytest.mark.parametrize(
    ("starts_at", "field", "text", "leaves"),
    [
        pytest.param(MORNING + 30 * MINUTE, "start", "06:20", (NIGHT, HUSHED), id="from 7:30 to 6:20"),
        pytest.param(MORNING - 30 * MINUTE, "start", "10:00", (NIGHT, HUSHED), id="from 6:30 to 10:00"),
        pytest.param(MORNING - 30 * MINUTE, "place", "Elsewhere", (NIGHT, HUSHED), id="another place at 6:30"),
        pytest.param(MORNING + 2 * HOUR, "start", "10:00", (MORNING, RINGS), id="from 9:00 to 10:00"),
    ],
)
async def test_change_of_the_night_is_told_before_anybody_sets_out(
    database: Database, starts_at: int, field: str, text: str, leaves: tuple[int, bool]
) -> None:
    """Fault 63: whoever was to be there at the old time hears before it, too."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, morning(starts_at=starts_at))
        await signs_up(town, "anna", shift_id, NOW)
        await changing.edit(Seated(tx, await town.viewer("chan"), NIGHT), shift_id=shift_id, field=field, text=text)

        assert await left(tx, "moved") == [leaves]

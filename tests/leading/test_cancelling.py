import pytest

from bot import telling
from bot.activities import rows as activities
from bot.activities.rules import ActivityState
from bot.desk import Seated
from bot.ground import notices
from bot.ground import refusals as why
from bot.ground.times import DAY, HOUR
from bot.leading import cancelling
from bot.leading import rows as leading
from bot.people import drafting
from bot.people import rows as people
from bot.sign_ups import rows as sign_ups
from bot.sign_ups.acts import sign_up
from bot.store.database import Database
from tests.helpers.gatherings import activity_of, full_house, queued
from tests.helpers.offers import START, morning, offer
from tests.helpers.raw_sql import fetched, raw
from tests.helpers.town import NOW, build_town


async def test_cancelling_tells_everybody_and_ends_their_sign_ups(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        chan = await town.viewer("chan")
        done = await cancelling.cancel(
            Seated(tx, chan, NOW), activity_id=await activity_of(town, shift_id), reason="weather"
        )
        told = await queued(town, "cancelled")
        after = await activities.get_shift(tx, shift_id)
        last = await sign_ups.last_sign_up(tx, shift_id, town.people["cora"])

    assert (done.told, done.seen, [one.name for one in done.unseen]) == (3, 0, ["Anna", "Ben", "Cora"])
    assert set(told) == {"anna", "ben", "cora"}
    assert after is not None
    assert last is not None
    assert (after.state, after.taken, last.state, last.reason) == (ActivityState.CANCELLED, 0, "withdrawn", "cancelled")


async def test_error_of_who_hears_of_it_undoes_the_calling_off(database: Database, database_url: str) -> None:
    """What happens is told in the open transaction: here the last who hears cannot do their part."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        activity_id, chan = await activity_of(town, shift_id), await town.viewer("chan")
    before = await fetched(database_url, "SELECT state, reason FROM sign_up ORDER BY id")
    await raw(database_url, "ALTER TABLE broadcast RENAME TO broadcast_elsewhere")
    with pytest.raises(Exception, match="broadcast"):
        async with database.write() as tx:
            await cancelling.cancel(Seated(tx, chan, NOW), activity_id=activity_id, reason="weather")

    assert await fetched(database_url, "SELECT DISTINCT state FROM activity") == [("published",)]
    assert await fetched(database_url, "SELECT state, reason FROM sign_up ORDER BY id") == before
    assert await fetched(database_url, "SELECT id FROM outbox WHERE kind = 'cancelled'") == []


async def test_cancelling_drops_what_waits_about_it(database: Database) -> None:
    """Fault 26."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        for row in (notices.Reminder, notices.Meeting):
            await telling.tell(
                tx, row(1, 0), town.people["anna"], key=row.kind, subject=f"shift:{shift_id}", now=NOW,
                due_at=START - DAY, until=START,
            )  # fmt: skip
        chan = await town.viewer("chan")
        await cancelling.cancel(Seated(tx, chan, NOW), activity_id=await activity_of(town, shift_id), reason="venue")
        left = await queued(town, "reminder") | await queued(town, "meeting")

    assert left == {}


@pytest.mark.parametrize(
    ("hours_ahead", "due"),
    [pytest.param(10, 0, id="urgent: at once"), pytest.param(20, 8 * HOUR, id="else after the quiet hours")],
)
async def test_cancellation_at_night(database: Database, hours_ahead: int, due: int) -> None:
    """Fault 63."""
    night = NOW + 13 * HOUR  # 23:00
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, morning(starts_at=night + hours_ahead * HOUR))
        await sign_up(Seated(tx, await town.viewer("anna"), NOW), shift_id=shift_id)
        chan = await town.viewer("chan")
        await cancelling.cancel(
            Seated(tx, chan, night), activity_id=await activity_of(town, shift_id), reason="weather"
        )
        told = await queued(town, "cancelled")

    assert told == {"anna": night + due}


async def test_got_it_counts_for_those_one_looks_after(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        carl, chan = await town.viewer("carl"), await town.viewer("chan")
        await sign_up(Seated(tx, carl, NOW), shift_id=shift_id, person_id=town.people["gran"])
        activity_id = await activity_of(town, shift_id)
        before = await cancelling.cancel(
            Seated(tx, chan, NOW), activity_id=activity_id, reason="other", text="Fire drill"
        )
        told = await queued(town, "cancelled")
        await cancelling.got_it(Seated(tx, carl, NOW), activity_id=activity_id, what="cancelled")
        after = await cancelling.got_it_list(Seated(tx, chan, 0), activity_id=activity_id, what="cancelled")

    assert [(one.name, one.manager) for one in before.unseen] == [("Gran", "Carl")]
    assert (set(told), after.seen, after.unseen) == ({"carl"}, 1, ())


async def test_cancelled_twice_is_refused(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        activity_id = await activity_of(town, await offer(town))
        chan = await town.viewer("chan")
        await cancelling.cancel(Seated(tx, chan, NOW), activity_id=activity_id, reason="weather")
        with pytest.raises(why.ActivityCancelled):
            await cancelling.cancel(Seated(tx, chan, NOW), activity_id=activity_id, reason="venue")


async def test_all_outdoor_of_today_are_called_off_at_once(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        today = morning(starts_at=NOW + 3 * HOUR)
        mine = await offer(town, today, outdoor=True, title="Mine")
        indoors = await offer(town, today, title="Indoors")
        tomorrow = await offer(town, morning(starts_at=NOW + DAY), outdoor=True, title="Tomorrow")
        other = await offer(
            town, today, outdoor=True, title="Other", station_id=town.stations["nanshan"], team_id=None,
            lead_id=town.people["li"], audience="station",
        )  # fmt: skip
        own = await cancelling.cancel_today(Seated(tx, await town.viewer("chan"), NOW), whole=False)
        rest = await cancelling.cancel_today(Seated(tx, await town.viewer("olga"), NOW), whole=True)
        states = [(await activities.get_shift(tx, id)) for id in (mine, indoors, tomorrow, other)]

    assert ([one.title for one in own], [one.title for one in rest]) == (["Mine"], ["Other"])
    assert [shift.state.value for shift in states if shift] == ["cancelled", "published", "published", "cancelled"]


async def test_social_worker_may_not_call_off_the_whole_station(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        with pytest.raises(why.NotAllowed):
            await cancelling.outdoor_today(Seated(tx, await town.viewer("chan"), NOW), whole=True)


async def test_typed_reason_is_confirmed_before_it_calls_anything_off(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        activity_id, chan = await activity_of(town, shift_id), await town.viewer("chan")
        desk = Seated(tx, chan, NOW)
        await drafting.start(desk, cancelling.FORM, "typing", {"activity": activity_id})
        _, said, revision = await cancelling.keep_words(desk, activity_id=activity_id, text="  Fire   drill ")
        before = await activities.get_activity(tx, activity_id)
        with pytest.raises(why.StaleCard):
            await cancelling.cancel_in_words(Seated(tx, chan, NOW), activity_id=activity_id, revision=revision - 1)
        await cancelling.cancel_in_words(Seated(tx, chan, NOW), activity_id=activity_id, revision=revision)
        after = await activities.get_activity(tx, activity_id)

    assert before is not None
    assert after is not None
    assert (said, before.state, after.state) == ("Fire drill", ActivityState.PUBLISHED, ActivityState.CANCELLED)
    assert (after.cancel_reason, after.cancel_text) == ("other", "Fire drill")


async def test_captain_who_helps_sees_numbers_of_the_own_team_only(locked: Database) -> None:
    async with locked.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        activity_id = await activity_of(town, shift_id)
        await town.person("dora")
        await town.joins("dora", "second", captain=True)
        await people.set_phone(tx, town.people["anna"], "+8613800000000")
        await cancelling.cancel(Seated(tx, await town.viewer("chan"), NOW), activity_id=activity_id, reason="weather")
        called = {}
        for who in ("carl", "dora", "chan"):
            await leading.add_helper(tx, activity_id, town.people[who])
            viewer = await town.viewer(who)
            found = await cancelling.with_phones(Seated(tx, viewer, NOW), activity_id=activity_id, what="cancelled")
            called[who] = found.unseen[0].phone

    assert called == {"carl": "+8613800000000", "dora": None, "chan": "+8613800000000"}

from datetime import date

import pytest

from bot.domain import refusals as why
from bot.domain.activities import ActivityState
from bot.domain.times import DAY, HOUR
from bot.storage import activities, outbox, sign_ups
from bot.storage.database import Database
from bot.use_cases import cancelling, changing, holding, leading
from bot.use_cases.signing_up import sign_up
from tests.offers import START, morning, offer
from tests.town import NOW, Town, build_town


async def full_house(town: Town, capacity: int = 2, **other: object) -> int:
    """A shift of the first team for two, with Anna and Ben in it and Cora waiting."""
    shift_id = await offer(town, morning(capacity=capacity), **other)
    for name in ("anna", "ben", "cora"):
        await sign_up(town.tx, await town.viewer(name), NOW, shift_id=shift_id)
    return shift_id


async def queued(town: Town, kind: str) -> dict[str, int]:
    """Names of who will get such a notice, and when it is due."""
    names = {id: name for name, id in town.people.items()}
    rows = await outbox.due(town.tx, 0, NOW + 30 * DAY, 1000)
    return {names[row["person_id"]]: row["due_at"] for row in rows if row["kind"] == kind}


async def test_capacity_below_taken_is_refused_with_the_names(database: Database) -> None:
    """Fault 31."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        with pytest.raises(why.CapacityBelowTaken) as refused:
            await changing.edit(tx, await town.viewer("chan"), NOW, shift_id=shift_id, field="capacity", text="1")
        unchanged = await activities.get_shift(tx, shift_id)

    assert refused.value == why.CapacityBelowTaken(capacity=1, taken=2, names=("Anna", "Ben"))
    assert unchanged is not None
    assert (unchanged.capacity, unchanged.taken) == (2, 2)


async def test_raised_capacity_moves_up_who_waits(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        await changing.edit(tx, await town.viewer("chan"), NOW, shift_id=shift_id, field="capacity", text="3")
        counts = await sign_ups.counts(tx, shift_id)

    assert (counts.confirmed, counts.waitlisted) == (3, 0)


async def test_moved_shift_keeps_places_and_asks_everybody_again(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        moved = await changing.edit(tx, await town.viewer("chan"), NOW, shift_id=shift_id, field="start", text="14:00")
        told = await queued(town, "moved")
        counts = await sign_ups.counts(tx, shift_id)

    assert (moved.starts_at, moved.ends_at, moved.meet_at) == (START + 5 * HOUR, START + 27_000, START + 17_100)
    assert (moved.revision, moved.taken, counts.silent) == (1, 2, 2)
    assert told == {"anna": NOW, "ben": NOW, "cora": NOW}


async def test_press_on_a_card_from_before_the_move_is_stale(database: Database) -> None:
    """Fault 32."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await changing.edit(tx, await town.viewer("chan"), NOW, shift_id=shift_id, field="place", text="Elsewhere")
        with pytest.raises(why.StaleCard) as refused:
            await sign_up(tx, await town.viewer("anna"), NOW, shift_id=shift_id, revision=0)

    assert refused.value == why.StaleCard(revision=1)


async def test_closed_takes_nobody(database: Database) -> None:
    """Fault 32."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await holding.close(tx, await town.viewer("chan"), NOW, shift_id=shift_id)
        with pytest.raises(why.ActivityClosed):
            await sign_up(tx, await town.viewer("anna"), NOW, shift_id=shift_id, revision=0)


async def test_words_only_ask_nobody_again(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        chan = await town.viewer("chan")
        changed = await changing.edit(tx, chan, NOW, shift_id=shift_id, field="bring", text=" water ")
        emptied = await changing.edit(tx, chan, NOW, shift_id=shift_id, field="bring", text="-")
        told = await queued(town, "moved")

    assert (changed.activity.bring, emptied.activity.bring, changed.revision, told) == ("water", "", 0, {})


async def test_postponed_off_hold_to_the_same_time_of_day(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        chan = await town.viewer("chan")
        held = await holding.hold(tx, chan, NOW, shift_id=shift_id, hours=24)
        moved = await changing.postpone(tx, chan, NOW, shift_id=shift_id, day=date(2026, 12, 12))

    assert (held.state, held.activity.decide_at) == (ActivityState.ON_HOLD, START - DAY)
    assert (moved.state, moved.starts_at, moved.revision) == (ActivityState.PUBLISHED, START + 7 * DAY, 1)


async def test_hold_tells_everybody_and_reminds_the_lead_before_deciding(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        await holding.hold(tx, await town.viewer("chan"), NOW, shift_id=shift_id, hours=24)
        told, lead = await queued(town, "held"), await queued(town, "decide")
        await holding.go_ahead(tx, await town.viewer("chan"), NOW, shift_id=shift_id)
        after = await queued(town, "decide"), await queued(town, "held"), await queued(town, "goes_ahead")

    assert (set(told), lead) == ({"anna", "ben", "cora"}, {"chan": START - DAY - HOUR // 2})
    assert after == ({}, {}, {"anna": NOW, "ben": NOW, "cora": NOW})


async def test_cancelling_tells_everybody_and_ends_their_sign_ups(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        chan = await town.viewer("chan")
        done = await cancelling.cancel(tx, chan, NOW, activity_id=await of(town, shift_id), reason="weather")
        told = await queued(town, "cancelled")
        after = await activities.get_shift(tx, shift_id)
        last = await sign_ups.last_sign_up(tx, shift_id, town.people["cora"])

    assert (done.told, done.seen, [one.name for one in done.unseen]) == (3, 0, ["Anna", "Ben", "Cora"])
    assert set(told) == {"anna", "ben", "cora"}
    assert after is not None
    assert last is not None
    assert (after.state, after.taken, last.state, last.reason) == (ActivityState.CANCELLED, 0, "withdrawn", "cancelled")


async def of(town: Town, shift_id: int) -> int:
    shift = await activities.get_shift(town.tx, shift_id)
    assert shift is not None
    return shift.activity_id


async def test_cancelling_drops_what_waits_about_it(database: Database) -> None:
    """Fault 26."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        for kind in ("reminder", "meeting"):
            await outbox.queue_notice(
                tx, kind=kind, key=kind, person_id=town.people["anna"], subject=f"shift:{shift_id}", facts={}, now=NOW,
                due_at=START - DAY,
            )  # fmt: skip
        chan = await town.viewer("chan")
        await cancelling.cancel(tx, chan, NOW, activity_id=await of(town, shift_id), reason="venue")
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
        await sign_up(tx, await town.viewer("anna"), NOW, shift_id=shift_id)
        chan = await town.viewer("chan")
        await cancelling.cancel(tx, chan, night, activity_id=await of(town, shift_id), reason="weather")
        told = await queued(town, "cancelled")

    assert told == {"anna": night + due}


async def test_got_it_counts_for_those_one_looks_after(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        carl, chan = await town.viewer("carl"), await town.viewer("chan")
        await sign_up(tx, carl, NOW, shift_id=shift_id, person_id=town.people["gran"])
        activity_id = await of(town, shift_id)
        before = await cancelling.cancel(tx, chan, NOW, activity_id=activity_id, reason="other", text="Fire drill")
        told = await queued(town, "cancelled")
        await cancelling.got_it(tx, carl, NOW, activity_id=activity_id, what="cancelled")
        after = await cancelling.got_it_list(tx, chan, activity_id=activity_id, what="cancelled")

    assert [(one.name, one.manager) for one in before.unseen] == [("Gran", "Carl")]
    assert (set(told), after.seen, after.unseen) == ({"carl"}, 1, ())


async def test_cancelled_twice_is_refused(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        activity_id = await of(town, await offer(town))
        chan = await town.viewer("chan")
        await cancelling.cancel(tx, chan, NOW, activity_id=activity_id, reason="weather")
        with pytest.raises(why.ActivityCancelled):
            await cancelling.cancel(tx, chan, NOW, activity_id=activity_id, reason="venue")


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
        own = await cancelling.cancel_today(tx, await town.viewer("chan"), NOW, whole=False)
        rest = await cancelling.cancel_today(tx, await town.viewer("olga"), NOW, whole=True)
        states = [(await activities.get_shift(tx, id)) for id in (mine, indoors, tomorrow, other)]

    assert ([one.title for one in own], [one.title for one in rest]) == (["Mine"], ["Other"])
    assert [shift.state.value for shift in states if shift] == ["cancelled", "published", "published", "cancelled"]


async def test_social_worker_may_not_call_off_the_whole_station(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        with pytest.raises(why.NotAllowed):
            await cancelling.outdoor_today(tx, await town.viewer("chan"), NOW, whole=True)


async def test_another_station_cannot_tell_an_activity_from_none(database: Database) -> None:
    """Fault 49."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        li = await town.viewer("li")
        refused = []
        for wanted in (shift_id, 999_999):
            with pytest.raises(why.NotFound) as no:
                await changing.edit(tx, li, NOW, shift_id=wanted, field="title", text="Mine now")
            refused.append(no.value)

    assert refused[0] == refused[1]


async def test_lead_who_lost_the_role_is_refused(database: Database) -> None:
    """Fault 47."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, lead_id=town.people["anna"])
        with pytest.raises(why.NotFound):
            await leading.lead_card(tx, await town.viewer("anna"), NOW, shift_id=shift_id)


async def test_helper_leads_but_hands_nothing_over(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        chan = await town.viewer("chan")
        await holding.toggle_helper(tx, chan, NOW, shift_id=shift_id, person_id=town.people["carl"])
        carl = await town.viewer("carl")
        card = await leading.lead_card(tx, carl, NOW, shift_id=shift_id)
        with pytest.raises(why.NotAllowed):
            await holding.hand_over(tx, carl, NOW, shift_id=shift_id, person_id=town.people["olga"])
        given = await holding.hand_over(tx, chan, NOW, shift_id=shift_id, person_id=town.people["olga"])

    assert (card.helpers, card.may_hand_over, given.lead_id) == (("Carl",), False, town.people["olga"])

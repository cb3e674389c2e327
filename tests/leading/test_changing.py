from datetime import date

import pytest

from bot.activities import rows as activities
from bot.activities.rules import ActivityState
from bot.desk import Seated
from bot.ground import refusals as why
from bot.ground.times import DAY, HOUR
from bot.leading import acts as leading
from bot.leading import changing, holding, postponing
from bot.sign_ups import list_rows
from bot.sign_ups.acts import sign_up
from bot.store.database import Database
from tests.helpers.gatherings import full_house, queued
from tests.helpers.offers import START, offer
from tests.helpers.town import NOW, build_town


async def test_capacity_below_taken_is_refused_with_the_names(database: Database) -> None:
    """Fault 31."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        with pytest.raises(why.CapacityBelowTaken) as refused:
            await changing.edit(
                Seated(tx, await town.viewer("chan"), NOW), shift_id=shift_id, field="capacity", text="1"
            )
        unchanged = await activities.get_shift(tx, shift_id)

    assert refused.value == why.CapacityBelowTaken(capacity=1, taken=2, names=("Anna", "Ben"))
    assert unchanged is not None
    assert (unchanged.capacity, unchanged.taken) == (2, 2)


async def test_raised_capacity_moves_up_who_waits(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        await changing.edit(Seated(tx, await town.viewer("chan"), NOW), shift_id=shift_id, field="capacity", text="3")
        counts = await list_rows.counts(tx, shift_id)

    assert (counts.confirmed, counts.waitlisted) == (3, 0)


async def test_moved_shift_keeps_places_and_asks_everybody_again(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        moved = await changing.edit(
            Seated(tx, await town.viewer("chan"), NOW), shift_id=shift_id, field="start", text="14:00"
        )
        told = await queued(town, "moved")
        counts = await list_rows.counts(tx, shift_id)

    assert (moved.starts_at, moved.ends_at, moved.meet_at) == (START + 5 * HOUR, START + 27_000, START + 17_100)
    assert (moved.revision, moved.taken, counts.silent) == (1, 2, 2)
    assert told == {"anna": NOW, "ben": NOW, "cora": NOW}


async def test_press_on_a_card_from_before_the_move_is_stale(database: Database) -> None:
    """Fault 32."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await changing.edit(
            Seated(tx, await town.viewer("chan"), NOW), shift_id=shift_id, field="place", text="Elsewhere"
        )
        with pytest.raises(why.StaleCard) as refused:
            await sign_up(Seated(tx, await town.viewer("anna"), NOW), shift_id=shift_id, revision=0)

    assert refused.value == why.StaleCard(revision=1)


async def test_closed_takes_nobody(database: Database) -> None:
    """Fault 32."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await holding.close(Seated(tx, await town.viewer("chan"), NOW), shift_id=shift_id)
        with pytest.raises(why.ActivityClosed):
            await sign_up(Seated(tx, await town.viewer("anna"), NOW), shift_id=shift_id, revision=0)


async def test_words_only_ask_nobody_again(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        chan = await town.viewer("chan")
        changed = await changing.edit(Seated(tx, chan, NOW), shift_id=shift_id, field="bring", text=" water ")
        emptied = await changing.edit(Seated(tx, chan, NOW), shift_id=shift_id, field="bring", text="-")
        told = await queued(town, "moved")

    assert (changed.activity.bring, emptied.activity.bring, changed.revision, told) == ("water", "", 0, {})


async def test_postponed_is_off_hold_and_only_from_what_was_seen(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        chan = await town.viewer("chan")
        held = await holding.hold(Seated(tx, chan, NOW), shift_id=shift_id, decide_at=START - DAY)
        later = START + 7 * DAY
        times = {"starts_at": later, "ends_at": later + HOUR, "revision": 0}
        moved = await postponing.postpone(Seated(tx, chan, NOW), shift_id=shift_id, **times)
        with pytest.raises(why.StaleCard):
            await postponing.postpone(Seated(tx, chan, NOW), shift_id=shift_id, **times)

    assert (held.state, held.activity.decide_at) == (ActivityState.ON_HOLD, START - DAY)
    assert (moved.state, moved.starts_at, moved.ends_at, moved.revision) == (
        ActivityState.PUBLISHED, later, later + HOUR, 1,
    )  # fmt: skip


async def test_hold_tells_everybody_and_reminds_the_lead_before_deciding(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        await holding.hold(Seated(tx, await town.viewer("chan"), NOW), shift_id=shift_id, decide_at=START - DAY)
        told, lead = await queued(town, "held"), await queued(town, "decide")
        await holding.go_ahead(Seated(tx, await town.viewer("chan"), NOW), shift_id=shift_id)
        after = await queued(town, "decide"), await queued(town, "held"), await queued(town, "goes_ahead")

    assert (set(told), lead) == ({"anna", "ben", "cora"}, {"chan": START - DAY - HOUR // 2})
    assert after == ({}, {}, {"anna": NOW, "ben": NOW, "cora": NOW})


async def test_moments_for_deciding_are_ahead_and_at_no_hour_of_the_night(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        shift = await changing.changeable(Seated(tx, await town.viewer("chan"), NOW), shift_id)
        early, late = await holding.moments(tx, shift, NOW), await holding.moments(tx, shift, START - 90 * 60)

    assert (early, late) == ([START - HOUR, START - 12 * HOUR, START - DAY], [START - HOUR])


async def test_another_station_cannot_tell_an_activity_from_none(database: Database) -> None:
    """Fault 49."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        li = await town.viewer("li")
        refused = []
        for wanted in (shift_id, 999_999):
            with pytest.raises(why.NotFound) as no:
                await changing.edit(Seated(tx, li, NOW), shift_id=wanted, field="title", text="Mine now")
            refused.append(no.value)

    assert refused[0] == refused[1]


async def test_lead_who_lost_the_role_is_refused(database: Database) -> None:
    """Fault 47."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, lead_id=town.people["anna"])
        with pytest.raises(why.NotFound):
            await leading.lead_card(Seated(tx, await town.viewer("anna"), NOW), shift_id=shift_id)


async def test_helper_leads_but_hands_nothing_over(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        chan = await town.viewer("chan")
        await holding.toggle_helper(Seated(tx, chan, NOW), shift_id=shift_id, person_id=town.people["carl"])
        carl = await town.viewer("carl")
        card = await leading.lead_card(Seated(tx, carl, NOW), shift_id=shift_id)
        with pytest.raises(why.NotAllowed):
            await holding.hand_over(Seated(tx, carl, NOW), shift_id=shift_id, person_id=town.people["olga"])
        given = await holding.hand_over(Seated(tx, chan, NOW), shift_id=shift_id, person_id=town.people["olga"])

    assert (card.helpers, card.may_hand_over, given.lead_id) == (("Carl",), False, town.people["olga"])


async def test_one_more_session_is_added_once(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        chan = await town.viewer("chan")
        added = await changing.add_session(Seated(tx, chan, NOW), shift_id=shift_id, day=date(2026, 12, 12))
        with pytest.raises(why.SessionThere):
            await changing.add_session(Seated(tx, chan, NOW), shift_id=shift_id, day=date(2026, 12, 12))
        with pytest.raises(why.SessionThere):  # nor on the activity's own day, at its own hour
            await changing.add_session(Seated(tx, chan, NOW), shift_id=shift_id, day=date(2026, 12, 5))

    assert (added.starts_at, added.taken, added.activity.shifts) == (START + 7 * DAY, 0, 2)


async def test_new_place_asks_the_people_of_every_session(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        chan = await town.viewer("chan")
        other = await changing.add_session(Seated(tx, chan, NOW), shift_id=shift_id, day=date(2026, 12, 12))
        await sign_up(Seated(tx, await town.viewer("carl"), NOW), shift_id=other.id)
        await changing.edit(Seated(tx, chan, NOW), shift_id=shift_id, field="place", text="Elsewhere")
        told = await queued(town, "moved")
        later = await activities.get_shift(tx, other.id)

    assert set(told) == {"anna", "ben", "cora", "carl"}
    assert later is not None
    assert (later.revision, later.activity.meet_place) == (1, "Futian Station Exit B")

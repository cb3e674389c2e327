"""Who may take a roll, what is marked, who walks in, and when the card comes."""

from typing import Any

import pytest

from bot.desk import Seated
from bot.ground.refusals import NotFound, OthersConsentMissing, OutOfRange, Refusal, RollCallNotOpen
from bot.ground.times import DAY, HOUR
from bot.leading import rows as leading
from bot.roll_call import acts as roll_call
from bot.roll_call import attendance_rows, walk_ins
from bot.roll_call import due_cards as due_roll_calls
from bot.store.database import Database
from tests.helpers.lines import queued
from tests.helpers.offers import START, morning, offer
from tests.helpers.rolls import OPENS, S, all_here, card, mark, shift_with
from tests.helpers.town import NOW, build_town


@pytest.mark.parametrize(
    ("who", "outcome"),
    [
        ("chan", (True, True)),
        ("olga", (True, True)),
        ("wu", (True, True)),
        ("carl", (False, False)),
        ("anna", NotFound()),
        ("li", NotFound()),
    ],
    ids=["lead", "coordinator", "administrator", "the team's captain", "volunteer", "another station's"],
)
async def test_staff_and_captains_take_the_roll_but_only_staff_close_it(
    database: Database, who: str, outcome: tuple[bool, bool] | Refusal
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna")
        found: tuple[bool, bool] | Refusal
        try:
            shown = await card(town, shift_id, who=who)
            found = (shown.may_close, shown.may_hand)
        except Refusal as refusal:
            found = refusal

        assert found == outcome


async def test_roll_opens_shortly_before_the_start(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna")
        with pytest.raises(RollCallNotOpen) as raised:
            await card(town, shift_id, OPENS - 1)

        assert raised.value == RollCallNotOpen(opens_at=OPENS)
        assert (await card(town, shift_id, OPENS)).call.opened_at == OPENS


async def test_marks_are_kept_one_a_person(database: Database) -> None:
    """Fault 44."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna", "ben", "cora")
        await mark(town, shift_id, "ben", S.LATE, 30)
        await all_here(town, shift_id)
        await all_here(town, shift_id)
        await mark(town, shift_id, "cora", S.NO_SHOW)
        await mark(town, shift_id, "cora", S.EXCUSED)

        marks = [(line.name, line.attendance) for line in (await card(town, shift_id)).lines]
        assert [(name, known.state, known.late_minutes) for name, known in marks if known] == [
            ("Anna", S.HERE, None),
            ("Ben", S.LATE, 30),
            ("Cora", S.EXCUSED, None),
        ]


@pytest.mark.parametrize(
    ("name", "change", "refusal"),
    [
        ("dan", {"mark": S.HERE}, NotFound()),
        ("anna", {"mark": S.LATE, "minutes": 150}, OutOfRange("late_minutes", 150, 1, 149)),
        ("anna", {"mark": S.LATE, "minutes": 0}, OutOfRange("late_minutes", 0, 1, 149)),
        ("anna", {"mark": S.HERE, "at": OPENS - 1}, RollCallNotOpen(opens_at=OPENS)),
        ("anna", {"mark": S.HERE, "who": "ben"}, NotFound()),
    ],
    ids=["not on the list", "all of it late", "no minutes", "too early", "not for volunteers"],
)
async def test_mark_is_checked(database: Database, name: str, change: dict[str, Any], refusal: Refusal) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna")
        with pytest.raises(type(refusal)) as raised:
            await mark(town, shift_id, name, **change)

        assert raised.value == refusal


async def test_roll_is_handed_to_captains_only(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna")
        chan, carl = await town.viewer("chan"), town.people["carl"]

        assert await roll_call.captains(Seated(tx, chan, OPENS), shift_id=shift_id) == {carl: "Carl"}
        with pytest.raises(NotFound):
            await roll_call.hand_to(Seated(tx, chan, OPENS), shift_id=shift_id, captain_id=town.people["anna"])
        with pytest.raises(NotFound):
            await roll_call.hand_to(Seated(tx, await town.viewer("carl"), OPENS), shift_id=shift_id, captain_id=carl)


async def test_walk_in_is_chosen_found_or_new(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna")
        carl, chan = await town.viewer("carl"), await town.viewer("chan")
        choice = await walk_ins.choice(Seated(tx, carl, START), shift_id=shift_id)
        found = await walk_ins.choice(Seated(tx, chan, START), shift_id=shift_id, name="da")
        nina = await walk_ins.add_new(Seated(tx, carl, START), shift_id=shift_id, name=" Nina ", adult=True)
        await walk_ins.add_person(Seated(tx, chan, START), shift_id=shift_id, person_id=town.people["dan"])
        with pytest.raises(NotFound):
            await walk_ins.add_person(Seated(tx, carl, START), shift_id=shift_id, person_id=town.people["fay"])
        with pytest.raises(OthersConsentMissing):
            await walk_ins.add_new(Seated(tx, carl, START), shift_id=shift_id, name="Kid", adult=False)

        assert [name for _, name in choice.people] == ["Ben", "Carl", "Cora", "Gran"]
        assert found.people == ((town.people["dan"], "Dan"),)
        known = await attendance_rows.of_person(tx, shift_id, nina)
        assert known is not None
        assert (known.state, known.walk_in) == (S.HERE, True)


async def test_card_comes_once_and_again_after_a_move(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna")
        await offer(town)
        assert await due_roll_calls.next_card(tx, NOW) == (OPENS, 1)
        assert await due_roll_calls.send_cards(tx, OPENS - 1, 64) == 0
        assert [await due_roll_calls.send_cards(tx, OPENS + late, 64) for late in (0, 60)] == [1, 0]
        await leading.update_shift(tx, shift_id, morning(starts_at=START + 2 * DAY))
        assert await due_roll_calls.send_cards(tx, OPENS + HOUR, 64) == 1  # next door
        assert await due_roll_calls.send_cards(tx, OPENS + 2 * DAY, 64) == 1

        assert await queued(town, "roll_call_card") == [
            ("roll_call_card", "chan", OPENS),
            ("roll_call_card", "chan", OPENS + 2 * DAY),
        ]

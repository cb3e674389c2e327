"""Who gets a place, who waits, and who is refused."""

import pytest

from bot.activities.rules import Audience
from bot.desk import Seated
from bot.ground.frozen import replace
from bot.ground.refusals import (
    AgeBandMissing,
    Clash,
    DeadlinePassed,
    NoGuardianConsent,
    NotFound,
    NotInAudience,
    NotRegistered,
    OthersAgeMissing,
    OthersConsentMissing,
    StaleCard,
    TooYoung,
    TrainingMissing,
    WaitsThen,
)
from bot.ground.refusals.base import Refusal
from bot.ground.times import HOUR
from bot.leading import rows as leading
from bot.sign_ups import list_rows
from bot.sign_ups import rows as sign_ups
from bot.sign_ups.acts import sign_up
from bot.sign_ups.rules import SignUpState
from bot.sign_ups.withdrawing import withdraw
from bot.store.database import Database
from bot.store.failures import Broken
from tests.helpers.lines import CONFIRMED, WAITLISTED, crowd, sign_up_id, signs_up, standing, taken
from tests.helpers.offers import START, morning, offer
from tests.helpers.town import NOW, Town, build_town


async def refused(town: Town, name: str, shift_id: int, now: int = NOW) -> Refusal | None:
    try:
        await signs_up(town, name, shift_id, now)
    except Refusal as refusal:
        return refusal
    return None


async def test_a_free_place_is_taken(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, morning(capacity=2))
        made = await signs_up(town, "anna", shift_id)

        assert (made.sign_up.state, made.shift.taken, made.position, made.again, made.name) == (
            SignUpState.CONFIRMED,
            1,
            None,
            False,
            None,
        )
        assert (made.sign_up.confirmed_at, made.sign_up.created_by, made.sign_up.created_at) == (
            NOW,
            town.people["anna"],
            NOW,
        )


async def test_a_full_shift_has_a_line_in_order_of_time(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, morning(capacity=1))
        made = [await signs_up(town, name, shift_id, NOW + at) for at, name in enumerate(("cora", "anna", "ben"))]

        assert [one.position for one in made] == [None, 1, 2]
        assert await standing(town, shift_id) == {"cora": CONFIRMED, "anna": WAITLISTED, "ben": WAITLISTED}
        assert await taken(tx, shift_id) == 1


async def test_a_press_repeated_changes_nothing_and_says_so(database: Database) -> None:
    """Fault 29."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, morning(capacity=2))
        first = await signs_up(town, "anna", shift_id)
        second = await signs_up(town, "anna", shift_id, NOW + 5)

        assert second == replace(first, again=True)
        assert await taken(tx, shift_id) == 1


async def test_the_schema_refuses_a_second_live_sign_up(database: Database) -> None:
    """Fault 29: code that forgets to look aborts."""

    async def forgetful() -> None:
        async with database.write() as tx:
            town = await build_town(tx)
            shift_id, anna = await offer(town), town.people["anna"]
            for _ in range(2):
                await sign_ups.add(
                    tx, shift_id=shift_id, person_id=anna, state=SignUpState.WAITLISTED, by=anna, now=NOW
                )

    with pytest.raises(Broken):
        await forgetful()


async def test_withdrawn_and_back_again_is_a_new_row_at_the_end_of_the_line(database: Database) -> None:
    """Fault 36."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, morning(capacity=1))
        for at, name in enumerate(("cora", "anna", "ben")):
            await signs_up(town, name, shift_id, NOW + at)
        left = await sign_up_id(town, "anna", shift_id)
        await withdraw(Seated(tx, await town.viewer("anna"), NOW + 10), sign_up_id=left)
        back = await signs_up(town, "anna", shift_id, NOW + 20)
        old = await sign_ups.known(tx, left)
        await withdraw(
            Seated(tx, await town.viewer("cora"), NOW + 30), sign_up_id=await sign_up_id(town, "cora", shift_id)
        )
        ben = await sign_ups.known(tx, await sign_up_id(town, "ben", shift_id))
        anna = await sign_ups.known(tx, back.sign_up.id)

        assert (ben.state, anna.state) == (SignUpState.CONFIRMED, SignUpState.WAITLISTED)
        assert (back.position, back.sign_up.id > left) == (2, True)
        assert (old.state, old.withdrawn_at) == (SignUpState.WITHDRAWN, NOW + 10)
        assert old.withdrawn_by == town.people["anna"]


@pytest.mark.parametrize(("gap", "clashes"), [(0, False), (-60, True)], ids=["touching is no clash", "a minute is one"])
async def test_a_clash_is_refused_naming_it(database: Database, gap: int, clashes: bool) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        first = await offer(town, morning(hours=2))
        other = await offer(town, morning(starts_at=START + 2 * HOUR + gap), title="Clean the <b> beach")
        await signs_up(town, "anna", other)
        found = await refused(town, "anna", first)

        expected = Clash(
            activity="Clean the <b> beach",
            starts_at=START + 2 * HOUR + gap,
            ends_at=START + int(4.5 * HOUR) + gap,
            shift=first,
            person=town.people["anna"],
        )
        assert found == (expected if clashes else None)


async def test_waiting_elsewhere_is_a_clash_too(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        first, full = await offer(town), await offer(town, morning(capacity=1))
        await signs_up(town, "ben", full)
        await signs_up(town, "anna", full)

        assert isinstance(await refused(town, "anna", first), WaitsThen)


async def test_people_outside_the_audience_get_one_cause(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        of_team = await offer(town)
        of_station = await offer(town, morning(starts_at=START + 9 * HOUR), audience=Audience.STATION)

        assert await refused(town, "dan", of_team) == NotInAudience(audience="first", shift=of_team)
        assert await refused(town, "dan", of_station) is None
        assert await refused(town, "fay", of_team) == NotFound()
        assert await refused(town, "fay", 987_654) == NotFound()


async def test_people_who_have_not_joined_are_told_so(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, audience=Audience.EVERYONE)
        stranger = replace(await town.viewer("anna"), person=replace((await town.viewer("anna")).person, state="new"))
        with pytest.raises(NotRegistered):
            await sign_up(Seated(tx, stranger, NOW), shift_id=shift_id)


@pytest.mark.parametrize(
    ("band", "expected"),
    [
        ("14_17", NoGuardianConsent()),
        ("minor", NoGuardianConsent()),
        ("under_14", NoGuardianConsent()),
        (None, AgeBandMissing()),
        ("60_up", None),
    ],
)
async def test_minors_need_a_guardian(database: Database, band: str | None, expected: Refusal | None) -> None:
    """Fault 66."""
    async with database.write() as tx:
        town = await build_town(tx)
        await town.person("kid", age_band=band, team="first")
        await town.joins("kid", "first")
        shift_id = await offer(town)

        assert await refused(town, "kid", shift_id) == expected
        assert await taken(tx, shift_id) == (0 if expected else 1)


@pytest.mark.parametrize(
    ("band", "expected"), [("14_17", OthersConsentMissing(name="Kid")), (None, OthersAgeMissing(name="Kid"))]
)
async def test_a_captain_is_told_whose_guardian_must_agree(
    database: Database, band: str | None, expected: Refusal
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        kid = await town.person("kid", age_band=band, team="first")
        await town.joins("kid", "first")
        shift_id = await offer(town)
        with pytest.raises(type(expected)) as raised:
            await sign_up(Seated(tx, await town.viewer("carl"), NOW), shift_id=shift_id, person_id=kid)

        assert raised.value == expected


async def test_age_and_training_are_asked_for(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await town.person("teen", age_band="14_17", team="first")
        await town.joins("teen", "first")
        grown = await offer(town, minimum_age=18)
        trained = await offer(town, morning(starts_at=START + 9 * HOUR), training="First aid")

        assert await refused(town, "teen", grown) == TooYoung(minimum_age=18)
        assert await refused(town, "anna", trained) == TrainingMissing(training="First aid")


async def test_after_the_deadline_newcomers_are_refused(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, morning(deadline_at=START - 24 * HOUR))

        assert await refused(town, "anna", shift_id, START - 24 * HOUR - 1) is None
        assert await refused(town, "ben", shift_id, START - 24 * HOUR) == DeadlinePassed(deadline_at=START - 24 * HOUR)


@pytest.mark.parametrize("pressed", [pytest.param(0, id="from before the change"), pytest.param(7, id="forged")])
async def test_a_press_on_an_old_card_is_stale(database: Database, pressed: int) -> None:
    """Fault 32."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await leading.raise_revision(tx, shift_id)
        anna = await town.viewer("anna")
        with pytest.raises(StaleCard) as found:
            await sign_up(Seated(tx, anna, NOW), shift_id=shift_id, revision=pressed)
        before = await taken(tx, shift_id)
        done = await sign_up(Seated(tx, anna, NOW), shift_id=shift_id, revision=1)

        assert (found.value, before) == (StaleCard(revision=1), 0)
        assert (done.sign_up.state, await taken(tx, shift_id)) == (SignUpState.CONFIRMED, 1)


async def test_while_someone_waits_a_newcomer_waits_too(database: Database) -> None:
    """Even with a place free: under six hours before the start it is open to all who wait."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, morning(capacity=1))
        await signs_up(town, "cora", shift_id)
        await signs_up(town, "anna", shift_id)
        late = START - HOUR
        await withdraw(Seated(tx, await town.viewer("cora"), late), sign_up_id=await sign_up_id(town, "cora", shift_id))
        newcomer = await signs_up(town, "ben", shift_id, late + 1)

        assert (newcomer.sign_up.state, newcomer.position, newcomer.open_place) == (SignUpState.WAITLISTED, 2, True)
        assert await taken(tx, shift_id) == 0


async def test_a_sign_up_costs_the_same_for_a_long_list(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, morning(capacity=200))
        people = await crowd(town, 40)
        for person in people:
            await sign_up(Seated(tx, person, NOW), shift_id=shift_id)

        assert (await taken(tx, shift_id), len(await list_rows.of_shift(tx, shift_id))) == (40, 40)

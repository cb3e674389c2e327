"""What was refused for want of a guardian's word comes back with the good news, while it can still be joined."""

from datetime import date

import pytest

from bot.activities import rows as activities
from bot.activities.rules import ActivityState, Audience
from bot.desk import Seated
from bot.ground.refusals import OfferGone
from bot.ground.times import DAY
from bot.guardians import paper as paper_consent
from bot.guardians import wish_rows, wishes
from bot.leading import rows as leading
from bot.own_data import my_data_rows as my_data
from bot.own_data import my_data_rows as own_data_rows
from bot.own_data.erasing import erase
from bot.people.ages import AgeBand
from bot.people.consent import rows as consents
from bot.sign_ups import rows as sign_ups
from bot.sign_ups import waiting_line_rows
from bot.sign_ups.rules import SignUpState
from bot.store.database import Database
from tests.helpers.offers import START, offer
from tests.helpers.town import NOW, Town, build_town

TODAY = date(2026, 11, 22)


async def consented(town: Town, *, band: str = AgeBand.TEEN, companion: bool = False) -> int:
    """Kit, with a guardian's word from today."""
    kit = await town.person("kit", age_band=band)
    name = "sealed" if companion else None
    await consents.add_consent(town.tx, person_id=kit, way="paper", given_on=TODAY, now=NOW, companion_name=name)
    return kit


async def test_newest_wish_stands_and_is_told_once(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        first, second = await offer(town), await offer(town)
        anna = await town.viewer("anna")
        await wishes.keep(Seated(tx, anna, NOW), shift_id=first)
        await wishes.keep(Seated(tx, anna, NOW + 1), shift_id=second)
        shown = (await my_data.held(tx, anna.id))["wanted_to_join"]

        assert [row["wished_at"] for row in shown] == [NOW + 1]
        assert [await wish_rows.take(tx, anna.id), await wish_rows.take(tx, anna.id)] == [second, None]


async def test_offer_is_remembered_for_its_own_person_only(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift, anna = await offer(town), await town.viewer("anna")
        held = await sign_ups.add(
            tx, shift_id=shift, person_id=anna.id, state=SignUpState.WAITLISTED, by=anna.id, now=NOW
        )
        with pytest.raises(OfferGone):
            await wishes.keep_offer(Seated(tx, await town.viewer("ben"), NOW), sign_up_id=held.id)
        await wishes.keep_offer(Seated(tx, anna, NOW), sign_up_id=held.id)

        assert await wish_rows.take(tx, anna.id) == shift


async def test_form_on_paper_is_told_with_what_was_wanted(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift = await offer(town)
        kit = await town.person("kit", age_band="14_17", team="first")
        await town.joins("kit", "first")
        await wishes.keep(Seated(tx, await town.viewer("kit"), NOW), shift_id=shift)
        await paper_consent.record_consent(
            Seated(tx, await town.viewer("chan"), NOW),
            person_id=kit,
            age_band="14_17",
            given_on=TODAY,
            guardian="",
            companion=None,
        )
        told = await tx.rows(own_data_rows.my_messages.statement, person_id=kit)
        news = await wishes.look(tx, kit, NOW, by=0, shift_id=shift)

        assert [row["kind"] for row in told] == ["guardian_agreed"]
        assert news is not None
        assert (news.by, news.card.shift.id if news.card else None) == (None, shift)
        assert await wish_rows.take(tx, kit) is None


@pytest.mark.parametrize(
    ("state", "at", "taken", "open_"),
    [
        pytest.param(ActivityState.PUBLISHED, NOW, False, True, id="open"),
        pytest.param(ActivityState.CLOSED, NOW, False, False, id="closed"),
        pytest.param(ActivityState.CANCELLED, NOW, False, False, id="cancelled"),
        pytest.param(ActivityState.PUBLISHED, START, False, False, id="begun"),
        pytest.param(ActivityState.PUBLISHED, NOW, True, False, id="signed up meanwhile"),
    ],
)
async def test_card_comes_along_only_while_one_press_joins(
    database: Database, state: ActivityState, at: int, taken: bool, open_: bool
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift = await offer(town, audience=Audience.EVERYONE)
        kit = await consented(town)
        held = await activities.get_shift(tx, shift)
        assert held is not None
        await leading.set_state(tx, held.activity_id, state)
        if taken:
            assert await waiting_line_rows.claim_seats(tx, shift)
            await sign_ups.add(tx, shift_id=shift, person_id=kit, state=SignUpState.CONFIRMED, by=kit, now=NOW)
        news = await wishes.look(tx, kit, at, by=town.people["anna"], shift_id=shift)

    assert news is not None
    assert (news.by, news.card is not None) == ("Anna", open_)


async def test_activity_of_another_audience_is_not_shown(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        kit = await consented(town)
        news = await wishes.look(tx, kit, NOW, by=0, shift_id=await offer(town))

    assert news is not None
    assert news.card is None


@pytest.mark.parametrize(
    ("band", "companion", "back", "said"),
    [
        pytest.param(AgeBand.TEEN, False, False, True, id="given"),
        pytest.param(AgeBand.TEEN, False, True, False, id="taken back"),
        pytest.param(AgeBand.UNDER_14, False, False, False, id="alone under 14"),
        pytest.param(AgeBand.UNDER_14, True, False, True, id="accompanied under 14"),
        pytest.param(AgeBand.ADULT, False, False, False, id="of age"),
    ],
)
async def test_news_is_dropped_where_it_is_not_so_any_more(
    database: Database, band: str, companion: bool, back: bool, said: bool
) -> None:
    """Fault 66."""
    async with database.write() as tx:
        town = await build_town(tx)
        kit = await consented(town, band=band, companion=companion)
        if back:
            await consents.withdraw_consent(tx, kit, NOW + DAY)
        news = await wishes.look(tx, kit, NOW + DAY, by=0, shift_id=0)

    assert (news is not None) is said


@pytest.mark.parametrize("erased", [True, False])
async def test_news_name_nobody_who_is_gone(database: Database, erased: bool) -> None:
    """Who comes along has erased themselves, and another's word stands."""
    async with database.write() as tx:
        town = await build_town(tx)
        kit = await consented(town)
        if erased:
            await erase(Seated(tx, await town.viewer("anna"), NOW), update_id=1)
        news = await wishes.look(tx, kit, NOW, by=town.people["anna"], shift_id=0)

    assert (news is None) is erased

from datetime import date

import pytest

from bot.desk import Seated
from bot.ground.frozen import replace
from bot.ground.refusals import (
    AgeBandMissing,
    CompanionMissing,
    GuardianIsSelf,
    InvitationExpired,
    InvitationInvalid,
    InvitationsPaused,
    InvitationUsed,
    NotAnAdult,
    NotFound,
    Refusal,
)
from bot.ground.times import DAY
from bot.ground.viewer import Viewer
from bot.guardians.acts import agree, agree_again, ask, opened, standing, take_back, wards
from bot.guardians.rules import Agreed, Asked
from bot.people.consent import rows as consents
from bot.people.consent.rules import GuardianConsent, Ward
from bot.sign_ups import rows as sign_ups
from bot.sign_ups import waiting_line_rows
from bot.sign_ups.rules import Reason, SignUpState
from bot.store.database import Database
from tests.helpers.offers import offer
from tests.helpers.town import NOW, Town, build_town


async def kit_of(town: Town, band: str = "14_17") -> Viewer:
    await town.person("kit", age_band=band)
    return await town.viewer("kit")


async def test_consent_holds_twelve_months_from_the_guardians_day(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        kit = await kit_of(town)
        code = await ask(Seated(tx, kit, NOW))
        done = await agree(Seated(tx, await town.viewer("anna"), NOW + DAY), code)
        again = await agree(Seated(tx, await town.viewer("anna"), NOW + DAY), code)
        kept = await consents.consent_of(tx, kit.id)

    last = date(2027, 11, 22)
    assert kept == GuardianConsent(
        kept.id if kept else 0, kit.id, "chat", town.people["anna"], date(2026, 11, 23), last, companion=False
    )
    assert (done, again) == (Agreed(kit.person, date(2026, 11, 23), last),) * 2


@pytest.mark.parametrize(
    ("who", "later", "refused"),
    [
        pytest.param("kit", 0, GuardianIsSelf(), id="for oneself"),
        pytest.param("teen", 0, NotAnAdult(), id="another minor"),
        pytest.param("nobody", 0, NotAnAdult(), id="of unknown age"),
        pytest.param("anna", 7 * DAY, InvitationExpired(expired_at=NOW + 7 * DAY), id="too late"),
    ],
)
async def test_link_is_no_use_to(database: Database, who: str, later: int, refused: Refusal) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await town.person("teen", age_band="14_17")
        await town.person("nobody", age_band=None)
        code = await ask(Seated(tx, await kit_of(town), NOW))
        looked = await opened(Seated(tx, await town.viewer(who), NOW + later), code)
        answered = await agree(Seated(tx, await town.viewer(who), NOW + later), code)

    assert (looked, answered) == (refused, refused)


async def test_wrong_codes_pause(database: Database) -> None:
    """Fault 50."""
    async with database.write() as tx:
        town = await build_town(tx)
        anna = await town.viewer("anna")
        tried = [await opened(Seated(tx, anna, NOW), f"wrong{number}") for number in range(6)]

    assert tried[:5] == [InvitationInvalid()] * 5
    assert isinstance(tried[5], InvitationsPaused)


async def test_answer_uses_the_link_up(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        code = await ask(Seated(tx, await kit_of(town), NOW))
        await agree(Seated(tx, await town.viewer("anna"), NOW), code)

        assert await agree(Seated(tx, await town.viewer("ben"), NOW), code) == InvitationUsed()


@pytest.mark.parametrize(
    ("along", "companion", "named"),
    [
        pytest.param(True, None, True, id="the guardian"),
        pytest.param(False, "Uncle Bo", True, id="somebody else"),
        pytest.param(False, None, False, id="nobody"),
    ],
)
async def test_under_14_a_companion_is_named(
    database: Database, along: bool, companion: str | None, named: bool
) -> None:
    """Fault 66."""
    async with database.write() as tx:
        town = await build_town(tx)
        kit = await kit_of(town, "under_14")
        code = await ask(Seated(tx, kit, NOW))
        anna = await town.viewer("anna")
        if named:
            await agree(Seated(tx, anna, NOW), code, comes_along=along, companion=companion)
        else:
            with pytest.raises(CompanionMissing):
                await agree(Seated(tx, anna, NOW), code)
        kept = await consents.consent_of(tx, kit.id)

    assert (kept is not None and kept.companion) is named


async def test_exact_age_is_asked_before_a_guardian(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        kit = await kit_of(town, "minor")
        with pytest.raises(AgeBandMissing):
            await ask(Seated(tx, kit, NOW))
        with pytest.raises(NotFound):
            await ask(Seated(tx, await town.viewer("anna"), NOW))


async def test_guardian_sees_takes_back_and_gives_the_consent_again(database: Database) -> None:
    """Fault 66."""
    async with database.write() as tx:
        town = await build_town(tx)
        kit = await kit_of(town, "under_14")
        anna, ben = await town.viewer("anna"), await town.viewer("ben")
        code = await ask(Seated(tx, kit, NOW))
        await agree(Seated(tx, anna, NOW), code, comes_along=True)
        looked = await opened(Seated(tx, anna, NOW + DAY), code)
        seen = await standing(Seated(tx, anna, 0), kit.id)
        await take_back(Seated(tx, anna, NOW + DAY), kit.id)
        gone = await wards(Seated(tx, anna, 0))
        for act in (
            standing(Seated(tx, anna, 0), kit.id),
            standing(Seated(tx, ben, 0), kit.id),
            agree_again(Seated(tx, ben, NOW + DAY), kit.id),
        ):
            with pytest.raises(NotFound):
                await act
        again = [await agree_again(Seated(tx, anna, NOW + days * DAY), kit.id) for days in (2, 3)]
        kept = await consents.consent_of(tx, kit.id)
        mine = await wards(Seated(tx, anna, 0))

    assert isinstance(looked, Asked)
    assert looked.answered
    assert seen == Agreed(kit.person, date(2026, 11, 22), date(2027, 11, 21))
    assert again == [Agreed(kit.person, date(2026, 11, 24), date(2027, 11, 23))] * 2
    assert (kept is not None and kept.companion, gone, mine) == (True, [], [Ward(kit.id, "Kit")])


async def test_taking_back_leaves_another_parents_word_alone(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        kit = await kit_of(town)
        anna, ben = await town.viewer("anna"), await town.viewer("ben")
        await agree(Seated(tx, anna, NOW), await ask(Seated(tx, kit, NOW)))
        await take_back(Seated(tx, anna, NOW), kit.id)
        await agree(Seated(tx, ben, NOW), await ask(Seated(tx, kit, NOW)))
        with pytest.raises(NotFound):
            await agree_again(Seated(tx, anna, NOW), kit.id)

        assert [await wards(Seated(tx, one, 0)) for one in (anna, ben)] == [[], [Ward(kit.id, "Kit")]]


async def test_taking_consent_back_frees_the_places_ahead(database: Database) -> None:
    """Fault 66."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift = await offer(town)
        kit = await kit_of(town)
        await agree(Seated(tx, await town.viewer("anna"), NOW), await ask(Seated(tx, kit, NOW)))
        assert await waiting_line_rows.claim_seats(tx, shift)
        held = await sign_ups.add(tx, shift_id=shift, person_id=kit.id, state=SignUpState.CONFIRMED, by=kit.id, now=NOW)
        with pytest.raises(NotFound):
            await take_back(Seated(tx, await town.viewer("ben"), NOW), kit.id)
        await take_back(Seated(tx, await town.viewer("anna"), NOW + 1), kit.id)
        gone = await sign_ups.known(tx, held.id)

        assert await consents.consent_of(tx, kit.id) is None
    assert gone == replace(
        held,
        state=SignUpState.WITHDRAWN,
        withdrawn_at=NOW + 1,
        withdrawn_by=town.people["anna"],
        reason=Reason.FAMILY,
    )

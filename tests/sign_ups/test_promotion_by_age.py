"""Who may not take a place does not stand in the way of those behind."""

from datetime import date

import pytest

from bot.desk import Seated
from bot.ground.refusals import NoGuardianConsent
from bot.ground.times import DAY
from bot.leading.changing import edit
from bot.people.consent import rows as consents
from bot.sign_ups.offers import accept
from bot.sign_ups.withdrawing import withdraw
from bot.store.database import Database
from bot.store.statements import read_statement
from tests.helpers.lines import CONFIRMED, OFFERED, WAITLISTED, sign_up_id, signs_up, standing
from tests.helpers.offers import START, morning, offer
from tests.helpers.town import NOW, build_town

LATE = START - DAY
CHILD = read_statement("a child", "UPDATE person SET age_band = '14_17' WHERE id = :id")


async def test_who_waits_and_is_too_young_by_now_is_passed_over(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        teen = await town.person("teen", age_band="14_17", team="first")
        await town.joins("teen", "first")
        await consents.add_consent(tx, person_id=teen, way="paper", given_on=date(2026, 11, 20), now=NOW)
        shift_id = await offer(town, morning(capacity=1))
        for turn, name in enumerate(("cora", "teen", "anna")):
            await signs_up(town, name, shift_id, NOW + turn)
        await edit(Seated(tx, await town.viewer("chan"), NOW + 3), shift_id=shift_id, field="requires", text="18+")
        cora = await sign_up_id(town, "cora", shift_id)
        await withdraw(Seated(tx, await town.viewer("cora"), NOW + 4), sign_up_id=cora)

        assert await standing(town, shift_id) == {"anna": CONFIRMED, "teen": WAITLISTED}


async def test_an_offered_place_is_not_taken_by_who_is_too_young_by_now(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, morning(capacity=1))
        for name in ("cora", "anna"):
            await signs_up(town, name, shift_id)
        cora = await sign_up_id(town, "cora", shift_id)
        await withdraw(Seated(tx, await town.viewer("cora"), LATE), sign_up_id=cora)
        await tx.change(CHILD, id=town.people["anna"])
        mine = await sign_up_id(town, "anna", shift_id)
        with pytest.raises(NoGuardianConsent):
            await accept(Seated(tx, await town.viewer("anna"), LATE), sign_up_id=mine)

        assert await standing(town, shift_id) == {"anna": OFFERED}

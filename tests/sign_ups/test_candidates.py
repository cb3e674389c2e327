"""Who can be chosen to be signed up is whom one may act for: decided for all at once as it is for each."""

from typing import Any

import pytest

from bot.people import rows as people
from bot.people import viewer_rows
from bot.sign_ups.others import rows as others
from bot.sign_ups.permissions import may_act_for
from bot.store.database import Database
from bot.store.statements import read_statement
from tests.helpers.lines import signs_up
from tests.helpers.offers import offer
from tests.helpers.town import NOW, Town, build_town

WHO = ("anna", "carl", "chan", "li", "olga", "wu", "fay")
LEFT = read_statement("left", "UPDATE membership SET left_at = :now WHERE person_id = :id")
WITHDRAWN = read_statement("withdrawn", "UPDATE role_grant SET withdrawn_at = :now WHERE person_id = :id")
NO_CAPTAIN = read_statement("no_captain", "UPDATE membership SET captain = 0 WHERE person_id = :id")
CLOSED = read_statement("closed", "UPDATE team SET closed_at = :now WHERE id = :id")


async def changed(town: Town, change: str) -> None:
    """Of a member of the team that is asked about, of another team, and of who asks."""
    if change == "members left":
        for name in ("ben", "dan", "fay"):
            await town.tx.change(LEFT, id=town.people[name], now=NOW)
    if change == "roles ended":
        for name in ("chan", "olga"):
            await town.tx.change(WITHDRAWN, id=town.people[name], now=NOW)
    if change == "no captain":
        await town.tx.change(NO_CAPTAIN, id=town.people["carl"])
    if change == "captain left":
        await town.tx.change(LEFT, id=town.people["carl"], now=NOW)
    if change == "team closed":
        await town.tx.change(CLOSED, id=town.teams["second"], now=NOW)


async def allowed(town: Town, who: str) -> list[str]:
    """One by one; nobody chooses themselves."""
    viewer = await town.viewer(who)
    found = []
    for name, person_id in town.people.items():
        person = await people.person(town.tx, person_id)
        memberships = await viewer_rows.memberships_of(town.tx, person_id)
        if name != who and may_act_for(viewer, person, memberships):
            found.append(name)
    return sorted(found)


@pytest.mark.parametrize("along", [False, True], ids=["team by team", "along the names"])
@pytest.mark.parametrize("change", ["", "members left", "roles ended", "no captain", "captain left", "team closed"])
async def test_those_can_be_chosen_for_whom_one_may_act(database: Database, change: str, along: bool) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await changed(town, change)
        names = {id: name for name, id in town.people.items()}
        for who in WHO:
            asked: dict[str, Any] = {
                "viewer_id": town.people[who], "shift_id": shift_id, "team_id": town.teams["first"], "part": "",
                "pattern": "", "limit": 99,
            }  # fmt: skip
            rows = await others.candidates_near(tx, **asked)
            if along:
                rows += await others.candidates_along(tx, **asked)
            else:
                rows += await others.candidates_within(tx, **asked)

            assert sorted(names[one.id] for one in rows if one.id in names) == await allowed(town, who), who


async def test_who_is_signed_up_is_not_chosen_again(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await signs_up(town, "anna", shift_id)
        asked: dict[str, Any] = {"shift_id": shift_id, "team_id": town.teams["first"], "part": "", "pattern": ""}
        rows = await others.candidates(tx, viewer_id=town.people["carl"], limit=99, skip=0, **asked)

    assert town.people["anna"] not in {one.id for one in rows}
    assert town.people["ben"] in {one.id for one in rows}

import pytest

from bot.desk import Seated
from bot.ground.drafts import LONG_WAIT, Draft
from bot.ground.frozen import replace
from bot.ground.refusals import NotFound, StaleCard
from bot.own_data import my_data_rows as my_data
from bot.people import drafting
from bot.store import drafts
from bot.store.database import Database
from tests.helpers.town import NOW, build_town


async def test_form_is_started_advanced_and_finished(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        anna = await town.viewer("anna")
        started = await drafting.start(Seated(tx, anna, NOW), "post", "title", {"kind": "elderly"}, card_id=7)
        further = await drafting.advance(tx, started, NOW + 1, step="place", title="探访 <b>&", places=8)
        found = await drafting.find(Seated(tx, anna, 0), "post", revision=further.revision)
        await drafting.finish(Seated(tx, anna, 0), "post")
        gone = await drafts.find(tx, anna.id, "post")

    assert started == Draft(anna.id, "post", "title", {"kind": "elderly"}, 7, 0, NOW)
    fields = {"kind": "elderly", "title": "探访 <b>&", "places": 8}
    assert further == found == Draft(anna.id, "post", "place", fields, 7, 1, NOW + 1)
    assert gone is None


async def test_old_card_of_a_form_is_refused(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        anna = await town.viewer("anna")
        draft = await drafting.start(Seated(tx, anna, NOW), "post", "title")
        await drafting.advance(tx, draft, NOW, step="place")
        with pytest.raises(StaleCard) as raised:
            await drafting.find(Seated(tx, anna, 0), "post", revision=0)

    assert raised.value == StaleCard(revision=1)


async def test_form_started_again_is_fresh_but_never_an_old_revision(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        anna = await town.viewer("anna")
        await drafting.start(Seated(tx, anna, NOW), "post", "title", {"title": "old"})
        again = await drafting.start(Seated(tx, anna, NOW + 5), "post", "title")

    assert again == Draft(anna.id, "post", "title", {}, None, 1, NOW + 5)


async def test_closed_form_cannot_advance(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        anna = await town.viewer("anna")
        draft = await drafting.start(Seated(tx, anna, NOW), "post", "title")
        await drafting.finish(Seated(tx, anna, 0), "post")
        with pytest.raises(NotFound):
            await drafting.advance(tx, draft, NOW, step="place")
        with pytest.raises(NotFound):
            await drafting.find(Seated(tx, anna, 0), "post")


async def test_newest_form_takes_what_is_typed(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        anna, ben = await town.viewer("anna"), await town.viewer("ben")
        await drafting.start(Seated(tx, anna, NOW + 1), "log", "day")
        await drafting.start(Seated(tx, anna, NOW + 2), "post", "title")
        await drafting.start(Seated(tx, ben, NOW + 3), "name", "typing")
        current = await drafts.current(tx, anna.id)
        closed = await drafting.give_up(Seated(tx, anna, 0))
        after = await drafts.current(tx, anna.id)

    assert (current and current.form, closed, after) == ("post", 2, None)


async def test_forms_are_set_aside_and_taken_up_again(database: Database) -> None:
    """Their cards stay good; what was left too long ago is not offered any more."""
    async with database.write() as tx:
        town = await build_town(tx)
        anna = await town.viewer("anna")
        await drafting.start(Seated(tx, anna, NOW), "log", "day")
        post = await drafting.start(Seated(tx, anna, NOW + 1), "post", "title")
        await drafting.start(Seated(tx, anna, NOW + 2), "name", "typing")
        await drafting.leave(Seated(tx, anna, 0))
        await drafting.leave(Seated(tx, anna, 0))
        aside = await drafts.current(tx, anna.id)
        left = await drafting.left(Seated(tx, anna, NOW + 3), ("post", "log"))
        late = await drafting.left(Seated(tx, anna, NOW + LONG_WAIT + 2), ("post", "log"))
        await drafting.take_up(Seated(tx, anna, NOW + 4), "post")
        current = await drafts.current(tx, anna.id)
        found = await drafting.open_one(Seated(tx, anna, 0), "log")
        with pytest.raises(NotFound):
            await drafting.take_up(Seated(tx, anna, NOW), "consent")

    assert aside is not None
    assert aside.aside
    assert (left, late) == ("post", None)
    assert current == replace(post, updated_at=NOW + 4)
    assert found is not None
    assert (found.form, found.updated_at, found.aside) == ("log", NOW, True)


async def test_card_of_a_finished_form_never_meets_another(database: Database) -> None:
    """Numbers that came back let an old card publish, rename or sign up what somebody had in hand since."""
    async with database.write() as tx:
        town = await build_town(tx)
        anna = await town.viewer("anna")
        first = await drafting.start(Seated(tx, anna, NOW), "post", "title")
        second = await drafting.advance(tx, first, NOW, step="look")
        await drafting.finish(Seated(tx, anna, 0), "post")
        gone = await drafting.open_one(Seated(tx, anna, 0), "post")
        again = await drafting.start(Seated(tx, anna, NOW), "post", "title")
        await drafting.give_up(Seated(tx, anna, 0))
        other = await drafting.start(Seated(tx, anna, NOW), "name", "typing")

    assert gone is None
    assert first.revision < second.revision < again.revision < other.revision


async def test_nothing_typed_outlives_its_form(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        anna = await town.viewer("anna")
        draft = await drafting.start(Seated(tx, anna, NOW), "post", "title", {"typed": {"title": "Tea"}})
        await drafting.finish(Seated(tx, anna, 0), "post")
        with pytest.raises(NotFound):
            await drafting.advance(tx, draft, NOW, step="look")
        with pytest.raises(NotFound):
            await drafting.take_up(Seated(tx, anna, NOW), "post")
        held = await my_data.held(tx, anna.id)

    assert "Tea" not in repr(held)

import pytest

from bot.desk import Seated
from bot.ground.refusals import NotFound
from bot.messages.passing_on import answer, answer_of, message, offer, settle
from bot.messages.passing_on_rules import Answer, Message, NextSignUp, Offered, Passed
from bot.people import role_rows as grants
from bot.sign_ups import rows as sign_ups
from bot.sign_ups.rules import SignUpState
from bot.store import outbox
from bot.store.database import Database
from tests.helpers import offers
from tests.helpers.town import NOW, ZONE, build_town


async def test_word_goes_to_the_lead_of_the_next_sign_up(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        anna = await town.viewer("anna")
        shift = await offers.offer(town, lead_id=town.people["li"])
        made = await sign_ups.add(
            tx, shift_id=shift, person_id=anna.id, state=SignUpState.WAITLISTED, by=anna.id, now=NOW
        )
        offered = await offer(Seated(tx, anna, NOW), chat_id=anna.telegram_id, message_id=7)
        assert offered is not None
        lead = await settle(Seated(tx, anna, NOW), offered.id, pass_on=True)
        said = await message(Seated(tx, await town.viewer("li"), NOW), offered.id)

    title, ends = "Visit a care home and chat with residents", offers.START + 9000
    assert (offered, lead) == (Offered(offered.id, "Li"), "Li")
    assert said == Message(
        Passed(offered.id, anna.id, anna.telegram_id, 7, town.people["li"], "passed"),
        "Anna",
        "first",
        (NextSignUp(made.id, title, offers.START, ends, ZONE, "waitlisted"),),
    )


@pytest.mark.parametrize(
    ("who", "lead"),
    [
        pytest.param("anna", "Chan", id="own team's social worker"),
        pytest.param("fay", "Li", id="of a group team"),
        pytest.param("kim", "Olga", id="in no team: staff of the root"),
        pytest.param("chan", "Olga", id="staff: who stands above"),
        pytest.param("olga", "Wu", id="coordinator: the administrator"),
    ],
)
async def test_word_finds_somebody(database: Database, who: str, lead: str) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await town.person("kim")
        viewer = await town.viewer(who)
        offered = await offer(Seated(tx, viewer, NOW), chat_id=1, message_id=2)

    assert offered is not None
    assert offered.lead == lead


async def test_word_of_the_only_staff_finds_nobody(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        viewer = await town.viewer("wu")
        await tx.change(grants.erase_grants.statement, person_id=town.people["olga"], now=NOW)

        assert await offer(Seated(tx, viewer, NOW), chat_id=1, message_id=2) is None


@pytest.mark.parametrize(("pass_on", "queued"), [(True, 1), (False, 0)], ids=["passed", "kept"])
async def test_word_is_settled_once(database: Database, pass_on: bool, queued: int) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        anna = await town.viewer("anna")
        offered = await offer(Seated(tx, anna, NOW), chat_id=1, message_id=2)
        assert offered is not None
        await settle(Seated(tx, anna, NOW), offered.id, pass_on=pass_on)
        await settle(Seated(tx, anna, NOW), offered.id, pass_on=not pass_on)
        waiting = await outbox.counts(tx, f"said:{offered.id}")

    assert sum(waiting.values()) == queued


async def test_only_the_lead_answers_and_only_what_was_passed_on(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        anna, chan, li = [await town.viewer(name) for name in ("anna", "chan", "li")]
        offered = await offer(Seated(tx, anna, NOW), chat_id=1, message_id=2)
        assert offered is not None
        with pytest.raises(NotFound):
            await answer(Seated(tx, chan, NOW), offered.id, chat_id=3, message_id=4)
        with pytest.raises(NotFound):
            await settle(Seated(tx, li, NOW), offered.id, pass_on=True)
        await settle(Seated(tx, anna, NOW), offered.id, pass_on=True)
        with pytest.raises(NotFound):
            await answer(Seated(tx, li, NOW), offered.id, chat_id=3, message_id=4)

        assert await answer(Seated(tx, chan, NOW), offered.id, chat_id=3, message_id=4) == "Anna"
        assert await answer_of(tx, chan.id, 3, 4) == Answer("Chan", 3, 4)

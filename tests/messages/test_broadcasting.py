import pytest

from bot.desk import Seated
from bot.ground import refusals as why
from bot.ground.times import DAY, HOUR
from bot.leading import last_looks as activity_news
from bot.messages import audiences, broadcasting
from bot.messages.broadcast_rules import BroadcastState, audience_of
from bot.people import reachable_rows
from bot.sign_ups.acts import sign_up
from bot.store import outbox
from bot.store import outbox_leaving as leaving
from bot.store.database import Database
from tests.helpers.losses import lose
from tests.helpers.offers import morning, offer
from tests.helpers.town import NOW, Town, build_town


async def written(town: Town, code: str, who: str = "chan", text: str = "Hello") -> int:
    viewer = await town.viewer(who)
    return (await broadcasting.write(Seated(town.tx, viewer, NOW), audience=audience_of(code), text=text)).broadcast.id


async def addressed(town: Town) -> set[str]:
    names = {id: name for name, id in town.people.items()}
    rows = await leaving.due(town.tx, 0, NOW + DAY, 1000)
    return {names[row["person_id"]] for row in rows if row["kind"] == "broadcast"}


@pytest.mark.parametrize(
    ("kind", "name", "who", "reached"),
    [
        pytest.param("t", "first", "chan", {"anna", "ben", "cora", "carl"}, id="team"),
        pytest.param("s", "futian", "chan", {"anna", "ben", "cora", "carl", "dan", "eve"}, id="station"),
        pytest.param("s", "city", "olga", {"anna", "ben", "cora", "carl", "dan", "eve", "fay"}, id="tree"),
    ],
)
async def test_words_go_to_everybody_of_the_audience_once(
    database: Database, kind: str, name: str, who: str, reached: set[str]
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        number = town.teams[name] if kind == "t" else town.stations[name]
        id = await written(town, f"{kind}{number}", who)
        viewer = await town.viewer(who)
        first = await broadcasting.send(Seated(tx, viewer, NOW), broadcast_id=id)
        again = await broadcasting.send(Seated(tx, viewer, NOW), broadcast_id=id)
        told = await addressed(town)

    assert (told, first.waiting, again.waiting) == (reached, len(reached), len(reached))
    assert first.broadcast.unreachable == 1  # gran


async def test_who_blocked_the_bot_is_named_apart_from_who_has_no_telegram(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        chan = await town.viewer("chan")
        await reachable_rows.mark_unreachable(tx, (await town.viewer("ben")).telegram_id, NOW)
        id = await written(town, f"t{town.teams['first']}")
        seen = await broadcasting.preview(Seated(tx, chan, 0), broadcast_id=id)
        sent = await broadcasting.send(Seated(tx, chan, NOW), broadcast_id=id)
        again = await broadcasting.send(Seated(tx, chan, NOW + 1), broadcast_id=id)

    assert (seen.people, seen.absent, seen.blocked) == (3, 1, ("Ben",))
    assert (sent.broadcast.people, sent.broadcast.unreachable, sent.blocked) == (3, 1, ("Ben",))
    assert (sent.waiting, sent.failed, again.blocked) == (3, 0, ("Ben",))


async def test_who_may_not_have_been_reached_is_named_in_the_progress(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        chan = await town.viewer("chan")
        id, other = [await written(town, f"t{town.teams[team]}") for team in ("first", "second")]
        for one in (id, other):
            await broadcasting.send(Seated(tx, chan, NOW), broadcast_id=one)
        await lose(town, "broadcast", "anna", "cora", "dan")
        await lose(town, "broadcast", "ben", state="dead", error="Bad Request")
        await lose(town, "broadcast", "carl", state="sent")
        seen = await broadcasting.progress(Seated(tx, chan, NOW), broadcast_id=id)
        await broadcasting.close_finished(tx, NOW, 64)
        told = await activity_news.finished(tx, NOW, broadcast_id=id, person_id=chan.id)

    assert (seen.delivered, seen.waiting, seen.failed, seen.missed) == (1, 0, 1, ("Ben",))
    assert (seen.doubtful, seen.doubts) == (2, ("Anna", "Cora"))
    assert told is not None
    assert (told.doubts, told.missed) == (seen.doubts, seen.missed)


async def test_participants_are_those_with_a_live_sign_up(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, morning(capacity=1))
        for name in ("anna", "ben"):
            await sign_up(Seated(tx, await town.viewer(name), NOW), shift_id=shift_id)
        page = await audiences.choices(Seated(tx, await town.viewer("chan"), NOW), what="a", page=0)
        id = await written(town, page.choices[0].code)
        await broadcasting.send(Seated(tx, await town.viewer("chan"), NOW), broadcast_id=id)
        told = await addressed(town)

    assert told == {"anna", "ben"}


async def test_stopped_leaves_nothing_waiting(database: Database) -> None:
    """Fault 25: what has not left stays."""
    async with database.write() as tx:
        town = await build_town(tx)
        chan = await town.viewer("chan")
        id = await written(town, f"t{town.teams['first']}")
        await broadcasting.send(Seated(tx, chan, NOW), broadcast_id=id)
        stopped = await broadcasting.stop(Seated(tx, chan, NOW), broadcast_id=id)
        told = await addressed(town)
        with pytest.raises(why.WrongState):
            await broadcasting.send(Seated(tx, chan, NOW), broadcast_id=id)

    assert (stopped.broadcast.state, stopped.waiting, told) == (BroadcastState.STOPPED, 0, set())


async def test_stopping_when_everything_has_left_stops_nothing(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        chan = await town.viewer("chan")
        id = await written(town, f"t{town.teams['first']}")
        await broadcasting.send(Seated(tx, chan, NOW), broadcast_id=id)
        await outbox.drop_subject(tx, f"broadcast:{id}")
        late = await broadcasting.stop(Seated(tx, chan, NOW), broadcast_id=id)
        done = await broadcasting.close_finished(tx, NOW, 64)

    assert (late.broadcast.state, done) == (BroadcastState.SENDING, 1)


async def test_finished_once_everything_has_left(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        chan = await town.viewer("chan")
        id = await written(town, f"t{town.teams['first']}")
        await broadcasting.send(Seated(tx, chan, NOW), broadcast_id=id)
        early = await broadcasting.close_finished(tx, NOW, 64)
        await outbox.drop_subject(tx, f"broadcast:{id}")
        done = await broadcasting.close_finished(tx, NOW, 64)
        again = await broadcasting.close_finished(tx, NOW, 64)
        state = (await broadcasting.progress(Seated(tx, chan, NOW), broadcast_id=id)).broadcast.state

    assert (early, done, again, state) == (0, 1, 0, BroadcastState.DONE)


async def test_at_night_words_wait_for_the_morning(database: Database) -> None:
    """Fault 63."""
    night = NOW + 13 * HOUR  # 23:00
    async with database.write() as tx:
        town = await build_town(tx)
        id = await written(town, f"t{town.teams['first']}")
        sent = await broadcasting.send(Seated(tx, await town.viewer("chan"), night), broadcast_id=id)
        due = {row["due_at"] for row in await leaving.due(tx, 0, night + DAY, 100) if row["kind"] == "broadcast"}

    assert (sent.held_until, due) == (night + 8 * HOUR, {night + 8 * HOUR})


@pytest.mark.parametrize("code", ["t{first}", "s{futian}", "t999999", "x1", "t", "t１"])
async def test_who_may_not_write_to_it_cannot_tell_it_from_nothing(database: Database, code: str) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        wanted = code.format(first=town.teams["first"], futian=town.stations["futian"])
        with pytest.raises(why.NotFound):
            await broadcasting.write(Seated(tx, await town.viewer("li"), NOW), audience=audience_of(wanted), text="Hi")


async def test_words_of_somebody_else_can_be_neither_sent_nor_rewritten(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        id = await written(town, f"t{town.teams['first']}")
        olga = await town.viewer("olga")
        with pytest.raises(why.NotFound):
            await broadcasting.send(Seated(tx, olga, NOW), broadcast_id=id)
        with pytest.raises(why.NotFound):
            await broadcasting.audience_again(Seated(tx, olga, NOW), broadcast_id=id)


async def test_volunteers_write_to_nobody(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        with pytest.raises(why.NotAllowed):
            await audiences.choices(Seated(tx, await town.viewer("carl"), NOW), what="t", page=0)


async def test_confirming_words_to_many_queues_the_first_of_them(database: Database) -> None:
    """Fault 25: the confirmation holds the books for a moment only."""
    async with database.write() as tx:
        town = await build_town(tx)
        for number in range(300):
            await town.person(f"p{number}")
            await town.joins(f"p{number}", "first")
        id = await written(town, f"t{town.teams['first']}")
        chan = Seated(tx, await town.viewer("chan"), NOW)
        sent = await broadcasting.send(chan, broadcast_id=id)
        assert await broadcasting.queue_next(tx, NOW) is True
        whole = await broadcasting.progress(chan, broadcast_id=id)

    assert (sent.waiting < 200, whole.waiting) == (True, 304)

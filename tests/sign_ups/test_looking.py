import pytest

from bot.activities import rows as activities
from bot.activities.rules import Audience
from bot.desk import Seated
from bot.ground import refusals as why
from bot.ground.times import DAY
from bot.leading import last_looks as activity_news
from bot.leading import rows as leading_rows
from bot.posting import publishing
from bot.sign_ups import looking
from bot.sign_ups.acts import sign_up
from bot.store.database import Database
from tests.helpers.offers import START, morning, offer, visit
from tests.helpers.town import NOW, build_town


async def test_list_shows_own_teams_first_and_only_what_is_open_to_one(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        team = {"team_id": town.teams["second"]}
        await offer(town, morning(starts_at=START), title="Own, later")
        await offer(town, morning(starts_at=START - DAY), title="Station", audience=Audience.STATION, **team)
        await offer(town, morning(starts_at=START - 2 * DAY), title="Other team", **team)
        await offer(town, morning(starts_at=START - 3 * DAY), title="Everyone", audience=Audience.EVERYONE, **team)
        anna = await looking.upcoming(Seated(tx, await town.viewer("anna"), NOW))
        fay = await looking.upcoming(Seated(tx, await town.viewer("fay"), NOW))

    assert [one.title for one in anna.offers] == ["Own, later", "Everyone", "Station"]
    assert [one.title for one in fay.offers] == ["Everyone"]


async def test_list_is_paged_and_filtered(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        for number in range(8):
            await offer(town, morning(starts_at=START + number * DAY), kind="visits" if number else "elderly")
        anna = await town.viewer("anna")
        first = await looking.upcoming(Seated(tx, anna, NOW))
        second = await looking.upcoming(Seated(tx, anna, NOW), page=1)
        kind = await looking.upcoming(Seated(tx, anna, NOW), kind="elderly")
        weeks = [len((await looking.upcoming(Seated(tx, anna, NOW), week=week)).offers) for week in range(4)]
        begun = await looking.upcoming(Seated(tx, anna, START))

    assert (len(first.offers), first.more, len(second.offers), second.more) == (6, True, 2, False)
    assert ([one.starts_at for one in kind.offers], weeks) == ([START], [0, 0, 2, 6])
    assert begun.offers[0].starts_at == START + DAY


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        pytest.param("anna", True, id="of the team"),
        pytest.param("dan", True, id="of the station: is told why not"),
        pytest.param("fay", False, id="of another station"),
        pytest.param("li", False, id="staff of another station"),
        pytest.param("olga", True, id="coordinator above"),
    ],
)
async def test_card_is_for_who_may_see_it(database: Database, who: str, sees: bool) -> None:
    """Fault 49."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        viewer = await town.viewer(who)
        try:
            await looking.shift_card(Seated(tx, viewer, NOW), shift_id=shift_id)
            found = True
        except why.NotFound:
            found = False

    assert found is sees


async def test_exact_place_is_for_who_has_one(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, morning(capacity=1), confirmed_only=True)
        anna, ben = await town.viewer("anna"), await town.viewer("ben")
        before = await looking.shift_card(Seated(tx, anna, NOW), shift_id=shift_id)
        await sign_up(Seated(tx, anna, NOW), shift_id=shift_id)
        await sign_up(Seated(tx, ben, NOW), shift_id=shift_id)
        exact = [
            (await looking.shift_card(Seated(tx, viewer, NOW), shift_id=shift_id)).exact
            for viewer in (anna, ben, await town.viewer("chan"))
        ]

    assert (before.exact, exact) == (False, [True, False, True])


async def test_activity_with_several_shifts_lets_one_choose(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        activity_id = await activities.add_activity(tx, visit(town), NOW)
        made = [await activities.add_shift(tx, activity_id, morning(starts_at=START + n * DAY)) for n in range(2)]
        shifts = await looking.shifts_seen(Seated(tx, await town.viewer("anna"), 0), activity_id=activity_id)
        call = await activity_news.call(tx, NOW, activity_id=activity_id, person_id=town.people["anna"])

    assert [shift.id for shift in shifts] == made
    assert call is not None
    assert (call.card, [shift.id for shift in call.shifts]) == (None, made)


@pytest.mark.parametrize("why_not", ["signed up", "begun", "left the team", "cancelled", "deadline passed"])
async def test_call_is_dropped_when_it_no_longer_matters(database: Database, why_not: str) -> None:
    """Fault 26: looked at again before leaving."""
    async with database.write() as tx:
        town = await build_town(tx)
        deadline = NOW if why_not == "deadline passed" else None
        shift_id = await offer(town, morning(deadline_at=deadline))
        shift = await activities.get_shift(tx, shift_id)
        assert shift is not None
        activity_id, now = shift.activity_id, NOW
        if why_not == "signed up":
            await sign_up(Seated(tx, await town.viewer("anna"), NOW), shift_id=shift_id)
        if why_not == "begun":
            now = START
        if why_not == "cancelled":
            await tx.change(
                leading_rows.set_activity_state.statement,
                id=activity_id,
                state="cancelled",
                decide_at=None,
                reason="weather",
                text=None,
                cancelled_at=None,
            )
        person_id = town.people["dan" if why_not == "left the team" else "anna"]
        call = await activity_news.call(tx, now, activity_id=activity_id, person_id=person_id)

    assert call is None


async def test_past_the_deadline_it_is_only_for_who_signed_up(database: Database) -> None:
    """Neither the list nor the card offers what would be refused, and nobody is called to it."""
    deadline = START - DAY
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, morning(deadline_at=deadline))
        anna, ben = await town.viewer("anna"), await town.viewer("ben")
        await sign_up(Seated(tx, anna, NOW), shift_id=shift_id)
        listed = [
            [one.shift_id for one in (await looking.upcoming(Seated(tx, viewer, at))).offers]
            for viewer in (anna, ben)
            for at in (deadline - 1, deadline)
        ]
        cards = [await looking.shift_card(Seated(tx, ben, at), shift_id=shift_id) for at in (deadline - 1, deadline)]
        with pytest.raises(why.DeadlinePassed):
            await publishing.send_again(Seated(tx, await town.viewer("chan"), deadline), shift_id=shift_id)

    assert listed == [[shift_id], [shift_id], [shift_id], []]
    assert [card.open for card in cards] == [True, False]


async def test_calendar_file_is_asked_for_by_who_may_see_it(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await looking.ask_for_file(Seated(tx, await town.viewer("anna"), NOW), shift_id=shift_id)
        entry = await activity_news.entry(tx, NOW, shift_id=shift_id, person_id=town.people["anna"])
        with pytest.raises(why.NotFound):
            await looking.ask_for_file(Seated(tx, await town.viewer("fay"), NOW), shift_id=shift_id)

    assert entry is not None
    assert entry.shift.id == shift_id

from datetime import date

import pytest

from bot.activities import rows as activities
from bot.activities.rules import Audience
from bot.desk import Seated
from bot.ground import refusals as why
from bot.ground.frozen import replace
from bot.ground.times import DAY, HOUR
from bot.messages import broadcasting
from bot.people import drafting, reachable_rows
from bot.posting import acts as posting
from bot.posting import publishing
from bot.posting.rules import PostDraft
from bot.sign_ups.acts import sign_up
from bot.store import outbox
from bot.store import outbox_leaving as leaving
from bot.store.database import Database
from tests.helpers.town import NOW, Town, build_town

MESSAGE = """/post
title: Visit a care home
kind: elderly
team: first
place: Care home, 2F
start: Sat 9:00
end: 11:30
capacity: 8
"""
SATURDAY = NOW + 6 * DAY - HOUR


async def drafted(town: Town, text: str = MESSAGE, who: str = "chan") -> PostDraft:
    return await posting.begin_from(Seated(town.tx, await town.viewer(who), NOW), text=text)


async def published(town: Town, text: str = MESSAGE, now: int = NOW) -> publishing.Announced:
    chan = await town.viewer("chan")
    draft = await posting.begin_from(Seated(town.tx, chan, now), text=text)
    return await publishing.publish(Seated(town.tx, chan, now), revision=draft.revision)


async def test_message_becomes_a_draft_that_is_ready(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        draft = await drafted(town)

    assert (draft.asks, draft.missing, dict(draft.problems), draft.unread) == (None, (), {}, ())
    assert (draft.values.starts_at, draft.values.ends_at) == (SATURDAY, SATURDAY + 9000)
    assert (draft.people, draft.out_of_reach) == (4, 1)  # anna, ben, cora, carl; gran has no Telegram


async def test_what_is_wrong_or_missing_is_named_and_the_rest_kept(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        draft = await drafted(
            town, "/post\ntitle: Tea\nkind: dancing\nteam: third\nstart: 2020-01-01 9:00\ncolour: red"
        )
        mended = await posting.answer(Seated(tx, await town.viewer("chan"), NOW), text="elderly")

    assert {field: type(problem) for field, problem in draft.problems.items()} == {
        "kind": why.UnknownChoice,
        "team": why.UnknownChoice,
        "start": why.StartsInThePast,
    }
    assert (draft.missing, draft.asks) == (("place", "capacity"), "kind")
    assert draft.unread == (why.UnknownField(key="colour"),)
    assert (mended.values.title, mended.values.kind, mended.asks) == ("Tea", "elderly", "team")


async def test_publishing_stores_the_activity_with_its_defaults(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        made = await published(town, MESSAGE + "requires: 16+; Cantonese; training: first aid; strong back\n")
        found = await activities.get_shift(tx, made.shift.id)

    assert found is not None
    activity = found.activity
    assert (activity.title, activity.kind, activity.team_name, activity.lead_name) == (
        "Visit a care home",
        "elderly",
        "first",
        "Chan",
    )
    assert (activity.meet_place, found.meet_at, activity.audience) == ("Care home, 2F", SATURDAY - 900, Audience.TEAM)
    assert (activity.minimum_age, activity.language, activity.training, activity.strength) == (
        16,
        "Cantonese",
        "first aid",
        "strong back",
    )


async def test_publishing_queues_one_call_for_each_of_the_audience(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        made = await published(town)
        progress = await broadcasting.progress(
            Seated(tx, await town.viewer("chan"), NOW), broadcast_id=made.broadcast_id
        )

    assert (progress.broadcast.people, progress.waiting, progress.broadcast.unreachable) == (4, 4, 1)


async def test_who_blocked_the_bot_is_named_under_what_was_published(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await reachable_rows.mark_unreachable(tx, (await town.viewer("ben")).telegram_id, NOW)
        made = await published(town)
        progress = await broadcasting.progress(
            Seated(tx, await town.viewer("chan"), NOW), broadcast_id=made.broadcast_id
        )

    assert (progress.broadcast.people, progress.broadcast.unreachable, progress.blocked) == (3, 1, ("Ben",))


async def test_third_call_of_a_day_waits_for_the_morning_with_the_fourth(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        gathered = []
        for title in ("One", "Two", "Three", "Four"):
            made = await published(town, MESSAGE.replace("Visit a care home", title))
            seen = await broadcasting.progress(
                Seated(tx, await town.viewer("chan"), NOW), broadcast_id=made.broadcast_id
            )
            gathered.append((seen.waiting, seen.broadcast.gathered))
        due = await leaving.due(tx, 0, NOW + DAY, 100)

    assert gathered == [(4, 0), (4, 0), (0, 4), (0, 4)]
    assert [(row["kind"], row["due_at"]) for row in due if row["person_id"] == town.people["anna"]] == [
        ("recruiting", NOW),
        ("recruiting", NOW),
        ("recruiting_more", NOW + 23 * HOUR),
    ]


async def test_day_and_time_are_asked_one_after_the_other(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        chan = await town.viewer("chan")
        await posting.begin(Seated(tx, chan, NOW))
        seen = []
        for text in ("Tea", "elderly", "first", "Room 3", "Sat", "14:00", "16:30", "8", "indoors"):
            draft = await posting.answer(Seated(tx, chan, NOW), text=text)
            seen.append((draft.asks, draft.day))

    sat = date(2026, 11, 28)
    assert seen == [
        ("kind", None),
        ("team", None),
        ("place", None),
        ("start", None),
        ("start", sat),
        ("end", None),
        ("capacity", None),
        ("outdoor", None),
        (None, None),
    ]


async def test_day_that_has_passed_is_refused_before_the_time_is_asked(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await drafted(town, "/post\ntitle: Tea\nkind: elderly\nteam: first\nplace: Hall")
        draft = await posting.answer(Seated(tx, await town.viewer("chan"), NOW), text="yesterday")

    passed = why.StartsInThePast(starts_at=NOW - DAY - 10 * HOUR)
    assert (draft.asks, draft.day, dict(draft.problems)) == ("start", None, {"start": passed})


async def test_new_start_takes_end_and_meeting_along(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        chan = await town.viewer("chan")
        draft = await posting.begin_from(Seated(tx, chan, NOW), text=MESSAGE + "meet: 8:30, Exit B\n")
        asked = await posting.ask(Seated(tx, chan, NOW), revision=draft.revision, field="start")
        moved = await posting.answer(Seated(tx, chan, NOW), text="2026-12-05 14:00", revision=asked.revision)

    start = SATURDAY + 7 * DAY + 5 * HOUR
    assert (moved.values.starts_at, moved.values.ends_at, moved.values.meet_at) == (start, start + 9000, start - 1800)
    assert (moved.values.meet_place, moved.asks) == ("Exit B", None)


@pytest.mark.parametrize(
    ("who", "refusal"),
    [("anna", why.NotAllowed(needs="social_worker")), ("carl", why.NotAllowed(needs="social_worker"))],
)
async def test_who_is_no_staff_may_not_post(database: Database, who: str, refusal: why.Refusal) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        with pytest.raises(type(refusal)) as refused:
            await drafted(town, who=who)

    assert refused.value == refusal


async def test_teams_of_another_station_cannot_be_posted_for(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        draft = await drafted(town, MESSAGE.replace("first", "company"))

    assert draft.problems == {
        "team": why.UnknownChoice(field="team", value="company", choices=("first", "second", "futian"))
    }


async def test_older_card_of_a_draft_is_stale(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        chan = await town.viewer("chan")
        draft = await drafted(town)
        await posting.answer(Seated(tx, chan, NOW), text="title: Tea\nplace: Room 3")
        with pytest.raises(why.StaleCard):
            await publishing.publish(Seated(tx, chan, NOW), revision=draft.revision)


async def test_start_that_passed_while_the_draft_waited_is_not_published(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        draft = await drafted(town)
        with pytest.raises(why.DraftIncomplete) as refused:
            await publishing.publish(Seated(tx, await town.viewer("chan"), SATURDAY), revision=draft.revision)

    assert refused.value == why.DraftIncomplete(missing=("start",))


async def test_who_signed_up_is_not_called_again(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        made = await published(town)
        await sign_up(Seated(tx, await town.viewer("anna"), NOW), shift_id=made.shift.id)
        again = await publishing.send_again(Seated(tx, await town.viewer("chan"), NOW + DAY), shift_id=made.shift.id)
        states = await outbox.counts(tx, f"broadcast:{again.broadcast_id}")

    assert states == {"pending": 3}


async def test_words_typed_when_nothing_is_asked_are_named_and_change_nothing(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        chan = await town.viewer("chan")
        await posting.begin(Seated(tx, chan, NOW))
        for text in ("Tea", "elderly", "first", "Room 3", "Sat", "14:00", "16:30", "8", "indoors"):
            ready = await posting.answer(Seated(tx, chan, NOW), text=text)
        stray = await posting.answer(Seated(tx, chan, NOW), text="see you there")

    assert (ready.ready, stray) == (True, replace(ready, unread=(why.UnreadableLine(line="see you there"),)))


async def test_line_sent_again_mends_the_draft_that_is_open(database: Database) -> None:
    """With the command before it or without; a message with a title is another activity."""
    async with database.write() as tx:
        town = await build_town(tx)
        chan = await town.viewer("chan")
        first = await drafted(town, MESSAGE.replace("capacity: 8", "capacity: many").replace("elderly", "dancing"))
        await drafting.leave(Seated(tx, chan, 0))
        kind = await drafted(town, "/post 类别：大型")
        places = await posting.answer(Seated(tx, chan, NOW), text="人数：5")
        other = await drafted(town, "/post\ntitle: Tea")

    assert sorted(first.problems) == ["capacity", "kind"]
    assert (kind.values.title, kind.values.kind, kind.asks) == ("Visit a care home", "events", "capacity")
    assert (places.values.capacity, places.asks, places.ready) == (5, None, True)
    assert (other.values.title, other.values.kind) == ("Tea", "")


async def test_line_of_another_field_is_no_answer_to_what_is_asked(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        chan = await town.viewer("chan")
        await posting.begin(Seated(tx, chan, NOW))
        await posting.answer(Seated(tx, chan, NOW), text="Tea")
        draft = await posting.answer(Seated(tx, chan, NOW), text="人数：5")

    assert (draft.values.capacity, draft.asks, dict(draft.problems)) == (5, "kind", {})


async def test_hours_that_could_be_night_are_asked_back_and_the_day_is_kept(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        chan = await town.viewer("chan")
        unclear = await drafted(town, MESSAGE.replace("Sat 9:00", "12月5日 2点到4点").replace("end: 11:30\n", ""))
        clear = await posting.answer(Seated(tx, chan, NOW), text="14:00-16:00")

    asked = why.AmbiguousTime(text="2点到4点", morning="02:00-04:00", afternoon="14:00-16:00")
    assert (dict(unclear.problems), unclear.asks) == ({"start": asked}, "start")
    two = SATURDAY + 7 * DAY + 5 * HOUR
    assert (clear.values.starts_at, clear.values.ends_at, clear.ready) == (two, two + 2 * HOUR, True)

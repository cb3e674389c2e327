"""Time is played over all that leaves by itself, for what begins at every hour of a day: what is of no use in the
morning rings before the night, and nothing that somebody must hear comes without a sound.
"""

from collections.abc import Iterator

from bot.desk import Seated
from bot.ground.quiet_hours import QuietHours, is_quiet
from bot.ground.times import DAY, HOUR, MINUTE, zone_named
from bot.jobs.ticks import TICKS
from bot.leading import holding
from bot.sign_ups import answering, for_others
from bot.store import outbox_leaving as leaving
from bot.store.database import Database
from bot.store.ticks import AT_ONCE
from bot.store.transaction import Row
from bot.teams import rows as teams
from tests.helpers.lines import sign_up_id, signs_up
from tests.helpers.offers import START, morning, offer
from tests.helpers.town import NOW, ZONE, Town, build_town
from tests.leading.test_succession import loses_role
from tests.sign_ups.test_groups import reserves
from tests.wire.hello import ROWS

QUIET = QuietHours("22:00", "07:00")
MIDNIGHT = START - 9 * HOUR
PLANNED = {
    "reminder", "reminder_many", "meeting", "meeting_many", "lead_list", "lead_changes", "too_few", "decide",
    "still_leading", "teams_for_now", "group_names", "month_report", "digest",
}  # fmt: skip
"""Their moment is known long before, and somebody is to do something then."""
SAID_ALREADY = frozenset({"reminder_short", "offer_expired", "offer_expired_many"})
"""Without a sound to who has said yes to the same, or can do nothing about it any more."""
UP_FOR_IT = frozenset({"roll_call_card", "finish_roll", "check_out"})
"""To who is there: at the hour itself, which may be at night."""
WHEN_IT_HAPPENS = {
    "somebody presses or types": (
        "recruiting recruiting_more ask_waiting calendar moved moved_many group_moved cancelled held goes_ahead "
        "after_all after_all_many group_after_all handed_over helper_named signed_up_for signed_up_many withdrawn_by "
        "switched_by withdrew_late withdrew_fresh running_late roll_call_handed roll_call_submitted roll_call_fresh "
        "mark_corrected mark_corrected_for check_in_qr statement statement_slip statement_question "
        "statement_explained hours_confirmed hours_covered hours_covered_for hours_taken_back record_returned "
        "month_reminder missing_reminder summary_file activity_paper record_of_service key_sheet "
        "sent_paper my_year my_data erased broadcast broadcast_done passed_on word_to passed_answer "
        "guardian_agreed guardian_took_back companion_asked companion_named role_given role_withdrawn "
        "captain_made captain_dismissed team_lead menu menu_for_all roster_arrived roster_ready roster_progress "
        "roster_template roster_done"
    ),
    "a place came free, by its own hours": (
        "promoted promoted_many offer offer_many open_place open_place_many passed_over"
    ),
    "something did not arrive": "call_list hours_unseen",
    "by day, of no certain hour": "month_closed long_days ask_age checkpoint",
}
"""What becomes of these at night is asked of every row in tests/reminders/test_quiet_hours.py."""


def test_every_notice_is_thought_of() -> None:
    happens = {kind for kinds in WHEN_IT_HAPPENS.values() for kind in kinds.split()}

    assert happens | PLANNED | SAID_ALREADY | UP_FOR_IT == ROWS.keys()
    assert not happens & (PLANNED | SAID_ALREADY | UP_FOR_IT)


async def test_what_is_useless_in_the_morning_rings_before_the_night(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shifts = await busy_days(town)
        left = await played(town, shifts)
        answered = {town.people[name] for name in ("ben", "cora")}

    assert PLANNED | {"roll_call_card", "finish_roll", "reminder_short"} <= {row["kind"] for row in left}
    assert [fault for row in left if row["kind"] in PLANNED for fault in faults(row, answered)] == []
    for kind in ("reminder", "meeting", "reminder_many", "meeting_many"):
        assert {f"shift:{id}" for id in shifts} <= {row["subject"] for row in left if row["kind"] == kind}, kind


def faults(row: Row, answered: set[int]) -> Iterator[str]:
    said = f"{row['kind']} of {row['subject']} to {row['person_id']} at {(row['due_at'] - MIDNIGHT) / HOUR:.2f}"
    if '"silent": true' in row["payload"] and row["person_id"] not in answered:
        yield f"{said} makes no sound"
    if is_quiet(row["due_at"], zone_named(ZONE), QUIET):
        yield f"{said} comes in the night"
    if row["expires_at"] is not None and row["due_at"] >= row["expires_at"]:
        yield f"{said} comes when it is of no use"


async def busy_days(town: Town) -> list[int]:
    """On one day something begins at every hour, and on the next something on hold is decided at every hour."""
    await town.person("gramp", state="managed", team="first", managed_by="carl")
    await town.joins("gramp", "first")
    await town.person("finn", team="company")
    await town.joins("finn", "company", captain=True)
    shifts = []
    for hour in range(24):
        begins = MIDNIGHT + hour * HOUR
        shift_id = await offer(town, morning(starts_at=begins, hours=1, capacity=12, minimum=9), audience="everyone")
        for name in ("anna", "ben", "cora"):
            await signs_up(town, name, shift_id)
        for name in ("gran", "gramp"):
            await for_others.sign_up_person(await seat(town, "carl"), shift_id=shift_id, person_id=town.people[name])
        await reserves(town, shift_id, 3)
        shifts.append(shift_id)
        held = await offer(town, morning(starts_at=begins + DAY, hours=1), audience="everyone")
        await holding.hold(await seat(town, "chan"), shift_id=held, decide_at=begins + DAY - HOUR)
    await somebodys_role_ends_at_night(town)
    return shifts


async def seat(town: Town, name: str, now: int = NOW) -> Seated:
    return Seated(town.tx, await town.viewer(name), now)


async def somebodys_role_ends_at_night(town: Town) -> None:
    await town.person("mei")
    await town.grants("mei", "social_worker", "futian")
    await teams.set_lead(town.tx, town.teams["second"], town.people["mei"])
    await offer(town, lead_id=town.people["mei"])
    await loses_role(town, "mei", NOW + 13 * HOUR + 30 * MINUTE)


async def cora_answers_days_ahead(town: Town, shift_id: int, now: int) -> None:
    id = await sign_up_id(town, "cora", shift_id)
    await answering.say_coming(await seat(town, "cora", now), sign_up_id=id, revision=0)


async def ben_will_be_late(town: Town, shift_id: int, now: int) -> None:
    id = await sign_up_id(town, "ben", shift_id)
    await answering.say_late(await seat(town, "ben", now), sign_up_id=id, revision=0, minutes=15)


ON_THE_WAY = ((MIDNIGHT - 30 * HOUR, cora_answers_days_ahead), (MIDNIGHT - 3 * HOUR, ben_will_be_late))


async def played(town: Town, shifts: list[int]) -> list[Row]:
    """To the end of the month's report, stopping wherever something is due."""
    now, end, ahead = NOW, MIDNIGHT + 3 * DAY, list(ON_THE_WAY)
    while now < end:
        now = await next_stop(town, now, ahead[0][0] if ahead else end)
        for tick in TICKS:
            while await tick.work(town.tx, now) >= AT_ONCE:
                pass
        if ahead and now == ahead[0][0]:
            said = ahead.pop(0)[1]
            for shift_id in shifts:
                await said(town, shift_id, now)
    return list(await leaving.due(town.tx, 0, 1 << 40, 10_000))


async def next_stop(town: Town, now: int, end: int) -> int:
    found = [one.at for tick in TICKS if tick.next_due for one in await tick.next_due(town.tx, now)]
    return min([end, *(at for at in found if at > now)])

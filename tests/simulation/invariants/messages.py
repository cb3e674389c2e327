"""What was owed and came: reminders and cancellations while of use, two copies at most, no night, not after /forget."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.ground.notices import KINDS, MINDED
from tests.simulation.habits.talking import erased_words
from tests.simulation.invariants.view import DAY, NAMED, View

HOUR = 3600
LONG_BEFORE = 40 * HOUR  # who was confirmed then is owed the reminder of the day before, whatever the night does to it
ANSWER = re.compile(r":u(\d+):\d+:(\d+)$")
ONCE = frozenset({"reminder", "meeting", "cancelled", "lead_list", "too_few", "digest", "month_report", "month_closed"})
FEW, SHARE = 3, 0.01
TO_MANY = frozenset({"recruiting", "recruiting_more", "broadcast", "ask_waiting"})
MIND_THE_NIGHT = frozenset(kind for kind, row in KINDS.items() if row.night in MINDED)
NO_NIGHT = ""
SLACK = 20 * 60  # a night may begin while a message is on its way


def reminders_came(view: View) -> Iterator[str]:
    """To everybody confirmed long before whom Telegram reaches, before the start; or somebody was named them."""
    arrived = {key for key, _text in view.world.journal.copies}
    for row in view.rows(
        """SELECT u.id, u.person_id, coalesce(m.id, p.id) AS reader, s.id AS shift_id, s.revision, s.starts_at,
        coalesce(p.telegram_id, m.telegram_id) AS chat_id, s.activity_id
        FROM sign_up u JOIN shift s ON s.id = u.shift_id JOIN activity a ON a.id = s.activity_id
        JOIN person p ON p.id = u.person_id LEFT JOIN person m ON m.id = p.managed_by_id
        WHERE s.starts_at > :since AND s.starts_at <= :now AND u.state = 'confirmed'
        AND a.state IN ('published', 'closed')
        AND u.confirmed_at < s.starts_at - :long AND a.published_at < s.starts_at - :long
        AND p.state <> 'erased' AND s.revision = 0
        AND coalesce(p.telegram_id, m.telegram_id) IS NOT NULL
        AND CASE WHEN p.telegram_id IS NULL THEN m.unreachable_at ELSE p.unreachable_at END IS NULL""",
        long=LONG_BEFORE,
    ):
        human = view.humans.get(row["chat_id"])
        if human is None or human.was_away(view.world.elapsed, 3 * 24 * HOUR) or was_held(view, row["activity_id"]):
            continue
        key = f"reminder:day_before:shift:{row['shift_id']}:rev{row['revision']}:person:{row['person_id']}"
        many = f"reminder:day_before:shift:{row['shift_id']}:rev{row['revision']}:reader:{row['reader']}"
        if any(one.endswith((key, many)) for one in arrived):
            continue
        state = view.states(key)
        if state not in NAMED and view.states(many) not in NAMED:
            yield f"{human.member.name} had no reminder of shift {row['shift_id']} ({key}: {state})"


def was_held(view: View, activity_id: int) -> bool:
    return bool(view.rows("SELECT 1 FROM outbox WHERE key LIKE :key", key=f"%:held:activity:{activity_id}:%"))


def cancellations_came(view: View) -> Iterator[str]:
    """Twelve hours later, when the night is over, everybody who had a place knows, or is named to somebody."""
    arrived = {key.split(":", 1)[1] for key, _text in view.world.journal.copies if ":" in key}
    for row in view.rows(
        """SELECT DISTINCT a.id, coalesce(p.telegram_id, m.telegram_id) AS chat_id, coalesce(m.id, p.id) AS reader
        FROM activity a JOIN shift s ON s.activity_id = a.id JOIN sign_up u ON u.shift_id = s.id
        JOIN person p ON p.id = u.person_id
        LEFT JOIN person m ON m.id = p.managed_by_id AND p.telegram_id IS NULL
        WHERE a.state = 'cancelled' AND a.cancelled_at > :since - 43200 AND a.cancelled_at <= :now - 43200
        AND u.state = 'withdrawn' AND u.reason = 'cancelled' AND u.withdrawn_by <> coalesce(m.id, p.id)
        AND p.state <> 'erased' AND coalesce(m.unreachable_at, p.unreachable_at) IS NULL
        AND coalesce(p.telegram_id, m.telegram_id) IS NOT NULL"""
    ):
        human = view.humans.get(row["chat_id"])
        key = f"cancelled:activity:{row['id']}:rev%:person:{row['reader']}"
        begins, ends = key.split("%")
        came = any(one.startswith(begins) and one.endswith(ends) for one in arrived)
        if human is None or came or human.was_away(view.world.elapsed, 2 * DAY):
            continue
        state = view.states(key)
        if state not in NAMED:
            yield f"{human.member.name} did not hear of a cancellation ({key}: {state})"


def who_was_taken_off_was_told(view: View) -> Iterator[str]:
    """By somebody else, who does not read for them: a notice left, or stands on a list; so with another session."""
    for row in view.rows(
        """SELECT u.id, p.name, n.id AS made FROM sign_up u JOIN shift s ON s.id = u.shift_id
        JOIN person p ON p.id = u.person_id
        JOIN person r ON r.id =
          CASE WHEN p.telegram_id IS NULL THEN coalesce(p.managed_by_id, u.created_by) ELSE p.id END
        LEFT JOIN sign_up n ON n.person_id = u.person_id AND n.created_at = u.withdrawn_at AND n.id <> u.id
        WHERE u.state = 'withdrawn' AND u.reason IN ('staff', 'ill', 'work', 'family')
        AND u.withdrawn_by NOT IN (p.id, r.id) AND r.telegram_id IS NOT NULL AND p.state <> 'erased'
        AND u.withdrawn_at > :since AND u.withdrawn_at < s.starts_at"""
    ):
        keys = [f"withdrawn_by:sign_up:{row['id']}%", f"switched_by:sign_up:{row['made'] or 0}"]
        if all(view.states(key) is None for key in keys):
            yield f"{row['name']} was taken off (sign-up {row['id']}), and nothing tells them"


def at_most_two_copies(view: View) -> Iterator[str]:
    for (key, text), n in view.world.journal.copies.items():
        if n > 2:
            yield f"{n} copies of {key}: {text[:60]!r}"


def nights_are_quiet(view: View) -> Iterator[str]:
    """Nothing of the kinds that mind the night rings in it, however late an outage made it.

    Who gave up the place of work since the look before may sleep elsewhere now: then either night will do. So it is
    with what a station tells many: its own night holds it, and theirs does when it is late.
    """
    zones = zones_of_readers(view)
    before: dict[int, str] = view.memory.get("zones", zones)
    view.memory["zones"] = zones
    for one in view.world.journal.shown[view.first :]:
        human = view.humans.get(one.chat_id)
        if human is None or one.way != "new" or one.silent or one.kind not in MIND_THE_NIGHT:
            continue
        if view.world.weather.clock_was_off(one.at, HOUR):
            continue
        readers = {zones.get(one.chat_id, zones[0]), before.get(one.chat_id, before[0])}
        wheres = readers | {zone_of_activity(view, one.key)} if one.kind in TO_MANY else readers
        if all(is_night(at, zone) for zone in wheres for at in (view.at(one.at), view.at(one.at) - SLACK)):
            zone = min(wheres)
            local = datetime.fromtimestamp(view.at(one.at), ZoneInfo(zone))
            yield f"{human.member.name} was rung at {local:%H:%M} ({zone}) by {one.kind}: {one.text[:60]!r}"


def zones_of_readers(view: View) -> dict[int, str]:
    """In whose night people sleep, by chat: of the home team, another team, the place of work, else of all (0)."""
    rows = view.rows(
        """SELECT p.telegram_id, s.zone FROM person p JOIN station s ON s.id = coalesce(
        (SELECT t.station_id FROM team t WHERE t.id = p.home_team_id),
        (SELECT min(t.station_id) FROM membership m JOIN team t ON t.id = m.team_id
          WHERE m.person_id = p.id AND m.left_at IS NULL),
        (SELECT min(g.station_id) FROM role_grant g WHERE g.person_id = p.id AND g.withdrawn_at IS NULL),
        (SELECT id FROM station WHERE parent_id IS NULL)) WHERE p.telegram_id IS NOT NULL"""
    )
    return {0: view.rows("SELECT zone FROM station WHERE parent_id IS NULL")[0]["zone"]} | {
        row["telegram_id"]: row["zone"] for row in rows
    }


def zone_of_activity(view: View, key: str) -> str:
    """Of the station that tells many at once: its night is theirs."""
    rows = view.rows(
        """SELECT s.zone FROM outbox o JOIN broadcast b ON o.subject = 'broadcast:' || b.id
        JOIN activity a ON b.audience = 'offer:' || a.id JOIN station s ON s.id = a.station_id WHERE o.key = :key
        UNION SELECT s.zone FROM outbox o JOIN shift h ON o.subject = 'shift:' || h.id
        JOIN activity a ON a.id = h.activity_id JOIN station s ON s.id = a.station_id WHERE o.key = :key""",
        key=key,
    )
    return str(rows[0]["zone"]) if rows else NO_NIGHT


def is_night(at: int, zone: str) -> bool:
    if zone == NO_NIGHT:
        return False
    hour = datetime.fromtimestamp(at, ZoneInfo(zone)).hour
    return hour >= 22 or hour < 7


def nothing_after_erasing(view: View) -> Iterator[str]:
    """Who has erased everything hears no more, unless they write again."""
    gone: dict[int, float] = view.memory.setdefault("gone", {})
    for one in view.world.journal.shown[view.first :]:
        human = view.humans.get(one.chat_id)
        if human is None:
            continue
        if one.chat_id in gone and one.at > gone[one.chat_id] + 5 and human.left:
            yield f"{human.member.name} erased everything and still got {one.text[:60]!r}"
        if one.text == erased_words(human):
            gone[one.chat_id] = one.at


def nothing_is_said_again(view: View) -> Iterator[str]:
    """The same notice in the same words, more often than a second copy in doubt explains."""
    said = Counter(
        (one.kind, one.chat_id, one.text)
        for one in view.world.journal.shown[view.first :]
        if one.way == "new" and one.kind in ONCE
    )
    for (kind, chat_id, text), n in said.items():
        if n > 2:
            yield f"{view.humans[chat_id].member.name} got {kind} {n} times in a day: {text[:60]!r}"


def answers_come_in_order(view: View) -> Iterator[str]:
    """Of one chat: as the updates came, while nothing went wrong on the line."""
    last: dict[int, tuple[int, int]] = {}
    for one in view.world.journal.shown[view.first :]:
        found = ANSWER.search(one.key)
        if found is None:
            continue
        place = int(found[1]), int(found[2])
        before = last.get(one.chat_id, (0, 0))
        last[one.chat_id] = max(place, before)
        if place < before and not view.world.weather.disturbed(one.at - 3 * HOUR, one.at):
            yield f"{one.chat_id} got the answer to {place} after that to {before}: {one.text[:60]!r}"


def one_answer_to_one_update(view: View) -> Iterator[str]:
    """An update that is delivered twice has its effect, and its answer, once."""
    seen: dict[tuple[str, str], set[str]] = view.memory.setdefault("answers", {})
    for one in view.world.journal.shown[view.first :]:
        found = ANSWER.search(one.key)
        if found is not None:
            seen.setdefault((found[1], found[2]), set()).add(one.key)
            if len(seen[found[1], found[2]]) > 1:
                yield f"update {found[1]} was answered twice: {one.text[:60]!r}"


def few_are_named(view: View) -> Iterator[str]:
    """Nearly everything arrives: what nobody knows of is a few in a thousand, outages or not."""
    if not view.at_end:
        return
    (row,) = view.rows(
        """SELECT count(*) AS n, sum(state = 'unknown') AS lost FROM outbox
        WHERE class IN ('normal', 'critical') AND created_at > :now - 20 * 86400"""
    )
    if (row["lost"] or 0) > max(FEW, row["n"] * SHARE):
        yield f"{row['lost']} of {row['n']} notices ended in doubt"


def one_doubt_in_an_outage(view: View) -> Iterator[str]:
    """Nothing is burnt while Telegram is away: what came into doubt waits until the outage is over."""
    doubts = view.world.journal.doubts
    for (_outage, key), n in doubts.items():
        if n > 1:
            yield f"{key} was sent {n} times into one outage"
    doubts.clear()


def nothing_waits_for_who_has_paused(view: View) -> Iterator[str]:
    for row in view.rows(
        """SELECT o.id, o.kind, o.person_id FROM outbox o JOIN notice_off n ON n.person_id = o.person_id
        WHERE n.notice = 'pause' AND o.state = 'pending'
            AND o.kind IN ('recruiting', 'recruiting_more', 'digest')"""
    ):
        yield f"{row['kind']} {row['id']} waits for person {row['person_id']}, who has paused"


INVARIANTS = (
    nothing_waits_for_who_has_paused,
    reminders_came,
    cancellations_came,
    who_was_taken_off_was_told,
    at_most_two_copies,
    one_doubt_in_an_outage,
    nights_are_quiet,
    nothing_after_erasing,
    nothing_is_said_again,
    answers_come_in_order,
    one_answer_to_one_update,
    few_are_named,
)

"""What was owed and came: reminders and cancellations while of use, two copies at most, no night, not after /forget."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.notice_nights import MINDED, NIGHTS
from tests.simulation.habits.talking import erased_words
from tests.simulation.invariants.view import NAMED, View

HOUR = 3600
LONG_BEFORE = 40 * HOUR  # who was confirmed then is owed the reminder of the day before, whatever the night does to it
TO_MANY = frozenset({"recruiting", "recruiting_more"})
NO_NIGHT = ""
SLACK = 20 * 60  # a night may begin while a message is on its way


def reminders_came(view: View) -> Iterator[str]:
    """To everybody confirmed long before whom Telegram reaches, before the start; or somebody was named them."""
    arrived = {key for key, _text in view.world.journal.copies}
    for row in view.rows(
        """SELECT u.id, u.person_id, s.id AS shift_id, s.revision, s.starts_at,
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
        if any(one.endswith(key) for one in arrived):
            continue
        state = view.states(key)
        if state not in NAMED:
            yield f"{human.member.name} had no reminder of shift {row['shift_id']} ({key}: {state})"


def was_held(view: View, activity_id: int) -> bool:
    return bool(view.rows("SELECT 1 FROM outbox WHERE key LIKE :key", key=f"%:held:activity:{activity_id}:%"))


def cancellations_came(view: View) -> Iterator[str]:
    """Twelve hours later, when the night is over, everybody who was told has it, or is named to somebody."""
    arrived = {key for key, _text in view.world.journal.copies}
    for row in view.rows(
        """SELECT o.key, o.state, o.chat_id, p.telegram_id, p.name FROM outbox o JOIN person p ON p.id = o.person_id
        WHERE o.kind = 'cancelled' AND o.created_at > :since - 43200 AND o.created_at <= :now - 43200
        AND p.telegram_id IS NOT NULL AND p.unreachable_at IS NULL"""
    ):
        if row["key"] not in arrived and row["state"] not in NAMED:
            yield f"{row['name']} did not hear of a cancellation ({row['key']}: {row['state']})"


def at_most_two_copies(view: View) -> Iterator[str]:
    for (key, text), n in view.world.journal.copies.items():
        if n > 2:
            yield f"{n} copies of {key}: {text[:60]!r}"


def nights_are_quiet(view: View) -> Iterator[str]:
    """Nothing of the kinds that mind the night rings in it; who travels is not reckoned with."""
    for one in view.world.journal.shown[view.first :]:
        human = view.humans.get(one.chat_id)
        if human is None or one.way != "new" or one.silent or NIGHTS.get(one.kind) not in MINDED:
            continue
        if human.member.role in {"coordinator", "administrator"}:
            continue  # their notices follow the nights of the stations below them
        local = human.words.local(view.at(one.at))
        zone = zone_of_activity(view, one.key) if one.kind in TO_MANY else human.words.zone
        if is_night(view.at(one.at), zone) and is_night(view.at(one.at) - SLACK, zone):
            yield f"{human.member.name} was rung at {local:%H:%M} by {one.kind}: {one.text[:60]!r}"


def zone_of_activity(view: View, key: str) -> str:
    """Of the station that tells many at once: its night is theirs."""
    rows = view.rows(
        """SELECT s.zone FROM outbox o JOIN broadcast b ON o.subject = 'broadcast:' || b.id
        JOIN activity a ON b.audience = 'offer:' || a.id JOIN station s ON s.id = a.station_id WHERE o.key = :key""",
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


INVARIANTS = (
    reminders_came,
    cancellations_came,
    at_most_two_copies,
    nights_are_quiet,
    nothing_after_erasing,
)

"""What is otherwise in the draws from `FAR` on, beside what `stirring` does: what the station has set, who waits, how
full it is, what has been queued and done already, what ticks are to look at, and another time of the same activity.
"""

import random
from typing import Any

from bot.ground.times import DAY, HOUR, MINUTE
from bot.reminders.rules import Kind
from bot.stations.settings import CHOICES, KEYS, RANGES, TIMES, WORDS
from tests.deeds.stirring import METAS, Rows, Stirring

FAR = 4_000
AWAY = (
    *(0, 0, MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, 150 * MINUTE),
    *(hours * HOUR for hours in (1, 2, 3, 4, 6, 8, 12, 24, 48, 72)), *(days * DAY for days in (7, 14, 30, 60)),
)  # fmt: skip
"""How far from a moment what the rules know of lies: each way, and a second beside it."""
LOOKS = ("remind_at", "card_at", "over_at", "names_at")
NOTICES = ("pending", "pending", "sending", "sent", "unknown", "dead", "expired", "dropped")
MERGED = ("station", "team", "person", "activity", "sign_up", "shift")
SUBJECTS = ("shift", "activity", "person", "service_record", "broadcast", "team", "station")


def away(chance: random.Random, moment: int) -> int:
    return moment + chance.choice((-1, 1)) * chance.choice(AWAY) + chance.choice((-1, 0, 0, 0, 1))


def merged(focus: Rows) -> dict[str, Any]:
    """What stands in the rows at hand, for what is made of several of them."""
    near = {table: dict(focus[table]) for table in MERGED if table in focus}
    found = {name: value for row in near.values() for name, value in row.items()}
    return found | {f"{table}_id": row["id"] for table, row in near.items()} | {"id": focus["shift"]["id"]}


def shake(stirring: Stirring) -> None:
    """Some of all that may be otherwise, as it comes."""
    if stirring.chance.random() < 0.5:
        stirring.give_charge()
    ways = (set_some, fill_up, line_up, queue_some, have_done, have_looked, meet_again, have_said, crowd, be_captain,
            call_roll, call_roll)  # fmt: skip
    for way in stirring.chance.sample(ways, stirring.chance.choice((2, 3, 4, 5))):
        way(stirring)
    open_cards(stirring)


def set_some(stir: Stirring) -> None:
    """At the station itself."""
    for key in stir.chance.sample(KEYS, stir.chance.choice((1, 3, 8))):
        stir.try_out(
            "INSERT OR REPLACE INTO station_setting (station_id, key, value, set_at) VALUES (?, ?, ?, ?)",
            stir.focus["station"]["id"], key, setting(stir.chance, key), stir.now,
        )  # fmt: skip


def setting(chance: random.Random, key: str) -> str:
    if key in RANGES:
        lowest, highest = RANGES[key]
        return str(chance.choice((lowest, highest, min(1, highest), min(2, highest), min(24, highest))))
    if key in TIMES:
        return chance.choice(("00:00", "10:00", "20:00"))
    return chance.choice(CHOICES[key]) if key in CHOICES else "x" if key in WORDS else chance.choice("01")


def fill_up(stir: Stirring) -> None:
    """Just full, or one place is left; just enough, or one too few."""
    shift = stir.focus["shift"]["id"]
    stir.try_out("UPDATE shift SET capacity = max(1, taken + ?) WHERE id = ?", stir.chance.choice((0, 0, 1, 2)), shift)
    coming = "(SELECT count(*) FROM sign_up s WHERE s.shift_id = shift.id AND s.state = 'confirmed')"
    text = f"UPDATE shift SET minimum = max(1, {coming} + ?) WHERE id = ?"  # noqa: S608  # names of our tables
    stir.try_out(text, stir.chance.choice((-1, 0, 1)), shift)


def line_up(stir: Stirring) -> None:
    """Somebody waits, is offered a place, or has withdrawn, now or not long ago."""
    for row in stir.rows("SELECT id FROM sign_up WHERE shift_id = ? ORDER BY id", stir.focus["shift"]["id"]):
        if stir.chance.random() < 0.4:
            state = stir.chance.choice(("confirmed", "confirmed", "waitlisted", "waitlisted", "offered", "withdrawn"))
            at = {name: away(stir.chance, stir.now) for name in ("offered_at", "offer_ends_at", "confirmed_at")}
            stir.try_out(
                "UPDATE sign_up SET state = ?, offered_at = ?, offer_ends_at = ?, confirmed_at = ?, line_at = ?, "
                "behind = ?, withdrawn_at = ? WHERE id = ?",
                state, at["offered_at"] if state == "offered" else None,
                at["offer_ends_at"] if state == "offered" else None,
                at["confirmed_at"] if state == "confirmed" else None, stir.now - stir.chance.choice((1, 1, DAY)),
                stir.chance.choice((0, 0, 1)), away(stir.chance, stir.now) if state == "withdrawn" else None, row["id"],
            )  # fmt: skip


def queue_some(stir: Stirring) -> None:
    """Notices about what is at hand, for who is at hand."""
    kinds = [row["kind"] for row in stir.rows("SELECT DISTINCT kind FROM outbox ORDER BY 1 LIMIT 40")]
    people = [stir.who, stir.focus["person"]["id"], stir.focus["activity"]["lead_id"]]
    for number in range(stir.chance.choice((2, 4, 6))):
        what = stir.chance.choice([one for one in SUBJECTS if one in stir.focus])
        stir.try_out(
            "INSERT INTO outbox (bot_id, key, kind, class, chat_id, person_id, subject, payload, created_at, due_at, "
            "expires_at, state, error) SELECT 1, ?, ?, 'normal', coalesce(telegram_id, 1), id, ?, '', ?, ?, ?, ?, ? "
            "FROM person WHERE id = ?",
            f"shaken {number}", stir.chance.choice(kinds), f"{what}:{stir.focus[what]['id']}", stir.now - DAY,
            away(stir.chance, stir.now), stir.chance.choice((None, away(stir.chance, stir.now))),
            stir.chance.choice(NOTICES), stir.chance.choice((None, "unreachable")), stir.chance.choice(people),
        )  # fmt: skip


def have_done(stir: Stirring) -> None:
    """What ticks do once was done."""
    shift, station = stir.focus["shift"], stir.focus["station"]["id"]
    keys = [f"{kind}:shift:{shift['id']}/{shift['revision']}" for kind in Kind]
    keys += [f"report/{month}/{station}" for month in ("2026-10", "2026-11")]
    keys += [f"group_names:{stir.focus['group_place']['id']}/{shift['revision']}"]
    for key in stir.chance.sample(keys, stir.chance.choice((1, 3, 5))):
        stir.try_out("INSERT OR IGNORE INTO occurrence (key, done_at) VALUES (?, ?)", key, stir.now - HOUR)


def have_looked(stir: Stirring) -> None:
    """Ticks look at this time again, now, or not any more; all others come later."""
    later = ", ".join(f"{name} = ?" for name in LOOKS)
    stir.try_out(f"UPDATE shift SET {later}", *[stir.now + 400 * DAY] * 4)  # noqa: S608  # names of our tables
    looks = [stir.chance.choice((0, stir.now, stir.now, stir.now + 1, None)) for _ in LOOKS]
    of = stir.chance.choice(("id = ?", "activity_id = ?"))
    which = stir.focus["shift"]["id" if of == "id = ?" else "activity_id"]
    stir.try_out(f"UPDATE shift SET {later} WHERE {of}", *looks, which)  # noqa: S608  # names of our tables


def meet_again(stir: Stirring) -> None:
    """The activity has one more time, before or after, and some of the same people come."""
    shift = stir.focus["shift"]
    by = stir.chance.choice((-1, 1)) * stir.chance.choice((HOUR, DAY, 7 * DAY))
    moved = {name: shift[name] + by for name in ("starts_at", "ends_at", "meet_at") if shift[name] is not None}
    again = copied(stir, "shift", shift["id"], {"id": 90_001, **moved})
    for row in stir.rows("SELECT id FROM sign_up WHERE shift_id = ? ORDER BY id LIMIT 3", shift["id"]) if again else ():
        copied(stir, "sign_up", row["id"], {"id": 90_001 + row["id"], "shift_id": 90_001, "group_place_id": None})


def copied(stir: Stirring, table: str, id: int, other: dict[str, Any]) -> bool:
    row = dict(stir.rows(f"SELECT * FROM {table} WHERE id = ?", id)[0]) | other  # noqa: S608  # names of our tables
    marks = ", ".join("?" * len(row))
    row.pop("place", None)
    text = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})"  # noqa: S608  # names of our tables
    stir.try_out(text, *row.values())
    return bool(stir.rows(f"SELECT 1 FROM {table} WHERE id = ?", row["id"]))  # noqa: S608  # names of our tables


def have_said(stir: Stirring) -> None:
    """They were asked, and said yes to this time or to one before."""
    revision = stir.focus["shift"]["revision"]
    for row in stir.rows("SELECT id FROM sign_up WHERE shift_id = ? ORDER BY id", stir.focus["shift"]["id"]):
        said = stir.chance.choice((None, "yes", "yes"))
        stir.try_out(
            "UPDATE sign_up SET answer = ?, answered_at = ?, answered_revision = ?, asked_revision = ? WHERE id = ?",
            said, away(stir.chance, stir.now) if said else None,
            stir.chance.choice((revision, revision, revision - 1)) if said else None,
            stir.chance.choice((None, revision, revision - 1)), row["id"],
        )  # fmt: skip


def crowd(stir: Stirring) -> None:
    """All rows of one kind belong to what is at hand."""
    near: Rows = {name: row for name, row in stir.focus.items() if name in METAS}
    table = stir.chance.choice(("role_grant", "membership", "group_place", "broadcast", "invitation", "call_entry",
                                "qualification", "statement", "acknowledgement", "wish", "service_record"))  # fmt: skip
    columns = [row["name"] for row in stir.rows(f"PRAGMA table_info({table})")]
    named = [name for name in columns if name.removesuffix("_id") in near and name != "id"]
    if named:
        name = stir.chance.choice(named)
        for row in stir.rows(f"SELECT rowid AS place FROM {table} ORDER BY 1 LIMIT 12"):  # noqa: S608  # names of our tables
            text = f"UPDATE {table} SET {name} = ? WHERE rowid = ?"  # noqa: S608  # names of our tables
            stir.try_out(text, near[name.removesuffix("_id")]["id"], row["place"])


def be_captain(stir: Stirring) -> None:
    """Who acts leads the activity, was handed the roll-call, or looks after who is at hand."""
    shift, activity, person = (stir.focus[name]["id"] for name in ("shift", "activity", "person"))
    way = stir.chance.choice(("lead", "roll", "guardian", "helper"))
    if way == "lead":
        stir.try_out("UPDATE activity SET lead_id = ? WHERE id = ?", stir.who, activity)
    elif way == "roll":
        stir.try_out("UPDATE roll_call SET captain_id = ?, state = 'handed' WHERE shift_id = ?", stir.who, shift)
    elif way == "guardian":
        stir.try_out("UPDATE guardian_consent SET guardian_id = ?, withdrawn_at = NULL WHERE person_id = ?",
                     stir.who, person)  # fmt: skip
    else:
        stir.try_out("UPDATE person SET managed_by_id = ?, state = 'managed', telegram_id = NULL WHERE id = ?",
                     stir.who, person)  # fmt: skip


def call_roll(stir: Stirring) -> None:
    """The roll-call at hand stands anywhere between opened and closed, and all have a mark."""
    shift, chance = stir.focus["shift"], stir.chance
    state = chance.choice(("open", "handed", "submitted", "closed", "closed", "closed"))
    closed = state == "closed"
    stir.try_out(
        "INSERT OR REPLACE INTO roll_call (shift_id, state, opened_at, captain_id, beneficiaries, closed_at, "
        "closed_by, month, came, no_shows, asked_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        shift["id"], state, shift["starts_at"] - HOUR, None if state == "open" else stir.who,
        chance.choice((None, 3, 12)), stir.now if closed else None,
        stir.focus["activity"]["lead_id"] if closed else None,
        chance.choice(("2026-10", "2026-11")) if closed else None, 4 if closed else None, 1 if closed else None,
        chance.choice((None, None, stir.now - HOUR)),
    )  # fmt: skip
    people = stir.rows(
        "SELECT person_id FROM sign_up WHERE shift_id = ? AND state = 'confirmed' ORDER BY 1", shift["id"]
    )
    for row in people:
        mark = chance.choice(("here", "done", "late", "left_early", "no_show", "excused"))
        stir.try_out(
            "INSERT OR REPLACE INTO attendance (shift_id, person_id, state, late_minutes, early_minutes, here_at, "
            "left_at, walk_in, source, marked_by, marked_at) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 'roll_call', ?, ?)",
            shift["id"], row["person_id"], mark, 20 if mark == "late" else None, 30 if mark == "left_early" else None,
            chance.choice((None, shift["starts_at"], shift["starts_at"] + 12 * MINUTE)),
            away(chance, shift["ends_at"]) if mark in {"done", "left_early"} else None, stir.who, stir.now - HOUR,
        )  # fmt: skip


def open_cards(stir: Stirring) -> None:
    """The lead and somebody else have the roll-call before them."""
    for number, one in enumerate((stir.focus["activity"]["lead_id"], stir.focus["person"]["id"])):
        stir.try_out(
            "INSERT OR IGNORE INTO roll_card (shift_id, person_id, message_id, page, shown) VALUES (?, ?, ?, 0, 1)",
            stir.focus["shift"]["id"], one, 700 + number,
        )  # fmt: skip

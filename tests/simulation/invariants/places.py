"""Sign-ups: never too many, no place empty while somebody waits, one live sign-up of one person, no clash."""

from collections.abc import Iterator

from tests.simulation.invariants.view import View

TOLD_AHEAD = 16 * 3600  # nearer to the start, seen from a night, a free place is offered to all and may stay empty


def never_more_than_places(view: View) -> Iterator[str]:
    for row in view.rows(
        """SELECT s.id, s.capacity, s.taken, count(u.id) AS held FROM shift s JOIN sign_up u ON u.shift_id = s.id
        WHERE u.state IN ('confirmed', 'offered') AND u.group_place_id IS NULL GROUP BY s.id
        HAVING held > s.capacity OR held > s.taken"""
    ):
        yield f"shift {row['id']}: {row['held']} people on {row['capacity']} places, {row['taken']} counted"


def one_live_sign_up(view: View) -> Iterator[str]:
    for row in view.rows(
        """SELECT shift_id, person_id, count(*) AS n FROM sign_up WHERE state <> 'withdrawn'
        GROUP BY shift_id, person_id HAVING n > 1"""
    ):
        yield f"person {row['person_id']} has {row['n']} live sign-ups for shift {row['shift_id']}"


def nobody_at_two_places(view: View) -> Iterator[str]:
    """Of confirmed sign-ups. Who was signed up before a change of time keeps both until they answer."""
    for row in view.rows(
        """SELECT a.person_id, s.id AS one, t.id AS other FROM sign_up a JOIN shift s ON s.id = a.shift_id
        JOIN sign_up b ON b.person_id = a.person_id AND b.id > a.id JOIN shift t ON t.id = b.shift_id
        WHERE a.state = 'confirmed' AND b.state = 'confirmed' AND s.starts_at < t.ends_at AND t.starts_at < s.ends_at
        AND s.revision = 0 AND t.revision = 0"""
    ):
        yield f"person {row['person_id']} is down for shifts {row['one']} and {row['other']} at one time"


def nobody_says_yes_to_two(view: View) -> Iterator[str]:
    """A yes is to one thing at a time, also after a move; who will be late may come from the other."""
    for row in view.rows(
        """SELECT a.person_id, s.id AS one, t.id AS other FROM sign_up a JOIN shift s ON s.id = a.shift_id
        JOIN sign_up b ON b.person_id = a.person_id AND b.id > a.id JOIN shift t ON t.id = b.shift_id
        JOIN activity x ON x.id = s.activity_id JOIN activity y ON y.id = t.activity_id
        WHERE a.state = 'confirmed' AND b.state = 'confirmed' AND s.starts_at < t.ends_at AND t.starts_at < s.ends_at
        AND a.answer = 'coming' AND b.answer = 'coming' AND a.late_minutes IS NULL AND b.late_minutes IS NULL
        AND a.answered_revision = s.revision AND b.answered_revision = t.revision
        AND x.state <> 'cancelled' AND y.state <> 'cancelled'"""
    ):
        yield f"person {row['person_id']} has said yes to shifts {row['one']} and {row['other']} at one time"


def no_empty_place_while_somebody_waits(view: View) -> Iterator[str]:
    """Looked at twice, a quarter of an hour apart: in between a tick had its turn.

    Who may not hold a place now keeps waiting: under age, or in another activity that was moved into this one's time;
    and who cannot be reached.
    """
    waiting = {
        (row["id"], row["person_id"])
        for row in view.rows(
            """SELECT s.id, u.person_id FROM shift s JOIN activity a ON a.id = s.activity_id
            JOIN sign_up u ON u.shift_id = s.id JOIN person p ON p.id = u.person_id
            LEFT JOIN person r ON r.id = coalesce(p.managed_by_id, u.created_by)
            WHERE a.state = 'published' AND s.starts_at > :now + :ahead AND s.taken < s.capacity
            AND CASE WHEN p.telegram_id IS NULL THEN r.unreachable_at ELSE p.unreachable_at END IS NULL
            AND u.state = 'waitlisted' AND p.age_band IN ('adult', '18_59', '60_up')
            AND NOT EXISTS (SELECT 1 FROM sign_up o JOIN shift t ON t.id = o.shift_id
              WHERE o.person_id = u.person_id AND o.id <> u.id AND o.state <> 'withdrawn'
              AND t.starts_at < s.ends_at AND s.starts_at < t.ends_at)""",
            ahead=TOLD_AHEAD,
        )
    }
    before: set[tuple[int, int]] = view.memory.get("waiting", set())
    view.memory["waiting"] = waiting
    for shift, person in sorted(waiting & before):
        yield f"shift {shift} has a place free and person {person} waits for one"


def no_offer_waits_for_who_cannot_be_reached(view: View) -> Iterator[str]:
    """Looked at twice, as above: it goes to the next in line."""
    offered = {
        row["id"]
        for row in view.rows(
            """SELECT u.id FROM sign_up u JOIN person p ON p.id = u.person_id
            JOIN person r ON r.id = CASE WHEN p.telegram_id IS NULL THEN coalesce(p.managed_by_id, u.created_by)
              ELSE p.id END
            WHERE u.state = 'offered' AND u.offer_ends_at > :now AND r.unreachable_at < :now - 900"""
        )
    }
    before: set[int] = view.memory.get("offered", set())
    view.memory["offered"] = offered
    for sign_up in sorted(offered & before):
        yield f"sign-up {sign_up} is offered a place, and no message reaches who would take it"


INVARIANTS = (
    never_more_than_places,
    one_live_sign_up,
    nobody_at_two_places,
    nobody_says_yes_to_two,
    no_empty_place_while_somebody_waits,
    no_offer_waits_for_who_cannot_be_reached,
)

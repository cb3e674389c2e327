"""What staff did: sealed soon after it was noted, and in the order in which each of them did it."""

from collections.abc import Iterator

from tests.simulation.invariants.view import View


def notes_are_sealed(view: View) -> Iterator[str]:
    """In the end every one; and none waits from one look to the next, a day later."""
    waiting = {row["note_id"] for row in view.rows("SELECT note_id FROM audit_unsealed")}
    before: set[int] = view.memory.get("unsealed", set())
    view.memory["unsealed"] = waiting
    for id in sorted(waiting if view.at_end else waiting & before):
        yield f"note {id} is not sealed"


def notes_are_in_order(view: View) -> Iterator[str]:
    """Numbered one after the other without a gap, and what one person does as they did it."""
    last: dict[int, int] = {}
    for number, row in enumerate(view.rows("SELECT * FROM audit WHERE number IS NOT NULL ORDER BY number"), 1):
        if row["number"] != number:
            yield f"note {row['id']} is number {row['number']} at place {number}"
        if row["actor_id"] is not None and row["id"] < last.get(row["actor_id"], 0):
            yield f"note {row['id']} of {row['actor_id']} comes after {last[row['actor_id']]}"
        last[row["actor_id"]] = row["id"]


INVARIANTS = (notes_are_sealed, notes_are_in_order)

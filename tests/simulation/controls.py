"""Negative controls: faults put in on purpose, one at a time. Each has to be found within 20 seeds of 30 days.

``python -m tests.simulation.controls`` prints which invariant found each, and with which seed. This alone patches the
product: taking a guard away is what it is for.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bot import telling
from bot.ground.frozen import replace
from bot.ground.notices import Night, Told
from bot.hours import team_month_rows as team_months
from bot.leading import cancelling
from bot.reminders import acts as reminding
from bot.roll_call import finishing
from bot.sign_ups import promotion, waiting_line_rows
from bot.sign_ups import telling as sign_up_telling
from bot.speech.words import Words
from bot.store import inbox, occurrences
from bot.store import outbox_leaving as leaving
from bot.store.audit import due as notes_due
from bot.store.audit import sealing
from bot.wire import upkeep
from bot.wire.going_out import sending
from bot.wire.going_out.delivery import Delivery
from bot.wire.going_out.gate import Gate
from tests.simulation import human
from tests.simulation.books.template import migrated
from tests.simulation.habits import talking
from tests.simulation.plan import Plan
from tests.simulation.play import Outcome, play

SEEDS, DAYS = 20, 30
Patch = tuple[Any, str, Callable[[Any], Any]]
"""Where, what, and what is made of it."""


@contextmanager
def broken(*patches: Patch) -> Iterator[None]:
    before = [(place, name, getattr(place, name)) for place, name, _ in patches]
    for (place, name, change), (_, _, old) in zip(patches, before, strict=True):
        setattr(place, name, change(old))
    forget_what_was_read()
    try:
        yield
    finally:
        for place, name, old in before:
            setattr(place, name, old)
        forget_what_was_read()


def forget_what_was_read() -> None:
    """What people have read of a faulty bot's words must not stay for those who play after them."""
    for kept in (talking.english, talking.ours, human.pattern):
        kept.cache_clear()


def doubt_is_final(_old: Any) -> Any:
    """A 502 is taken for the end of a message at once."""
    return lambda *_row, **_more: False


def never_shut(_old: Any) -> Any:
    """An outage changes nothing: everything leaves into it."""
    return lambda self, words: None


def newest_first(_old: Any) -> Any:
    """Within a chat the newest message overtakes the others."""

    def push(self: Delivery, parcel: Any) -> None:
        lane = self.lanes.get(parcel.chat_id)
        if lane is None:
            _old(self, parcel)
        else:
            lane.appendleft(parcel)

    return push


def forgetful(_old: Any) -> Any:
    """A tick does not know that it has done this before."""

    async def claim(_tx: Any, _key: str, _now: int) -> bool:
        return True

    return claim


def unkeyed(_old: Any) -> Any:
    """A notice that was queued before is queued again."""

    async def tell(tx: Any, told: Told, person_id: int, *, key: str, now: int, **more: Any) -> bool:
        return bool(await _old(tx, told, person_id, key=f"{now}:{key}", now=now, **more))

    return tell


def unconditional(_old: Any) -> Any:
    """A place is given without a look whether there is one."""

    async def claim_seats(tx: Any, shift_id: int, places: int = 1) -> bool:
        await _old(tx, shift_id, places)
        return True

    return claim_seats


def twice(_old: Any) -> Any:
    """What is booked is booked again."""

    async def book(tx: Any, record: Any, **facts: Any) -> None:
        await _old(tx, record, **facts)
        await _old(tx, record, **facts)

    return book


def at_any_hour(_old: Any) -> Any:
    """A reminder rings whenever it is due."""

    async def by_night(tx: Any, night: Night, due_at: int, *_rest: Any) -> tuple[int, bool]:
        return due_at, False

    return by_night


def nobody_moves_up(_old: Any) -> Any:
    """A free place stays free."""
    return lambda *_facts: False


def untold(_old: Any) -> Any:
    """Who is signed up hears nothing of a cancellation."""

    async def tell_all(*_facts: Any, **_more: Any) -> int:
        return 0

    return tell_all


def speechless(_old: Any) -> Any:
    """Presses are never answered."""

    async def answer_press(self: Delivery, params: dict[str, Any]) -> None:
        return None

    return answer_press


def half_translated(_old: Any) -> Any:
    """One sentence of a language is missing."""

    def label(self: Words, text: str, /, **facts: object) -> str:
        return text if text == "Details" else str(_old(self, text, **facts))

    return label


def left_lying(_old: Any) -> Any:
    """What an older process was sending when it died is never looked at."""

    async def left_behind(*_facts: Any) -> list[Any]:
        return []

    return left_behind


def again_and_again(_old: Any) -> Any:
    """What is in doubt is sent until somebody answers."""
    return lambda *_row, **_more: True


def taken_anew(_old: Any) -> Any:
    """An update that comes a second time is taken for another."""

    async def take(tx: Any, bot_id: int, arrivals: Any, now: int) -> None:
        for one in arrivals:
            tx.connection.connection.execute(
                "DELETE FROM inbox WHERE bot_id = ? AND update_id = ?", (bot_id, one.update_id)
            )
        await _old(tx, bot_id, arrivals, now)

    return take


def never_sealed(_old: Any) -> Any:
    """What is noted stays outside the chain."""

    async def seal_written(_tx: Any) -> int:
        return 0

    return seal_written


def from_the_end(_old: Any) -> Any:
    """The newest note is sealed first."""
    return lambda end, waiting: _old(end, waiting[::-1])


def unheard(_old: Any) -> Any:
    """Whom somebody else takes off hears nothing of it."""

    async def withdrawn_by(*_facts: Any, **_more: Any) -> None:
        return None

    return withdrawn_by


def never_away(_old: Any) -> Any:
    """Who was gone for a while is credited as if they had stayed."""

    def credit(served: Any, grace_minutes: int) -> Any:
        return _old(replace(served, away_minutes=0), grace_minutes)

    return credit


CONTROLS: dict[str, tuple[Patch, ...]] = {
    "502 taken for unknown at once": (
        (sending, "worth_a_second_copy", doubt_is_final),
        (upkeep, "worth_a_second_copy", doubt_is_final),
    ),
    "no gate": ((Gate, "doubt", never_shut),),
    "no order within a lane": ((Delivery, "push", newest_first),),
    "a tick that forgets its key": ((occurrences, "claim", forgetful), (reminding, "tell", unkeyed)),
    "a sign-up without the conditional update": ((waiting_line_rows, "claim_seats", unconditional),),
    "hours booked twice": ((team_months, "book", twice),),
    "a reminder at night": ((telling, "_by_night", at_any_hour),),
    "a waiting list that nobody moves up": ((promotion, "moves_up", nobody_moves_up),),
    "a cancellation that nobody hears of": ((cancelling, "tell_all", untold),),
    "presses without an answer": ((Delivery, "answer_press", speechless),),
    "a sentence that is not translated": ((Words, "label", half_translated),),
    "messages of a dead process left lying": ((leaving, "left_behind", left_lying),),
    "doubts without an end": (
        (sending, "worth_a_second_copy", again_and_again),
        (upkeep, "worth_a_second_copy", again_and_again),
    ),
    "an update taken twice": ((inbox, "take", taken_anew),),
    "notes that nobody seals": ((notes_due, "seal_written", never_sealed),),
    "notes sealed from the end": ((sealing, "chained", from_the_end),),
    "a sign-up withdrawn without a word": ((sign_up_telling, "withdrawn_by", unheard),),
    "hours for the time away": ((finishing, "credit", never_away),),
}


def found_by(name: str, template: Path, *, seeds: int = SEEDS, days: int = DAYS, people: int = 18) -> Outcome | None:
    """The first run that finds the fault; None when none did."""
    for seed in range(1, seeds + 1):
        with broken(*CONTROLS[name]):
            outcome = play(Plan(seed, days, people), template)
        if outcome.findings:
            return outcome
    return None


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.simulation.controls", description=__doc__)
    parser.add_argument("names", nargs="*", default=list(CONTROLS))
    parser.add_argument("--seeds", type=int, default=SEEDS)
    parser.add_argument("--days", type=int, default=DAYS)
    given = parser.parse_args()
    missed = 0
    print("| put in | found by | seed | after days |\n|---|---|---|---|")
    with migrated() as template:
        for name in given.names:
            outcome = found_by(name, template, seeds=given.seeds, days=given.days)
            missed += outcome is None
            if outcome is None:
                print(f"| {name} | **not found** | 1–{given.seeds} | |", flush=True)
            else:
                by = sorted({one.invariant for one in outcome.findings})
                print(f"| {name} | {', '.join(by)} | {outcome.plan.seed} | {outcome.day} |", flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

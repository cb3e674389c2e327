"""Counting first and inserting then overbooks: a place is claimed by `claim_seats`, which tells whether it was free.

Whoever claims, offers or frees a place holds the shift's lock, so that the line and `taken` are seen together.
"""

from bot.activities.rules import ActivityState
from bot.ground.frozen import field_names
from bot.ground.refusals import Clash
from bot.members.finding import escaped
from bot.sign_ups.looks import Candidate, Offered, Own
from bot.sign_ups.rules import Counts, Listed, Reason, SignUp, SignUpState
from bot.store.transaction import Row, Tx

COLUMNS = field_names(SignUp)


def from_row(row: Row) -> SignUp:
    values = {name: row[name] for name in COLUMNS}
    values["state"] = SignUpState(values["state"])
    values["reason"] = None if values["reason"] is None else Reason(values["reason"])
    values["behind"], values["late"] = bool(values["behind"]), bool(values["late"])
    return SignUp(**values)


async def claim_seats(tx: Tx, shift_id: int, places: int = 1) -> bool:
    """All of the places or none; False where they are not free."""
    return await tx.change("claim_seats", shift_id=shift_id, places=places) == 1


async def release_seats(tx: Tx, shift_id: int, places: int = 1) -> None:
    await tx.change("release_seats", shift_id=shift_id, places=places)


async def add(
    tx: Tx,
    *,
    shift_id: int,
    person_id: int,
    state: SignUpState,
    by: int,
    now: int,
    behind: bool = False,
    group_place_id: int | None = None,
) -> SignUp:
    """A new sign-up at the end of the line; the place, if its state needs one, was claimed before."""
    confirmed_at = now if state is SignUpState.CONFIRMED else None
    made = await tx.row(
        "add_sign_up",
        shift_id=shift_id,
        person_id=person_id,
        group_place_id=group_place_id,
        state=state,
        behind=int(behind),
        line_at=now,
        confirmed_at=confirmed_at,
        created_by=by,
    )
    if made is None:
        raise LookupError(f"sign-up of {person_id} for {shift_id}")
    return from_row(made)


async def get_sign_up(tx: Tx, sign_up_id: int) -> SignUp | None:
    row = await tx.row("sign_up_by_id", id=sign_up_id)
    return from_row(row) if row else None


async def known(tx: Tx, sign_up_id: int) -> SignUp:
    """A sign-up that must be there: its id was read in this transaction."""
    row = await tx.row("sign_up_by_id", id=sign_up_id)
    if row is None:
        raise LookupError(f"sign-up {sign_up_id}")
    return from_row(row)


async def live_sign_up(tx: Tx, shift_id: int, person_id: int) -> SignUp | None:
    row = await tx.row("live_sign_up", shift_id=shift_id, person_id=person_id)
    return from_row(row) if row else None


async def last_sign_up(tx: Tx, shift_id: int, person_id: int) -> SignUp | None:
    """The newest one, withdrawn or not."""
    row = await tx.row("last_sign_up", shift_id=shift_id, person_id=person_id)
    return from_row(row) if row else None


async def find_clash(tx: Tx, person_id: int, *, shift_id: int, starts_at: int, ends_at: int) -> Clash | None:
    """Another live sign-up of the person that overlaps, whether it holds a place or waits."""
    row = await tx.row("clashing_shift", person_id=person_id, shift_id=shift_id, starts_at=starts_at, ends_at=ends_at)
    return Clash(activity=row["title"], starts_at=row["starts_at"], ends_at=row["ends_at"]) if row else None


async def reliability(tx: Tx, person_id: int, *, since: int, now: int) -> tuple[int, int]:
    """Places held in shifts that began in this time, and how many of them were missed."""
    row = await tx.row("count_no_shows", person_id=person_id, since=since, now=now)
    return (row["sign_ups"], row["missed"]) if row else (0, 0)


async def is_trained(tx: Tx, person_id: int, qualification: str) -> bool:
    return await tx.row("is_trained", person_id=person_id, name=qualification) is not None


async def waiting_line(tx: Tx, shift_id: int) -> list[SignUp]:
    """The next one first."""
    return [from_row(row) for row in await tx.rows("waiting_line", shift_id=shift_id)]


async def position(tx: Tx, waiting: SignUp) -> int:
    """1 for the next one in line."""
    before: int = await tx.value(
        "places_before", shift_id=waiting.shift_id, behind=int(waiting.behind), line_at=waiting.line_at, id=waiting.id
    )
    return before + 1


async def anyone_waits(tx: Tx, shift_id: int) -> bool:
    return await tx.row("anyone_waits", shift_id=shift_id) is not None


async def confirm(tx: Tx, sign_up: SignUp, now: int) -> bool:
    """False when it has left its state meanwhile."""
    return await tx.change("confirm_sign_up", id=sign_up.id, state=sign_up.state, now=now) == 1


async def offer(tx: Tx, sign_up: SignUp, *, now: int, ends_at: int) -> bool:
    return await tx.change("offer_place", id=sign_up.id, now=now, ends_at=ends_at) == 1


async def note_open_offer(tx: Tx, sign_up: SignUp, now: int) -> None:
    """Told that whoever presses first has the place; the sign-up goes on waiting."""
    await tx.change("note_open_offer", id=sign_up.id, now=now)


async def forget_open_offers(tx: Tx, shift_id: int) -> None:
    """The open place is gone: who waits is told again when there is another."""
    await tx.change("forget_open_offers", shift_id=shift_id)


async def expired_offers(tx: Tx, now: int, limit: int) -> list[SignUp]:
    """Shift by shift, so that locks are taken in one order."""
    return [from_row(row) for row in await tx.rows("expired_offers", now=now, limit=limit)]


async def expire(tx: Tx, offered: SignUp, now: int) -> bool:
    """False when it was answered meanwhile."""
    return await tx.change("expire_offer", id=offered.id, now=now) == 1


async def waiting_too_long(tx: Tx, now: int, limit: int) -> list[SignUp]:
    """Those without a place in what has begun."""
    return [from_row(row) for row in await tx.rows("waiting_too_long", now=now, limit=limit)]


async def withdraw(
    tx: Tx, sign_up: SignUp, *, now: int, by: int | None, reason: Reason | None, late: bool = False
) -> bool:
    """False when it was withdrawn before. Giving the place back is the caller's."""
    return await tx.change("withdraw_sign_up", id=sign_up.id, now=now, by=by, reason=reason, late=int(late)) == 1


async def give_reason(tx: Tx, sign_up_id: int, reason: Reason) -> None:
    await tx.change("give_reason", id=sign_up_id, reason=reason)


async def answer_coming(tx: Tx, sign_up: SignUp, *, now: int, revision: int) -> bool:
    return await tx.change("answer_coming", id=sign_up.id, now=now, revision=revision) == 1


async def answer_late(tx: Tx, sign_up: SignUp, *, now: int, revision: int, minutes: int) -> bool:
    return await tx.change("answer_late", id=sign_up.id, now=now, revision=revision, minutes=minutes) == 1


async def of_shift(tx: Tx, shift_id: int) -> list[Listed]:
    """Every live sign-up: confirmed, then offered, then the waiting line in order."""
    rows = await tx.rows("sign_ups_of_shift", shift_id=shift_id)
    return [Listed(from_row(row), row["name"], bool(row["telegram"]), row["managed_by_id"]) for row in rows]


async def counts(tx: Tx, shift_id: int) -> Counts:
    row = await tx.row("sign_up_counts", shift_id=shift_id)
    heads: int = await tx.value("group_heads", shift_id=shift_id)
    if row is None:
        return Counts(confirmed=0, offered=0, waitlisted=0, silent=0, unnamed=0)
    return Counts(
        confirmed=row["confirmed"],
        offered=row["offered"],
        waitlisted=row["waitlisted"],
        silent=row["silent"],
        unnamed=heads - row["named"],
    )


async def own(tx: Tx, person_id: int, *, past: bool, now: int, limit: int, skip: int) -> list[Own]:
    """A page of a person's list: coming the nearest first (also of those they look after), past the newest first."""
    statement = "past_sign_ups" if past else "coming_sign_ups"
    rows = await tx.rows(statement, person_id=person_id, now=now, limit=limit, skip=skip)
    return [Own(**{**dict(row), "state": SignUpState(row["state"])}) for row in rows]


async def offer_ends(tx: Tx, now: int) -> list[int]:
    """When standing offers run out, the soonest first."""
    return [row["offer_ends_at"] for row in await tx.rows("offer_ends", now=now)]


async def shifts_with_room_and_line(tx: Tx, now: int) -> list[int]:
    """Where places are free although somebody waits: open to who presses first, or left so by a change of rules."""
    return [row["id"] for row in await tx.rows("shifts_with_room_and_line", now=now)]


async def upcoming(
    tx: Tx, person_id: int, *, first: int, until: int, now: int, kind: str, limit: int, skip: int
) -> list[Offered]:
    """Shifts that start in the half-open span and are open to the person; `kind` '' is any."""
    span = {"first": first, "until": until, "now": now}
    rows = await tx.rows("upcoming_for_person", person_id=person_id, **span, kind=kind, limit=limit, skip=skip)
    return [Offered(**{**row, "state": ActivityState(row["state"]), "own": bool(row["own"])}) for row in rows]


async def live_sign_ups_ahead(tx: Tx, person_id: int, now: int) -> list[tuple[int, int]]:
    """Sign-up and shift, by shift."""
    rows = await tx.rows("live_sign_ups_ahead", person_id=person_id, now=now)
    return [(row["id"], row["shift_id"]) for row in rows]


async def candidates(
    tx: Tx, *, viewer_id: int, shift_id: int, team_id: int | None, text: str, limit: int, skip: int
) -> list[Candidate]:
    """The activity's own team first, then by name.

    Whom a viewer may sign up is decided in the statement for all rows at once, as `may_act_for` decides it for one.
    """
    rows = await tx.rows(
        "candidates",
        viewer_id=viewer_id,
        shift_id=shift_id,
        team_id=team_id,
        pattern=escaped(text.lower()),
        limit=limit,
        skip=skip,
    )
    return [Candidate(row["id"], row["name"], row["team"]) for row in rows]

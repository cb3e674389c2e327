"""Places that are offered or came free for those whom one person reads for, and the answer for each of them."""

from collections.abc import Callable
from functools import partial

from bot.activities import rows as activities
from bot.activities.rules import Shift
from bot.desk import Desk
from bot.ground.refusals import OfferGone
from bot.sign_ups import last_looks as looks
from bot.sign_ups import list_rows, offers, waiting_line_rows, withdrawing
from bot.sign_ups import rows as sign_ups
from bot.sign_ups.in_care.shown import Places
from bot.sign_ups.rules import SignUp, SignUpState
from bot.sign_ups.shown import SignUpLook
from bot.sign_ups.telling import known_shift
from bot.store.transaction import Tx


async def promoted(tx: Tx, shift_id: int, since: int, *, reader_id: int, now: int) -> Places | None:
    """Who of theirs has got a place since then; None where nobody has it any more."""
    return await look(
        tx, shift_id, reader_id=reader_id, now=now,
        meant=lambda one, shift: looks.is_confirmed(one, shift, now) and (one.confirmed_at or 0) >= since,
    )  # fmt: skip


async def offered(tx: Tx, shift_id: int, since: int, *, reader_id: int, now: int) -> Places | None:
    """To whom of theirs a place is held since then."""
    return await look(
        tx, shift_id, reader_id=reader_id, now=now,
        meant=lambda one, shift: looks.is_offered(one, shift, now) and (one.offered_at or 0) >= since,
    )  # fmt: skip


async def opened(tx: Tx, shift_id: int, since: int, *, reader_id: int, now: int) -> Places | None:
    """Who of theirs may still press first."""
    return await look(
        tx, shift_id, reader_id=reader_id, now=now,
        meant=lambda one, shift: looks.is_open(one, shift, now) and (one.offered_at or 0) >= since,
    )  # fmt: skip


async def ran_out(tx: Tx, shift_id: int, since: int, *, reader_id: int, now: int) -> Places | None:
    """Whose place went on, because nobody answered; without those who have signed up again."""
    gone = await waiting_line_rows.expired_in_care(tx, shift_id=shift_id, since=since, reader_id=reader_id)
    theirs = [await looks.look_at(tx, id, reader_id=reader_id, now=now, matters=looks.is_expired) for id in gone]
    left = tuple(one for one in theirs if one is not None)
    return Places(shift=left[0].shift, looks=left, now=now) if left else None


async def answer(desk: Desk, *, sign_up_id: int, yes: bool) -> Places:
    """For one of them; with all whose place was offered, answered or not. As `accept`, `decline`.

    What was answered before, or went to somebody else, changes nothing: ``gone`` says so.
    """
    gone = False
    try:
        if yes:
            done = await offers.accept(desk, sign_up_id=sign_up_id)
            gone = done.sign_up.state is SignUpState.WAITLISTED
        else:
            await withdrawing.decline(desk, sign_up_id=sign_up_id)
    except OfferGone:
        gone = True
    sign_up = await sign_ups.known(desk.tx, sign_up_id)
    found = await look(
        desk.tx, sign_up.shift_id, reader_id=desk.viewer.id, now=desk.now, meant=partial(in_hand, now=desk.now)
    )
    left = found.looks if found else ()
    return Places(shift=await known_shift(desk.tx, sign_up.shift_id), looks=left, now=desk.now, gone=gone)


def in_hand(one: SignUp, shift: Shift, now: int) -> bool:
    """A place was offered, or is open, and it is theirs or can still be."""
    taken = looks.is_confirmed(one, shift, now) and one.offered_at is not None
    return taken or looks.is_offered(one, shift, now) or looks.is_open(one, shift, now)


async def look(
    tx: Tx, shift_id: int, *, reader_id: int, now: int, meant: Callable[[SignUp, Shift], bool]
) -> Places | None:
    shift = await activities.get_shift(tx, shift_id)
    if shift is None:
        return None
    theirs = tuple(
        SignUpLook(sign_up=one.sign_up, shift=shift, now=now, name=one.name)
        for one in await list_rows.of_shift(tx, shift_id)
        if one.reader_id == reader_id and one.sign_up.person_id != reader_id and meant(one.sign_up, shift)
    )
    return Places(shift=shift, looks=theirs, now=now) if theirs else None

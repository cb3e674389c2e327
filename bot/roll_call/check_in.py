"""Checking in with the code of the lead's screen. A wrong code is answered with a refusal that is *returned*: raising
it would roll back the note of the wrong try, and guessing would be free.
"""

import secrets

from bot import telling
from bot.activities import rows as activities
from bot.desk import Desk
from bot.ground import notices
from bot.ground.reading.numbers import read_code
from bot.ground.refusals import (
    CheckInClosed,
    CodeExpired,
    CodeWrong,
    NotFound,
    NotOnRoll,
    NotRegistered,
    Refusal,
    RollCallFinished,
    TooManyTries,
)
from bot.ground.times import DAY, HOUR
from bot.ground.tries import LIMIT
from bot.roll_call import attendance_rows
from bot.roll_call import check_in_rows as check_ins
from bot.roll_call import fresh_cards as roll_news
from bot.roll_call import rows as attendance
from bot.roll_call.acts import held
from bot.roll_call.check_in_rules import CheckedIn, CheckInCard, CheckInCodes, Code, Way, checked_in
from bot.roll_call.rules import RollCallState
from bot.store import wrong_tries
from bot.store.transaction import Tx

WHAT = "check_in"


async def make_codes(desk: Desk, *, shift_id: int, link: str) -> CheckInCodes:
    """Fresh digits for the screen, and a picture that follows with them and a QR code. Raises as `acts.held`.

    `link` is what the code is appended to, such as ``https://t.me/<bot>?start=c_``.
    """
    found = await held(desk, shift_id)
    digits = await unused_digits(desk.tx, desk.now)
    made = await check_ins.add_code(desk.tx, shift_id, Way.DIGITS, digits, by=desk.viewer.id, now=desk.now)
    await make_qr(desk, shift_id, link, digits, made)
    return CheckInCodes(found.shift, digits, made.ends_at)


async def make_qr(desk: Desk, shift_id: int, link: str, digits: str, until: Code) -> None:
    letters = secrets.token_urlsafe(9)
    qr = await check_ins.add_code(desk.tx, shift_id, Way.QR, letters, by=desk.viewer.id, now=desk.now)
    await telling.tell(
        desk.tx,
        notices.CheckInQr(shift_id, link + letters, qr.ends_at, digits, until.ends_at),
        desk.viewer.id,
        key=f"check_in_qr:shift:{shift_id}:person:{desk.viewer.id}:{letters[:6]}:{desk.now}",
        subject=f"shift:{shift_id}",
        now=desk.now,
        until=qr.ends_at,
        silent=True,
    )


async def unused_digits(tx: Tx, now: int) -> str:
    """Six digits that are nobody's now."""
    while True:
        digits = f"{secrets.randbelow(1_000_000):06d}"
        if not await check_ins.codes(tx, digits, now):
            return digits


async def card_look(
    tx: Tx, now: int, *, shift_id: int, url: str, ends_at: int, digits: str, digits_end_at: int
) -> CheckInCard | None:
    """None once the code to scan has run out: the digits stand on the screen as well."""
    shift = await activities.get_shift(tx, shift_id)
    return CheckInCard(shift, url, ends_at, digits, digits_end_at) if shift and now < ends_at else None


async def check_in_by_digits(desk: Desk, text: str) -> CheckedIn | Refusal:
    """Raises BadCode where that is no code, and as `check_in`."""
    return await check_in(desk, read_code(text))


async def check_in(desk: Desk, code: str) -> CheckedIn | Refusal:
    """In, or out the second time; or why not: CodeWrong, CodeExpired, TooManyTries.

    Raises NotRegistered, NotOnRoll, CheckInClosed, RollCallFinished, AlreadyCheckedIn, AlreadyCheckedOut.
    """
    if not desk.viewer.registered:
        raise NotRegistered
    until = await wrong_tries.pause_of(desk.tx, desk.viewer.telegram_id, WHAT, desk.now)
    if until is not None:
        return TooManyTries(until=until)
    known = await check_ins.codes(desk.tx, code, desk.now)
    if not known:
        return await wrong(desk)
    return await put_down(desk, await meant(desk, known))


async def is_expected(desk: Desk) -> bool:
    """Whether a roll is open on which the viewer stands."""
    return await check_ins.expected(desk.tx, desk.viewer.id, since=desk.now - DAY, until=desk.now + HOUR * 2)


async def wrong(desk: Desk) -> Refusal:
    await wrong_tries.note_wrong_try(desk.tx, desk.viewer.telegram_id, WHAT, desk.now)
    until = await wrong_tries.pause_of(desk.tx, desk.viewer.telegram_id, WHAT, desk.now)
    if until is not None:
        return TooManyTries(until=until)
    return CodeWrong(
        tries_left=max(0, LIMIT - await check_ins.wrong_lately(desk.tx, desk.viewer.telegram_id, WHAT, desk.now))
    )


async def meant(desk: Desk, known: list[Code]) -> Code:
    """The one of a shift on whose roll the viewer is, else the newest."""
    for code in known:
        if await attendance_rows.is_listed(desk.tx, code.shift_id, desk.viewer.id):
            return code
    return known[0]


async def put_down(desk: Desk, code: Code) -> CheckedIn | Refusal:
    await desk.tx.lock("shift", code.shift_id)
    try:
        code.check(desk.now)
    except CodeExpired as expired:
        return expired
    shift = await activities.get_shift(desk.tx, code.shift_id)
    call = await attendance.roll_call(desk.tx, code.shift_id)
    if shift is None or call is None:
        raise NotFound
    if call.state is RollCallState.CLOSED:
        raise RollCallFinished
    if not await attendance_rows.is_listed(desk.tx, shift.id, desk.viewer.id):
        raise NotOnRoll
    before = await attendance_rows.of_person(desk.tx, shift.id, desk.viewer.id)
    known = checked_in(before, shift, desk.now)
    if known.left_at is None and desk.now >= shift.ends_at:
        raise CheckInClosed
    await attendance_rows.mark(desk.tx, shift.id, desk.viewer.id, known, by=desk.viewer.id, now=desk.now)
    await roll_news.changed(desk.tx, shift.id, desk.now, by=desk.viewer.id)
    return CheckedIn(shift, desk.now, left=known.left_at is not None)

"""Being there is proved with a code that is short-lived; guessing it is made slow."""

import pytest

from bot.desk import Seated
from bot.ground import notices
from bot.ground.refusals import (
    AlreadyCheckedIn,
    AlreadyCheckedOut,
    BadCode,
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
from bot.ground.times import HOUR, MINUTE
from bot.roll_call import attendance_rows, check_in
from bot.roll_call.check_in_rules import CheckedIn, CheckInCodes
from bot.roll_call.rules import Attendance, AttendanceState, MarkSource
from bot.store import outbox_leaving as leaving
from bot.store.database import Database
from tests.helpers.lines import signs_up
from tests.helpers.offers import START, offer
from tests.helpers.rolls import END, OPENS, all_here, booked, finish
from tests.helpers.town import Town, build_town

LINK = "https://t.me/liandong_bot?start=c_"


async def codes(town: Town, shift_id: int, at: int, who: str = "chan") -> CheckInCodes:
    return await check_in.make_codes(Seated(town.tx, await town.viewer(who), at), shift_id=shift_id, link=LINK)


async def tries(town: Town, name: str, text: str, at: int) -> CheckedIn | Refusal:
    """What becomes of it, raised or returned."""
    try:
        return await check_in.check_in_by_digits(Seated(town.tx, await town.viewer(name), at), text)
    except Refusal as refusal:
        return refusal


async def qr_letters(town: Town, at: int) -> str:
    """What the newest picture says behind the link."""
    rows = [row for row in await leaving.due(town.tx, 0, at, 100) if row["kind"] == notices.CheckInQr.kind]
    return str(rows[-1]["payload"]).split(LINK)[1].split('"')[0]


async def signed_up(town: Town, *names: str) -> int:
    shift_id = await offer(town)
    for name in names:
        await signs_up(town, name, shift_id)
    return shift_id


async def test_code_checks_in_and_a_later_one_out(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await signed_up(town, "anna")
        first = await codes(town, shift_id, OPENS)
        came = await tries(town, "anna", f"{first.digits[:3]} {first.digits[3:]}", OPENS + 60)
        again = await tries(town, "anna", first.digits, OPENS + 70)
        second = await codes(town, shift_id, END)
        left = await tries(town, "anna", second.digits, END + 30)
        third = await tries(town, "anna", second.digits, END + 60)

        assert (came, again) == (CheckedIn(first.shift, OPENS + 60, left=False), AlreadyCheckedIn(at=OPENS + 60))
        assert (left, third) == (CheckedIn(first.shift, END + 30, left=True), AlreadyCheckedOut(at=END))
        assert await attendance_rows.of_person(tx, shift_id, town.people["anna"]) == Attendance(
            AttendanceState.DONE, None, None, OPENS + 60, END, 0, walk_in=False, source=MarkSource.CHECK_IN
        )
        assert booked(await finish(town, shift_id)) == {"Anna": (150, "verified")}


async def test_qr_code_opens_the_same_shift_for_thirty_seconds_and_a_grace(database: Database) -> None:
    """Fault 59."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await signed_up(town, "anna", "ben", "cora")
        made = await codes(town, shift_id, START)
        letters = await qr_letters(town, START)
        anna, ben = await town.viewer("anna"), await town.viewer("ben")

        assert await check_in.check_in(Seated(tx, anna, START + 29), letters) == CheckedIn(
            made.shift, START + 29, left=False
        )
        assert await check_in.check_in(Seated(tx, ben, START + 59), letters) == CheckedIn(
            made.shift, START + 59, left=False
        )
        assert await check_in.check_in(Seated(tx, await town.viewer("cora"), START + 60), letters) == CodeExpired()


@pytest.mark.parametrize(
    ("after", "outcome"),
    [(599, None), (600, CodeExpired()), (HOUR, CodeWrong(tries_left=4))],
    ids=["in grace", "out of grace", "forgotten"],
)
async def test_digits_are_good_for_five_minutes_and_a_grace(
    database: Database, after: int, outcome: Refusal | None
) -> None:
    """Fault 59."""
    async with database.write() as tx:
        town = await build_town(tx)
        made = await codes(town, await signed_up(town, "anna"), START)
        found = await tries(town, "anna", made.digits, START + after)

        assert found == (outcome or CheckedIn(made.shift, START + after, left=False))


async def test_five_wrong_codes_stop_the_sixth_even_if_it_is_right(database: Database) -> None:
    """Fault 59: brute force."""
    async with database.write() as tx:
        town = await build_town(tx)
        made = await codes(town, await signed_up(town, "anna"), START)
        wrong = "000000" if made.digits != "000000" else "000001"
        found = [await tries(town, "anna", wrong, START + second) for second in range(5)]

        assert found == [
            *(CodeWrong(tries_left=left) for left in (4, 3, 2, 1)),
            TooManyTries(until=START + 4 + HOUR),
        ]
        assert await tries(town, "anna", made.digits, START + 6) == TooManyTries(until=START + 4 + HOUR)


@pytest.mark.parametrize(
    ("who", "text", "at", "outcome"),
    [
        ("dan", None, START, NotOnRoll()),
        ("gran", None, START, NotRegistered()),
        ("anna", "12345", START, BadCode(text="12345")),
        ("anna", None, END, CheckInClosed()),
    ],
    ids=["without a place", "not joined", "no six digits", "after the end"],
)
async def test_check_in_is_for_who_has_a_place_while_it_lasts(
    database: Database, who: str, text: str | None, at: int, outcome: Refusal
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        made = await codes(town, await signed_up(town, "anna"), at)

        assert await tries(town, who, text or made.digits, at) == outcome


async def test_after_the_closing_no_code_is_taken(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await signed_up(town, "anna", "ben")
        await all_here(town, shift_id)
        made = await codes(town, shift_id, END)
        await finish(town, shift_id)

        assert await tries(town, "anna", made.digits, END) == RollCallFinished()


async def test_code_typed_on_arriving_after_all_here_does_not_end_the_service(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await signed_up(town, "anna", "ben")
        await all_here(town, shift_id, at=START - 12 * MINUTE)
        made = await codes(town, shift_id, START + 3 * MINUTE)
        came = await tries(town, "anna", made.digits, START + 3 * MINUTE)
        again = await tries(town, "anna", made.digits, START + 4 * MINUTE)
        later = await codes(town, shift_id, START + 20 * MINUTE)
        left = await tries(town, "anna", later.digits, START + 20 * MINUTE)
        done = await finish(town, shift_id)

        assert came == CheckedIn(made.shift, START + 3 * MINUTE, left=False)
        assert again == AlreadyCheckedIn(at=START + 3 * MINUTE)
        assert left == CheckedIn(made.shift, START + 20 * MINUTE, left=True)
        assert booked(done) == {"Anna": (20, "verified"), "Ben": (150, "verified")}
        assert [one.entry.flags for one in done.credited] == [("short_stay",), ()]


async def test_codes_are_made_by_who_takes_the_roll(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await signed_up(town, "anna")
        for who in ("anna", "li"):
            with pytest.raises(NotFound):
                await codes(town, shift_id, START, who)

        assert len((await codes(town, shift_id, START, "carl")).digits) == 6


async def test_forgotten_check_out_is_credited_to_the_planned_end_and_flagged(database: Database) -> None:
    """Fault 44."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await signed_up(town, "anna")
        made = await codes(town, shift_id, START + 30 * MINUTE)
        await tries(town, "anna", made.digits, START + 30 * MINUTE)
        done = await finish(town, shift_id)

        assert booked(done) == {"Anna": (120, "verified")}
        assert [one.entry.flags for one in done.credited] == [("no_check_out",)]

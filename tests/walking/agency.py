"""The demo's agency in the middle of its work: everything that its buttons are about is there, and more than once.

The demo opens on a quiet morning. Here something is coming, full, on hold, called off, under way, over and counted;
there are people under 18, a guardian, hours that wait, and somebody whom Telegram does not reach.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import date

from bot.activities import rows as activities
from bot.activities.rules import Shift, ShiftFacts
from bot.demo.cast import CASTS, Offer
from bot.demo.company import IDS
from bot.demo.seed import Seeding, announce, as_viewer, join, seed
from bot.ground.frozen import replace
from bot.ground.times import DAY, HOUR
from bot.ground.viewer import Language, Viewer
from bot.hours.logging import Report, log_hours
from bot.hours.verifying import send_back
from bot.leading.cancelling import cancel
from bot.leading.holding import hold
from bot.people import rows as people
from bot.people import viewer_rows
from bot.roll_call import acts as roll_call
from bot.roll_call import finishing
from bot.roll_call.rules import AttendanceState
from bot.sign_ups.acts import sign_up
from bot.sign_ups.groups.acts import reserve
from bot.sign_ups.withdrawing import withdraw
from bot.store.transaction import Tx
from bot.teams import rows as teams
from tests.walking.bot import Bot, Leaving
from tests.walking.updates import Who

NOW = 1_795_312_800  # Sunday 22 November 2026, 10:00 in Shanghai and Hong Kong
CLIENT = {"en": "en", "zh_Hans": "zh-hans", "zh_Hant": "zh-hant"}
WALKERS = (
    "newcomer", "minor", "child", "volunteer_1", "mother", "captain", "volunteer_6", "worker", "coordinator",
    "administrator",
)  # fmt: skip
"""Who says every command. The company's captain reserves places for a group, the mother speaks for her children."""
OTHERS = {"minor": "Kim", "child": "Tot", "mother": "Mary"}
MORE = {
    "en": OTHERS,
    "zh_Hans": {"minor": "小明", "child": "豆豆", "mother": "孙梅"},
    "zh_Hant": {"minor": "小敏", "child": "豆豆", "mother": "孫梅"},
}
TALK = {"en": "My knee hurts", "zh_Hans": "我膝盖痛", "zh_Hant": "我膝頭痛"}
FIRST_OTHER = 5_300_000_001


@dataclass(slots=True)
class Agency:
    language: Language
    made: Seeding
    small_talk: str
    phones: dict[int, Who] = field(default_factory=dict)  # by Telegram id
    parts: dict[str, int] = field(default_factory=dict)  # Telegram ids by part

    @property
    def walkers(self) -> list[Who]:
        return [self.phones[self.parts[part]] for part in WALKERS]

    async def days(self, bot: Bot) -> AsyncIterator[list[Leaving]]:
        """Two weeks go by and nobody does anything: what leaves by itself, and when."""
        end = bot.clock.now() + 15 * DAY
        while bot.clock.now() < end:
            await bot.tick()
            yield await bot.due()
            bot.clock.set(min(end, await bot.next_due() or end))


async def full_agency(tx: Tx, language: Language) -> Agency:
    made = await seed(tx, CASTS[language], CLIENT[language], NOW)
    agency = Agency(language, made, TALK[language])
    await more_people(agency)
    await coming(made)
    await tomorrow(made)
    await twice(made)
    await many(made)
    await full(made)
    await called_off(made)
    await under_way(made)
    await over(made)
    await reported(made)
    note_phones(agency)
    return agency


async def more_people(agency: Agency) -> None:
    """Two under 18, their mother, a captain for the company, and one who has blocked the bot."""
    made, begun = agency.made, NOW - 360 * DAY
    for n, (part, band) in enumerate((("minor", "14_17"), ("child", "under_14"), ("mother", "adult"))):
        made.people[part] = await people.add_person(
            made.tx, now=begun, state="active", name=MORE[agency.language][part], telegram_id=FIRST_OTHER + n,
            client_language=CLIENT[agency.language], age_band=band, consent_at=begun,
        )  # fmt: skip
        await join(made, part, "first", begun)
        agency.parts[part] = FIRST_OTHER + n
    agency.parts |= IDS
    await teams.mark_captain(made.tx, made.teams["company"], made.people["volunteer_6"], True)
    for n, part in enumerate(("volunteer_1", "worker", "captain", "managed_1", "volunteer_3")):
        await people.set_phone(made.tx, made.people[part], f"+861380013800{n}")
    await made.tx.change("set_volunteer_number", id=made.people["volunteer_1"], number="88120034")
    await viewer_rows.mark_unreachable(made.tx, IDS["volunteer_5"], NOW - 3 * DAY)


def like(made: Seeding, nth: int, **other: object) -> Offer:
    """The same as something that the demo has to offer, on another day."""
    return replace(made.cast.coming[nth], **other)


async def signs_up(made: Seeding, part: str, shift_id: int, at: int = NOW - DAY) -> int:
    return (await sign_up(made.tx, await viewer(made, part), at, shift_id=shift_id)).sign_up.id


async def viewer(made: Seeding, part: str) -> Viewer:
    found = await as_viewer(made, part)
    return replace(found, memberships=tuple(await viewer_rows.memberships_of(made.tx, found.id)))


async def coming(made: Seeding) -> None:
    """Open to everyone, so that the company can come as well; and one more, on hold until tomorrow."""
    wide = await announce(made, like(made, 2, day=9, start="09:00", end="12:00", capacity=30, who=()))
    company = await viewer(made, "volunteer_6")
    await reserve(made.tx, company, NOW - DAY, shift_id=wide.id, team_id=made.teams["company"], places=5)
    held = await announce(made, like(made, 0, day=4, who=("captain", "volunteer_1")))
    await hold(
        made.tx, await viewer(made, "worker"), NOW - HOUR, shift_id=held.id, decide_at=held.starts_at - 24 * HOUR
    )


async def tomorrow(made: Seeding) -> None:
    """So near that who leaves is late."""
    soon = await announce(made, like(made, 0, day=1, who=("captain", "volunteer_1", "volunteer_2", "managed_1")))
    await signs_up(made, "volunteer_3", soon.id)


async def twice(made: Seeding) -> None:
    """An activity of two days, of which the first wants more people than it has."""
    first = await announce(made, like(made, 0, day=5, start="10:00", end="12:00", who=("captain",)))
    starts_at, ends_at, meet_at = (at + 2 * DAY for at in (first.starts_at, first.ends_at, first.starts_at - 900))
    second = ShiftFacts(starts_at=starts_at, ends_at=ends_at, meet_at=meet_at, capacity=9, minimum=6)
    await activities.add_shift(made.tx, first.activity_id, second)


async def many(made: Seeding) -> None:
    """More teams and people than a screen lists."""
    tx, begun, old = made.tx, NOW - 90 * DAY, made.cast.actors[12].name
    for n in range(9):
        team = await teams.add_team(
            tx, station_id=made.stations["two"], name=f"{made.cast.second} {n}", kind="service", open=True,
            lead_id=made.people["worker_two"], now=begun,
        )  # fmt: skip
        id = await people.add_person(
            tx, now=begun, state="managed", name=f"{old} {n}", age_band="60_up",
            managed_by_id=made.people["captain_two"],
        )  # fmt: skip
        await teams.add_membership(tx, team_id=team, person_id=id, now=begun)


async def full(made: Seeding) -> None:
    """One with a line, and one whose free place is offered to who waits."""
    night = await announce(made, like(made, 2, day=8, who=("captain", "volunteer_3")))
    for part in ("volunteer_1", "volunteer_2"):
        await signs_up(made, part, night.id)
    tomorrow = await announce(made, like(made, 0, day=1, start="14:00", end="16:00", capacity=1, who=()))
    leaves = await signs_up(made, "volunteer_3", tomorrow.id)
    await signs_up(made, "volunteer_1", tomorrow.id)
    await withdraw(made.tx, await viewer(made, "volunteer_3"), NOW - HOUR, sign_up_id=leaves)


async def called_off(made: Seeding) -> None:
    """With one who does not hear of it."""
    off = await announce(made, like(made, 1, day=2, who=("captain_two", "volunteer_4", "volunteer_5")))
    await cancel(made.tx, await viewer(made, "worker_two"), NOW - HOUR, activity_id=off.activity_id, reason="weather")


async def under_way(made: Seeding) -> None:
    await announce(
        made,
        like(made, 2, day=0, start="09:30", end="12:00", capacity=12, who=("captain", "volunteer_1", "volunteer_2")),
    )


async def over(made: Seeding) -> None:
    """Yesterday's: one not counted yet, one of which people left late, one that a captain has finished; one counted."""
    visit = await announce(made, like(made, 0, day=-1, who=("captain", "volunteer_1", "volunteer_3")))
    await mark(made, visit, "volunteer_1")
    late = await announce(made, like(made, 0, day=-1, start="12:00", end="13:00", who=("volunteer_1", "volunteer_2")))
    await roll_call.mark_rest(made.tx, await viewer(made, "worker"), late.starts_at, shift_id=late.id)
    await roll_call.all_leave(made.tx, await viewer(made, "worker"), late.ends_at + HOUR // 2, shift_id=late.id)
    handed = await announce(made, like(made, 0, day=-1, start="14:00", end="16:00", who=("volunteer_1", "volunteer_2")))
    await finished(made, handed, "captain")
    counted = await announce(made, like(made, 0, day=-2, who=("captain", "volunteer_1", "volunteer_2")))
    await finished(made, counted, "worker")


async def mark(made: Seeding, shift: Shift, part: str) -> None:
    lead = await viewer(made, "worker")
    await roll_call.mark(
        made.tx, lead, shift.starts_at, shift_id=shift.id, person_id=made.people[part], mark=AttendanceState.HERE
    )


async def finished(made: Seeding, shift: Shift, by: str) -> None:
    who = await viewer(made, by)
    await roll_call.mark_rest(made.tx, who, shift.starts_at, shift_id=shift.id)
    await finishing.finish(made.tx, who, shift.ends_at + HOUR // 2, shift_id=shift.id, helped=12)


async def reported(made: Seeding) -> None:
    """By people themselves: three wait, one of them of a long day, and one was sent back."""
    for part, day, end in (("volunteer_1", 9, "11:00"), ("volunteer_2", 11, "22:30"), ("captain", 12, "11:00")):
        who = await viewer(made, part)
        record = await log_hours(made.tx, who, NOW - HOUR, Report(who.id, date(2026, 11, day), "09:00", end, "elderly"))
    who = await viewer(made, "volunteer_1")
    record = await log_hours(made.tx, who, NOW - HOUR, Report(who.id, date(2026, 11, 13), "09:00", "11:00", "elderly"))
    await send_back(made.tx, await viewer(made, "worker"), NOW - HOUR, record_id=record.id, reason="time")


def note_phones(agency: Agency) -> None:
    """Of everybody who has one."""
    made, language = agency.made, agency.language
    names = {actor.part: actor.name for actor in made.cast.actors} | MORE[language]
    for part, telegram_id in agency.parts.items():
        if part in made.people or part == "newcomer":
            agency.phones[telegram_id] = Who(telegram_id, names[part], CLIENT[language])

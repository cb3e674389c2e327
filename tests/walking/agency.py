"""The demo's agency in the middle of its work: everything that its buttons are about is there, and more than once.

The demo opens on a quiet morning. Here more goes on (scenes.py), and there are people under 18, their mother, a captain
for the company, more teams than a screen lists, and somebody whom Telegram does not reach.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from bot.demo.cast import CASTS, Cast
from bot.demo.company import IDS
from bot.demo.seed import Seeding, join, seed
from bot.ground.frozen import replace
from bot.ground.times import DAY
from bot.ground.viewer import Language
from bot.members.profile_rows import set_volunteer_number
from bot.people import reachable_rows
from bot.people import rows as people
from bot.store.transaction import Tx
from bot.teams import rows as teams
from tests.walking.bot import Bot, Leaving
from tests.walking.scenes import play
from tests.walking.updates import Who

NOW = 1_795_312_800  # Sunday 22 November 2026, 10:00 in Shanghai and Hong Kong
DAYS = 15
CLIENT = {"en": "en", "zh_Hans": "zh-hans", "zh_Hant": "zh-hant"}
WALKERS = (
    "newcomer", "minor", "child", "volunteer_1", "mother", "captain", "volunteer_6", "worker", "coordinator",
    "administrator",
)  # fmt: skip
"""Who says every command. The company's captain reserves places for a group, the mother speaks for her children."""
FAMILY = (("minor", "14_17"), ("child", "under_14"), ("mother", "adult"))
NAMES = {
    "en": ("Kim", "Tot", "Mary"),
    "zh_Hans": ("小明", "豆豆", "孙梅"),
    "zh_Hant": ("小敏", "豆豆", "孫梅"),
}
TALK = {"en": "My knee hurts", "zh_Hans": "我膝盖痛", "zh_Hant": "我膝頭痛"}
ODD = {
    "en": "<b>&amp; “Tea” {x} ",
    "zh_Hans": "<b>&amp; “Tea” {x} 探访敬老院陪老人聊天",
    "zh_Hant": "<b>&amp; “Tea” {x} 長者院舍探訪陪老人家談天",
}
"""What people may type as well: of this are a name, a group, a station and an activity, each as long as it may be."""
FIRST_OF_FAMILY = 5_300_000_001


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

    def enrol(self, part: str, name: str, telegram_id: int) -> None:
        self.parts[part] = telegram_id
        self.phones[telegram_id] = Who(telegram_id, name, CLIENT[self.language])

    async def days(self, bot: Bot) -> AsyncIterator[list[Leaving]]:
        """Two weeks go by and nobody does anything: what leaves by itself, and when."""
        end = bot.clock.now() + DAYS * DAY
        while bot.clock.now() < end:
            await bot.tick()
            yield await bot.due()
            bot.clock.set(min(end, await bot.next_due() or end))


async def full_agency(tx: Tx, language: Language) -> Agency:
    made = await seed(tx, oddly_named(CASTS[language], ODD[language]), CLIENT[language], NOW)
    agency = Agency(language, made, TALK[language])
    for actor in made.cast.actors:
        if not actor.part.startswith("managed"):
            agency.enrol(actor.part, actor.name, IDS[actor.part])
    await add_family(agency)
    await know_more(made)
    await many(made)
    await play(made)
    return agency


def oddly_named(cast: Cast, odd: str) -> Cast:
    """The second volunteer, the company, the second station, and the round outdoors."""
    visit, class_, patrol = cast.coming
    patrol = replace(
        patrol, title=(odd * 9)[:80], place=(odd * 9)[:120], risk=(odd * 20)[:300], bring=(odd * 12)[:200],
        clothing=(odd * 12)[:200],
    )  # fmt: skip
    return replace(
        cast,
        company=(odd * 3)[:40].strip(),
        stations=(cast.stations[0], (odd * 3)[:40].strip()),
        actors=tuple(
            replace(one, name=(odd * 3)[:40].strip()) if one.part == "volunteer_2" else one for one in cast.actors
        ),
        coming=(visit, class_, patrol),
    )


async def add_family(agency: Agency) -> None:
    """Two under 18, who are soon to be asked their age again, and their mother."""
    made, begun = agency.made, NOW - 360 * DAY
    for n, ((part, band), name) in enumerate(zip(FAMILY, NAMES[agency.language], strict=True)):
        made.people[part] = await people.add_person(
            made.tx, now=begun, state="active", name=name, telegram_id=FIRST_OF_FAMILY + n,
            client_language=CLIENT[agency.language], age_band=band, consent_at=begun,
        )  # fmt: skip
        await join(made, part, "first", begun)
        agency.enrol(part, name, FIRST_OF_FAMILY + n)


async def know_more(made: Seeding) -> None:
    """Numbers, a captain for the company, and one who has blocked the bot."""
    for n, part in enumerate(("volunteer_1", "worker", "captain", "managed_1", "volunteer_3")):
        await people.set_phone(made.tx, made.people[part], f"+861380013800{n}")
    await set_volunteer_number(made.tx, made.people["volunteer_1"], "88120034")
    await teams.mark_captain(made.tx, made.teams["company"], made.people["volunteer_6"], True)
    await reachable_rows.mark_unreachable(made.tx, IDS["volunteer_5"], NOW - 3 * DAY)


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

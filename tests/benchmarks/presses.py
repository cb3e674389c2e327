"""What is pressed: a sign-up button under an activity's card, by one person after the other, with room for all.

A press comes as Telegram hands it over: with the whole card, its text, its entities and its keyboard.
"""

from typing import Any

from bot.activities import rows as activities
from bot.activities.rules import ActivityFacts, Audience, ShiftFacts
from bot.people import rows as people
from bot.stations import rows as stations
from bot.store.database import open_database
from bot.store.migrating import migrate
from bot.store.transaction import Tx
from bot.teams import rows as teams
from handlers.links.sign_ups import SignMeUp

SHIFTS = 20
FIRST = 6_000_000_000
NOW = 1_700_000_000
FUTURE = 4_000_000_000  # beyond any run of this benchmark


BOT = {"id": 7_000_000_001, "is_bot": True, "first_name": "Bare", "username": "bare_bot"}
LINES = (
    ("bold", "Visit to the care home at Lianhua Street"),
    ("", "Sat 5 Dec, 9:00–11:30 am · 12 places, 7 taken\n"),
    ("", "Meet at the gate of the sub-district office, 8:45 am\n"),
    ("italic", "Bring water, your vest and a name badge; wet floors near the kitchen"),
    ("", "Led by Lead. Who can come only for the first hour says so at sign-up.\n"),
    ("text_link", "How to get there"),
)
LABELS = (("Sign me up",), ("Bring others", "Another time"), ("Who comes", "Tell a friend"), ("‹ Activities",))


async def prepare(url: str, count: int) -> list[str]:
    """A database with so many volunteers; the data of one button for each shift."""
    await migrate(url)
    database = await open_database(url)
    try:
        async with database.write() as tx:
            return await fill(tx, count)
    finally:
        await database.close()


async def fill(tx: Tx, count: int) -> list[str]:
    root = await stations.add_station(
        tx, parent=None, level="city", name="City", zone="Asia/Shanghai", preset="mainland", now=NOW
    )
    lead = await people.add_person(tx, now=NOW, state="active", name="Lead", telegram_id=FIRST - 1)
    team = await teams.add_team(tx, station_id=root.id, name="Team", kind="service", open=True, lead_id=lead, now=NOW)
    for index in range(count):
        person = await people.add_person(
            tx, now=NOW, state="active", name=f"Volunteer {index}", telegram_id=FIRST + index, age_band="adult",
            consent_at=NOW, home_team_id=team,
        )  # fmt: skip
        await teams.add_membership(tx, team_id=team, person_id=person, now=NOW)
    return [await post(tx, root.id, team, lead, count, index) for index in range(SHIFTS)]


async def post(tx: Tx, station: int, team: int, lead: int, capacity: int, index: int) -> str:
    facts = ActivityFacts(
        station_id=station, team_id=team, lead_id=lead, title=f"Visit {index}", kind="elderly", place="Home",
        meet_place="Gate", contact="Lead", outdoor=False, risk="Wet floors", audience=Audience.EVERYONE,
    )  # fmt: skip
    activity = await activities.add_activity(tx, facts, NOW)
    starts = FUTURE + index * 86400
    shift = await activities.add_shift(
        tx, activity, ShiftFacts(starts_at=starts, ends_at=starts + 7200, meet_at=starts - 900, capacity=capacity)
    )
    return SignMeUp(shift, 0).pack()


def presses(count: int, datas: list[str]) -> list[dict[str, Any]]:
    return [press(index, datas[index % len(datas)]) for index in range(count)]


def press(index: int, data: str) -> dict[str, Any]:
    user = {"id": FIRST + index, "is_bot": False, "first_name": f"Volunteer {index}", "language_code": "en"}
    chat = {"id": FIRST + index, "type": "private", "first_name": user["first_name"]}
    query = {
        "id": str(10**12 + index), "from": user, "message": card(chat, data), "chat_instance": "-3141592653589793238",
        "data": data,
    }  # fmt: skip
    return {"callback_query": query}


def card(chat: dict[str, Any], data: str) -> dict[str, Any]:
    text, entities = "", []
    for kind, line in LINES:
        if kind:
            link = {"url": "https://example.org/map"} if kind == "text_link" else {}
            entities.append({"offset": len(text), "length": len(line), "type": kind, **link})
        text += f"{line}\n"
    rows = [[{"text": label, "callback_data": data} for label in row] for row in LABELS]
    return {
        "message_id": 1, "from": BOT, "chat": chat, "date": NOW, "edit_date": NOW + 60, "text": text.rstrip(),
        "entities": entities, "reply_markup": {"inline_keyboard": rows},
    }  # fmt: skip

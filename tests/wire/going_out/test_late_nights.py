"""Fault 63: what was due by day and met an outage does not ring at night: it waits, or comes without a sound."""

import pytest

from bot.simulator.people.persons import SimPerson
from bot.store.database import Database
from bot.wire.clock import SetClock
from tests.wire.conftest import MakeApp, join
from tests.wire.hello import NOW, Hello, Patient, Quiet, queue
from tests.wire.looking import eventually, told

AFTERNOON = NOW  # 16:00 in Shanghai, where an agency without another time zone is
NIGHT, MORNING = AFTERNOON + 23_400, AFTERNOON + 15 * 3600  # 22:30, 7:00


@pytest.fixture
async def late(make_app: MakeApp, anna: SimPerson, database: Database) -> SetClock:
    """Nothing could leave since the afternoon: three notices of that time, and it is night when the bot is back."""
    anna.chat.started = True
    clock = SetClock(AFTERNOON)
    first = await make_app(clock=clock)
    await first.settle()
    await first.stop()
    person_id = await join(database, anna)
    await queue(database, person_id, "a place", Patient)
    await queue(database, person_id, "to all", Quiet)
    await queue(database, person_id, "soon over", Patient, until=MORNING - 60)
    clock.set(NIGHT)
    return clock


async def test_late_notice_waits_for_the_morning(late: SetClock, make_app: MakeApp, anna: SimPerson) -> None:
    app = await make_app(clock=late)
    await app.settle()
    at_night = {message.text.split(" (")[0]: message.silent for message in anna.messages if message.by_bot}
    late.set(MORNING)
    app.look_again()
    await eventually(lambda: len(told(anna)) == 3)

    assert at_night == {"Reminder: to all": True, "Reminder: soon over": True}
    assert not anna.messages[-1].silent
    assert anna.messages[-1].text.startswith("Reminder: a place")


async def test_notice_of_this_minute_goes_as_it_was_queued(
    make_app: MakeApp, anna: SimPerson, database: Database
) -> None:
    """Its act has reckoned with the night: nobody reckons again."""
    anna.chat.started = True
    clock = SetClock(NIGHT)
    app = await make_app(clock=clock)
    await queue(database, await join(database, anna), "now", Hello, due_at=NIGHT)
    app.look_again()
    await eventually(lambda: len(told(anna)) == 1)

    assert not anna.messages[-1].silent

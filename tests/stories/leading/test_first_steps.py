"""An administrator whose agency begins is led by a list, until nothing of it is left."""

from collections.abc import AsyncIterator

import pytest

from bot.invitations.acts import make_administrator_code
from bot.simulator.server import Simulator
from bot.stations import first_step_rows as rows
from bot.stations.acts import ensure_root
from bot.store.database import Database
from bot.wire.clock import SetClock
from tests.helpers.town import NOW, Town
from tests.stories.leading.test_posting import MESSAGES
from tests.stories.own.test_guardians import join
from tests.stories.story import Story, running


@pytest.fixture
async def bare(database_url: str, database: Database, language: str) -> AsyncIterator[Story]:
    """The bot on the day it was installed: nobody has joined."""
    clock = SetClock(NOW)
    simulator = Simulator(clock=clock.now)
    await simulator.start()
    app = await running(simulator, database_url, clock)
    async with database.write() as tx:
        town = Town(tx)
    yield Story(simulator, app, town, clock, language)
    await app.stop()
    await app.database.close()
    await simulator.stop()


async def test_agency_that_begins_from_nothing_is_set_up_step_by_step(bare: Story, database: Database) -> None:
    async with database.write() as tx:
        code = (await make_administrator_code(tx, NOW)).payload
    wu = bare.newcomer("Wu")
    await join(wu, code)
    for done in range(6):
        await wu.send("/menu")
        await wu.press("First steps: {done} of {all} done", done=done, all=6)
        await STEPS[done](bare)
    await wu.send("/menu")
    assert not any("6" in label for label in wu.person.buttons())


async def says_who(story: Story) -> None:
    await story.wu.press("Say who we are")
    await story.wu.press("Agency")
    await story.wu.send("Harbour Light")


async def chooses_preset(story: Story) -> None:
    await story.wu.press("Choose the preset: Mainland or Hong Kong")
    await story.wu.press_like("✓")


async def gives_contact(story: Story) -> None:
    await story.wu.press("Phone and privacy contact")
    await story.wu.press("Agency's phone")
    await story.wu.send("2555 0101")


async def makes_team(story: Story) -> None:
    """The only station is not asked for."""
    await story.wu.press("Make the first team")
    await story.wu.press("service team")
    await story.wu.send("First")
    story.wu.sees("First", within=1)


async def invites(story: Story) -> None:
    """Nor is the only team."""
    await story.wu.press("Invite people")
    await story.wu.press("Make the link")


async def posts(story: Story) -> None:
    await story.wu.press("Post the first activity")
    await story.wu.send(MESSAGES[story.language])
    await story.wu.press("Publish")


STEPS = (says_who, chooses_preset, gives_contact, makes_team, invites, posts)


async def test_nobody_else_is_shown_it(story: Story) -> None:
    await story.wu.send("/menu")
    label = story.wu.say("First steps: {done} of {all} done", done=5, all=6)
    assert label in story.wu.person.buttons()
    for phone in (story.anna, story.chan, story.olga):
        await phone.send("/menu")
        assert label not in phone.person.buttons()


async def test_step_is_done_by_what_stands_not_by_a_press(database: Database) -> None:
    async with database.write() as tx:
        await ensure_root(tx, NOW, name="Head station", zone="Asia/Shanghai", preset="mainland")
        found = await rows.begun(tx)
    assert found is not None
    assert found.done(("Head station",)) == frozenset()
    assert found.done(("Another",)) == {"name"}

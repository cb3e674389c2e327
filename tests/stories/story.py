"""The real application against the simulator: real HTTP, a real database, the town of the helpers, no patches."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from bot.app import App, build
from bot.people import rows as people_rows
from bot.settings import Secret, Settings
from bot.simulator.server import Simulator
from bot.store.database import Database
from bot.wire.clock import SetClock
from bot.wire.limits import LIFTED
from tests.helpers.notes import words_in_notes
from tests.helpers.town import NOW, ZONE, Town, build_town
from tests.stories.phone import Phone
from tests.wire.coming_in.both_ways import differences

KEY = "c3Rvcmllcy1vZi10aGUtdG93bi1uZWVkLWEta2V5ISE="
CLIENT = {"en": "en", "zh_Hans": "zh-hans", "zh_Hant": "zh-hant"}
HOUR, DAY = 3600, 86400


class Story:
    """Everybody reads ``language``. ``story.anna`` is Anna's phone."""

    zone = ZONE

    def __init__(self, simulator: Simulator, app: App, town: Town, clock: SetClock, language: str) -> None:
        self.simulator = simulator
        self.app = app
        self.town = town
        self.clock = clock
        self.language = language
        self.phones: dict[str, Phone] = {}

    def __getattr__(self, name: str) -> Phone:
        try:
            return self.phones[name]
        except KeyError:
            raise AttributeError(name) from None

    def newcomer(self, name: str, *, language: str | None = None) -> Phone:
        """Somebody who has never opened the bot."""
        reads = language or self.language
        phone = Phone(
            self, self.simulator.person(name, language=CLIENT[reads], user_id=5_200_000_000 + len(self.phones)), reads
        )
        self.phones[name.lower()] = phone
        return phone

    def enrol(self, name: str, telegram_id: int) -> None:
        """Somebody of the town, who has opened the bot before."""
        person = self.simulator.person(name.capitalize(), language=CLIENT[self.language], user_id=telegram_id)
        person.chat.started = True
        self.phones[name] = Phone(self, person, self.language)

    async def settle(self) -> None:
        """Until the bot has nothing more to do now."""
        await self.app.settle()

    async def wind(self, seconds: int) -> None:
        """Lets time pass, stopping at every due instant on the way, as the demo's clock does."""
        await self.wind_to(self.clock.now() + seconds)

    async def wind_to(self, target: int) -> None:
        while self.clock.now() < target:
            self.clock.set(min(target, await self.next_stop(target)))
            await self.app.tick_all()
            await self.settle()

    async def next_stop(self, target: int) -> int:
        due = [due.at for due in await self.app.next_due() if due.at > self.clock.now()]
        return min([target, *due])

    def said(self) -> set[str]:
        """Whatever anybody has typed, and the number of every phone."""
        phones = [phone.person for phone in self.phones.values()]
        texts = {message.text for person in phones for message in person.messages if not message.by_bot}
        return texts | {person.phone for person in phones if person.phone}

    @property
    def now(self) -> int:
        return self.clock.now()


@asynccontextmanager
async def told(
    database_url: str, database: Database, language: str, *, data_key: str | None = KEY
) -> AsyncIterator[Story]:
    """A story of the town, with the bot running until the block ends.

    In the end no note holds anybody's words, and every press was read as the library reads all of it.
    """
    clock = SetClock(NOW)
    simulator, presses = Simulator(clock=clock.now), list[dict[str, Any]]()
    simulator.world.updates.pushed = lambda update: presses.append(update) if "callback_query" in update else None
    await simulator.start()
    try:
        async with database.write() as tx:
            town = await build_town(tx, CLIENT[language])
        story = Story(simulator, await running(simulator, database_url, clock, data_key), town, clock, language)
        await enrol_all(story, database)
        try:
            yield story
            assert await words_in_notes(database_url, story.said()) == []
            assert [found for press in presses if (found := differences(press))] == []
        finally:
            await story.app.stop()
            await story.app.database.close()
        assert not simulator.violations, str(simulator.violations)
        assert not simulator.labels.lost, "\n".join(map(str, simulator.labels.lost))
    finally:
        await simulator.stop()


async def running(simulator: Simulator, database_url: str, clock: SetClock, data_key: str | None = KEY) -> App:
    app = await build(settings_for(simulator, database_url, data_key), clock=clock, limits=LIFTED)
    await app.start()
    return app


def settings_for(simulator: Simulator, database_url: str, data_key: str | None = KEY) -> Settings:
    return connected_to(simulator.token, simulator.api_url, database_url, data_key)


def connected_to(token: str, api_url: str, database_url: str, data_key: str | None = KEY) -> Settings:
    return Settings(
        bot_token=Secret(token),
        api_url=api_url,
        database_url=database_url,
        data_key=Secret(data_key) if data_key else None,
    )


async def enrol_all(story: Story, database: Database) -> None:
    async with database.read() as tx:
        for name, person_id in story.town.people.items():
            row = await tx.row(people_rows.person.statement, id=person_id)
            if row is not None and row["telegram_id"] is not None:
                story.enrol(name, row["telegram_id"])

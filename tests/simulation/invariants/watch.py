"""The looks: twice after each day, a quarter of an hour apart, and once more at the end."""

import asyncio
from typing import Any

from tests.simulation.agency import Agency
from tests.simulation.books.in_place import Nobody
from tests.simulation.books.keeping import Books
from tests.simulation.crowd import Crowd
from tests.simulation.invariants import hours, messages, notes, places, presses, wire, words
from tests.simulation.invariants.view import Finding, View
from tests.simulation.process import Process
from tests.simulation.world import World

EVERY = (
    *places.INVARIANTS,
    *hours.INVARIANTS,
    *messages.INVARIANTS,
    *notes.INVARIANTS,
    *presses.INVARIANTS,
    *wire.INVARIANTS,
    *words.INVARIANTS,
)
APART = 900.0
MOST = 5  # findings of one look: a fault seldom comes alone, and the first tells the most


class Watch:
    def __init__(self, world: World, agency: Agency, crowd: Crowd, books: Books) -> None:
        self.world = world
        self.agency = agency
        self.crowd = crowd
        self.kept = books
        self.since = world.begins
        self.first = 0
        self.memory: dict[str, Any] = {}

    async def look(self, process: Process | None, *, at_end: bool = False) -> list[Finding]:
        places_before = await self.view(process)
        list(places.no_empty_place_while_somebody_waits(places_before))
        list(places.no_offer_waits_for_who_cannot_be_reached(places_before))
        places_before.books.close()
        await asyncio.sleep(APART)
        view = await self.view(process, at_end=at_end)
        found = [
            Finding(invariant.__name__.replace("_", " "), words)
            for invariant in EVERY
            for words in list(invariant(view))[:MOST]
        ]
        found += await self.read(view)
        view.books.close()
        self.since, self.first = view.now, len(self.world.journal.shown)
        return found

    async def view(self, process: Process | None, *, at_end: bool = False) -> View:
        return View(
            self.world, self.agency, self.crowd.board, self.crowd.humans, await self.kept.copy(), process,
            int(self.world.clock.true()), self.since, self.first, at_end, self.memory,
        )  # fmt: skip

    async def read(self, view: View) -> list[Finding]:
        """With the product's own reading."""
        database = await self.kept.open(self.world.vault, Nobody(), beside=True)
        found = []
        try:
            async with database.read() as tx:
                for invariant in hours.READING:
                    name = invariant.__name__.replace("_", " ")
                    found += [Finding(name, words) for words in await invariant(view, tx)]
        finally:
            self.kept.cut(database)
        return found

    async def books(self) -> list[str]:
        """The books as they stand at the end, for the transcript."""
        view = await self.view(None)
        lines = [
            f"books {' '.join(str(value) for value in row)}"
            for row in view.rows(
                """SELECT month, team_id, kind, nature, minutes, attendances FROM team_month
                ORDER BY month, station_id, team_id, kind, nature"""
            )
        ]
        lines += [
            f"sign-ups {row['state']} {row['n']}"
            for row in view.rows("SELECT state, count(*) AS n FROM sign_up GROUP BY state ORDER BY state")
        ]
        view.books.close()
        return lines

"""Everybody with a phone, each in a task of their own: they look at it now and then, and when it rings."""

import asyncio
import heapq

from tests.simulation.agency import Agency
from tests.simulation.agency_words import TONGUES
from tests.simulation.habits import habit, reactions
from tests.simulation.human import Human
from tests.simulation.world import World

LOOKS_A_DAY = 6


class Crowd:
    def __init__(self, world: World, agency: Agency) -> None:
        self.world = world
        self.agency = agency
        self.humans: list[Human] = []
        self.over = False
        for member in agency.members:
            sim = world.person(member.name, TONGUES[member.language].client, member.telegram_id)
            sim.chat.started = True
            self.humans.append(Human(world, member, sim))

    def begin(self) -> list["asyncio.Task[None]"]:
        return [asyncio.create_task(self.live(human)) for human in self.humans]

    def end(self) -> None:
        self.over = True

    async def live(self, human: Human) -> None:
        rate = LOOKS_A_DAY * self.world.plan.pace / (16 * 3600)
        while True:
            wait = human.luck.expovariate(rate)
            if human.errands:
                wait = min(wait, max(0.0, human.errands[0][0] - self.world.elapsed))
            await asyncio.sleep(wait)
            if self.over:
                return
            if human.errands and human.errands[0][0] <= self.world.elapsed:
                await heapq.heappop(human.errands)[2](human)
            elif 7 <= human.local_hour() < 23 or human.chance(0.03):
                await reactions(human)
                await habit(human)

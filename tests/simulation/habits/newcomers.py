"""People who find a link: they join, minors with a parent, and from then on they are volunteers like others."""

import re

from tests.simulation.habits.talking import go_on
from tests.simulation.human import Human

LINK = re.compile(r"start=([A-Za-z0-9_-]+)")


async def join(human: Human) -> None:
    """Opens the newest link that was spread in the own language."""
    links = [payload for language, payload in human.board.links if language == human.member.language]
    if not links and human.chance(0.6):
        human.later(86400 / 2, join)
        return
    await open_link(human, human.pick(links[-3:]) if links else None)


async def open_link(human: Human, payload: str | None) -> None:
    human.world.journal.act(human.world.elapsed, human.member.name, "opens a link", "")
    human.sim.start(payload)
    if not await human.answered(None):
        human.later(3600, join)
        return
    minor = human.chance(0.25)
    if not await human.press("I agree, I'm under 18" if minor else "I agree, I'm 18 or over"):
        human.later(3600, join)
        return
    await human.press("Use this name")
    human.joined = True
    await human.press("Sign me up")
    if minor:
        await ask_parent(human)


async def ask_parent(human: Human) -> None:
    if not await human.press("Ask my parent or guardian"):
        return
    await human.press("14–17" if human.chance(0.7) else "Under 14")
    shown = human.focus()
    found = LINK.search(shown.text) if shown else None
    if found:
        human.board.forwarded.append((human.member.language, found[1]))


async def parent(human: Human) -> None:
    """Got a child's message forwarded."""
    mine = [entry for entry in human.board.forwarded if entry[0] == human.member.language]
    if mine:
        human.board.forwarded.remove(mine[0])
        human.sim.start(mine[0][1])
        await human.answered(None)
        await go_on(human, 5)

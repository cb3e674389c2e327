"""What people do."""

from tests.simulation.human import Human


async def reactions(human: Human) -> None:
    shown = human.focus()
    if shown is None or not shown.inline:
        return
    row = human.pick(shown.inline)
    await human.press_button(shown, human.pick(row))


async def habit(human: Human) -> None:
    await human.say(human.pick(("/activities", "/mine", "/hours", "/menu")))

"""What nobody should do, and somebody always does: old and forged buttons, two presses at once, nonsense."""

import asyncio
import re

from tests.simulation.human import Human
from tests.simulation.journal import Pressed

BETWEEN_NAMES = re.compile(r"[\n,，、;；]|^\W*\d+\W+", re.MULTILINE)
SHORT = 3  # what is no longer stands in many a sentence


async def press_old(human: Human) -> None:
    """A button far up in the chat."""
    old = [one for one in human.sim.chat.messages[-80:] if one.by_bot and one.inline and not one.deleted]
    if old:
        message = human.pick(old)
        button = human.pick(human.pick(message.inline))
        if button["text"] not in {human.label("Yes, erase it all"), human.label("Erase me")}:
            await human.press_button(message, button)


async def press_twice(human: Human) -> None:
    """An impatient thumb, or two devices."""
    shown = human.focus()
    if shown is None or not shown.inline:
        return
    button = human.pick(human.pick(shown.inline))
    if "callback_data" not in button or button["text"] == human.label("Yes, erase it all"):
        return
    for _ in range(human.luck.randint(2, 4)):
        human.world.journal.act(human.world.elapsed, human.member.name, "presses", button["text"])
        press = human.sim.press_button(shown, button)
        human.world.journal.presses.append(
            Pressed(human.world.elapsed, human.member.name, shown.chat.id, press, shown.text, human.sim.chat.version)
        )
        await asyncio.sleep(human.luck.random())
    await human.answered(None)


async def forge(human: Human) -> None:
    """Callback data that no button of this person offers: another's; with hard faults a part of it is changed."""
    data = [
        button["callback_data"]
        for one in human.board.seen[-40:]
        for row in one.inline
        for button in row
        if "callback_data" in button
    ]
    if not data:
        return
    made = human.pick(data)
    if "values" in human.world.plan.faults and human.chance(0.7):
        parts = made.split(":")
        place = human.luck.randrange(len(parts))
        parts[place] = human.pick((str(human.luck.randrange(60)), "-1", "x", "", "9" * 12, parts[place] + "0"))
        made = ":".join(parts)[:64] or "x"
    if made.startswith(human.board.erasing):
        return
    human.world.journal.act(human.world.elapsed, human.member.name, "forges", made)
    human.sim.forge(made)
    await human.answered(None)


async def nonsense(human: Human) -> None:
    text = human.pick((*human.tongue.nonsense, "/nothing", "/start x_999", "\u202e\u200b", "9" * 300, "<b>&", "/start"))
    await human.say(text, "types nonsense")


async def forward(human: Human) -> None:
    """Somebody else's card, to the bot itself."""
    seen = [one for one in human.board.seen[-30:] if one.text]
    if seen:
        human.world.journal.act(human.world.elapsed, human.member.name, "forwards", "")
        card = human.pick(seen)
        human.board.typed |= as_names(card.text)
        human.sim.forward(card, human.sim.chat)
        await human.answered(None)


def as_names(text: str) -> set[str]:
    """What a form for names takes a card for: these words stay what they are, in the reader's language or not."""
    parts = (part.strip() for part in BETWEEN_NAMES.split(text))
    return {part for part in parts if len(part) > SHORT}


async def in_group(human: Human) -> None:
    """Asks there what one asks the bot in private, or presses what somebody else was given."""
    group = human.world.groups[human.member.language]
    shown = next((one for one in reversed(group.messages[-20:]) if one.by_bot and one.inline), None)
    if shown is not None and human.chance(0.4):
        await human.press_button(shown, human.pick(human.pick(shown.inline)))
        return
    text = human.pick(("/activities", "/hours", "/menu", "/manage", "/start", *human.tongue.nonsense))
    human.world.journal.act(human.world.elapsed, human.member.name, "asks in the group", text)
    human.sim.send(text, chat=group)
    await human.answered(None)


async def edit(human: Human) -> None:
    """Changes what was typed a while ago."""
    own = [one for one in human.sim.chat.messages[-12:] if not one.by_bot and one.text and not one.deleted]
    if own:
        human.world.journal.act(human.world.elapsed, human.member.name, "edits", "")
        human.sim.edit(human.pick(own), human.pick(human.tongue.nonsense))
        await human.answered(None)


async def photo(human: Human) -> None:
    human.world.journal.act(human.world.elapsed, human.member.name, "sends a photo", "")
    human.sim.send_photo(human.pick((*human.tongue.nonsense, None)))
    await human.answered(None)

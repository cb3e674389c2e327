"""What volunteers do of their own accord."""

import asyncio

from tests.simulation.habits.talking import day, go_on, note
from tests.simulation.human import Human


async def browse(human: Human) -> None:
    """Looks what is coming and signs up for something."""
    if not await human.say(human.label("Activities") if human.chance(0.3) else "/activities"):
        return
    shown = human.focus()
    if shown is None or len(shown.inline) < 2:
        return
    row = human.pick(shown.inline[:6])
    await human.press_button(shown, row[0])
    if human.chance(0.8):
        await human.press("Sign me up")
    await go_on(human, 1)


async def look_at_own(human: Human) -> None:
    await human.say("/mine")
    await go_on(human, 3)


async def look_at_hours(human: Human) -> None:
    await human.say("/hours")
    await go_on(human, 2)


async def log_hours(human: Human) -> None:
    """In one line, or by questions."""
    if human.chance(0.05):
        await human.say(f"/log {day(human, -human.luck.randint(1, 16))} 8:00-17:30 {note(human)}", "logs a long day")
    elif human.chance(0.7):
        hour = human.luck.randint(8, 19)
        ends = f"{hour + human.luck.randint(1, 2)}:{human.pick(('00', '30'))}"
        await human.say(f"/log {day(human, -human.luck.randint(1, 16))} {hour}:00-{ends} {note(human)}", "logs")
    else:
        await human.say("/log")
        await go_on(human, 6)


async def check_in(human: Human) -> None:
    """Reads the digits off the lead's screen, or guesses."""
    code = human.board.codes.get(human.member.language) if human.chance(0.8) else None
    await human.say(f"/checkin {code or human.luck.randrange(10**6)}", "checks in")


async def out_and_in(human: Human) -> None:
    """Has to go for a while and comes back: both stretches are of one shift, and neither counts twice."""
    for pause in (0.0, 70.0, 70.0):
        await asyncio.sleep(pause)
        await check_in(human)


async def excuse(human: Human) -> None:
    """Elderly people excuse themselves in a sentence, or by voice."""
    if human.chance(0.4):
        human.world.journal.act(human.world.elapsed, human.member.name, "speaks", "")
        human.sim.send_voice(4)
        await human.answered(None)
    else:
        await human.say(human.pick(human.tongue.nonsense), "talks")
    await go_on(human, 2)


async def run_late(human: Human) -> None:
    """Writes it on the way; how late may be asked."""
    if await human.say(human.pick(human.tongue.late), "talks"):
        await go_on(human, 1)


async def two_at_one_hour(human: Human) -> None:
    """Wants whatever stands first, and again what stands below it: at one hour only one of the two can be had."""
    for place in (0, 1, 2):
        if not await human.say("/activities"):
            return
        shown = human.focus()
        if shown is None or len(shown.inline) <= place + 1:
            return
        await human.press_button(shown, shown.inline[place][0])
        await human.press("Sign me up")
        for label in ("Take this one instead", "Leave it, take this one"):
            if human.find(human.label(label)) and human.chance(0.7):
                await human.press(label)
                await human.press(human.pick(("Yes, take this one", "No, leave it as it is")))


async def settings(human: Human) -> None:
    await human.say("/settings")
    await go_on(human, 4)
    if human.sim.reply_buttons():
        human.sim.press_reply_button(human.sim.reply_buttons()[0])
        await human.answered(None)


async def menu(human: Human) -> None:
    await human.say(human.pick(("/menu", "/help", "/teams", "/mydata", "/language", "/stop")))
    await go_on(human, 2)


async def pause(human: Human) -> None:
    """Wants fewer messages for a while, or again as before."""
    await human.say(human.pick(("STOP", "退订", "unsubscribe")))
    await go_on(human, 3)


async def block(human: Human) -> None:
    """Has enough of it for some days."""
    if human.sim.chat.blocked:
        return
    human.world.journal.act(human.world.elapsed, human.member.name, "blocks", "")
    human.away.append(human.world.elapsed)
    human.sim.block()
    human.later(86400 * human.luck.uniform(0.2, 4), come_back)


async def come_back(human: Human) -> None:
    human.world.journal.act(human.world.elapsed, human.member.name, "returns", "")
    human.away.append(human.world.elapsed)
    human.sim.unblock()
    await human.say("/mine")


async def forget(human: Human) -> None:
    """For good: nothing may come after that."""
    if not await human.say("/forget", "erases"):
        return
    if await human.press("Yes, erase it all"):
        human.left = True

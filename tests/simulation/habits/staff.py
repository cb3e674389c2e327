"""What social workers, captains and coordinators do: they post, change, call off, take rolls, verify, ask, invite."""

import re

from tests.simulation.habits.talking import day, go_on, note
from tests.simulation.human import Human

LINK = re.compile(r"start=([A-Za-z0-9_-]+)")
DIGITS = re.compile(r"\b(\d{3}) ?(\d{3})\b")
HOUR = 3600.0


async def post(human: Human) -> None:
    """In one message, as the last one, or step by step."""
    draw = human.luck.random()
    if draw < 0.75:
        await human.say(one_message(human), "posts")
    else:
        await human.say("/post")
        await human.press("Same as last time" if draw < 0.9 else "Start a new one")
        if draw >= 0.9:
            await human.say(str(human.pick(human.tongue.posts)[0]), "answers")
        await go_on(human, 8)
    if await human.press("Publish"):
        await spread(human)


def one_message(human: Human) -> str:
    title, kind, place, risk = human.pick(human.tongue.posts)
    start = human.luck.randint(8, 18)
    on = day(human, human.luck.choice((1, 1, 2, 2, 3, 4, 5, 8)))
    ends = f"{start + human.luck.randint(1, 3)}:{human.pick(('00', '30'))}"
    places = human.luck.choice((1, 2, 2, 3, 3, 4, 6))
    values = (title, kind, human.tongue.teams[0], place, f"{on} {start}:00", ends, places, risk)
    mark = ":" if human.member.language == "en" else "："
    lines = [f"{field}{mark}{value}" for field, value in zip(human.tongue.fields, values, strict=False)]
    if human.chance(0.3):
        lines.append("minimum: 2")
    if human.chance(0.5):
        lines.append("audience: " + human.pick(("station", "everyone")))
    return "\n".join(["/post", *lines])


async def spread(human: Human) -> None:
    """The text to copy goes into some group outside: newcomers find its link there."""
    if not await human.press("Copy text"):
        return
    shown = human.focus()
    found = LINK.search(shown.text) if shown else None
    if found:
        human.board.links.append((human.member.language, found[1]))


async def manage(human: Human) -> None:
    """Opens something that is coming, and does something with it."""
    await human.say("/manage")
    await human.press("Coming")
    shown = human.focus()
    if shown is None or len(shown.inline) < 2:
        return
    await human.press_button(shown, human.pick(shown.inline)[0])
    act = human.luck.choices(
        (change_start, change_places, postpone, gather, hold, cancel, write, look),
        (1.2, 1, 0.6, 0.5, 0.8, 1.0, 1.5, 2),
    )[0]
    await act(human)


async def change_start(human: Human) -> None:
    if await human.press("Edit") and await human.press("Start"):
        await human.say(f"{human.luck.randint(8, 18)}:{human.pick(('00', '30'))}", "answers")


async def change_places(human: Human) -> None:
    if not await human.press("Edit"):
        return
    if human.chance(0.5) and await human.press("Places"):
        await human.say(str(human.luck.randint(1, 7)), "answers")
    elif await human.press("Place"):
        await human.say(str(human.pick(human.tongue.posts)[2]), "answers")


async def postpone(human: Human) -> None:
    await human.press("More")
    if await human.press("Postpone or cancel") and await human.press("Postpone"):
        await human.say(f"{day(human, human.luck.randint(1, 9))} {human.luck.randint(9, 18)}:00", "answers")
        await human.press("Yes, move it")


async def gather(human: Human) -> None:
    """To ten o'clock of the day after tomorrow, where others may be already."""
    await human.press("More")
    if await human.press("Postpone or cancel") and await human.press("Postpone"):
        await human.say(f"{day(human, 2)} 10:00", "answers")
        await human.press("Yes, move it")


async def hold(human: Human) -> None:
    await human.press("More")
    if await human.press("Postpone or cancel") and await human.press("Put on hold"):
        await go_on(human, 2)


async def cancel(human: Human) -> None:
    await human.press("More")
    if not (await human.press("Postpone or cancel") and await human.press("Cancel activity")):
        return
    if human.chance(0.7):
        if await human.press(human.pick(("Weather", "Venue", "Too few people"))):
            await human.press("Cancel it")
    elif await human.press("Another reason…"):
        await human.say(note(human), "answers")
        await human.press("Cancel it")
    if human.chance(0.3) and await human.press("Hold it after all"):
        await human.press("Yes, hold it")


async def write(human: Human) -> None:
    if await human.press("Write to them"):
        await human.say(note(human), "answers")
        await human.press("Send it")


async def look(human: Human) -> None:
    await human.press("Participants")
    await go_on(human, 3)


async def for_who_telephoned(human: Human) -> None:
    """Somebody is ill and has rung: found by the name alone, or behind *Participants*, and cancelled for them."""
    await human.say(human.pick(human.tongue.names).split()[0], "looks for")
    shown = human.focus()
    if shown is not None and len(shown.inline) > 1 and human.sees("Whom do you mean?"):
        await human.press_button(shown, human.pick(shown.inline)[0])
    before, _, after = human.label("Cancel {name}'s sign-up", name="\0").partition("\0")
    shown = human.focus()
    if shown is None:
        return
    for row in shown.inline:
        if row[0]["text"].startswith(before) and row[0]["text"].endswith(after):
            await human.press_button(shown, row[0])
            if await human.press("Yes, cancel" if human.chance(0.8) else "No, keep the place"):
                await human.press("Ill")
            return


async def broadcast(human: Human) -> None:
    await human.say("/broadcast")
    if await human.press("A team") and await human.press_like(human.tongue.teams[0]):
        await human.say(note(human), "answers")
        await human.press("Send it")


async def take_roll(human: Human) -> None:
    """The card has come: everybody is marked, somebody was late or did not come, and after the end it is finished."""
    if not await human.press("All here"):
        return
    shown = human.focus()
    names = [row[0] for row in shown.inline] if shown else []
    for button in names[:4]:
        if human.chance(0.2) and shown is not None and await human.press_button(shown, button):
            await human.press(human.pick(("Didn't come", "Late", "Told us", "Left early")))
            await go_on(human, 1)
    if human.chance(0.3) and await human.press("More") and await human.press("Check-in code"):
        shown = human.focus()
        found = DIGITS.search(shown.text) if shown else None
        if found:
            human.board.codes[human.member.language] = found[1] + found[2]
    human.later(human.luck.uniform(2.5, 5) * HOUR, finish_roll)


async def finish_roll(human: Human) -> None:
    await human.say("/rollcall")
    shown = human.focus()
    if shown is not None and human.find(human.label("Finish")) is None and shown.inline:
        await human.press_button(shown, human.pick(shown.inline)[0])
    if human.chance(0.8):
        await human.press("All leave now")
    if await human.press("Finish"):
        for _ in range(4):
            if human.sees("How many people were helped? Press, or type the number."):
                await human.say(str(human.luck.randint(0, 40)), "answers")
                return
            pressed = False
            for label in ("They were here", "Yes, all leave now", "Yes, count it", "Only as planned"):
                if human.find(human.label(label)) and await human.press(label):
                    pressed = True
                    break
            if not pressed:
                return


async def put_right(human: Human) -> None:
    """A finished roll-call is looked at once more: a mark was wrong, or a nought too many."""
    await human.say("/manage")
    await human.press("Past")
    shown = human.focus()
    if shown is None or len(shown.inline) < 2:
        return
    await human.press_button(shown, human.pick(shown.inline[:-1])[0])
    if not await human.press("See the roll-call"):
        return
    shown = human.focus()
    if human.chance(0.3) and await human.press("People helped"):
        await human.say(str(human.luck.randint(0, 40)), "answers")
    elif shown is not None and len(shown.inline) > 1:
        await human.press_button(shown, human.pick(shown.inline[:-1])[0])
        if await human.press(human.pick(("Didn't come", "Here", "Told us", "Late"))):
            await go_on(human, 1)
    if human.sees("This roll-call is finished, so what is put right keeps its reason."):
        await human.say(note(human), "answers")


async def verify(human: Human) -> None:
    await human.say("/verify")
    if human.chance(0.6):
        await human.press("Confirm all of these")
    await go_on(human, 3)


async def summary(human: Human) -> None:
    period = human.pick(("", "last month", "2026Q3", "2026", day(human, 0)[:7], "本月", "上月"))
    await human.say(f"/summary {period}".strip(), "asks")
    await go_on(human, 3)


async def invite(human: Human) -> None:
    await human.say("/invite")
    await human.press("Into a team")
    await go_on(human, 1)
    if await human.press("Make the link"):
        shown = human.focus()
        found = LINK.search(shown.text) if shown else None
        if found:
            human.board.links.append((human.member.language, found[1]))


async def people(human: Human) -> None:
    await human.say(f"/people {human.pick(human.tongue.names)[:2]}", "looks for")
    await go_on(human, 3)


async def teams(human: Human) -> None:
    await human.say(human.pick(("/teams", "/stations")))
    await go_on(human, 4)


async def sign_others_up(human: Human) -> None:
    await human.say("/activities")
    shown = human.focus()
    if shown is None or len(shown.inline) < 2:
        return
    await human.press_button(shown, human.pick(shown.inline[:5])[0])
    if await human.press("Sign up someone else"):
        if human.chance(0.4):
            await go_on(human, 3)
        else:
            await human.press_like(human.pick(human.tongue.managed))

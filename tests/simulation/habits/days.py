"""How often each habit comes over people of each role, and what they do when the phone rings."""

from bot.simulator.people.chats import Message
from tests.simulation.habits import mischief, newcomers, staff, volunteers
from tests.simulation.habits.talking import choose, go_on
from tests.simulation.human import Errand, Human

Habits = dict[Errand, float]
MISCHIEF: Habits = {
    mischief.press_old: 0.5, mischief.press_twice: 0.6, mischief.forge: 0.5, mischief.nonsense: 0.4,
    mischief.forward: 0.15, mischief.edit: 0.2, mischief.photo: 0.1,
    mischief.in_group: 0.15,
}  # fmt: skip
OWN: Habits = {
    volunteers.browse: 4, volunteers.look_at_own: 1.5, volunteers.look_at_hours: 0.8, volunteers.log_hours: 0.5,
    volunteers.excuse: 0.4, volunteers.run_late: 0.3, volunteers.two_at_one_hour: 0.5,
    volunteers.settings: 0.3, volunteers.pause: 0.05, volunteers.menu: 0.4, volunteers.check_in: 0.4,
    volunteers.out_and_in: 0.2,
    volunteers.block: 0.08, volunteers.forget: 0.01, newcomers.parent: 0.3,
}  # fmt: skip
CAPTAIN: Habits = {**OWN, **MISCHIEF, staff.sign_others_up: 3, staff.finish_roll: 0.4, volunteers.forget: 0.0}
LEAD: Habits = {
    **MISCHIEF, staff.post: 2.2, staff.manage: 1.6, staff.verify: 1.5, staff.broadcast: 0.15, staff.summary: 0.5,
    staff.invite: 0.3, staff.people: 0.4, staff.teams: 0.2, staff.finish_roll: 0.6, staff.put_right: 0.3,
    staff.for_who_telephoned: 0.5,
    volunteers.menu: 0.1,
    newcomers.parent: 0.0, volunteers.excuse: 0.1,
}  # fmt: skip
OFFICE: Habits = {
    **MISCHIEF, staff.summary: 3, staff.invite: 0.6, staff.people: 0.8, staff.teams: 0.6, staff.verify: 0.8,
    staff.broadcast: 0.1, volunteers.menu: 0.3,
}  # fmt: skip
HABITS: dict[str, Habits] = {
    "volunteer": {**OWN, **MISCHIEF},
    "newcomer": {**OWN, **MISCHIEF},
    "captain": CAPTAIN,
    "lead": LEAD,
    "coordinator": OFFICE,
    "administrator": OFFICE,
}


async def look_at_phone(human: Human) -> None:
    """What has come since is read, then something is done of one's own accord, or nothing."""
    await answer_news(human)
    if human.chance(0.75):
        habits = HABITS[human.member.role]
        errand = human.luck.choices(list(habits), list(habits.values()))[0]
        await errand(human)


async def answer_news(human: Human) -> None:
    """The newest messages that ask for something, oldest first."""
    for message in news(human):
        if human.find(human.label("All here")) and message.button(human.label("All here")):
            await staff.take_roll(human)
        elif message.inline and human.chance(0.85):
            button = choose(human, message)
            if button is not None and await human.press_button(message, button):
                await go_on(human, 2)


def news(human: Human) -> list[Message]:
    found = [one for one in human.screen() if one.by_bot and one.version > human.read_to]
    human.read_to = max([human.read_to, *(one.version for one in found)])
    return found[:4][::-1]

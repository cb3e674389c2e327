"""Four who need something done find the way in three taps from what they have before them: a card, or the menu.

Typing is no tap. What follows the third one only confirms, or says why.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from bot.invitations.acts import make_administrator_code
from bot.store.database import Database
from tests.helpers.town import NOW
from tests.stories.leading.test_first_steps import STEPS, bare
from tests.stories.leading.test_one_participant import publish
from tests.stories.leading.test_roll_call import END, START, many, signed_up, tap
from tests.stories.own.test_guardians import join
from tests.stories.phone import Phone
from tests.stories.story import DAY, HOUR, Story

__all__ = ["bare"]
MOST = 3
NAMES = ("张三", "李四", "王五", "赵六", "钱七", "孙八", "周九", "吴十", "郑一", "Gran")
TEN = "\n".join(f"{number}、{name}" for number, name in enumerate(NAMES, 1))


@contextmanager
def three_taps(phone: Phone) -> Iterator[None]:
    before = phone.taps
    yield
    assert phone.taps - before <= MOST, phone.screen()


async def test_captain_signs_up_ten_members_without_phones(story: Story) -> None:
    """From the card: the list of names is typed or pasted."""
    await publish(story, places=12)
    with three_taps(story.carl):
        await story.carl.press("Sign up someone else")
        await story.carl.send(TEN)
        await story.carl.press("Yes, sign them up")

    story.carl.sees("张三", "郑一", "Gran", within=1)
    await story.chan.press("Manage")
    story.chan.sees("{taken} of {places} taken", taken=10, within=1)


async def test_captain_signs_all_of_the_group_up(story: Story) -> None:
    """Nobody is typed: all who can be signed up are ticked at once."""
    await publish(story, places=20)
    await story.carl.press("Sign up someone else")
    await story.carl.send(TEN)
    await story.carl.press("Yes, sign them up")
    await story.chan.press("Manage")
    for label in ("More", "Postpone or cancel", "Add a session", "1"):
        await story.chan.press(label)
    await story.carl.send("/activities")
    await story.carl.press(story.carl.last().buttons[1])
    with three_taps(story.carl):
        await story.carl.press("Sign up someone else")
        await story.carl.press("Tick all")
        await story.carl.press(many(story, "Sign up {n} person"), n=13)

    story.carl.sees("张三", "郑一", "Gran", "Ben", within=1)
    story.ben.sees("✅ {by} signed you up.", by="Carl")


async def test_captain_takes_the_roll_of_the_ten(story: Story) -> None:
    await publish(story, places=12)
    await story.carl.press("Sign up someone else")
    await story.carl.send(TEN)
    await story.carl.press("Yes, sign them up")
    await story.wind_to(START)
    await story.carl.send("/menu")
    with three_taps(story.carl):
        await story.carl.press("Roll-call")
        await story.carl.press("All here")
    await story.wind_to(END)
    with three_taps(story.carl):
        for label in ("All leave now", "Finish", "Skip"):
            await story.carl.press(label)

    story.chan.sees("📋 <b>{name} has taken the roll: {came} of {expected} came</b>", came=10, expected=10)


async def test_lead_whose_volunteer_is_sick_and_wrote(story: Story) -> None:
    await publish(story)
    await story.anna.press("Sign me up")
    await story.anna.send("My knee hurts, sorry")
    await story.anna.press("Pass it on")
    with three_taps(story.chan):
        await story.chan.press("Cancel {name}'s sign-up", name="Anna")
        await story.chan.press("Yes, cancel")

    story.anna.sees("{by} cancelled your sign-up.", by="Chan", within=1)


async def test_lead_whose_volunteer_is_sick_and_telephoned(story: Story) -> None:
    """From the evening's list, from the activity's card, and from nowhere, by the name."""
    await publish(story, places=2)
    for phone in (story.anna, story.ben, story.cora):
        await phone.press("Sign me up")
    await story.chan.press("Manage")
    with three_taps(story.chan):
        await story.chan.press("Participants")
        await story.chan.press_like("Anna")
        await story.chan.press("Cancel {name}'s sign-up", name="Anna")
    await story.chan.press("No, keep the place")

    await story.wind_to(START - 12 * HOUR)
    with three_taps(story.chan):
        await story.chan.press("See list")
        await story.chan.press_like("Anna")
        await story.chan.press("Cancel {name}'s sign-up", name="Anna")
    await story.chan.press("No, keep the place")

    await story.chan.send("anna")
    with three_taps(story.chan):
        await story.chan.press("Cancel {name}'s sign-up", name="Anna")
        await story.chan.press("Yes, cancel")
    story.anna.sees("{by} cancelled your sign-up.", by="Chan", within=1)


async def test_a_name_of_two_activities_is_chosen_and_a_roll_that_is_open_comes_first(story: Story) -> None:
    await publish(story)
    await story.anna.press("Sign me up")
    await story.chan.press("Manage")
    for label in ("More", "Postpone or cancel", "Add a session", "1"):
        await story.chan.press(label)
    await story.anna.send("/activities")
    await story.anna.press(story.anna.last().buttons[1])
    await story.anna.press("Sign me up")
    await story.chan.send("Anna")
    story.chan.sees("Whom do you mean?", within=1)
    assert len(story.chan.last().buttons) == 2
    await story.ben.send("Anna")
    story.ben.sees_not("Whom do you mean?")

    await story.wind_to(START)
    await story.chan.send("Anna")
    story.chan.sees_button("Didn't come")


async def test_coordinator_puts_a_wrong_roll_call_right(story: Story) -> None:
    await signed_up(story, "anna", "ben")
    await story.wind_to(START)
    await story.chan.press("All here")
    await tap(story.chan, "Ben", "Didn't come")
    await story.wind_to(END)
    for label in ("All leave now", "Finish"):
        await story.chan.press(label)
    await story.chan.send("420")
    await story.wind(2 * DAY)

    await story.olga.send("/menu")
    with three_taps(story.olga):
        await story.olga.press("Roll-call")
        await story.olga.press_like("Visit")
        await story.olga.press_like("Ben")
    await story.olga.press("Here")
    await story.olga.send("He was at the back door")
    story.ben.sees("{title}: <b>{hours}</b> ({span}, marked by {name})", hours=story.ben.words.hours(150))

    await story.olga.send("/menu")
    with three_taps(story.olga):
        await story.olga.press("Roll-call")
        await story.olga.press_like("Visit")
        await story.olga.press("People helped")
    await story.olga.send("42")
    await story.olga.send("One nought too many")
    story.olga.sees(many(story, "{n} person helped"), n=42, within=1)


async def test_lead_reaches_finished_rolls_beside_those_that_are_open(story: Story) -> None:
    await signed_up(story, "anna")
    await story.wind_to(END)
    for label in ("All here", "All leave now", "Finish", "Skip"):
        await story.chan.press(label)
    await signed_up_again(story)
    await story.chan.send("/menu")
    with three_taps(story.chan):
        await story.chan.press("Roll-call")
        await story.chan.press("Finished ones")
        await story.chan.press_like("Visit")
    story.chan.sees("✅ <b>Roll-call done: {came} of {expected} came</b>", came=1, expected=1)


async def signed_up_again(story: Story) -> None:
    """Two more, whose rolls are open at once."""
    for hour in ("9:00", "9:30"):
        await story.chan.send(
            f"/post\ntitle: Market\nkind: elderly\nteam: first\nplace: Hall\nstart: 2026-12-05 {hour}\nend: 11:00\n"
            "capacity: 8\nrisk: wet floors"
        )
        await story.chan.press("Publish")
    await story.wind_to(START + 7 * DAY + HOUR)


async def test_agency_that_begins_from_nothing(bare: Story, database: Database) -> None:
    """Each first step, from the menu: what it asks is typed, until the first activity is out."""
    async with database.write() as tx:
        code = (await make_administrator_code(tx, NOW)).payload
    wu = bare.newcomer("Wu")
    await join(wu, code)
    for done, step in enumerate(STEPS):
        await wu.send("/menu")
        with three_taps(wu):
            await wu.press("First steps: {done} of {all} done", done=done, all=len(STEPS))
            await step(bare)
    wu.sees("✅ <b>Published.</b>", within=1)

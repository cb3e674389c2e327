"""What no command means reaches a human being: by text, by voice, with a picture, and the answer comes back."""

from bot.store.database import Database
from tests.helpers.offers import offer
from tests.stories.story import Story


async def test_voice_message_reaches_the_lead_with_the_next_sign_ups(story: Story, database: Database) -> None:
    async with database.write() as tx:
        story.town.tx = tx
        shift = await offer(story.town)
    await story.anna.start(f"a_{shift}")
    await story.anna.press("Sign me up")

    story.anna.person.send_voice(7)
    await story.settle()
    story.anna.sees("Shall I pass this to {name}?", name="Chan")
    await story.anna.press("Pass it on")

    story.anna.sees("✅ Passed on to {name}.", name="Chan")
    story.chan.sees("💬 <b>{name}</b> ({team}) asks me to pass this on.", name="Anna", team="first")
    title, state = "Visit a care home and chat with residents", story.chan.say("signed up")
    story.chan.sees("· {when}: {title} ({state})", title=title, state=state)
    assert story.chan.last().content["voice"]["duration"] == 7


async def test_lead_answers_through_the_bot(story: Story) -> None:
    await story.anna.send("I hurt my knee & elbow")
    await story.anna.press("Pass it on")
    story.chan.sees("I hurt my knee & elbow", within=1)
    story.chan.sees("No sign-up ahead.")

    await story.chan.press("Answer")
    await story.chan.send("Get well soon!")

    story.chan.sees("✅ Sent to {name}.", name="Anna")
    story.anna.sees("💬 <b>{name} answers:</b>", name="Chan")
    story.anna.sees("Get well soon!", within=1)


async def test_photo_can_stay_between_us(story: Story) -> None:
    story.anna.person.send_photo("my garden")
    await story.settle()

    await story.anna.press("No")

    story.anna.sees("All right, it stays between us.")
    story.chan.sees_not("💬 <b>{name}</b> ({team}) asks me to pass this on.")


async def test_passing_on_twice_reaches_the_lead_once(story: Story) -> None:
    await story.anna.send("I am late")
    card = story.anna.last()
    story.anna.person.press(story.anna.say("Pass it on"), message=card)
    story.anna.person.press(story.anna.say("Pass it on"), message=card)
    await story.settle()

    assert [message.text for message in story.chan.person.messages].count("I am late") == 1


async def test_words_of_others_cannot_be_passed_on_or_answered(story: Story) -> None:
    """Fault 45."""
    await story.anna.send("I am late")
    said = story.anna.last().inline[0][0]["callback_data"]

    story.ben.person.forge(said)
    await story.settle()
    await story.anna.press("Pass it on")
    for data in ("pan:1", "pon:1:1", "pan:999", "pan:x"):
        story.li.person.forge(data)
    await story.settle()
    await story.li.send("I am not the lead")

    story.chan.sees_not("I am not the lead")
    story.anna.sees_not("I am not the lead")
    story.li.sees_not("What shall I tell {name}? Type it, or send a voice message.")


async def test_plain_words_do_what_commands_do(story: Story) -> None:
    for word, title in (("Settings", "⚙️ <b>Settings of {name}</b>"), ("選單", "What would you like to do?")):
        await story.anna.send(word)
        story.anna.sees(title, within=1)
    await story.anna.send("怎么用？")
    story.anna.sees("Anything else, also a voice message or a photo, I can pass on to the person in charge.")


async def test_unknown_command_is_answered_with_those_that_exist(story: Story) -> None:
    await story.anna.send("/fly")

    story.anna.sees("Anything else, also a voice message or a photo, I can pass on to the person in charge.")


async def test_commands_in_a_group_lead_to_the_own_chat(story: Story) -> None:
    group = story.simulator.group("first team", members=[story.anna.person])
    expected = (story.anna.say("Let's do this in private, not in the group."), [story.anna.say("Open our chat")])

    for command in ("hours", "help", "start"):
        story.anna.person.send(f"/{command}@{story.simulator.world.bot['username']}", chat=group)
        await story.settle()
        shown = group.messages[-1]
        assert (shown.text, [button["text"] for row in shown.inline for button in row]) == expected

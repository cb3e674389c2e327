"""A link that was followed is not lost, an answer stands where the question does, and nobody joins in a group."""

from bot.store.database import Database
from tests.stories.own.test_joining import offered
from tests.stories.story import HOUR, Story


async def test_bare_start_does_not_lose_the_link_that_was_followed(story: Story, database: Database) -> None:
    """The app's own Start button, or a desktop client that drops the payload."""
    shift = await offered(story, database)
    zoe = story.newcomer("Zoe")
    await zoe.start(f"a_{shift}")
    await zoe.start()
    await zoe.press("I agree, I'm 18 or over")
    await zoe.press("Use this name")
    await zoe.press("Sign me up")
    zoe.sees("✅ You're in. See you on {day}!", within=1)
    await story.chan.send("/manage")
    await story.chan.press("Coming")
    await story.chan.press_like("·")
    story.chan.sees("{taken} of {places} taken", taken=1, within=1)


async def test_link_of_long_ago_is_not_followed_again(story: Story, database: Database) -> None:
    shift = await offered(story, database)
    zoe = story.newcomer("Zoe")
    await zoe.start(f"a_{shift}")
    await story.wind(2 * HOUR)
    await zoe.start()
    await zoe.press("I agree, I'm 18 or over")
    await zoe.press("Use this name")
    assert zoe.say("Sign me up") not in zoe.person.buttons()


async def test_answer_in_a_forum_goes_to_the_topic_of_the_question(story: Story) -> None:
    group = story.simulator.group("Forum", [story.anna.person], supergroup=True)
    chat = {"id": group.id, "type": "supergroup", "title": "Forum", "is_forum": True}
    message = {
        "message_id": 900, "date": story.now, "chat": chat, "from": story.anna.person.user, "text": "/activities",
        "entities": [{"type": "bot_command", "offset": 0, "length": 11}],
        "message_thread_id": 77, "is_topic_message": True,
    }  # fmt: skip
    story.simulator.world.updates.push("message", message)
    await story.settle()
    assert story.simulator.calls.of("sendMessage", chat=group.id)[-1].params.get("message_thread_id") == 77


async def test_nobody_joins_in_a_group(story: Story) -> None:
    """An administrator who writes as the group, and a channel, get a link into the own chat and nothing else."""
    group = story.simulator.group("Team chat", [story.anna.person])
    group.send_anonymously("/summary")
    group.forward_from_channel("News", "/post")
    await story.settle()
    said = [message for message in group.messages if message.by_bot]
    assert said
    assert {label for message in said for label in message.buttons} == set(said[0].buttons)
    assert len(said[0].buttons) == 1
    assert "url" in (said[0].button(said[0].buttons[0]) or {})


async def test_link_that_nobody_knows_is_said_to_be_dead(story: Story) -> None:
    await story.anna.start("x_17")
    story.anna.sees("This link leads nowhere any more. Please ask whoever sent it for a new one.", within=1)
    story.anna.sees_button("Activities")
    await story.anna.start()
    story.anna.sees_not("This link leads nowhere any more. Please ask whoever sent it for a new one.", within=1)

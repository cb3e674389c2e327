"""A press turns to something else, as a command does: words that follow it are no answer to an older question."""

import pytest

from tests.stories.leading.test_managing import begin
from tests.stories.own.test_guardians import join, link_of
from tests.stories.story import Story
from tests.stories.talk.test_typed_words import EXCUSE, SHALL_I


async def test_press_on_another_card_sets_the_open_question_aside(story: Story) -> None:
    chan, words = story.chan, "ok see you then"
    await begin(story)
    card = chan.last()
    await story.anna.send("/log 2026-11-20 14:00-16:30 Chat")
    await chan.send("/verify")
    await chan.press("1")
    await chan.press("Send back")
    await chan.press("Participants", message=card)
    await chan.send(words)

    chan.sees(SHALL_I, within=1)
    story.anna.sees_not("↩️ <b>Your hours were sent back</b>: {reason}")


async def test_open_question_outlives_a_press_beside_it(story: Story) -> None:
    anna, excuse = story.anna, EXCUSE[story.language]
    await anna.send("/log")
    await anna.send(excuse)
    await anna.press("Pass it on")
    await anna.send("2026-11-20")

    anna.sees_not(SHALL_I)


async def test_long_day_is_confirmed_by_a_yes_and_not_by_any_words(story: Story) -> None:
    wu, words = story.wu, "ok see you then"
    await story.anna.send("/log 2026-11-20 06:00-21:00 Camp")
    await wu.send("/verify")
    await wu.press("1")
    await wu.press("Confirm")
    wu.sees("That makes a very long day for {who}. Why is it right? Type it in a few words.", within=1)
    await wu.send(words)
    wu.sees("{who}: “{reason}”", who="Anna", reason=words, within=1)
    wu.sees_button("Pass it on")
    wu.sees_not("✅ {who}: {hours} confirmed")

    await wu.press("Back")
    await wu.press("Confirm")
    await wu.send("The camp ran all day")
    await wu.press("Yes, confirm")
    wu.sees("✅ {who}: {hours} confirmed", who="Anna", hours=wu.words.hours(900), within=1)


async def test_press_in_the_same_journey_sets_the_open_question_aside_too(story: Story) -> None:
    olga = story.olga
    await olga.send("/teams")
    teams = olga.last()
    await olga.send("/teams")
    await olga.press("New team")
    await olga.press("service team")
    await olga.press("futian ›")
    await olga.press("This one: {station}", station="futian")
    await olga.press("first · futian", message=teams)
    await olga.send("ok see you then")

    olga.sees(SHALL_I, within=1)


async def test_signing_up_others_is_gone_on_with(story: Story) -> None:
    chan = story.chan
    await begin(story)
    await chan.send("/activities")
    await chan.press_like("·")
    await chan.press("Sign up someone else")
    await chan.send("/mine")
    await chan.send("Grandma Wang")
    chan.sees(SHALL_I, within=1)

    await chan.press("Go on signing somebody up")
    await chan.send("Grandma Wang")
    chan.sees("➕ <b>{name}</b> is new here.", name="Grandma Wang", within=1)
    await chan.press("Under 18")
    await chan.send("Grandma Li")
    chan.sees("➕ <b>{name}</b> is new here.", name="Grandma Li", within=1)


@pytest.mark.parametrize("way", ["the link", "the child's question"])
async def test_excuse_of_a_parent_is_no_consent_and_no_companion(story: Story, way: str) -> None:
    kit, mum, excuse = story.newcomer("Kit"), story.newcomer("Mum"), "我来不了"
    await join(kit, adult=False)
    kit.person.forge("gua")
    await story.settle()
    await kit.press("Under 14")
    await join(mum, link_of(kit))
    if way == "the link":
        await mum.press("I agree, someone else comes along")
    else:
        await mum.press("I agree and come along")
        await mum.press("Who comes along")
    told = len(kit.texts(1000))
    await mum.send(excuse)
    mum.sees("That is no name. Nobody was added.", within=1)
    assert len(kit.texts(1000)) == told

    await mum.press("Back")
    if way == "the link":
        mum.sees("<b>Do you agree that {name} volunteers with us?</b>", name="Kit")
    else:
        mum.sees("✅ On {day} you agreed that {name} takes part. It holds until {until}.", name="Kit")
    await mum.send(excuse)
    assert len(kit.texts(1000)) == told
    await mum.press("Go on: who comes along")
    await mum.send("Uncle Bo")
    await mum.press("Yes, this name")
    kit.sees_not(excuse)
    assert len(kit.texts(1000)) > told

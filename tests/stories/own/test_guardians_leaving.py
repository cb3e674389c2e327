"""A guardian who goes for good: the child stays, and needs another."""

from bot.store.database import Database
from tests.stories.own.test_guardians import join, link_of, offered, states
from tests.stories.story import Story


async def test_guardian_who_leaves_takes_the_consent_along(story: Story, database: Database) -> None:
    """Fault 66: the child hears of it, without the name that is gone."""
    shift = await offered(story, database)
    kit, mum = story.newcomer("Kit"), story.newcomer("Mum")
    await join(kit, f"a_{shift}", adult=False)
    await kit.press("Sign me up")
    await kit.press("Ask my parent or guardian")
    await kit.press("Under 14")
    await join(mum, link_of(kit))
    await mum.press("I agree and come along")
    await kit.press("Sign me up", message=kit.last())
    assert await states(database, shift) == ["confirmed"]

    await mum.send("/forget")
    mum.sees("· Your consent ends, and these sign-ups are cancelled too: {names}", names="Kit")
    await mum.press("Yes, erase it all")

    kit.sees("Your parent or guardian has left, and the consent has ended. Your coming sign-ups are cancelled.")
    assert kit.last().buttons == [kit.say("Ask my parent or guardian")]
    assert await states(database, shift) == []

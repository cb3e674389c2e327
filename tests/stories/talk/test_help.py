from tests.stories.story import Story


async def test_help_lists_what_this_person_may_do(story: Story) -> None:
    await story.anna.send("/help")
    await story.olga.send("/help")

    story.anna.sees("See what's coming and sign up")
    story.anna.sees_not("Stations and their settings")
    story.olga.sees("Stations and their settings")

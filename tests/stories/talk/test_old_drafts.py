"""What was asked before an update is still answered: drafts as version 0.1.0 kept them, with its names of steps."""

import json

from bot.store.database import Database
from bot.store.drafts import open_draft
from tests.helpers.raw_sql import fetched
from tests.stories.leading.test_managing import begin
from tests.stories.story import Story


async def left_open(story: Story, database: Database, who: str, form: str, step: str, **fields: object) -> None:
    async with database.write() as tx:
        await open_draft(tx, story.town.people[who], form, step, fields, story.now)


async def test_name_and_number_of_settings_are_still_taken(story: Story, database: Database) -> None:
    await story.anna.send("/settings")
    for form, typed in (("settings_name", "Annabel"), ("settings_number", "SZ-7")):
        await left_open(story, database, "anna", form, "typing")
        await story.anna.send(typed)
        await story.anna.press("Yes, change it")
        story.anna.sees(typed, within=1)


async def test_search_still_finds_the_next_name(story: Story, database: Database) -> None:
    await left_open(story, database, "chan", "people", "find", text="x")
    await story.chan.send("Zzz")
    assert "Zzz" in story.chan.last().text
    story.chan.sees_button("Search again")
    await story.chan.send("Ben")
    story.chan.sees("Ben", within=1)


async def test_words_to_many_still_go_to_whom_they_were_meant(story: Story, database: Database) -> None:
    first = story.town.teams["first"]
    await left_open(story, database, "chan", "broadcast", "text", audience=f"team:{first}")
    await story.chan.send("Bring water")
    await story.chan.press("Send it")
    story.anna.sees("Bring water")


async def test_moment_of_a_decision_and_reason_of_a_cancelling_are_still_taken(
    story: Story, database: Database, database_url: str
) -> None:
    await begin(story)
    [(shift, activity)] = await fetched(database_url, "SELECT id, activity_id FROM shift ORDER BY id DESC LIMIT 1")
    await left_open(story, database, "chan", "hold", "until", shift=shift)
    await story.chan.send("tomorrow 20:00" if story.language == "en" else "明天 20:00")
    story.anna.sees("⏸ <b>{title} is on hold.</b> We'll decide by {time} and tell you.")
    await left_open(story, database, "chan", "cancel_activity", "text", activity=activity)
    await story.chan.send("Fire drill")
    await story.chan.press("Cancel it")

    story.anna.sees("Fire drill")
    kept = await fetched(database_url, "SELECT fields FROM draft WHERE form = 'cancel_activity'")
    assert [json.loads(str(fields)) for (fields,) in kept] == [{}]

"""The own hours of a period, asked for as people talk."""

import pytest

from tests.stories.story import Story


@pytest.mark.parametrize("typed", ["last month", "上月", "2026-10"])
async def test_own_hours_of_a_period_are_asked_for_in_words(story: Story, typed: str) -> None:
    word = {"en": "hours", "zh_Hans": "时长", "zh_Hant": "時數"}[story.language]
    await story.anna.send(f"{word} {typed}")
    story.anna.sees("<b>{period}:</b> {hours}", within=1)
    await story.anna.send("hours are wrong there")
    story.anna.sees_not("<b>{period}:</b> {hours}", within=1)

"""A lead whose role ends: somebody else leads at once, is told, and gets the lists and the roll-call card."""

from tests.stories.leading.test_managing import begin
from tests.stories.story import DAY, HOUR, Story


async def test_lists_and_the_roll_call_go_to_the_coordinator_until_it_is_handed_over(story: Story) -> None:
    await begin(story)
    await story.olga.send("/people")
    await story.olga.send("Chan")
    await story.olga.press("Roles")
    await story.olga.press_like(story.olga.say("Withdraw: {role}, {station}", role="", station="").split("：")[0][:4])
    await story.olga.press("Yes, withdraw")
    story.olga.sees("Others lead these activities for now, and were told: {names}")
    story.olga.sees("🤝 <b>You lead this activity now.</b>", within=1)

    await story.wind(2 * DAY)
    story.olga.sees("🤝 <b>You still lead this for now. Keep it, or hand it over?</b>", within=2)
    story.chan.sees_not("🤝 <b>You still lead this for now. Keep it, or hand it over?</b>")
    story.olga.sees_button("Hand over")
    await story.wind(3 * DAY + 23 * HOUR)
    story.olga.sees("📋 <b>Your list for {day}</b>", within=99)
    story.chan.sees_not("📋 <b>Your list for {day}</b>")
    story.olga.sees_button("All here")
    assert story.chan.say("All here") not in story.chan.person.buttons()
    await story.anna.send("I am ill")
    await story.anna.press("Pass it on")
    story.anna.sees("✅ Passed on to {name}.", name="Olga")


async def test_who_has_it_from_the_one_for_now_is_not_reminded(story: Story) -> None:
    await begin(story)
    await story.olga.send("/people")
    await story.olga.send("Chan")
    await story.olga.press("Roles")
    await story.olga.press_like(story.olga.say("Withdraw: {role}, {station}", role="", station="").split("：")[0][:4])
    await story.olga.press("Yes, withdraw")
    await story.olga.press("Manage")
    await story.olga.press("More")
    await story.olga.press("Who leads")
    await story.olga.press("Hand over")
    await story.olga.press_like("Wu")
    await story.wind(2 * DAY)
    for phone in (story.olga, story.wu):
        phone.sees_not("🤝 <b>You still lead this for now. Keep it, or hand it over?</b>")

"""A lead whose role ends: somebody else leads at once, is told, and gets the lists and the roll-call card."""

from tests.stories.leading.test_managing import begin
from tests.stories.phone import Phone
from tests.stories.story import DAY, HOUR, Story


async def withdraw_role_of(coordinator: Phone, name: str) -> None:
    await coordinator.send("/people")
    await coordinator.send(name)
    await coordinator.press("Roles")
    await coordinator.press_like(coordinator.say("Withdraw: {role}, {station}", role="", station="").split("：")[0][:4])
    await coordinator.press("Yes, withdraw")


async def test_lists_and_the_roll_call_go_to_the_coordinator_until_it_is_handed_over(story: Story) -> None:
    await begin(story)
    await withdraw_role_of(story.olga, "Chan")
    story.olga.sees("Others lead these activities for now, and were told: {names}")
    story.olga.sees("🤝 <b>You lead this activity now.</b>", within=2)

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
    await withdraw_role_of(story.olga, "Chan")
    await story.olga.press("Manage")
    await story.olga.press("More")
    await story.olga.press("Who leads")
    await story.olga.press("Hand over")
    await story.olga.press_like("Wu")
    await story.wind(2 * DAY)
    for phone in (story.olga, story.wu):
        phone.sees_not("🤝 <b>You still lead this for now. Keep it, or hand it over?</b>")


async def test_teams_go_to_the_coordinator_in_one_message_until_another_lead_is_named(story: Story) -> None:
    await withdraw_role_of(story.olga, "Chan")
    story.olga.sees("Others lead these teams for now, and were told: {names}")
    story.olga.sees("🤝 <b>You are the staff lead for now: {names}</b>", within=1)
    assert len(story.olga.last().buttons) == 2
    await story.olga.send("/teams")
    await story.olga.press_like("first")
    story.olga.sees("Staff lead: {name}", name="Olga", within=1)

    await story.wind(2 * DAY)
    story.olga.sees("🤝 <b>For now you still lead: {names}</b>. Keep it so, or name another lead?", within=1)
    await story.olga.press("{team}: another lead", team="first")
    story.olga.sees("There is no staff lead for this station yet. Give somebody the role first: /people", within=1)

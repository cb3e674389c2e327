"""A captain signs several up in one press: ticked, or typed; who cannot be signed up stands there with the reason."""

from tests.stories.leading.test_one_participant import publish
from tests.stories.leading.test_roll_call import END, START, many
from tests.stories.story import DAY, Story

TEN = "1、张三\n2、李四 13800001111\n3、王五\n4、赵六\n5、钱七\n6、孙八\n7、周九\n8、吴十\n9、郑一一"
CLASHING = {
    "title": "Street market", "kind": "elderly", "team": "first", "place": "Care home, 2F", "capacity": "8",
    "start": "2026-11-28 9:30", "end": "11:00", "risk": "wet floors",
}  # fmt: skip
PLACED = "✅ <b>{n} person is in.</b>"


async def team_of_ten(story: Story) -> None:
    """Gran and nine new names, pasted."""
    await story.carl.press("Sign up someone else")
    await story.carl.send(TEN + "\n10、Gran")
    await story.carl.press("Yes, sign them up")


async def test_captain_with_ten_members_without_phones(story: Story) -> None:
    """Each step in three taps: all are signed up, one reminder, the roll, the hours of all."""
    await publish(story, places=12)
    await story.carl.press("Sign up someone else")
    await story.carl.send(TEN + "\n10、Gran")
    names = "👥 <b>Sign up {n} person?</b>"
    story.carl.sees(many(story, names), "Known: {names}", "New, for {team}: {names}", n=10, within=1)
    story.carl.sees("Phone numbers, notes and further columns are left out.", within=1)
    await story.carl.press("Yes, sign them up")
    placed = PLACED if story.language != "en" else PLACED.replace("person is", "people are")
    story.carl.sees(placed, "张三", "郑一一", "Gran", n=10, within=1)
    story.carl.sees_not("13800001111", within=1)

    before = len(story.carl.texts(1000))
    await story.wind_to(START - DAY)
    assert len([one for one in story.carl.texts(1000)[before:] if "张三" in one]) == 1
    await story.carl.press("All coming")
    await story.wind_to(START)
    await story.carl.send("/rollcall")
    await story.carl.press("All here")
    await story.wind_to(END)
    for label in ("All leave now", "Finish", "Skip"):
        await story.carl.press(label)
    await story.chan.press("Confirm")

    story.carl.sees(many(story, "🧾 <b>Hours of {n} person without a phone</b>"), n=10, within=1)
    await story.carl.press("All right")
    await story.carl.press("Hours of my people")
    hours = story.carl.words.hours(150)
    story.carl.sees("· {name}: this month {month} · this year {year}", name="Gran", month=hours, within=1)


async def test_ticked_ones_are_signed_up_and_the_others_stand_with_the_reason(story: Story) -> None:
    await publish(story, places=2)
    await story.anna.press("Sign me up")
    await story.carl.press("Sign up someone else")
    story.carl.sees("☑️ Signed up already: {names}", names="Anna", within=1)
    await story.carl.press("Several at once")
    await story.carl.press_like("Ben")
    await story.carl.press_like("Cora")
    await story.carl.press_like("✓ Cora")
    await story.carl.press_like("Gran")
    assert any(label.startswith("✓ Ben") for label in story.carl.last().buttons)
    two = "Sign up {n} person"
    await story.carl.press(many(story, two), n=2)

    story.carl.sees("⏳ On the waiting list: {names}", names="Gran (1)", within=1)
    story.ben.sees("✅ {by} signed you up.", by="Carl")
    story.cora.sees_not("✅ {by} signed you up.")


async def test_who_is_elsewhere_then_is_not_offered_and_says_where(story: Story) -> None:
    """Typed all the same, they stand in the answer with the reason; the others are in."""
    await publish(story)
    await story.chan.send("/post\n" + "\n".join(f"{field}: {value}" for field, value in CLASHING.items()))
    await story.chan.press("Publish")
    await story.ben.press("Sign me up")
    await story.carl.send("/activities")
    await story.carl.press_like("9:00")
    await story.carl.press("Sign up someone else")
    story.carl.sees("⛔ Ben", "is down for “{activity}” then ({when})", activity="Street market", within=1)
    assert not any(label.startswith("Ben") for label in story.carl.last().buttons)
    await story.carl.press("Several at once")
    await story.carl.press("Tick all")
    assert sorted(label for label in story.carl.last().buttons if label.startswith("✓")) == [
        "✓ Anna · first", "✓ Cora · first", "✓ Gran · first",
    ]  # fmt: skip
    await story.carl.send("Ben\nCora\nLily")
    story.carl.sees("⛔ Ben", "Known: {names}", "New, for {team}: {names}", within=1)
    await story.carl.press("Only who is known")

    story.carl.sees(PLACED, "Cora", n=1, within=1)
    story.ben.sees_not("✅ {by} signed you up.")
    await story.carl.press("Sign up someone else")
    await story.carl.send("Cora")
    story.carl.sees("☑️ Signed up already: {names}", names="Cora", within=1)


async def test_who_acts_for_several_hears_once_that_staff_signed_them_up(story: Story) -> None:
    await publish(story)
    await story.carl.press("Sign up someone else")
    await story.carl.send("Lily")
    await story.carl.press("Yes, sign them up")
    later = {**CLASHING, "start": "2026-11-29 9:30", "capacity": "20"}
    await story.chan.send("/post\n" + "\n".join(f"{field}: {value}" for field, value in later.items()))
    for label in ("Publish", "Manage", "Participants", "Sign up someone else", "Several at once", "Tick all"):
        await story.chan.press(label)
    before = len(story.carl.texts(1000))
    await story.chan.press(many(story, "Sign up {n} person"), n=8)

    assert len(story.carl.texts(1000)) == before + 2
    story.carl.sees("✅ {by} has signed people of yours up.", "Gran", "Lily", by="Chan", within=2)
    story.carl.sees("✅ {by} signed you up.", by="Chan", within=2)
    await story.carl.press("All coming")
    noted = "👍 Noted: {n} is coming on {day}."
    story.carl.sees(noted.replace("is", "are") if story.language == "en" else noted, n=2, within=2)


async def test_long_roll_is_searched_and_who_is_not_marked_stands_first(story: Story) -> None:
    await publish(story, places=40)
    await story.carl.press("Sign up someone else")
    await story.carl.send("\n".join(f"Zoe {chr(65 + n)}lpha" for n in range(12)))
    await story.carl.press("Yes, sign them up")
    await story.wind_to(START)
    hint = "Tap a name to say more, or type part of it. Who is not marked yet stands first."
    story.chan.sees(hint, within=1)
    await story.chan.press_like("Zoe Alpha")
    await story.chan.press("Here")
    assert not any("Zoe Alpha" in label for label in story.chan.last().buttons)
    await story.chan.send("llpha")
    await story.chan.press("Didn't come")
    await story.chan.press("›")
    assert [label for label in story.chan.last().buttons if "✅" in label] == ["✅ Zoe Alpha"]
    assert [label for label in story.chan.last().buttons if "❌" in label] == ["❌ Zoe Llpha"]

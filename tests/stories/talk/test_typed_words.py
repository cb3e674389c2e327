"""What people type reaches what it was meant for: a command, the open question, or a human being."""

import pytest

from tests.stories.leading.test_managing import begin
from tests.stories.leading.test_posting import MESSAGES
from tests.stories.story import DAY, Story

REPORT = {"en": "report last month", "zh_Hans": "统计 上月", "zh_Hant": "統計 上月"}
EXCUSE = {"en": "My back hurts, I can't come", "zh_Hans": "我明天腰疼来不了", "zh_Hant": "我聽日腰痛嚟唔到"}
LENGTH = {"en": "2 h", "zh_Hans": "两个小时", "zh_Hant": "兩個鐘"}
EVENING = {"en": "tomorrow evening 7:30", "zh_Hans": "明晚七点半", "zh_Hant": "聽晚7點半"}
UNCLEAR = {"en": "yesterday 2-4 chatted", "zh_Hans": "昨天 2点到4点聊天", "zh_Hant": "昨日2點至4點傾偈"}
SHALL_I = "Shall I pass this to {name}?"


async def test_report_asked_for_by_words_renames_no_station(story: Story) -> None:
    olga = story.olga
    await olga.send("/stations")
    await olga.press("nanshan")
    await olga.press("Change")
    await olga.press("Name: {name}", name="nanshan")

    await olga.send(REPORT[story.language])
    await olga.send(EXCUSE[story.language])
    olga.sees(SHALL_I, within=1)
    await olga.send("/stations")

    assert "nanshan" in olga.person.buttons()
    olga.sees_not("<b>Change it to “{after}”?</b>")


async def test_station_is_renamed_once_its_old_name_was_seen(story: Story) -> None:
    olga = story.olga
    await olga.send("/stations")
    for name, answer, shown in (("<b>West</b>", "No, leave it", "nanshan"), ("West", "Yes, change it", "West")):
        await olga.press("nanshan")
        await olga.press("Change")
        await olga.press("Name: {name}", name="nanshan")
        await olga.send(name)
        olga.sees("<b>Change it to “{after}”?</b>", after=name, within=1)
        olga.sees("{what} now: {before}", what=olga.say("Called"), before="nanshan", within=1)
        await olga.press(answer)
        await olga.send("/stations")
        assert shown in olga.person.buttons()


async def test_team_is_renamed_after_a_look(story: Story) -> None:
    chan = story.chan
    await chan.send("/teams")
    await chan.press("first · futian")
    await chan.press("Change")
    await chan.press("Name: {name}", name="first")
    await chan.send("Team & One")
    chan.sees("{what} now: {before}", what=chan.say("Called"), before="first", within=1)
    await chan.press("Yes, change it")

    await chan.send("/teams")
    assert "Team & One · futian" in chan.person.buttons()


async def test_published_title_and_place_are_not_overwritten_by_stray_words(story: Story) -> None:
    chan, title = story.chan, MESSAGES[story.language].splitlines()[1].replace("：", ":").split(":")[1].strip()
    await begin(story)
    await chan.press("Edit")
    await chan.press("Title")
    await chan.send("/manage")
    await chan.send(REPORT[story.language])
    await chan.send(EXCUSE[story.language])
    chan.sees(SHALL_I, within=1)

    await chan.send("/manage")
    await chan.press("Coming")
    await chan.press_like(title[:4])
    await chan.press("Edit")
    await chan.press("Title")
    await chan.send("Tea & talk")
    chan.sees("{what} now: {before}", what=chan.say("Title"), before=title, within=1)
    await chan.press("Yes, change it")
    chan.sees("✅ <b>Changed.</b>", "Tea & talk", within=1)


async def test_excuse_does_not_become_a_name_or_number(story: Story) -> None:
    anna, excuse = story.anna, EXCUSE[story.language]
    for part in ("Name", "Volunteer number"):
        await anna.send("/settings")
        await anna.press("About me")
        await anna.press(part)
        await anna.send("/mine")
        await anna.send(excuse)
        anna.sees(SHALL_I, within=1)
    await anna.send("/settings")
    await anna.press("About me")
    await anna.press("Name")
    await anna.send(excuse)
    await anna.press("Pass it on")

    anna.sees("✅ Passed on to {name}.", within=1)
    assert excuse in [message.text for message in story.chan.person.messages]
    await anna.send("/settings")
    anna.sees("⚙️ <b>Settings of {name}</b>", name="Anna", within=1)


async def test_words_to_many_are_gone_on_with_after_a_report(story: Story) -> None:
    chan = story.chan
    await chan.send("/broadcast")
    await chan.press("A team")
    await chan.press("first")
    await chan.send(REPORT[story.language])
    chan.sees_not("This is what {n} people will get:")
    await chan.send("Bring water")
    chan.sees(SHALL_I, within=1)

    await chan.press("Go on writing")
    await chan.send("Bring water")
    assert "Bring water" in chan.last().text
    chan.sees_button("Send it")


async def test_draft_of_an_activity_is_gone_on_with(story: Story) -> None:
    chan = story.chan
    await chan.send("/post")
    await chan.press("Start a new one")
    await chan.send("Tea & talk")
    await chan.send("/hours")
    await chan.send("/post")

    await chan.press("Go on with the new activity")
    chan.sees("What kind of service is it?", "Tea & talk", within=1)
    await chan.send("/post\n類別：大型")
    chan.sees("{field}: {value}", field=chan.say("Kind"), value=chan.say("Large events"), within=1)
    await chan.send("人数：5")
    chan.sees("{field}: {value}", field=chan.say("Places"), value="5", within=1)
    chan.sees("Tea & talk", within=1)


async def test_voice_and_excuses_reach_people_while_a_form_waits(story: Story) -> None:
    anna, excuse = story.anna, EXCUSE[story.language]
    await anna.send("/log")
    await story.wind(3 * DAY)

    anna.person.send_voice(4)
    await story.settle()
    anna.sees(SHALL_I, within=1)
    anna.person.send_photo("你好")
    await story.settle()
    anna.sees(SHALL_I, within=1)
    await anna.send(excuse)
    anna.sees("I can't read “{text}” as a date. Try 5 Dec or 2026-12-05.", within=1)
    await anna.press("Pass it on")

    anna.sees("✅ Passed on to {name}.", within=1)
    assert excuse in [message.text for message in story.chan.person.messages]


async def test_photo_with_a_greeting_is_not_dropped(story: Story) -> None:
    story.anna.person.send_photo("你好")
    await story.settle()
    await story.anna.press("Pass it on")

    assert "photo" in story.chan.last().content


async def test_evening_stays_evening(story: Story) -> None:
    """Fault 37."""
    chan = story.chan
    start = {"en": "start: ", "zh_Hans": "开始：", "zh_Hant": "開始："}[story.language]
    end = {"en": "end: ", "zh_Hans": "结束：", "zh_Hant": "結束："}[story.language]
    lines = [
        line for line in MESSAGES[story.language].splitlines() if not line.startswith((start.strip(), end.strip()))
    ]
    lines = [line for line in lines if "8:45" not in line]
    await chan.send("\n".join([*lines, start + EVENING[story.language], end + LENGTH[story.language]]))

    there = chan.words.at("Asia/Shanghai")
    seven = story.now + DAY + 9 * 3600 + 1800  # from ten in the morning to half past seven, the next day
    assert str(there.when(seven, seven + 7200)) in chan.last().text


async def test_hours_that_could_be_night_are_asked_back(story: Story) -> None:
    """Fault 37."""
    anna = story.anna
    await anna.send("/log " + UNCLEAR[story.language])
    anna.sees("{day}: which of the two do you mean?", within=1)
    assert anna.person.buttons() == ["02:00-04:00", "14:00-16:00"]
    await anna.press("14:00-16:00")
    await anna.press("Community")

    anna.sees("Send <b>{hours}</b> to be confirmed?", within=1)
    assert anna.words.span(story.now - DAY + 4 * 3600, story.now - DAY + 6 * 3600) in anna.last().text


async def test_end_is_edited_by_a_length(story: Story) -> None:
    await begin(story)
    await story.chan.press("Edit")
    await story.chan.press("End")
    story.chan.sees_button(story.chan.words.hours(90))
    await story.chan.send("soon")
    story.chan.sees_button("Pass it on")
    await story.chan.send(LENGTH[story.language])

    story.chan.sees("✅ <b>Changed.</b>", within=1)
    start = story.now + 6 * DAY - 3600
    assert str(story.chan.words.at("Asia/Shanghai").when(start, start + 7200)) in story.chan.last().text


@pytest.mark.parametrize("passed", ["2026-11-21", "today 9:00"])
async def test_passed_deadline_is_refused(story: Story, passed: str) -> None:
    await story.chan.send(MESSAGES[story.language] + f"\ndeadline: {passed}")

    story.chan.sees("{time} has passed already.", within=1)
    assert story.chan.say("Publish") not in story.chan.person.buttons()


async def test_forged_answers_to_forms_change_nothing(story: Story) -> None:
    """Fault 45."""
    await story.anna.send("/settings")
    await story.anna.press("About me")
    await story.anna.press("Name")
    for data in ("tty:settings_name:0:1", "tty:settings_name:1:1", "tty:post:0:1", "gon:settings_name", "gon:x"):
        story.anna.person.forge(data)
    await story.settle()

    await story.anna.send("/settings")
    story.anna.sees("⚙️ <b>Settings of {name}</b>", name="Anna", within=1)


async def test_names_with_commas_are_people_and_doubles_are_asked_about(story: Story) -> None:
    olga = story.olga
    await story.chan.send(MESSAGES[story.language])
    await story.chan.press("Publish")
    await olga.send("/activities")
    await olga.press_like("·")
    await olga.press("Sign up someone else")
    await olga.press("Places for a group")
    await olga.send("5")
    await olga.send("李四，王五、张三\n张三")

    olga.sees("⚠️ More than once: {names}. Are they different people of the same name?", names="张三", within=1)
    olga.sees_button("Yes, each name once")
    await olga.press_like("4")
    named = olga.words.list(["李四", "王五", "张三", "张三"])
    olga.sees("Named: {names}{more}", names=named, more="", within=1)


async def test_managed_person_is_renamed_after_a_look(story: Story) -> None:
    chan = story.chan
    await chan.send("/people")
    await chan.send("gran")
    await chan.press("Name")
    await chan.send("Granny & Co")
    chan.sees("{what} now: {before}", what=chan.say("Name"), before="Gran", within=1)
    await chan.press("No, leave it")
    chan.sees("All right, nothing was changed.", within=1)
    await chan.send("/people gran")
    await chan.press("Name")
    await chan.send("Granny & Co")
    await chan.press("Yes, change it")

    chan.sees("Granny & Co", within=1)


async def test_answer_may_be_a_greeting_or_a_voice_message(story: Story) -> None:
    anna, chan = story.anna, story.chan
    for _ in range(2):
        await anna.send(EXCUSE[story.language])
        await anna.press("Pass it on")
    await chan.press("Answer")
    await chan.send("你好")
    anna.sees("你好", within=1)

    await chan.press("Answer")
    chan.person.send_voice(5)
    await story.settle()
    assert anna.last().content["voice"]["duration"] == 5


async def test_refused_command_sets_the_open_question_aside_too(story: Story) -> None:
    anna = story.anna
    await anna.send("/settings")
    await anna.press("About me")
    await anna.press("Name")
    await anna.send("/post")
    await anna.send(EXCUSE[story.language])

    anna.sees(SHALL_I, within=1)

"""Hours from being reported to being verified, sent back and looked at."""

import csv
import io

from tests.stories.phone import Phone
from tests.stories.story import DAY, HOUR, Story


def one_confirmed(phone: Phone, minutes: int) -> str:
    made = phone.words.say_n(
        "✅ {n} entry confirmed, {hours}", "✅ {n} entries confirmed, {hours}", 1, hours=phone.words.hours(minutes)
    )
    return str(made)


def volunteers(phone: Phone, n: int) -> str:
    return str(phone.words.say_n("{n} volunteer", "{n} volunteers", n))


def to_confirm(phone: Phone) -> str:
    return str(phone.words.say_n("· {n} record to confirm", "· {n} records to confirm", 1))


async def test_hours_reported_in_one_line_are_verified(story: Story) -> None:
    anna, chan = story.anna, story.chan

    await anna.send("/log 2026-11-20 14:00-16:30 Read to the residents <b>&")
    anna.sees("📝 <b>{hours}</b> sent. They count once the lead has confirmed them.", hours=anna.words.hours(150))
    await anna.send("/hours")
    anna.sees("Waiting to be confirmed: {hours}, not counted yet", hours=anna.words.hours(150))

    await chan.send("/verify")
    chan.sees("{x}", x="1")
    chan.sees("{x}", x="Read to the residents <b>&")
    await chan.press("1")
    await chan.press("Confirm")
    chan.sees("✅ {who}: {hours} confirmed", who="Anna", hours=chan.words.hours(150))
    chan.sees("✅ Nothing is waiting for you.")

    await anna.send("/hours")
    anna.sees("⏱ <b>{hours}</b> of service so far", hours=anna.words.hours(150))
    await anna.press("Entries")
    await anna.press("1")
    anna.sees("✅ Confirmed by {name}", name="Chan")


async def test_hours_asked_for_with_questions(story: Story) -> None:
    ben = story.ben

    await ben.send("/log")
    await ben.press("Yesterday")
    await ben.send("9:00-11:00")
    await ben.press("Training")
    await ben.press("Nothing to add")
    ben.sees("Send <b>{hours}</b> to be confirmed?", hours=ben.words.hours(120))
    await ben.press("Send")
    ben.sees("📝 <b>{hours}</b> sent. They count once the lead has confirmed them.", hours=ben.words.hours(120))

    await story.chan.send("/verify")
    await story.chan.press("Confirm all of these")
    story.chan.sees("{x}", x=one_confirmed(story.chan, 120))
    await ben.send("/hours")
    ben.sees("⏱ <b>{hours}</b> of service so far", hours=ben.words.hours(0))
    ben.sees("Training and preparation, counted apart: {hours}", hours=ben.words.hours(120))


async def test_staff_hear_at_once_that_duty_is_not_counted(story: Story) -> None:
    chan = story.chan
    await story.wind(3 * DAY)
    await chan.send("/log")
    await chan.press("My own")
    chan.sees("ℹ️ Time on duty is not counted: only what you served outside your work.")
    await chan.press("Yesterday")
    await chan.send("9:00-11:00")
    chan.sees("Staff on duty earn no volunteer hours.")
    chan.sees_not("What kind of service was it?")

    await chan.send("/log 2026-11-24 14:00-16:30 Desk")
    chan.sees("Staff on duty earn no volunteer hours.", within=1)
    await story.olga.send("/log")
    await story.olga.send("chan")
    await story.olga.press("Chan")
    story.olga.sees("ℹ️ {name} is staff here: time on duty is not counted.", name="Chan")
    await story.anna.send("/log")
    story.anna.sees_not("ℹ️ Time on duty is not counted: only what you served outside your work.")


async def test_hours_sent_back_are_put_right(story: Story) -> None:
    anna, chan = story.anna, story.chan
    await anna.send("/log 2026-11-21 09:00-12:00 Garden")
    await chan.send("/verify")
    await chan.press("1")
    await chan.press("Send back")
    await chan.send("It was two hours")
    chan.sees("↩️ Sent back to {who}", who="Anna")

    anna.sees("↩️ <b>Your hours were sent back</b>: {reason}", reason="It was two hours")
    await anna.press("Put right and send")
    await anna.send("2026-11-21")
    await anna.send("10:00-12:00")
    await anna.press("Send")
    anna.sees("📝 <b>{hours}</b> sent. They count once the lead has confirmed them.", hours=anna.words.hours(120))

    await chan.send("/verify")
    await chan.press("Confirm all of these")
    chan.sees("{x}", x=one_confirmed(chan, 120))


async def test_lead_corrects_what_was_verified(story: Story) -> None:
    """Fault 40: a reversing record and a new one, with the reason."""
    anna, chan = story.anna, story.chan
    await anna.send("/log 2026-11-21 09:00-12:00 Garden")
    await chan.send("/verify")
    await chan.press("Confirm all of these")

    await chan.send("/hours")
    await chan.press("Somebody else's hours")
    await chan.send("ann")
    await chan.press("Anna")
    await chan.press("1")
    await chan.press("Correct")
    await chan.send("09:00-11:00")
    await chan.send("The home says two hours")
    chan.sees("✏️ Corrected: {hours} for {name}", hours=chan.words.hours(120), name="Anna")

    anna.sees("✏️ Your hours were corrected.", "Reason: {reason}", reason="The home says two hours")
    await anna.send("/hours")
    anna.sees("⏱ <b>{hours}</b> of service so far", hours=anna.words.hours(120))
    await anna.press("Entries")
    anna.sees("{hours} (was {before})", hours=anna.words.hours(120), before=anna.words.hours(180))

    await chan.press("Back")
    await chan.press("1")
    await chan.press("Correct")
    await chan.send("0")
    await chan.send("It was another day")
    anna.sees("✏️ {name} has taken these hours back.", "Reason: {reason}", name="Chan", reason="It was another day")
    await anna.send("/hours")
    await anna.press("Entries")
    anna.sees("{hours} (was {before})", hours=anna.words.hours(0), before=anna.words.hours(180))


async def test_volunteer_has_no_look_at_others_hours(story: Story) -> None:
    await story.anna.send("/hours")

    assert story.anna.say("Somebody else's hours") not in story.anna.person.buttons()


async def test_captain_reports_for_somebody_without_telegram(story: Story) -> None:
    carl = story.carl

    await carl.send("/log")
    await carl.send("gra")
    await carl.press("Gran")
    carl.sees("On which day did {name} serve?\nPress, or type it: 20 Nov, last Sat, 2026-11-20", name="Gran")
    await carl.press("Today")
    await carl.send("07:00-09:00")
    await carl.press("Elderly people")
    carl.sees("What did {name} do? One line is enough. No names of the people who were helped, please.", name="Gran")
    await carl.send("Breakfast round")
    carl.sees("Gran", "Breakfast round")
    await carl.press("Send")
    carl.sees("📝 <b>{hours}</b> sent. They count once the lead has confirmed them.", hours=carl.words.hours(120))

    await carl.send("/verify")
    carl.sees_not("Confirm all of these")


async def test_summary_of_a_team_and_its_files(story: Story) -> None:
    for name, line in (("anna", "2026-11-20 14:00-16:30 Chat"), ("ben", "2026-11-21 09:00-10:15 Garden")):
        await story.phones[name].send(f"/log {line}")
    chan = story.chan
    await chan.send("/verify")
    await chan.press("Confirm all of these")

    await story.carl.send("/summary")
    story.carl.sees("<b>{name}</b>: which time?\nYou can also type /summary {name} 2026-10", name="first")
    await story.carl.press("This month")
    story.carl.sees("{x}", x=volunteers(story.carl, 2))
    story.carl.sees(story.carl.words.hours(225))

    await story.olga.send("/summary futian 2026-11")
    story.olga.sees(story.olga.words.hours(225))
    await story.olga.press("By team")
    story.olga.sees("· {team}: {hours}, {volunteers}, {attendances}", team="first", hours=story.olga.words.hours(225))
    await story.olga.press("Back")
    await story.olga.press("More")
    story.olga.sees(
        "Full-time equivalents: {number} ({hours} ÷ 260 days of 8 h a year, for {days} days)", number="0.02"
    )
    await story.olga.press("Back")
    await story.olga.press("Export")
    story.olga.is_told("The file is on its way.")
    assert [row[11:13] for row in sent_rows(story)[1:]] == [["2.50", "150"], ["1.25", "75"], ["3.75", "225"]]
    await story.olga.press("Activity list")
    assert [row[1:] for row in sent_rows(story)[1:]] == [
        [story.olga.say("Hours outside an activity"), "", "", "2", "2", "3.75", "225", "0", ""],
        ["", "", "", "", "2", "3.75", "225", "0", ""],
    ]


def sent_rows(story: Story) -> list[list[str]]:
    """The file that Olga got last."""
    document = story.olga.last().document
    assert document is not None
    return list(csv.reader(io.StringIO(document.data.decode("utf-8-sig"))))


async def test_lead_of_two_teams_is_asked_whose_hours(story: Story) -> None:
    chan = story.chan
    await story.dan.send("/log 2026-11-20 14:00-16:30 Read aloud")
    await chan.send("/verify")
    await chan.press("Confirm all of these")
    await chan.send({"en": "/summary this month", "zh_Hans": "统计 本月", "zh_Hant": "統計 本月"}[story.language])
    chan.sees("Whose hours would you like to see?")
    await chan.press("second")
    chan.sees("{volunteers}, {attendances}, <b>{hours}</b>{compared}", hours=chan.words.hours(150))

    await chan.send("/summary Third Team this month")
    chan.sees("You lead or coordinate no team or station called “{name}”. /summary lists them.", name="Third Team")


async def test_hours_sent_back_at_night_are_told_in_the_morning(story: Story) -> None:
    anna, chan = story.anna, story.chan
    await anna.send("/log 2026-11-21 09:00-12:00 Garden")
    await story.wind(13 * HOUR + 31 * 60)
    await chan.send("/verify")
    await chan.press("1")
    await chan.press("Send back")
    await chan.press("The time isn't right")
    anna.sees_not("↩️ <b>Your hours were sent back</b>: {reason}")
    await story.wind(7 * HOUR + 29 * 60 - 1)
    anna.sees_not("↩️ <b>Your hours were sent back</b>: {reason}")
    await story.wind(1)
    anna.sees("↩️ <b>Your hours were sent back</b>: {reason}")


async def test_volunteer_asks_for_no_summary(story: Story) -> None:
    await story.anna.send("/summary")
    story.anna.sees_not("Whose hours would you like to see?")


async def test_month_is_reported_and_closed(story: Story) -> None:
    """The provisional report on the 1st, 09:00, reminders, and the closing on the 5th."""
    anna, olga, chan = story.anna, story.olga, story.chan
    await anna.send("/log 2026-11-20 14:00-16:30 Chat")
    await story.wind(8 * DAY + 22 * 3600)
    olga.sees_not("<b>{name}</b> · {month} (provisional, closes {day})", name="city")
    await story.wind(3600)
    olga.sees("<b>{name}</b> · {month} (provisional, closes {day})", name="city")
    olga.sees("Not counted: {parts}")
    olga.sees(olga.words.hours(150))
    await olga.press("Send reminders")
    olga.sees("· {name}: {parts}", name="Chan")
    await olga.press("Send reminders")
    chan.sees_not("From you we still need: {parts}")
    await olga.press("Yes, remind them")
    olga.sees("🔔 <b>Reminded:</b> {names}", names="Chan")
    chan.sees("From you we still need: {parts}")
    await chan.send("/verify")
    await chan.press("Confirm all of these")

    await story.wind(5 * DAY)
    olga.sees("<b>{name}</b> · {month} is closed", name="city")
    olga.sees(olga.words.hours(150))


async def test_captain_gets_the_week_without_verifying(story: Story) -> None:
    await story.anna.send("/log 2026-11-20 14:00-16:30 Chat")
    await story.chan.send("/verify")
    await story.chan.press("Confirm all of these")
    await story.ben.send("/log 2026-11-21 14:00-16:30 Chat")

    await story.wind(DAY)
    story.carl.sees("<b>{team}</b> · last week, {week}", team="first")
    story.carl.sees(story.carl.words.hours(150))
    story.carl.sees_not("{x}", x=to_confirm(story.carl))
    story.chan.sees("{x}", x=to_confirm(story.chan))

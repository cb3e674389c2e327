"""/summary: like days are compared, idle teams named, what is missing is listed and reminded of, once a day."""

import sys
from io import BytesIO

import pytest
from openpyxl import load_workbook

from bot.desk import Seated
from bot.ground.times import DAY, HOUR
from bot.hours.correcting import correct_record
from bot.paper import printer
from bot.stations import rows as stations
from bot.store.database import Database
from tests.helpers.books import verified
from tests.helpers.town import NOW
from tests.paper.reading import packed, printed
from tests.stories.leading.test_roll_call import END, START, signed_up
from tests.stories.story import Story

OCTOBER = NOW - 43 * DAY  # Saturday 10 October


async def books(story: Story, database: Database) -> None:
    """2 h on 10 October, 3 h on 28 October, 2 h 30 on 5 November."""
    async with database.write() as tx:
        story.town.tx = tx
        await verified(story.town, hours=2, starts_at=OCTOBER, now=NOW)
        await verified(story.town, hours=3, starts_at=OCTOBER + 18 * DAY, now=NOW)
        await verified(story.town, hours=2.5, starts_at=OCTOBER + 26 * DAY, now=NOW)


LIKE = {
    "en": ("1–22 Oct", "1 Jul–22 Aug", "1 Jan–22 Nov 2025"),
    "zh_Hans": ("10月1日–22日", "7月1日–8月22日", "2025年1月1日–11月22日"),
    "zh_Hant": ("10月1日–22日", "7月1日–8月22日", "2025年1月1日–11月22日"),
}


async def test_what_is_running_is_compared_with_like_days(story: Story, database: Database) -> None:
    await books(story, database)
    olga, hours = story.olga, story.olga.words.hours
    await olga.send("/summary")
    await olga.press("🏠 {station}, all teams", station="city")
    for label, before, change in (
        ("This month", LIKE[story.language][0], 30),
        ("This quarter", LIKE[story.language][1], 450),
        ("This year", LIKE[story.language][2], 450),
    ):
        await olga.press(label)
        olga.sees(" ({change} on {before})", change=f"+{hours(change)}", before=before, within=1)
        await olga.press("Back")
    await olga.press("Last month")
    olga.sees("{volunteers}, {attendances}, <b>{hours}</b>{compared}", hours=hours(300), within=1)
    olga.sees_not(" ({change} on {before})", before=LIKE[story.language][0], within=1)


@pytest.mark.parametrize("start", ["4", "1"], ids=["from April", "from January"])
async def test_quarters_and_financial_years_are_buttons(story: Story, database: Database, start: str) -> None:
    await books(story, database)
    olga = story.olga
    await set_financial_year(story, database, start)
    await olga.send("/summary city")
    shown = [olga.say(label) for label in ("This quarter", "Last quarter", "This year", "Last year")]
    assert [label for label in shown if label in olga.last().buttons] == shown
    assert (olga.say("This financial year") in olga.last().buttons) is (start == "4")
    if start == "4":
        await olga.press("This financial year")
        olga.sees("financial year {year}", year="2026/27", within=1)
        olga.sees("{volunteers}, {attendances}, <b>{hours}</b>{compared}", hours=olga.words.hours(450), within=1)
        return
    await olga.press("Last quarter")
    olga.sees("No confirmed hours in this time.", within=1)


async def set_financial_year(story: Story, database: Database, month: str) -> None:
    async with database.write() as tx:
        await stations.set_setting(
            tx, station_id=story.town.stations["city"], key="financial_year_month", value=month, set_by=None, now=NOW
        )


async def test_teams_in_which_nothing_was_done_are_named(story: Story, database: Database) -> None:
    await books(story, database)
    await story.olga.send("/summary city 2026-10")
    await story.olga.press("By team")
    story.olga.sees("· {team}: {hours}, {volunteers}, {attendances}", team="first", within=1)
    company_and_second = story.olga.words.list(["company", "second"])
    story.olga.sees("Nothing in this time: {teams}", teams=company_and_second, within=1)


async def test_what_is_missing_is_listed_and_its_lead_reminded_once_a_day(story: Story) -> None:
    olga, chan = story.olga, story.chan
    await signed_up(story, "anna", "ben")
    await story.wind_to(END + 2 * HOUR)
    await story.cora.send("/log 2026-11-20 14:00-16:30 Chat")
    await olga.send("/summary city 2026-11")
    await olga.press("What is missing")
    olga.sees("· {day} {title} ({name})", day=olga.words.moment(START), name="Chan", within=1)
    hours = olga.words.hours(150)
    olga.sees("{hours}", hours=hours, within=1)
    olga.sees("· {name}: {parts}", name="Chan", within=1)
    await olga.press("Send reminders")
    chan.sees_not("From you we still need: {parts}")
    await olga.press("Yes, remind them")
    olga.sees("🔔 <b>Reminded:</b> {names}", names="Chan", within=1)
    chan.sees("From you we still need: {parts}", within=1)
    chan.sees_button("Do roll-call")
    await olga.press("Back")
    await olga.press("Send reminders")
    await olga.press("Yes, remind them")
    olga.sees("Reminded today already: {names}", names="Chan", within=1)
    assert sum(chan.finds("From you we still need: {parts}", within=n) for n in (1, 2)) == 2


async def test_reminder_of_other_days_says_which_and_goes_once_all_is_done(story: Story) -> None:
    olga, chan = story.olga, story.chan
    await story.cora.send("/log 2026-11-20 14:00-16:30 Chat")
    await olga.send("/summary first 2026-11-16..2026-11-21")
    await olga.press("What is missing")
    await olga.press("Send reminders")
    await olga.press("Yes, remind them")
    chan.sees("🗓 <b>{name}, {period}</b>", name="first", within=1)
    await chan.press("Verify hours")
    await chan.press("Confirm all of these")
    await olga.press("Back")
    olga.sees("Nothing: every roll-call is finished, every record confirmed.", within=1)
    assert olga.say("Send reminders") not in olga.last().buttons


async def test_lead_and_captain_see_what_is_missing_and_remind_nobody(story: Story) -> None:
    await story.cora.send("/log 2026-11-20 14:00-16:30 Chat")
    for phone in (story.chan, story.carl):
        await phone.send("/summary first 2026-11")
        await phone.press("What is missing")
        phone.sees("· {name}: {parts}", name="Chan", within=1)
        assert phone.say("Send reminders") not in phone.last().buttons
    assert len(story.chan.last().buttons) == 2


async def test_period_that_cannot_be_read_is_quoted_without_the_team(story: Story) -> None:
    await story.chan.send("/summary first 2026-13")
    assert "“2026-13”" in story.chan.last().text.replace("「", "“").replace("」", "”")


async def test_correction_is_read_as_an_answer(story: Story) -> None:
    """In the own hours, by staff, and in the file; the books stand behind *Why*."""
    anna, chan, hours = story.anna, story.chan, story.anna.words.hours
    await anna.send("/log 2026-11-20 14:00-16:00 Watered the roses")
    await chan.send("/verify")
    await chan.press("Confirm all of these")
    await chan.send("/hours")
    await chan.press("Somebody else's hours")
    await chan.send("Anna")
    await chan.press("Anna")
    await chan.press("1")
    await chan.press("Correct")
    await chan.send("14:00-16:30")
    await chan.send("stayed longer")
    await chan.press("Back")
    assert chan.last().text.count("Watered the roses") == 1
    await anna.send("/hours")
    await anna.press("Entries")
    anna.sees("{hours} (was {before})", hours=hours(150), before=hours(120), within=1)
    assert anna.last().text.count("Watered the roses") == 1
    await anna.press("1")
    anna.sees("corrected on {day} from {before} to {after}", before=hours(120), after=hours(150), within=1)
    anna.sees("stayed longer", "Watered the roses", within=1)
    await anna.press("Why")
    anna.sees("In the books:", within=1)
    for minutes in (120, -120, 150):
        anna.sees("· {hours}, counts in {month}, {day} by {name}", hours=hours(minutes), name="Chan", within=1)
    await anna.press("Back")
    anna.sees("corrected on {day} from {before} to {after}", before=hours(120), after=hours(150), within=1)
    await story.olga.send("/summary city 2026-11")
    await story.olga.press("Export")
    file = story.olga.last().document
    assert file is not None
    _, entry, whole = file.data.decode("utf-8-sig").splitlines()
    assert "Watered the roses" in entry
    assert "stayed longer" in entry
    assert ",2.50,150," in entry
    assert ",2.50,150," in whole


async def test_same_figures_at_a_glance_on_paper_and_as_a_workbook(story: Story, database: Database) -> None:
    await books(story, database)
    olga = story.olga
    await olga.send("/summary city 2026-10")
    await olga.press("PDF report")
    olga.is_told("The file is on its way.")
    paper = olga.last().document
    assert paper is not None
    assert paper.name.startswith(olga.say("hours-report"))
    text = printed(paper.data)
    assert [one for one in (packed(olga.words.hours(300)), "first", "company", "second") if one not in text] == []
    await olga.press("Workbook")
    book = olga.last().document
    assert book is not None
    teams = load_workbook(BytesIO(book.data), data_only=True).worksheets[1]
    assert [row[4].value for row in teams.iter_rows(min_row=2)] == [300, 0, 0, 300]
    await olga.press("At a glance")
    assert "photo" in olga.last().content


async def test_what_cannot_be_made_is_said(story: Story, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """The child ends at once; the next one works again."""
    await books(story, database)
    with monkeypatch.context() as broken:
        broken.setattr(printer, "COMMAND", (sys.executable, "-c", ""))
        await story.olga.send("/summary city 2026-10")
        await story.olga.press("PDF report")
    story.olga.sees("This could not be made just now. Nothing is lost: please ask for it again.")
    await story.olga.press("Workbook")
    assert story.olga.last().document is not None


async def test_file_of_teams_names_every_one(story: Story, database: Database) -> None:
    await books(story, database)
    await story.olga.send("/summary city 2026-10")
    await story.olga.press("By team")
    await story.olga.press("Export")
    file = story.olga.last().document
    assert file is not None
    assert file.name.startswith(story.olga.say("hours-by-team"))
    rows = [line.split(",") for line in file.data.decode("utf-8-sig").splitlines()]
    assert [row[0] for row in rows[1:]] == ["first", "company", "second", story.olga.say("In all")]
    assert [row[3:5] for row in rows[1:]] == [["5.00", "300"], ["0.00", "0"], ["0.00", "0"], ["5.00", "300"]]


async def test_what_was_put_right_stands_behind_why(story: Story, database: Database) -> None:
    async with database.write() as tx:
        story.town.tx = tx
        record = await verified(story.town, hours=2, starts_at=OCTOBER, now=NOW)
        await correct_record(
            Seated(tx, await story.town.viewer("chan"), NOW), record_id=record.id, starts_at=OCTOBER,
            ends_at=OCTOBER + 3 * HOUR, minutes=180, reason="as the home says",
        )  # fmt: skip
    carl, hours = story.carl, story.carl.words.hours
    await carl.send("/summary first 2026-10")
    await carl.press("More")
    await carl.press("Why")
    carl.sees("corrected on {day} from {before} to {after}", before=hours(120), after=hours(180), within=1)
    carl.sees("as the home says", within=1)
    await carl.press("Back")
    await carl.press("Back")
    carl.sees("{volunteers}, {attendances}, <b>{hours}</b>{compared}", hours=hours(180), within=1)

"""What a phone's calendar is given (RFC 5545)."""

from bot.ground.frozen import replace
from bot.speech.words import LANGUAGES, Words
from handlers.leading.calendar_files import LONGEST, calendar, calendar_file, escaped
from tests.samples.activities import ACTIVITY, CARD, SHIFT

PLAIN = replace(
    CARD,
    shift=replace(
        SHIFT,
        id=17,
        activity=replace(ACTIVITY, title="Tea, talk; more", place="Room 3", meet_place="Door", risk="<b>&"),
    ),
)


def test_calendar_holds_the_shift_in_utc() -> None:
    lines = calendar(Words("en", "UTC"), PLAIN).split("\r\n")

    wanted = {
        "UID:shift-17@liandong",
        "SEQUENCE:1",
        "DTSTART:20261205T010000Z",
        "DTEND:20261205T033000Z",
        "SUMMARY:Tea\\, talk\\; more",
        "LOCATION:Room 3",
    }
    assert wanted <= set(lines)
    assert (lines[0], lines[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])


def test_calendar_shows_what_was_typed_without_html() -> None:
    unfolded = calendar(Words("en", "UTC"), PLAIN).replace("\r\n ", "")

    assert "DESCRIPTION:Meet 8:45\\, Door\\nNote: <b>&\\nContact on the day: " in unfolded


def test_lines_are_folded_between_characters() -> None:
    for language in LANGUAGES:
        made = calendar(Words(language, "UTC"), CARD).encode()
        assert max(len(line) for line in made.split(b"\r\n")) <= LONGEST
        assert all(line.decode() for line in made.split(b"\r\n")[:-1])


def test_file_name_is_our_own() -> None:
    """Fault 58."""
    file = calendar_file(Words("en", "UTC"), replace(PLAIN, shift=replace(PLAIN.shift, id=3)))

    assert file.name == "activity-date-3.ics"


def test_line_breaks_in_text_stay_inside_the_line() -> None:
    assert escaped("a\nb\\c") == "a\\nb\\\\c"

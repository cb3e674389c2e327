"""The field table of an activity in words: a row is what a field of `bot/activities/fields.py` is called, asked, shown.

A row says no more than its field needs; what leans on more than one value has its function in `showing`.
"""

from bot.activities.kinds import KINDS
from bot.speech.words import Words, later
from handlers.activities import field_values as show
from handlers.activities.field_values import Shown
from handlers.activities.lines import bring_line, risk_line
from handlers.talk.kind_words import kind_name

SHOWN = {
    "title": Shown(later("Title"), later("What is it called? For example: Visit a care home and chat with residents")),
    "kind": Shown(
        later("Kind"),
        later("What kind of service is it?"),
        answers=lambda words, *_: {kind: kind_name(words, kind) for kind in KINDS},
        value=kind_name,
        line=show.kind_line,
    ),
    "team": Shown(
        later("For whom"),
        later("For which team, or for a whole station? You can type the name."),
        said=lambda words, draft: show.target_name(words, draft.target) if draft.target else "",
    ),
    "place": Shown(later("Place"), later("Where is it? Type the place, or choose one from before.")),
    "start": Shown(
        later("Start"),
        later("On which day? Choose, or type it: Sat 9:00-11:30"),
        anew=later("When does it start? For example: Sat 9:00, or 9:30 for the same day"),
        said=show.start_said,
    ),
    "end": Shown(later("End"), later("How long, or until when?"), answers=show.usual_ends, wide=3, said=lambda *_: ""),
    "capacity": Shown(
        later("Places"),
        later("How many places?"),
        answers=lambda words, _, taken: {str(n): words.number(n) for n in show.CAPACITIES if n >= taken},
        wide=4,
        value=Words.number,
    ),
    "outdoor": Shown(
        later("Indoors or outdoors"),
        later("Indoors or outdoors?"),
        answers={"no": later("Indoors"), "yes": later("Outdoors")},
        said=show.outdoor_said,
    ),
    "risk": Shown(
        later("Note on risks"),
        later("What should people watch out for?"),
        said=show.risk_said,
        line=lambda words, shift: risk_line(words, shift.activity),
    ),
    "meet": Shown(
        later("Meeting time and point"),
        later("When and where do people meet? For example: 8:45, Exit B"),
        said=show.meeting_said,
    ),
    "contact": Shown(
        later("Contact on the day"),
        later("Whom do people ask for on the day?"),
        said=lambda words, draft: draft.values.contact or (draft.lead if draft.ready else ""),
    ),
    "description": Shown(
        later("Description"), later("What will people do? A few lines are enough."), line=show.description_line
    ),
    "minimum": Shown(
        later("Least number of people"),
        later("How many people at least?"),
        value=Words.number,
    ),
    "bring": Shown(
        later("What to bring"),
        later("What should people bring?"),
        line=lambda words, shift: bring_line(words, shift.activity),
    ),
    "transport": Shown(later("Transport"), later("How do people get there?"), line=later("Getting there: {transport}")),
    "clothing": Shown(later("Clothing"), later("What should people wear?")),
    "insurance": Shown(later("Insurance"), later("Which insurance covers it?"), line=later("Insurance: {insurance}")),
    "requires": Shown(
        later("Requirements"),
        later("What is required? For example: first aid; 16+; Cantonese"),
        line=show.requirement_lines,
    ),
    "break": Shown(
        later("Break"),
        later("How long is the break? It is not counted. For example: 30 min"),
        value=Words.hours,
        line=later("Break: {break_minutes} (not counted)"),
    ),
    "deadline": Shown(
        later("Sign up by"),
        later("Until when can people sign up? For example: 3 Dec 18:00"),
        value=Words.moment,
        line=later("Sign up by {deadline_at}"),
    ),
    "audience": Shown(
        later("Who may sign up"),
        later("Who may sign up?"),
        answers=show.audiences,
        wide=1,
        said=show.audience_said,
        line=show.audience_line,
    ),
    "companions": Shown(
        later("Companions"),
        later("May people bring somebody along?"),
        answers={"yes": later("Yes, they may"), "no": later("No")},
        said=later("people may bring somebody along"),
        line=later("You may bring someone along"),
    ),
    "map": Shown(later("Point on the map"), later("Send the location (📎 → Location), or type it: 22.5431, 114.0579")),
    "address": Shown(
        later("Exact address"),
        later("Does the exact place go only to people who have a place?"),
        answers={"yes": later("Only people with a place"), "no": later("Everyone")},
    ),
}


def field_name(words: Words, code: str) -> str:
    return words.label(SHOWN[code].name)

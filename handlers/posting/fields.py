"""What the fields of an activity are called, what is asked for each, and the ready answers to it."""

from bot.activities.kinds import KINDS
from bot.posting.rules import ASKED, PostDraft, Target
from bot.speech.screens import Key, Rows
from bot.speech.words import Words, later
from handlers.links.posting import Answer, Calendar, PlaceAgain
from handlers.posting.calendars import calendar_keys
from handlers.talk.kinds import kind_name

NAMES = {
    "title": later("Title"),
    "kind": later("Kind"),
    "team": later("For whom"),
    "place": later("Place"),
    "start": later("Start"),
    "end": later("End"),
    "capacity": later("Places"),
    "outdoor": later("Indoors or outdoors"),
    "risk": later("Note on risks"),
    "meet": later("Meeting time and point"),
    "contact": later("Contact on the day"),
    "description": later("Description"),
    "minimum": later("Least number of people"),
    "bring": later("What to bring"),
    "transport": later("Transport"),
    "clothing": later("Clothing"),
    "insurance": later("Insurance"),
    "requires": later("Requirements"),
    "break": later("Break"),
    "deadline": later("Sign up by"),
    "audience": later("Who may sign up"),
    "companions": later("Companions"),
}
QUESTIONS = {
    "title": later("What is it called? For example: Visit a care home and chat with residents"),
    "kind": later("What kind of service is it?"),
    "team": later("For which team, or for a whole station? You can type the name."),
    "place": later("Where is it? Type the place, or choose one from before."),
    "start": later("On which day? Choose, or type it: Sat 9:00-11:30"),
    "end": later("How long, or until when?"),
    "capacity": later("How many places?"),
    "outdoor": later("Indoors or outdoors?"),
    "risk": later("What should people watch out for?"),
    "meet": later("When and where do people meet? For example: 8:45, Exit B"),
    "contact": later("Whom do people ask for on the day?"),
    "description": later("What will people do? A few lines are enough."),
    "minimum": later("How many people at least?"),
    "bring": later("What should people bring?"),
    "transport": later("How do people get there?"),
    "clothing": later("What should people wear?"),
    "insurance": later("Which insurance covers it?"),
    "requires": later("What is required? For example: first aid; 16+; Cantonese"),
    "break": later("How long is the break? It is not counted. For example: 30 min"),
    "deadline": later("Until when can people sign up? For example: 3 Dec 18:00"),
    "audience": later("Who may sign up?"),
    "companions": later("May people bring somebody along?"),
}
CLOCKS = ("0900", "0930", "1000", "1400", "1430", "1500", "1830", "1900")
"""As they can be typed without a colon, which a button would not carry."""
LENGTHS = (60, 90, 120, 150, 180, 240)  # minutes
CAPACITIES = (5, 8, 10, 12, 15, 20, 30, 50)
TARGETS = 12


def field_name(words: Words, field: str) -> str:
    return words.label(NAMES[field])


def question(words: Words, draft: PostDraft) -> str:
    if draft.asks == "start" and draft.day is not None:
        return words.label("At what time? Choose, or type it: 9:00-11:30")
    asks = draft.asks or ASKED[0]
    return words.label(QUESTIONS[asks])


def answer_keys(words: Words, draft: PostDraft, page: int = 0) -> Rows:
    """The ready answers to what the draft asks; everything can be typed as well."""
    asks, revision = draft.asks, draft.revision
    if asks == "start" and draft.day is None:
        return calendar_keys(
            words,
            draft.today,
            page,
            lambda day: Answer(revision, day.isoformat()),
            lambda turned: Calendar(revision, turned),
        )
    if asks == "place":
        return tuple((Key(past.place[:60], PlaceAgain(revision, past.shift_id)),) for past in draft.places)
    if asks == "team":
        return tuple((Key(target_name(words, target), Answer(revision, target.code)),) for target in nearest(draft))
    wide, ready = ready_answers(words, draft)
    keys = [Key(label, Answer(revision, value)) for value, label in ready.items()]
    return tuple(tuple(keys[at : at + wide]) for at in range(0, len(keys), wide))


def ready_answers(words: Words, draft: PostDraft) -> tuple[int, dict[str, str]]:
    """How many stand in a row, and the labels by what they say."""
    if draft.asks == "end":
        return 3, ends(words, draft)
    if draft.asks == "audience":
        return 1, audiences(words, draft)
    return fixed_answers(words, draft.asks or "")


def fixed_answers(words: Words, field: str) -> tuple[int, dict[str, str]]:
    """Those that are the same for every draft."""
    if field == "kind":
        return 2, {kind: kind_name(words, kind) for kind in KINDS}
    if field == "start":
        return 4, {clock: f"{int(clock[:2])}:{clock[2:]}" for clock in CLOCKS}
    if field == "capacity":
        return 4, {str(number): words.number(number) for number in CAPACITIES}
    if field == "outdoor":
        return 2, {"no": words.label("Indoors"), "yes": words.label("Outdoors")}
    return (2, {"yes": words.label("Yes, they may"), "no": words.label("No")}) if field == "companions" else (1, {})


def ends(words: Words, draft: PostDraft) -> dict[str, str]:
    start = draft.values.starts_at
    return {} if start is None else usual_ends(words.at(draft.zone), start)


def usual_ends(there: Words, start: int) -> dict[str, str]:
    """Usual lengths; said as the moment of the end, which is what the form keeps."""
    moments = {minutes: there.local(start + minutes * 60) for minutes in LENGTHS}
    return {f"{end:%Y-%m-%d %H%M}": there.hours(minutes) for minutes, end in moments.items()}


def audiences(words: Words, draft: PostDraft) -> dict[str, str]:
    found = {"station": words.label("Everybody of the station"), "everyone": words.label("Everyone")}
    team = draft.target.name if draft.target and draft.target.team_id else ""
    return {"team": team, **found} if team else found


def nearest(draft: PostDraft) -> tuple[Target, ...]:
    """Own teams, then others, then stations: as many as can be looked through; the rest can be typed."""
    return draft.targets[:TARGETS]


def target_name(words: Words, target: Target) -> str:
    return target.name if target.team_id else words.label("Everybody of {station}", station=target.name)

"""The words on a button, typed instead of pressed: they lead to where that button stands.

By the command that shows it; whoever may not see that command has not seen the button either. What only answers the
question above it (*Yes*, *Skip*) stands in ON_ITS_CARD: typed alone nobody can tell what it answers.
"""

from functools import cache

from bot.speech.commands import COMMANDS
from bot.speech.plain_words import spoken
from bot.speech.words import LANGUAGES, translated

LABELS = {
    "activities": (
        "Sign me up", "Details", "Kind", "Week", "All activities", "Any kind", "Any time", "See other activities",
        "Other sessions", "See the activity", "How to get there", "Add to calendar", "Copy text",
        "Sign up someone else", "Copy the address", "Open the map", "Take this one instead", "Leave it, take this one",
        "Elderly people", "Children and youth", "Disabled people", "Patients", "Environment", "Community",
        "Large events", "Public-service support", "Hotline", "Legal aid", "Visits and mentoring",
        "Culture and sports", "Teaching",
    ),
    "mine": (
        "I'll be late", "I'll be there", "I'll come", "Can't make it", "Not this time", "Leave the list",
        "Places for a group", "Add names", "Give the places back", "Who comes along", "Say who comes along",
        "I come along", "All coming", "Change names", "Ask my parent or guardian",
        "Past ones", "Coming ones",
    ),
    "hours": (
        "Entries", "Record of service", "Not right", "That's right", "That's right after all", "Look at the hours",
        "Somebody else's hours", "Put right and send", "Take back", "Hours", "Hours of my people",
        "My year",
        "This year", "Last year", "Every entry", "Totals only", "Everything", "Other days",
        "How to verify", "Page to print",
    ),
    "log": ("My own",),
    "rollcall": (
        "All here", "All leave now", "Add walk-in", "Check-in code", "New code", "Do roll-call", "Finish",
        "Hand to captain", "Finished ones", "They were here", "They didn't come", "Look at it",
        "Here", "Late", "Left early", "Didn't come", "Told us",
    ),
    "post": ("Same as last time", "Publish", "Start a new one"),
    "manage": (
        "Coming", "Past", "Participants", "Cancel activity", "Cancel it", "Postpone", "Postpone or cancel",
        "Put on hold", "Close sign-ups", "Open sign-ups", "It takes place", "Edit", "Add a session", "Do it again",
        "Helpers", "Hand over", "Who leads", "See list", "Ask again", "Send again",
        "Ask the waiting list", "Show phone numbers", "See the roll-call", "People helped",
        "Write to them", "Who has seen it", "Sign-ups", "Hold it after all", "Another session",
        "Give them the place", "Call list", "Cancel all my outdoor activities today",
        "Cancel the station's outdoor activities today", "Poster and lists", "Poster", "Sign-in sheet",
        "List for the insurer",
    ),
    "verify": (
        "Confirm", "Confirm all of these", "Confirm, with the extra time", "Correct", "Correct the hours", "Send back",
        "Explain", "From the start",
    ),
    "summary": (
        "By team", "Hours per person", "Export", "At a glance", "PDF report", "Workbook", "Activity list",
        "Send reminders", "What is missing",
    ),
    "broadcast": (
        "A team", "A station", "Who takes part in an activity", "Send it", "Stop sending", "How far?",
    ),
    "people": (
        "Search again", "Roles", "Give a role", "Training", "Another training", "Consent form", "Phone number",
        "Age group", "Add without Telegram",
    ),
    "teams": (
        "New team", "Members", "Teams and members", "All teams", "Make captain", "No longer captain", "Take out",
        "Bring a list",
        "Joining: by invitation only", "Joining: open to everybody", "Everybody", "By invitation only",
    ),
    "invite": ("For a role", "Into a team", "My links", "Make the link"),
    "stations": (
        "Add below", "Inherit again",
        "General", "Who we are", "Quiet hours", "Reminders", "Sign-up and waiting list", "Roll-call and hours",
        "Reports", "Weather", "Recruiting messages per person and day", "Financial year begins in month",
        "Recognition", "Hours are shown", "Staff are called", "Agency", "Agency's phone", "Agency's address",
        "Privacy contact", "Map", "Quiet from", "Quiet until", "Cancellations ignore quiet hours, before the start",
        "Early reminder before the start", "Early reminder only if signed up ahead", "Reminder before the start",
        "Meeting point before the start", "List for the lead, the evening before",
        "Changes for the lead, before the start", "Too few people: first warning", "Too few people: last warning",
        "Free place goes to the next at once, until before the start",
        "Free place is offered to all, from before the start", "Time to answer an offer",
        "Offers end before the start", "Cancelling counts as late, before the start",
        "No-shows before somebody goes to the end of the line (0: never)",
        "Names for group places, before the start", "A signed consent holds for", "Roll-call card before the start",
        "Lateness not deducted", "Staff enter hours within", "A coordinator verifies, over a day's",
        "An administrator verifies, over a day's", "A statement stands after", "Questions are possible for",
        "Training counts as hours", "Preparation counts as hours", "Provisional report on day",
        "Provisional report at", "Month closes on day", "Month closes at", "Weekly overview on",
        "Weekly overview at", "Weather line, outdoor activities", "Weather line, all activities",
        "Weather counts before the start",
    ),
    "settings": (
        "About me", "Age", "Name", "Notices", "Phone", "Volunteer number", "Say my age group", "Join a team", "Leave",
        "Make it my main team", "My consent as a parent", "Take it back", "I agree again", "Single notices",
        "Pause for a week", "Pause for a month", "Pause until …", "Until I come back", "End the pause",
    ),
    "language": ("As my Telegram app",),
    "menu": ("More", "Back", "Great", "Open our chat"),
}  # fmt: skip
ON_ITS_CARD = (
    "Withdraw this paper", "Yes, withdraw it",
    "All right", "Answer", "Another adult", "Change", "Copy", "Copy link", "Discard", "Got it", "I agree",
    "I agree and come along",
    "I agree, I'm 18 or over", "I agree, I'm under 18", "I agree, someone else comes along", "I don't agree",
    "New, 18 or over", "New, under 18", "No", "No, I'll come", "No, I'll stay", "No, I'll wait", "No, it stands",
    "No, keep", "No, keep it", "No, keep the place", "No, keep the role", "No, keep them", "No, leave it",
    "No, leave it as it is", "Not now",
    "Not reached", "Not yet", "Only who is known", "Several at once",
    "Tap names instead", "Tick all", "Nothing to add", "Older ›", "Only as planned", "Pass it on", "Refresh",
    "Remove it",
    "Send", "Skip", "Someone else", "Text to pass on", "Type again", "Under 18", "Up", "Use this name", "Why",
    "Withdraw", "Yes, add them",
    "Yes, all leave now", "Yes, cancel", "Yes, cancel all", "Yes, change it", "Yes, confirm", "Yes, count it",
    "Yes, each name once", "Yes, erase it all", "Yes, give back", "Yes, hold it", "Yes, it does", "Yes, leave",
    "Yes, leave the team", "Yes, move it", "Yes, remind them", "Yes, sign them up",
    "Yes, take it back", "Yes, take out", "Yes, take this one", "Yes, this name", "Yes, withdraw", "Yesterday",
    "‹ Newer", "Indoors", "Outdoors", "Everyone", "Everybody of the station", "Only people with a place",
    "Yes, they may", "Other", "under 14", "14 to 17", "18 to 59", "60 or over", "Go on with the new activity",
    "Go on entering hours", "Go on writing", "Go on with the signed form", "Go on: who comes along",
    "Go on signing somebody up", "Go on correcting hours",
    "Don't import", "Close", "Undo the import", "Yes, take back", "Empty list to fill in",
)  # fmt: skip


def home_of(text: str) -> str | None:
    """The command that leads to the button of this name, in any of the languages."""
    return _homes().get(spoken(text))


def is_on_a_card(text: str) -> bool:
    """Whether it is what stands on a button that only answers the question above it."""
    return spoken(text) in _answers()


@cache
def _homes() -> dict[str, str]:
    """The first that names it has it; the buttons of /menu come before all."""
    labels = [(row.label, row.name) for row in COMMANDS]
    labels += [(label, command) for command, own in LABELS.items() for label in own]
    found = dict[str, str]()
    for label, command in labels:
        for language in LANGUAGES:
            found.setdefault(spoken(translated(language, label)), command)
    return found


@cache
def _answers() -> frozenset[str]:
    return frozenset(spoken(translated(language, label)) for label in ON_ITS_CARD for language in LANGUAGES)

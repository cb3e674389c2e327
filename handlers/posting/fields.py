"""What is asked for each field of an activity, and the ready answers to it."""

from bot.ground.frozen import replace
from bot.posting.form import ASKED
from bot.posting.rules import PostDraft
from bot.speech.screens import Key, Rows
from bot.speech.words import Words
from handlers.activities.fields import SHOWN
from handlers.activities.showing import target_name
from handlers.links.posting import Answer, Calendar, PlaceAgain
from handlers.posting.calendars import calendar_keys

CLOCKS = ("0900", "0930", "1000", "1400", "1430", "1500", "1830", "1900")
"""As they can be typed without a colon, which a button would not carry."""
TARGETS = 12  # as many as can be looked through; the rest can be typed


def question(words: Words, draft: PostDraft) -> str:
    if draft.asks == "start" and draft.day is not None:
        return words.label("At what time? Choose, or type it: 9:00-11:30")
    return words.label(SHOWN[draft.asks or ASKED[0]].question)


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
        nearest = draft.targets[:TARGETS]
        return tuple((Key(target_name(words, target), Answer(revision, target.code)),) for target in nearest)
    wide, ready = ready_answers(words, draft)
    keys = [Key(label, Answer(revision, value)) for value, label in ready.items()]
    return tuple(tuple(keys[at : at + wide]) for at in range(0, len(keys), wide))


def ready_answers(words: Words, draft: PostDraft) -> tuple[int, dict[str, str]]:
    """How many stand in a row, and the labels by what they say."""
    if draft.asks == "start":
        return 4, {clock: f"{int(clock[:2])}:{clock[2:]}" for clock in CLOCKS}
    team = draft.target.name if draft.target and draft.target.team_id else ""
    shown = SHOWN[draft.asks or ASKED[0]]
    return shown.wide, shown.ready(words.at(draft.zone), replace(draft.values, team=team))

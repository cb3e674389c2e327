"""/post: the draft is one card that asks for what is missing and, once nothing is, shows what will be published."""

from markupsafe import Markup

from bot.messages.looks import Progress
from bot.posting.form import FIELDS
from bot.posting.rules import PostDraft, RecentShift
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from handlers.activities.fields import SHOWN, field_name
from handlers.activities.lines import long_line, stack
from handlers.links.activities import CopyText
from handlers.links.leading import Manage
from handlers.links.posting import AskField, BackToLook, ChangePost, Discard, NewPost, PostLike, Publish, SameAsLast
from handlers.messages.broadcast_screens import progress_keys, progress_lines
from handlers.posting.fields import answer_keys, question
from handlers.talk.form_screens import go_on
from handlers.talk.problems import problem_line


def begin(words: Words, any_before: bool, left: str | None = None) -> Screen:
    """The first tap: as last time, or from the beginning; ``left`` is the draft that somebody turned away from."""
    text = stack(
        words.say("📣 <b>New activity</b>"),
        words.say("Or send everything in one message, one line each:"),
        Markup("<pre>{}</pre>").format(example(words)),
    )
    new = Key(words.label("Start a new one"), NewPost())
    same = Key(words.label("Same as last time"), SameAsLast())
    on = ((go_on(words, left),),) if left else ()
    return Screen(text, (*on, (same, new) if any_before else (new,)))


def example(words: Words) -> str:
    """As it can be typed, with the keys of the reader's language."""
    return words.label(
        "/post\n"
        "title: Visit to the home for the elderly\n"
        "kind: elderly\n"
        "team: First Team\n"
        "place: Community Centre, 2F\n"
        "start: Sat 9:00\n"
        "end: 11:30\n"
        "capacity: 8"
    )


def choose_recent(words: Words, recent: list[RecentShift]) -> Screen:
    """The second tap: which one."""
    if not recent:
        return Screen(
            words.say("You haven't posted anything yet."), ((Key(words.label("Start a new one"), NewPost()),),)
        )
    listed = tuple((Key(f"{one.title[:40]} · {one.place[:24]}", PostLike(one.shift_id)),) for one in recent)
    return Screen(words.say("Same as which one?"), listed)


def draft_card(words: Words, draft: PostDraft, page: int = 0) -> Screen:
    """What is said so far, what is wrong, and the next question; or the look before publishing."""
    if draft.asks is None:
        return ready_card(words, draft)
    text = stack(
        heading(words, draft),
        *said_lines(words, draft),
        *problem_lines(words, draft),
        missing_line(words, draft),
        Markup("\n<b>{}</b>").format(question(words, draft)),
    )
    back = Key(words.label("Back"), BackToLook(draft.revision))
    stop = Key(words.label("Discard"), Discard(draft.revision))
    below = (back, stop) if draft.ready else (stop,)
    return Screen(text, (*answer_keys(words, draft, page), below))


def heading(words: Words, draft: PostDraft) -> Markup:
    return words.say("✍️ <b>New activity</b>") if not draft.like else words.say("🔁 <b>Same as last time</b>")


def problem_lines(words: Words, draft: PostDraft) -> list[Markup]:
    there = words.at(draft.zone)
    lines = [
        words.say("⚠️ {field}: {problem}", field=field_name(words, field), problem=problem_line(there, refusal))
        for field, refusal in draft.problems.items()
    ]
    return lines + [words.say("⚠️ {problem}", problem=problem_line(there, refusal)) for refusal in draft.unread]


def missing_line(words: Words, draft: PostDraft) -> Markup | None:
    """Only where something was said already: an empty draft misses everything, and asks for it."""
    others = [field for field in draft.missing if field != draft.asks]
    if not others or not draft.values.title or draft.like:
        return None
    return words.say("Still missing: {fields}", fields=words.list([field_name(words, field) for field in others]))


def ready_card(words: Words, draft: PostDraft) -> Screen:
    """The look: everything people will read, and how many will be told."""
    values = draft.values
    text = stack(
        words.say("👀 <b>Have a look. All right?</b>"),
        *said_lines(words, draft),
        *problem_lines(words, draft),
        long_line(words, values.starts_at or 0, values.ends_at or 0),
        Markup("\n{}").format(audience_line(words, draft)),
    )
    keys: Rows = (
        (
            Key(words.label("Publish"), Publish(draft.revision)),
            Key(words.label("Change"), ChangePost(draft.revision)),
            Key(words.label("Discard"), Discard(draft.revision)),
        ),
    )
    return Screen(text, keys if values.title else ())


def audience_line(words: Words, draft: PostDraft) -> Markup:
    told = words.say_n("{n} person will be told", "{n} people will be told", draft.people)
    if not draft.out_of_reach:
        return told
    out = words.say_n("{n} is not on Telegram", "{n} are not on Telegram", draft.out_of_reach)
    return Markup("{} · {}").format(told, out)


def said_lines(words: Words, draft: PostDraft) -> list[Markup]:
    """Field by field, as it was understood; in the look also what goes without saying."""
    said = {code: SHOWN[code].in_draft(words, draft, code) for code in FIELDS if code not in draft.problems}
    return [
        words.say("{field}: {value}", field=field_name(words, code), value=text) for code, text in said.items() if text
    ]


def choose_field(words: Words, draft: PostDraft) -> Screen:
    """What to change; all fields on one screen, two in a row."""
    keys = [Key(field_name(words, field), AskField(draft.revision, field)) for field in FIELDS]
    rows = tuple(tuple(keys[at : at + 2]) for at in range(0, len(keys), 2))
    back = (Key(words.label("Back"), BackToLook(draft.revision)),)
    return Screen(words.say("What should be changed?"), (*rows, back))


def discarded(words: Words) -> Screen:
    return Screen(words.say("Discarded. Nothing was published."))


def published(words: Words, shift_id: int, progress: Progress) -> Screen:
    """Done; and how far the announcement has come."""
    text = stack(words.say("✅ <b>Published.</b>"), *progress_lines(words, progress))
    keys: Rows = (
        (Key(words.label("Manage"), Manage(shift_id)), Key(words.label("Copy text"), CopyText(shift_id))),
        progress_keys(words, progress),
    )
    return Screen(text, keys)


def stale_toast(words: Words) -> str:
    return words.label("That card was out of date; here is the draft as it is.")

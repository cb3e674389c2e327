"""Who takes part: answer, lateness, and how reliable each has been. Phone numbers never stand here."""

from markupsafe import Markup

from bot.leading.rules import GroupPlaces, ParticipantsPage
from bot.sign_ups.rules import Listed, SignUpState
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from handlers.activities.lines import stack, title_line, when_line
from handlers.call_list import screens as call_list
from handlers.links.leading import Manage, Participants, WriteToParticipants
from handlers.links.sign_ups import SignUpOther


def participants(words: Words, page: ParticipantsPage) -> Screen:
    shift = page.shift
    lines = [person_line(words, page, listed) for listed in page.listed]
    groups = [group_line(words, group) for group in page.groups] if page.page == 0 else []
    text = stack(
        words.say(
            "<b>{n} coming</b> of {places}", n=words.number(page.counts.coming), places=words.number(shift.capacity)
        ),
        title_line(words, shift.title),
        when_line(words, shift),
        "",
        *groups,
        *(lines or [words.say("Nobody has signed up yet.")]),
        words.say("\n<i>✅ coming  ❔ no answer  🎉 offered a place  ⏳ waiting</i>") if lines else None,
    )
    return Screen(text, participant_keys(words, page))


def person_line(words: Words, page: ParticipantsPage, listed: Listed) -> Markup:
    """A sign for the answer, the name, and what the lead should know."""
    notes = []
    if listed.sign_up.late_minutes:
        notes.append(words.say("{n} min late", n=listed.sign_up.late_minutes))
    if not listed.telegram:
        notes.append(words.say("not on Telegram"))
    past = page.histories.get(listed.sign_up.person_id)
    if past is not None and past.missed:
        notes.append(
            words.say_n(
                "{n} sign-up, {missed} missed in half a year",
                "{n} sign-ups, {missed} missed in half a year",
                past.sign_ups,
                missed=words.number(past.missed),
            )
        )
    name = Markup("{} {}").format(sign(listed, page.shift.revision), listed.name)
    return Markup(" · ").join([name, *notes])


def sign(listed: Listed, revision: int) -> str:
    """✅ said yes, ❔ no answer to this time and place, 🎉 offered, ⏳ waiting."""
    if listed.sign_up.state == SignUpState.WAITLISTED:
        return "⏳"
    if listed.sign_up.state == SignUpState.OFFERED:
        return "🎉"
    return "✅" if listed.sign_up.said_yes(revision) else "❔"


def group_line(words: Words, group: GroupPlaces) -> Markup:
    return words.say(
        "👥 {team}: {places} places, {named} named",
        team=group.team,
        places=words.number(group.places),
        named=words.number(group.named),
    )


def participant_keys(words: Words, page: ParticipantsPage) -> Rows:
    shift = page.shift
    turns = [Key("‹", Participants(shift.id, page.page - 1))] if page.page else []
    turns += [Key("›", Participants(shift.id, page.page + 1))] if page.more else []
    keys = [Key(words.label("Write to them"), WriteToParticipants(shift.id))] if page.listed else []
    if page.may_sign_up_others:
        keys.insert(0, Key(words.label("Sign up someone else"), SignUpOther(shift.id, 0)))
    others = (call_list.key(words, shift.activity_id), Key(words.label("Back"), Manage(shift.id)))
    return tuple(row for row in (tuple(turns), tuple(keys), others) if row)

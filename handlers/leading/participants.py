"""Who comes to a shift, who waits, and what they answered; behind each name what can be done about it."""

from markupsafe import Markup

from bot.leading import acts as leading
from bot.leading.acts import PEOPLE
from bot.leading.rules import ParticipantsPage
from bot.sign_ups.rules import Listed, SignUpState
from bot.speech.pages import in_rows, turns
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.activities.lines import stack, title_line, when_line
from handlers.call_list import lines as call_list
from handlers.leading.lines import reach_note
from handlers.links.leading import Manage, OneParticipant, Participants, WriteToParticipants
from handlers.links.sign_ups import SignUpOther
from handlers.sign_ups.lines import gone_line, minimum_line
from handlers.talk.journeys import Journey
from handlers.talk.ways import back_to

journey = Journey()
SHORT = 14
"""Names that are no longer stand in pairs."""


@journey.on(Participants)
async def show_participants(context: Context, shift: int, page_id: int) -> Screen:
    return participants(context.words, await leading.participants(context, shift_id=shift, number=page_id))


def participants(words: Words, page: ParticipantsPage) -> Screen:
    shift = page.shift
    lines = [person_line(words, page, turn, listed) for turn, listed in numbered(page)]
    groups = (
        [
            words.say(
                "👥 {team}: {named} of {places} named",
                team=group.team,
                places=words.number(group.places),
                named=words.number(group.named),
            )
            for group in page.groups
        ]
        if page.page == 0
        else []
    )
    text = stack(
        words.say(
            "<b>{n} coming</b> of {places}", n=words.number(page.counts.coming), places=words.number(shift.capacity)
        ),
        minimum_line(words, shift, page.counts),
        title_line(words, shift.title),
        when_line(words, shift),
        "",
        *groups,
        *(lines or [words.say("Nobody has signed up yet.")]),
        gone_line(words, page.gone) if page.page == 0 else None,
        words.say("\n<i>✅ coming  ☑️ signed up  ❔ no answer  🎉 offered a place  ⏳ waiting</i>") if lines else None,
    )
    return Screen(text, participant_keys(words, page))


def numbered(page: ParticipantsPage) -> list[tuple[int, Listed]]:
    """Two of one name are told apart by their number."""
    return list(enumerate(page.listed, page.page * PEOPLE + 1))


def person_line(words: Words, page: ParticipantsPage, turn: int, listed: Listed) -> Markup:
    """A sign for the answer, the name, and what the lead should know."""
    notes = []
    if listed.sign_up.late_minutes:
        notes.append(words.say("{n} min late", n=listed.sign_up.late_minutes))
    reach = reach_note(words, listed)
    if reach:
        notes.append(reach)
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
    name = Markup("{}. {} {}").format(turn, sign(listed, page.shift.revision), listed.name)
    return Markup(" · ").join([name, *notes])


def name_keys(page: ParticipantsPage) -> Rows:
    keys = [Key(f"{turn}. {one.name[:40]}", OneParticipant(one.sign_up.id)) for turn, one in numbered(page)]
    return in_rows(keys, 2 if all(len(key.label) <= SHORT for key in keys) else 1)


def participant_keys(words: Words, page: ParticipantsPage) -> Rows:
    shift = page.shift
    turn = turns(page.page, page.more, lambda to: Participants(shift.id, to), page.pages)
    keys = [Key(words.label("Write to them"), WriteToParticipants(shift.id))] if page.listed else []
    if page.may_sign_up_others:
        keys.insert(0, Key(words.label("Sign up someone else"), SignUpOther(shift.id, 0)))
    others = (call_list.key(words, shift.activity_id), back_to(words, Manage(shift.id)))
    return (*name_keys(page), *(row for row in (tuple(turn), tuple(keys), others) if row))


def sign(listed: Listed, revision: int) -> str:
    """✅ said yes, ❔ asked and no answer, ☑️ signed up and not asked yet, 🎉 offered, ⏳ waiting."""
    if listed.sign_up.state == SignUpState.WAITLISTED:
        return "⏳"
    if listed.sign_up.state == SignUpState.OFFERED:
        return "🎉"
    if listed.sign_up.said_yes(revision):
        return "✅"
    return "❔" if listed.sign_up.silent(revision) else "☑️"

"""A call for an activity, as an announcement and from its link; and how many people something concerns."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.activities.rules import Shift
from bot.leading.rules import Concerned
from bot.leading.shown import Call
from bot.sign_ups.rules import Listed
from bot.speech.screens import Screen
from bot.speech.words import Words
from handlers.activities.cards import activity_card, choose_shift


def call(words: Words, call: Call) -> Screen:
    """The card; for several shifts the choice between them."""
    if call.card is not None:
        return activity_card(words, call.card)
    return choose_shift(words, list(call.shifts))


def whom_lines(words: Words, concerned: Concerned) -> list[Markup]:
    """Before many are told: how many, and whom no message reaches."""
    if not concerned.people:
        return [words.say("Nobody else is told: nobody has signed up.")]
    lines = [words.say_n("{n} person is told at once.", "{n} people are told at once.", concerned.people)]
    if concerned.to_phone:
        lines.append(
            words.say_n(
                "☎️ {n} of them must be phoned: no message reaches them.",
                "☎️ {n} of them must be phoned: no message reaches them.",
                concerned.to_phone,
            )
        )
    return lines


def busy_line(words: Words, names: Sequence[str]) -> Markup | None:
    """Who is down for two things at one hour; the lead may want to ask."""
    if not names:
        return None
    return words.say("⚠️ Down for something else at that time too: {names}", names=words.list(list(names)))


def same_hour_line(words: Words, shift: Shift, other: str | None) -> Markup | None:
    """What else its team has then: people could come to one of the two only."""
    if other is None:
        return None
    return words.say("⚠️ {team} has “{title}” at this hour already.", team=shift.activity.team_name, title=other)


def reach_note(words: Words, listed: Listed) -> Markup | None:
    """Whom no message reaches is phoned; who has no Telegram is told by whoever reads for them."""
    if listed.reached:
        return None if listed.telegram else words.say("through {name}", name=listed.reader)
    if listed.telegram:
        return words.say("could not be reached (has blocked the bot), please phone")
    return words.say("could not be reached (no Telegram), please phone")

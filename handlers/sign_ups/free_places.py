"""A place that came free for one person: it is theirs, held for them, open to whoever presses first, or gone."""

from bot.sign_ups.shown import SignUpLook
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from handlers.activities.lines import bring_line, stack
from handlers.links.sign_ups import StillComing
from handlers.sign_ups.lines import (
    brief_line,
    card_key,
    moment_from,
    offer_keys,
    others_key,
    out_key,
    which_line,
    who_line,
)


def promoted(words: Words, look: SignUpLook) -> Screen:
    great = StillComing(look.sign_up.id, look.shift.revision)
    text = stack(
        words.say("🎉 A place opened and it's yours."),
        who_line(words, look.name),
        brief_line(words, look.shift),
        bring_line(words, look.shift.activity),
    )
    return Screen(text, ((Key(words.label("Great"), great), out_key(words, look.sign_up.id)),))


def offered(words: Words, look: SignUpLook) -> Screen:
    """To one person: with the time until which it is theirs to take."""
    until = moment_from(words, look.shift, look.sign_up.offer_ends_at or look.shift.starts_at, look.now)
    text = stack(
        words.say("🎉 A place has opened! {what}", what=brief_line(words, look.shift)),
        who_line(words, look.name),
        words.say("Please answer by {time}, or it goes to the next person.", time=until),
    )
    return Screen(text, (offer_keys(words, look.sign_up.id),))


def open_place(words: Words, look: SignUpLook) -> Screen:
    """To everybody who waits."""
    text = stack(
        words.say("🎉 A place has opened! {what}", what=brief_line(words, look.shift)),
        who_line(words, look.name),
        words.say("It begins soon: the first to press has it."),
    )
    return Screen(text, (offer_keys(words, look.sign_up.id),))


def offer_expired(words: Words, look: SignUpLook) -> Screen:
    text = stack(
        words.say("We didn't hear from you, so the place went to the next person. Maybe next time!"),
        who_line(words, look.name),
        which_line(words, look.shift),
    )
    return Screen(text, ((others_key(words), card_key(words, look.shift)),))

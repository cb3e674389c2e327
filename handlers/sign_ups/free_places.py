"""A place that came free for one person: it is theirs, it is held for them, or it is open to whoever presses first."""

from bot.sign_ups.shown import SignUpLook
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from handlers.activities.lines import bring_line, stack
from handlers.links.sign_ups import StillComing
from handlers.sign_ups.lines import brief_line, moment_from, offer_keys, out_key, who_line


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

"""The lead's screen with the code, and what the volunteer reads. The picture is drawn when it leaves."""

from io import BytesIO

import segno
from markupsafe import Markup

from bot.roll_call.codes import CheckedIn, CheckInCodes, QrLook
from bot.speech.screens import File, Key, Screen
from bot.speech.words import Words
from handlers.activities.lines import stack
from handlers.links.roll_call import CheckInCode
from handlers.roll_call.card import back_key
from handlers.sign_ups.lines import which_line

SCALE = 12  # pixels of one module: large enough to be scanned from a phone held up


def codes(words: Words, made: CheckInCodes) -> Screen:
    """Digits for who types; the QR code follows."""
    text = stack(
        Markup("🔢 <b>{} {}</b>").format(made.digits[:3], made.digits[3:]),
        which_line(words, made.shift),
        words.say(
            "Good until {time}: volunteers send /checkin {code}, or scan the picture that follows (30 seconds).",
            time=words.at(made.shift.zone).time(made.digits_end_at),
            code=made.digits,
        ),
        words.say("Once to check in, once more to check out."),
    )
    keys = (Key(words.label("New code"), CheckInCode(made.shift.id)), back_key(words, made.shift.id))
    return Screen(text, (keys,))


def qr(words: Words, look: QrLook) -> File:
    """A link that opens the bot and checks in."""
    drawn = BytesIO()
    segno.make(look.url, error="m").save(drawn, kind="png", scale=SCALE)
    caption = words.say("Scan to check in: {title}. Good for 30 seconds.", title=look.shift.title)
    return File("check-in.png", drawn.getvalue(), caption, picture=True)


def ask_code(words: Words) -> Screen:
    return Screen(words.say("Please type the six digits from the lead's screen."))


def done(words: Words, made: CheckedIn) -> Screen:
    time = words.at(made.shift.zone).time(made.at)
    if made.left:
        first = words.say("👋 <b>Checked out at {time}.</b> Thank you!", time=time)
        return Screen(stack(first, which_line(words, made.shift)))
    first = words.say("✅ <b>You're checked in, {time}.</b>", time=time)
    last = words.say("Before you leave, check out the same way.")
    return Screen(stack(first, which_line(words, made.shift), last))

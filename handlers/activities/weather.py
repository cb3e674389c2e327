"""Which warnings call an activity off: one line by the station's rule for it."""

from markupsafe import Markup

from bot.speech.words import Words, later

RULES = {
    "typhoon_blue_or_rainstorm_orange": later(
        "Cancelled if a blue typhoon or orange rainstorm warning is in force {before}."
    ),
    "typhoon_yellow_or_rainstorm_red": later(
        "Cancelled if a yellow typhoon or red rainstorm warning is in force {before}."
    ),
    "signal_3_or_rainstorm_red": later(
        "Cancelled if Signal No. 3 or higher, or the Red rainstorm warning or worse, is in force {before}."
    ),
    "signal_8_or_rainstorm_black": later(
        "Cancelled if Signal No. 8 or higher, or the Black rainstorm warning, is in force {before}."
    ),
}


def weather_line(words: Words, rule: str, hours: int) -> Markup | None:
    """For cards and reminders; None where the station has no such rule. `hours` before the start it counts."""
    if rule not in RULES:
        return None
    before = words.say("2 hours before") if hours == 2 else words.say_n("{n} hour before", "{n} hours before", hours)
    return words.say(RULES[rule], before=before)

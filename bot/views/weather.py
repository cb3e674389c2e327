"""Which warnings call an activity off: one line by the station's preset, stricter outdoors."""

from markupsafe import Markup

from bot.views.words import Words


def weather_line(words: Words, preset: str, outdoor: bool) -> Markup:
    """For cards and reminders; the warning counts while it is in force two hours before the start."""
    if preset == "hong_kong":
        if outdoor:
            return words.say("Cancelled if Signal No. 3 or the Red rainstorm warning is in force 2 hours before.")
        return words.say("Cancelled if Signal No. 8 or the Black rainstorm warning is in force 2 hours before.")
    if outdoor:
        return words.say("Cancelled if a blue typhoon or orange rainstorm warning is in force 2 hours before.")
    return words.say("Cancelled if a yellow typhoon or red rainstorm warning is in force 2 hours before.")

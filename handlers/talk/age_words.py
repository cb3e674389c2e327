"""The names of age groups: as others read of somebody, and on the buttons of who is asked."""

from bot.people.ages import AgeBand
from bot.speech.words import Words, later

BANDS = {
    "under_14": later("under 14"),
    "14_17": later("14 to 17"),
    "18_59": later("18 to 59"),
    "60_up": later("60 or over"),
    "adult": later("18 or over"),
    "minor": later("under 18"),
}


def band_name(words: Words, band: str | None) -> str:
    return words.label(BANDS[band]) if band in BANDS else words.label("age not asked yet")


AGE_LABELS = {
    AgeBand.UNDER_14: later("Under 14"),
    AgeBand.TEEN: later("14–17"),
    AgeBand.MIDDLE: later("18–59"),
    AgeBand.SENIOR: later("60 or over"),
}

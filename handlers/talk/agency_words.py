"""Who stands behind the bot, in words: what the station's settings say, and nothing where they say nothing."""

from markupsafe import Markup

from bot.speech.words import Words
from bot.stations.rules import Agency


def agency_lines(words: Words, agency: Agency) -> list[Markup]:
    """One line for who and where, one for whom to ask about what is kept."""
    known = [part for part in (agency.name, agency.phone, agency.address) if part]
    lines = [words.say("Held by: {agency}", agency=" · ".join(known))] if known else []
    if agency.privacy:
        lines.append(words.say("Questions about your data: {contact}", contact=agency.privacy))
    return lines

"""How far somebody is in the scheme of the station."""

from markupsafe import Markup

from bot.hours.rules import Standing
from bot.speech.words import Words, later

STARS = (later("1 star"), later("2 stars"), later("3 stars"), later("4 stars"), later("5 stars"))


def level_name(words: Words, scheme: str, level: int) -> str:
    if scheme == "mainland_stars":
        return words.label(STARS[level - 1])
    return [words.label("Bronze"), words.label("Silver"), words.label("Gold")][level - 1]


def recognition(words: Words, scheme: str, standing: Standing) -> list[Markup]:
    """Reached, and what is missing; the honour itself is the office's to give."""
    if scheme == "none":
        return []
    lines = []
    if standing.level:
        lines.append(
            words.say("🏅 Has reached the standard of {level}", level=level_name(words, scheme, standing.level))
        )
    if standing.missing_minutes is not None:
        lines.append(
            words.say(
                "{missing} more to {level} ({hours} h)",
                missing=words.hours(standing.missing_minutes),
                level=level_name(words, scheme, standing.level + 1),
                hours=words.number(standing.next_hours or 0),
            )
        )
    return lines

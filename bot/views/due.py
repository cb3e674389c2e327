"""What time will bring, in words, for whoever winds the demo's clock."""

from markupsafe import Markup

from bot.views.words import Words


def what_is_due(words: Words, what: str, people: int) -> Markup:
    """One line such as "Reminder, the day before: 5 people". ``what`` is the code of ``jobs.table.Due``."""
    said = names(words).get(what, Markup(what.replace("_", " ")))  # noqa: S704  # a code of our own
    return said if not people else words.say_n("{what}: {n} person", "{what}: {n} people", people, what=said)


def names(words: Words) -> dict[str, Markup]:
    return {
        "reminder_72h": words.say("Reminder, three days before"),
        "reminder_24h": words.say("Reminder, the day before"),
        "reminder_2h": words.say("Reminder, two hours before"),
        "roll_call": words.say("Roll-call begins"),
    }

"""What time will bring, in words, for whoever winds the demo's clock."""

from bot.speech.words import Words


def what_is_due(words: Words, what: str) -> str:
    """A line such as "Reminder, the day before". ``what`` is the code of ``jobs.table.Due``."""
    return names(words)[what]


def names(words: Words) -> dict[str, str]:
    """Every code that a tick may announce."""
    return {
        "reminder_72h": words.label("Reminder, three days before"),
        "reminder_24h": words.label("Reminder, the day before"),
        "reminder_2h": words.label("Reminder, two hours before"),
        "lead_list": words.label("The lead's list for tomorrow"),
        "lead_changes": words.label("Changes since the list, to the lead"),
        "too_few": words.label("Too few people? Three days before"),
        "too_few_still": words.label("Too few people? The day before"),
        "group_names": words.label("Names that a group still owes"),
        "offer_ends": words.label("An offered place goes to the next"),
        "roll_call": words.label("Roll-call begins"),
        "finish_roll": words.label("It is over: finish the roll?"),
        "digest": words.label("Weekly report"),
        "call_list": words.label("People to phone, to the lead"),
        "notice": words.label("A message that waits"),
        "month_report": words.label("Monthly report, provisional"),
        "month_closed": words.label("The month is closed"),
        "checkpoint": words.label("The books are sealed"),
    }

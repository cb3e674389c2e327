"""What each setting of a station is called, and where it comes from. A new one needs its line here (a test)."""

from markupsafe import Markup

from bot.speech.words import Words, later
from bot.stations.rules import SettingCard

GROUPS: dict[str, tuple[str, tuple[str, ...]]] = {
    "general": (
        later("General"),
        ("language", "staff_title", "rounding", "recognition", "financial_year_month", "recruiting_per_day"),
    ),
    "agency": (
        later("Who we are"),
        ("agency", "agency_phone", "agency_address", "privacy_contact", "map_service"),
    ),
    "quiet": (later("Quiet hours"), ("quiet_starts", "quiet_ends", "urgent_cancel_hours")),
    "remind": (
        later("Reminders"),
        (
            "early_reminder_hours",
            "early_reminder_if_days",
            "reminder_hours",
            "meeting_reminder_hours",
            "lead_list_time",
            "lead_changes_hours",
            "minimum_warning_hours",
            "minimum_last_warning_hours",
        ),
    ),
    "signup": (
        later("Sign-up and waiting list"),
        (
            "give_at_once_hours",
            "offer_to_all_hours",
            "offer_hold_hours",
            "offer_ends_hours",
            "late_withdrawal_hours",
            "no_show_limit",
            "group_names_hours",
            "paper_consent_months",
        ),
    ),
    "hours": (
        later("Roll-call and hours"),
        (
            "roll_call_minutes",
            "grace_minutes",
            "self_report_days",
            "late_entry_days",
            "coordinator_hours",
            "administrator_hours",
            "statement_days",
            "question_days",
            "count_training",
            "count_preparation",
        ),
    ),
    "reports": (
        later("Reports"),
        ("report_day", "report_time", "closing_day", "closing_time", "digest_weekday", "digest_time"),
    ),
    "weather": (later("Weather"), ("weather_outdoor", "weather_all", "weather_hours")),
}

NAMES: dict[str, str] = {
    "language": later("Language"),
    "agency": later("Agency"),
    "agency_phone": later("Agency's phone"),
    "agency_address": later("Agency's address"),
    "privacy_contact": later("Privacy contact"),
    "map_service": later("Map"),
    "quiet_starts": later("Quiet from"),
    "quiet_ends": later("Quiet until"),
    "urgent_cancel_hours": later("Cancellations ignore quiet hours, before the start"),
    "early_reminder_hours": later("Early reminder before the start"),
    "early_reminder_if_days": later("Early reminder only if signed up ahead"),
    "reminder_hours": later("Reminder before the start"),
    "meeting_reminder_hours": later("Meeting point before the start"),
    "lead_list_time": later("List for the lead, the evening before"),
    "lead_changes_hours": later("Changes for the lead, before the start"),
    "minimum_warning_hours": later("Too few people: first warning"),
    "minimum_last_warning_hours": later("Too few people: last warning"),
    "give_at_once_hours": later("Free place goes to the next at once, until before the start"),
    "offer_to_all_hours": later("Free place is offered to all, from before the start"),
    "offer_hold_hours": later("Time to answer an offer"),
    "offer_ends_hours": later("Offers end before the start"),
    "late_withdrawal_hours": later("Cancelling counts as late, before the start"),
    "no_show_limit": later("No-shows before somebody goes to the end of the line (0: never)"),
    "group_names_hours": later("Names for group places, before the start"),
    "recruiting_per_day": later("Recruiting messages per person and day"),
    "roll_call_minutes": later("Roll-call card before the start"),
    "grace_minutes": later("Lateness not deducted"),
    "self_report_days": later("People enter their hours within"),
    "late_entry_days": later("Staff enter hours within"),
    "coordinator_hours": later("A coordinator verifies, over a day's"),
    "administrator_hours": later("An administrator verifies, over a day's"),
    "statement_days": later("A statement stands after"),
    "question_days": later("Questions are possible for"),
    "count_training": later("Training counts as hours"),
    "count_preparation": later("Preparation counts as hours"),
    "report_day": later("Provisional report on day"),
    "report_time": later("Provisional report at"),
    "closing_day": later("Month closes on day"),
    "closing_time": later("Month closes at"),
    "digest_weekday": later("Weekly overview on"),
    "digest_time": later("Weekly overview at"),
    "financial_year_month": later("Financial year begins in month"),
    "recognition": later("Recognition"),
    "rounding": later("Hours are shown"),
    "weather_outdoor": later("Weather line, outdoor activities"),
    "weather_all": later("Weather line, all activities"),
    "weather_hours": later("Weather counts before the start"),
    "staff_title": later("Staff are called"),
    "paper_consent_months": later("A signed consent holds for"),
}

SUFFIXES = ("_hours", "_minutes", "_days", "_months")
TIMES = ("no_show_limit", "recruiting_per_day")
ORDINAL = ("report_day", "closing_day", "financial_year_month")

PRESET_NAMES = {"mainland": later("Mainland"), "hong_kong": later("Hong Kong")}

CHOICE_NAMES: dict[str, str] = {
    "en": "English",
    "zh_Hans": "简体中文",
    "zh_Hant": "繁體中文",
    "none": later("none"),
    "mainland_stars": later("stars at 100, 300, 600, 1,000 and 1,500 h in all"),
    "hong_kong_hours": later("awards at 50, 100 and 200 h a year"),
    "exact": later("to the minute"),
    "half_hours": later("in half hours"),
    "typhoon_blue_or_rainstorm_orange": later("blue typhoon or orange rainstorm"),
    "signal_3_or_rainstorm_red": later("No. 3 signal or red rainstorm"),
    "typhoon_yellow_or_rainstorm_red": later("yellow typhoon or red rainstorm"),
    "signal_8_or_rainstorm_black": later("No. 8 signal or black rainstorm"),
    "social_worker": later("social worker"),
    "officer": later("officer"),
    "amap": later("Amap"),
    "openstreetmap": "OpenStreetMap",
    "google": later("Google Maps"),
}


def counted(words: Words, key: str, n: int) -> Markup | None:
    """The number with what it counts; None where the setting counts nothing."""
    units = {
        "_hours": lambda: words.say("{n} h", n=words.number(n)),
        "_minutes": lambda: words.say("{n} min", n=words.number(n)),
        "_days": lambda: words.say_n("{n} day", "{n} days", n),
        "_months": lambda: words.say_n("{n} month", "{n} months", n),
    }
    if key in TIMES:
        return words.say_n("{n} time", "{n} times", n)
    if key in ORDINAL:
        return words.say("no. {n}", n=words.number(n))
    unit = next((suffix for suffix in SUFFIXES if key.endswith(suffix)), None)
    return units[unit]() if unit else None


def source(words: Words, card: SettingCard) -> Markup:
    if card.here:
        return words.say("<i>set here</i>")
    if card.source:
        return words.say("<i>inherited from {station}</i>", station=card.source)
    return words.say("<i>from the preset {preset}</i>", preset=words.say(PRESET_NAMES[card.preset]))

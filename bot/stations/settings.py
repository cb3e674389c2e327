"""A setting that is not set on a station is its parent's, and at the top the preset's. Codes only, never words to show.

Every number of the rules is one of these fields. Stored values are text, as `stored` writes and `parse_setting` reads.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from bot.ground.frozen import Frozen, field_names, replace
from bot.ground.quiet_hours import QuietHours
from bot.ground.reading.numbers import read_number, read_yes_or_no
from bot.ground.reading.times import read_time
from bot.ground.refusals import Refusal, UnknownChoice, UnknownSetting
from bot.ground.text import folded, line, quoted

MAINLAND, HONG_KONG = "mainland", "hong_kong"


class StationSettings(Frozen, kw_only=True):
    """The settings that hold at one station. Units are in the names; 0 switches off what `RANGES` lets be 0."""

    language: str = "zh_Hans"
    agency: str = ""
    """Who we are; '' is not said. These four are inherited past a preset: they are no way of doing things."""
    agency_phone: str = ""
    agency_address: str = ""
    privacy_contact: str = ""
    map_service: str = "amap"
    """Where the way to a place is shown."""
    quiet_starts: str = "22:00"
    quiet_ends: str = "07:00"
    """Equal to `quiet_starts`: no quiet hours."""
    urgent_cancel_hours: int = 12
    """A cancellation this near to the start ignores quiet hours."""

    early_reminder_hours: int = 72
    early_reminder_if_days: int = 7
    """The early reminder is for who signed up more than this many days before it is due."""
    reminder_hours: int = 24
    meeting_reminder_hours: int = 2
    lead_list_time: str = "20:00"
    """On the evening before."""
    lead_changes_hours: int = 1
    minimum_warning_hours: int = 72
    minimum_last_warning_hours: int = 24

    give_at_once_hours: int = 48
    offer_to_all_hours: int = 6
    offer_hold_hours: int = 4
    offer_ends_hours: int = 3
    late_withdrawal_hours: int = 24
    no_show_limit: int = 0
    """After this many no-shows in half a year a person stands behind the line; 0: never."""
    group_names_hours: int = 48
    recruiting_per_day: int = 2

    roll_call_minutes: int = 15
    """How long before the start the roll-call card comes."""
    grace_minutes: int = 10
    self_report_days: int = 14
    late_entry_days: int = 60
    coordinator_hours: int = 8
    administrator_hours: int = 12
    statement_days: int = 7
    question_days: int = 30
    count_training: bool = False
    count_preparation: bool = False

    report_day: int = 1
    report_time: str = "09:00"
    closing_day: int = 5
    closing_time: str = "00:30"
    digest_weekday: int = 0
    """0 is Monday."""
    digest_time: str = "09:00"
    financial_year_month: int = 1

    recognition: str = "mainland_stars"
    rounding: str = "exact"
    weather_outdoor: str = "typhoon_blue_or_rainstorm_orange"
    weather_all: str = "typhoon_yellow_or_rainstorm_red"
    weather_hours: int = 2
    staff_title: str = "social_worker"
    paper_consent_months: int = 12

    @property
    def quiet(self) -> QuietHours | None:
        return None if self.quiet_starts == self.quiet_ends else QuietHours(self.quiet_starts, self.quiet_ends)


PRESETS = {
    MAINLAND: StationSettings(),
    HONG_KONG: StationSettings(
        language="zh_Hant",
        map_service="openstreetmap",
        financial_year_month=4,
        recognition="hong_kong_hours",
        rounding="half_hours",
        weather_outdoor="signal_3_or_rainstorm_red",
        weather_all="signal_8_or_rainstorm_black",
        staff_title="officer",
    ),
}
"""Where a station starts from."""

CHOICES: dict[str, tuple[str, ...]] = {
    "language": ("en", "zh_Hans", "zh_Hant"),
    "recognition": ("none", "mainland_stars", "hong_kong_hours"),
    "rounding": ("exact", "half_hours"),
    "weather_outdoor": ("none", "typhoon_blue_or_rainstorm_orange", "signal_3_or_rainstorm_red"),
    "weather_all": ("none", "typhoon_yellow_or_rainstorm_red", "signal_8_or_rainstorm_black"),
    "staff_title": ("social_worker", "officer"),
    "map_service": ("amap", "openstreetmap", "google"),
}
WORDS = {"agency": 60, "agency_phone": 40, "agency_address": 120, "privacy_contact": 120}
"""Settings that are typed words, and how long they may be, in code points."""
RANGES: dict[str, tuple[int, int]] = {
    "urgent_cancel_hours": (0, 72),
    "early_reminder_hours": (0, 336),
    "early_reminder_if_days": (0, 60),
    "reminder_hours": (0, 168),
    "meeting_reminder_hours": (0, 24),
    "lead_changes_hours": (0, 24),
    "minimum_warning_hours": (0, 336),
    "minimum_last_warning_hours": (0, 168),
    "give_at_once_hours": (0, 336),
    "offer_to_all_hours": (0, 72),
    "offer_hold_hours": (1, 48),
    "offer_ends_hours": (0, 72),
    "late_withdrawal_hours": (0, 168),
    "no_show_limit": (0, 50),
    "group_names_hours": (0, 336),
    "recruiting_per_day": (1, 20),
    "roll_call_minutes": (0, 120),
    "grace_minutes": (0, 60),
    "self_report_days": (0, 365),
    "late_entry_days": (0, 730),
    "coordinator_hours": (1, 24),
    "administrator_hours": (1, 24),
    "statement_days": (1, 90),
    "question_days": (1, 365),
    "report_day": (1, 28),
    "closing_day": (1, 28),
    "digest_weekday": (0, 6),
    "financial_year_month": (1, 12),
    "weather_hours": (0, 24),
    "paper_consent_months": (1, 60),
}
"""Lowest and highest value of each number, both allowed. A reminder of 0 hours is not sent."""


TIMES = ("quiet_starts", "quiet_ends", "lead_list_time", "report_time", "closing_time", "digest_time")
"""Settings that are a time of day."""
KEYS = field_names(StationSettings)
"""Every setting, in the order of the table."""

Value = str | int | bool


def resolve(
    chain: Sequence[Mapping[str, str]], preset: str, above: Sequence[Mapping[str, str]] = ()
) -> StationSettings:
    """The settings that hold where `chain` ends; it lists what is set on each station, the root first.

    `above` is what stands above the preset: of that only WORDS hold.

    What is stored but not valid any more (an older program's value) counts as not set.
    """
    merged: dict[str, Any] = {key: text for own in above for key, text in own.items() if key in WORDS}
    for own in chain:
        for key, text in own.items():
            with suppress(Refusal):
                merged[key] = parse_setting(key, text)
    return replace(PRESETS[preset], **merged)


def parse_setting(key: str, text: str) -> Value:
    """The typed value of a setting. Raises UnknownSetting, UnknownChoice, BadNumber, OutOfRange, BadTime, EmptyText,
    TextTooLong.
    """
    if key in TIMES:
        return read_time(text)
    if key in RANGES:
        return read_number(key, text, *RANGES[key])
    if key in CHOICES:
        return _choice(key, text)
    if key in WORDS:
        return line("text", text, WORDS[key]) if text else ""
    if key in KEYS:
        return read_yes_or_no(key, text)
    raise UnknownSetting(key=key)


def stored(value: Value) -> str:
    """The text under which a value is kept; `parse_setting` reads it back."""
    return str(int(value)) if isinstance(value, bool) else str(value)


def _choice(key: str, text: str) -> str:
    for choice in CHOICES[key]:
        if folded(text) == folded(choice):
            return choice
    raise UnknownChoice(field=key, value=quoted(text), choices=CHOICES[key])

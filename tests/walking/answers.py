"""What is typed where a form waits: something good, and something that it cannot take."""

from bot.ground.drafts import Draft
from tests.walking.agency import Agency

TEXTS: dict[str, tuple[str, ...]] = {
    "join": ("{name}",),
    "settings_name": ("{name}",),
    "settings_number": ("12345678",),
    "settings_until": ("2026-12-24", "2026-01-01", "{talk}"),
    "settings_phone": ("<contact>",),
    "people": ("{name}", "{known}", "{old}", "Zzz"),
    "managed_name": ("{name}",),
    "managed_new": ("{name}", "{known}"),
    "team_new": ("{name}",),
    "team_name": ("{name}",),
    "station_new": ("{name}",),
    "station_name": ("{name}",),
    "record_days": ("2026-10", "Mars"),
    "station_zone": ("Asia/Tokyo", "Mars"),
    "station_setting": ("5", "21:30"),
    "companion": ("{name}",),
    "companion_named": ("{name}",),
    "consent": ("{name}", "2026-11-20", "{talk}"),
    "training": ("{name}",),
    "post": (
        "title: {name}\nkind: elderly\nteam: {team}\nplace: {name}\nstart: 2026-12-12 09:00\nend: 11:00\n"
        "capacity: 2\nrisk: {name}",
        "{talk}",
    ),
    "post:title": ("{name}",),
    "post:kind": ("elderly", "{talk}"),
    "post:team": ("{team}",),
    "post:start": ("2026-12-12 9:00", "{talk}"),
    "post:end": ("11:00",),
    "post:capacity": ("5",),
    "post:audience": ("everyone",),
    "sign_up_other": ("{name}", "{known}", "{other}"),
    "group_number": ("7", "999"),
    "group_names": ("{name}\n{known}", "{name}\n{name}"),
    "roll_call_minutes": ("12",),
    "roll_call_heads": ("4",),
    "people_helped": ("24",),
    "people_helped_right": ("24",),
    "roll_call_reason": ("{talk}",),
    "walk_in": ("{name}", "{known}"),
    "check_in": ("000000", "{talk}"),
    "statement_question": ("{talk}",),
    "statement_hours": ("10:00-11:00", "{talk}"),
    "statement_answer": ("{talk}",),
    "send_back": ("{talk}",),
    "verify_long_day": ("{talk}",),
    "hours_of": ("{known}", "Zzz"),
    "correct_record": ("10:00-11:00",),
    "log": ("2-4", "2026-11-20 9:00-11:00", "9:00-11:00", "{known}", "{talk}"),
    "edit": ("{name}",),
    "edit:start": ("2026-12-12 09:00", "{talk}"),
    "edit:end": ("23:00",),
    "edit:capacity": ("5", "1"),
    "edit:map": ("<place>",),
    "postpone": ("2026-12-12",),
    "hold": ("2026-11-24 09:00",),
    "session_day": ("2026-12-19",),
    "cancel_activity": ("{talk}",),
    "answer": ("{talk}", "<voice>"),
    "bring_list": ("12345678",),
    "broadcast": ("{talk}",),
    "write_to_one": ("{talk}", "<voice>"),
}
"""By form, and where it asks for several things by what it asks. A form that is not here fails the test."""
NAME = {"en": "Robin", "zh_Hans": "小李", "zh_Hant": "小李"}


def answers_to(draft: Draft, agency: Agency) -> list[str]:
    """What is typed where this waits."""
    cast = agency.made.cast
    facts = {
        "name": NAME[agency.language],
        "known": cast.actors[8].name,
        "other": cast.actors[9].name,
        "old": cast.actors[12].name,
        "team": cast.first,
        "talk": agency.small_talk,
    }
    texts = TEXTS.get(f"{draft.form}:{draft.step}") or TEXTS.get(draft.form, ())
    return [text.format(**facts) for text in texts]

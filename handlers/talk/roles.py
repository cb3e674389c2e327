"""The names of roles, age groups, levels and kinds of team, as people read them."""

from bot.ground.viewer import Role
from bot.speech.words import Words, later

ROLES = {
    Role.SOCIAL_WORKER: later("staff lead"),
    Role.COORDINATOR: later("volunteer coordinator"),
    Role.ADMINISTRATOR: later("administrator"),
}
TITLES = {"social_worker": later("social worker"), "officer": later("officer")}
BANDS = {
    "under_14": later("under 14"),
    "14_17": later("14 to 17"),
    "18_59": later("18 to 59"),
    "60_up": later("60 or over"),
    "adult": later("18 or over"),
    "minor": later("under 18"),
}
TEAM_KINDS = {"service": later("service team"), "group": later("partner group")}


def role_name(words: Words, role: Role, title: str = "") -> str:
    """Staff by the ``title`` that their station has set, where one station is meant."""
    return words.label(TITLES[title] if title and role is Role.SOCIAL_WORKER else ROLES[role])


def band_name(words: Words, band: str | None) -> str:
    return words.label(BANDS[band]) if band in BANDS else words.label("age not asked yet")

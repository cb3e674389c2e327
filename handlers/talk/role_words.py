"""The names of roles and of kinds of team, as people read them."""

from bot.ground.viewer import Role
from bot.speech.words import Words, later

ROLES = {
    Role.SOCIAL_WORKER: later("staff lead"),
    Role.COORDINATOR: later("volunteer coordinator"),
    Role.ADMINISTRATOR: later("administrator"),
}
TITLES = {"social_worker": later("social worker"), "officer": later("officer")}
TEAM_KINDS = {"service": later("service team"), "group": later("partner group")}


def role_name(words: Words, role: Role, title: str = "") -> str:
    """Staff by the ``title`` that their station has set, where one station is meant."""
    return words.label(TITLES[title] if title and role is Role.SOCIAL_WORKER else ROLES[role])

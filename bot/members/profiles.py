"""A person as the person's own settings see it. A phone number is only ever "there" or "not there"."""

from bot.ground.frozen import Frozen
from bot.people.notice_choices import Pause, Silenced
from bot.teams.rules import Team


class Profile(Frozen):
    name: str
    language: str | None  # chosen; None follows the client
    age_band: str | None
    volunteer_number: str | None
    home_team_id: int | None
    has_phone: bool


class OwnSettings(Frozen):
    profile: Profile
    teams: tuple[Team, ...]
    silenced: frozenset[Silenced]
    keeps_phones: bool  # there is a key to encrypt them with
    paused: Pause | None = None
    guards: bool = False  # has agreed as somebody's parent or guardian

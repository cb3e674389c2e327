"""A person as the person's own settings see it. A phone number is only ever "there" or "not there"."""

from dataclasses import dataclass

from bot.domain.notice_choices import Silenced
from bot.domain.teams import Team


@dataclass(frozen=True, slots=True)
class Profile:
    name: str
    language: str | None  # chosen; None follows the client
    age_band: str | None
    volunteer_number: str | None
    home_team_id: int | None
    has_phone: bool


@dataclass(frozen=True, slots=True)
class OwnSettings:
    profile: Profile
    teams: tuple[Team, ...]
    silenced: frozenset[Silenced]
    keeps_phones: bool  # there is a key to encrypt them with

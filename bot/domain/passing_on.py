"""What people say that no command means goes to a human being, as it was said: the bot keeps only where it stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passed:
    """Something somebody said. ``asked``: may I? ``passed``: on its way to the lead; ``kept``: between us."""

    id: int
    person_id: int
    chat_id: int
    message_id: int
    lead_id: int | None
    state: str


@dataclass(frozen=True, slots=True)
class Offered:
    id: int
    lead: str  # the name


@dataclass(frozen=True, slots=True)
class NextSignUp:
    title: str
    starts_at: int
    ends_at: int
    zone: str
    state: str


@dataclass(frozen=True, slots=True)
class Message:
    """As the lead gets it: whose, and what stands beside it."""

    passed: Passed
    name: str
    team: str | None
    sign_ups: tuple[NextSignUp, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The lead's reply, on its way back."""

    lead: str
    chat_id: int
    message_id: int

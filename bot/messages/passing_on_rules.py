"""What people say that no command means goes to a human being, as it was said: the bot keeps only where it stands."""

from bot.ground.frozen import Frozen


class Passed(Frozen):
    """Something somebody said. ``asked``: may I? ``passed``: on its way to the lead; ``kept``: between us."""

    id: int
    person_id: int
    chat_id: int
    message_id: int
    lead_id: int | None
    state: str


class Offered(Frozen):
    id: int
    lead: str  # the name


class NextSignUp(Frozen):
    id: int
    title: str
    starts_at: int
    ends_at: int
    zone: str
    state: str


class Message(Frozen):
    """As the lead gets it: whose, and what stands beside it; `to_cancel`: what this lead may withdraw for them."""

    passed: Passed
    name: str
    team: str | None
    sign_ups: tuple[NextSignUp, ...]
    to_cancel: tuple[NextSignUp, ...] = ()


class Answer(Frozen):
    """The lead's reply, on its way back."""

    lead: str
    chat_id: int
    message_id: int

"""A guided tour is data: steps in the page's language, each a few acts that the page performs for the visitor.

The page does what the visitor would do: it opens the phone, waits until the button is there, presses it. So the steps
of a tour are also a test of the product.
"""

from typing import Literal, NotRequired, TypedDict


class TourAct(TypedDict):
    """One act of one person.

    `send` types `text`; `press` waits for an inline button called `text` on the newest messages; `reply_button` presses
    one of the reply keyboard; `start` opens the bot with `text` as payload; `link` opens the newest link into the bot
    that stands on `giver`'s phone; `look` opens the phone and no more; `wind` moves the clock (`text`: hour, day, next,
    or an instant in seconds since 1970) and needs no person.
    """

    do: Literal["send", "press", "reply_button", "start", "link", "look", "wind"]
    text: NotRequired[str]
    person: NotRequired[int]
    giver: NotRequired[int]


class TourStep(TypedDict):
    """What is shown and what its button does."""

    title: str
    text: str
    acts: list[TourAct]

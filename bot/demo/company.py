"""The phones of the cast in the simulator: who has one, who blocked the bot, and the group of a team."""

from bot.demo.cast import FIRST_ID, PARTS, Cast
from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator

ORDER = (
    "worker", "volunteer_1", "captain", "coordinator", "newcomer", "volunteer_2", "volunteer_3", "worker_two",
    "captain_two", "volunteer_4", "volunteer_5", "volunteer_6", "administrator",
)  # fmt: skip
"""As the page lists them: a social worker and a volunteer are the two phones that open first."""
GROUP = ("worker", "captain", "volunteer_1", "volunteer_2", "volunteer_3")
GREETERS = ("worker", "volunteer_1", "captain", "coordinator")
BLOCKER = "volunteer_6"
IDS = {part: FIRST_ID + index for index, (part, _) in enumerate(PARTS)}
"""Telegram ids of everybody who could have Telegram."""


def enrol(simulator: Simulator, cast: Cast, language: str) -> None:
    """The newcomer's phone has never opened the bot."""
    actors = dict(zip(IDS, cast.actors, strict=True))
    for part in ORDER:
        actor = actors[part]
        person = simulator.person(actor.name, language=language, user_id=IDS[part], note=actor.note)
        person.chat.started = part != "newcomer"
    simulator.group(cast.first, [phone(simulator, part) for part in GROUP])


def phone(simulator: Simulator, part: str) -> SimPerson:
    return next(person for person in simulator.people if person.id == IDS[part])


def greet(simulator: Simulator) -> None:
    """What people did before a visitor looks: some ask for the menu, one asks in the group, one has had enough."""
    for part in GREETERS:
        phone(simulator, part).send("/menu")
    phone(simulator, "captain").send("/activities", chat=simulator.groups[0])
    phone(simulator, BLOCKER).block()


class Phones:
    """What stands on the phones of a running demo."""

    def __init__(self, simulator: Simulator) -> None:
        self.simulator = simulator

    def say(self, text: str) -> bool:
        """Whether this stands in a message on somebody's phone."""
        return any(text in message.text for person in self.simulator.people for message in person.messages)

    def newcomer_joins(self, labels: list[str]) -> bool:
        """Whether the newcomer has yet to join; ``labels`` are the buttons that wait meanwhile."""
        person = phone(self.simulator, "newcomer")
        waiting = {key["text"] for message in person.messages for row in message.inline for key in row}
        return not person.chat.started or not waiting.isdisjoint(labels)

"""The guided tour: from a link that somebody opens to the month's total of their team, performed on the visible phones.

What is said about a step is in the language of the page; what is pressed and typed is in the language that the people
of the demo read. The browser test walks the same steps.
"""

from datetime import timedelta
from typing import Protocol

from bot.demo.cast import CASTS
from bot.demo.company import IDS
from bot.demo.daytime import by_day
from bot.demo.tour_words import OTHERWISE, STEPS
from bot.ground.times import first_valid, local, local_day, zone_named
from bot.simulator.page.tour import TourAct, TourStep
from bot.speech.commands import BY_NAME
from bot.speech.words import Words

ENOUGH = 50 * 3600  # ahead: a place freed earlier than 48 h before goes to the next in line at once
HOUR, MINUTE = 3600, 60
LENGTH = 2 * HOUR
HELPED = "24"
JOINS = ("I agree, I'm 18 or over", "Use this name")
"""What somebody presses who comes by a link for the first time."""


class Phones(Protocol):
    """What the tour looks at before it begins, so that it can be walked again."""

    def say(self, text: str) -> bool:
        """Whether this stands in a message on somebody's phone."""

    def newcomer_joins(self, labels: list[str]) -> bool:
        """Whether the newcomer has yet to join; ``labels`` are the buttons that wait meanwhile."""


class Tour:
    """``steps(page_language)`` as of ``now``: the activity lies in the future of whoever begins.

    On a day that an earlier tour has taken everybody would be busy already.
    """

    def __init__(self, language: str, phones: Phones) -> None:
        self.language = language
        self.phones = phones
        self.cast = CASTS[language]
        self.round = self.cast.coming[-1]  # has been held before, and has two places
        self.zone = zone_named(self.cast.zone)
        self.words = Words(language, self.cast.zone)

    def steps(self, page_language: str, now: int) -> list[TourStep]:
        said = STEPS[page_language]
        steps: list[TourStep] = [
            {"title": title, "text": text, "acts": acts}
            for (title, text), acts in zip(said, self.acts(now), strict=True)
        ]
        if page_language != self.language:
            steps[0]["text"] += f"\n{OTHERWISE[page_language]}"
        return steps

    def acts(self, now: int) -> list[list[TourAct]]:
        morning = by_day(now, self.zone)
        start = self.free_start(morning)
        links = [*([self.wind(morning)] if morning > now else []), *self.makes_a_link()]
        told = [[], links, self.joins(), self.posts(start)]
        return [*told, *self.signing_up(), *self.the_day(start), *self.the_month(start), []]

    def signing_up(self) -> list[list[TourAct]]:
        return [
            [self.press("volunteer_1", "Sign me up"), self.press("newcomer", "Sign me up")],
            [self.press("captain", "Sign up someone else"), self.presses("captain", self.managed)],
            [self.press("worker", "Manage"), self.press("worker", "Participants")],
            [
                self.press("volunteer_1", "Can't make it"),
                self.press("volunteer_1", "Yes, cancel"),
                self.look("captain"),
            ],
        ]

    def the_day(self, start: int) -> list[list[TourAct]]:
        return [
            [
                self.wind(start - 24 * HOUR + MINUTE),
                self.press("newcomer", "I'll be there"),
                self.wind(start - 23 * HOUR + MINUTE),  # the lead's list comes at 20:00
                self.look("worker"),
            ],
            [
                self.wind(start - 14 * MINUTE),
                self.press("worker", "Hand to captain"),
                self.presses("worker", self.name_of("captain")),
                self.press("captain", "All here"),
            ],
            [
                self.wind(start + LENGTH),
                self.press("captain", "All leave now"),
                self.press("captain", "Finish"),
                self.types("captain", HELPED),
                self.press("worker", "Confirm"),
            ],
            [self.press("newcomer", "That's right")],
        ]

    def the_month(self, start: int) -> list[list[TourAct]]:
        return [
            [self.wind(self.report_of(start)), self.look("coordinator")],
            [self.press("coordinator", "By team")],
            [self.press("coordinator", "Export")],
        ]

    def makes_a_link(self) -> list[TourAct]:
        return [
            self.types("worker", self.words.label(BY_NAME["invite"].label)),
            self.press("worker", "Into a team"),
            self.presses("worker", f"{self.cast.first} · {self.cast.stations[0]}"),
            self.press("worker", "Make the link"),
        ]

    def joins(self) -> list[TourAct]:
        """Whoever has joined already only opens the link again."""
        follows: TourAct = {"do": "link", "person": IDS["newcomer"], "giver": IDS["worker"]}
        waits = self.phones.newcomer_joins([self.words.label(label) for label in JOINS])
        return [follows, *(self.press("newcomer", label) for label in JOINS if waits)]

    def posts(self, start: int) -> list[TourAct]:
        """Same as last time, which, the day, and out: four taps."""
        return [
            self.types("worker", self.words.label(BY_NAME["post"].label)),
            self.press("worker", "Same as last time"),
            self.presses("worker", f"{self.round.title[:40]} · {self.round.place[:24]}"),
            self.presses("worker", str(local(self.zone, start).day)),
            self.press("worker", "Publish"),
            self.look("newcomer"),
        ]

    @property
    def managed(self) -> str:
        """As the captain's list names whom they look after."""
        return f"{self.name_of('managed_1')} · {self.cast.first}"

    def name_of(self, part: str) -> str:
        return next(actor.name for actor in self.cast.actors if actor.part == part)

    def start_of(self, now: int) -> int:
        """Of the first day that leaves enough time."""
        day = local_day(self.zone, now + ENOUGH)
        start = first_valid(self.zone, day, self.round.start)
        return start if start >= now + ENOUGH else first_valid(self.zone, day + timedelta(days=1), self.round.start)

    def free_start(self, now: int) -> int:
        start = self.start_of(now)
        taken = self.phones.say(self.words.when(start, start + LENGTH))
        return self.free_start(now + 24 * HOUR) if taken else start

    def report_of(self, start: int) -> int:
        """A minute after the report of that month has come."""
        day = local_day(self.zone, start).replace(day=28) + timedelta(days=4)
        return first_valid(self.zone, day.replace(day=1), "09:01")

    def press(self, part: str, label: str) -> TourAct:
        return self.presses(part, self.words.label(label))

    def presses(self, part: str, label: str) -> TourAct:
        """What is on the button as it stands."""
        return {"do": "press", "person": IDS[part], "text": label}

    def look(self, part: str) -> TourAct:
        return {"do": "look", "person": IDS[part]}

    def types(self, part: str, text: str) -> TourAct:
        return {"do": "send", "person": IDS[part], "text": text}

    def wind(self, until: int) -> TourAct:
        return {"do": "wind", "text": str(until)}

"""The guided tour: one activity from the first message to the coordinator's total, performed on the visible phones.

What is said about a step is in the language of the page; what is pressed and typed is in the language that the people
of the demo read. The browser test walks the same steps.
"""

from collections.abc import Callable
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.demo.cast import CASTS
from bot.demo.company import IDS
from bot.demo.daytime import by_day
from bot.demo.tour_words import OTHERWISE, STEPS, TYPED
from bot.ground.times import first_valid, local, local_day, zone_named
from bot.simulator.page.tour import TourAct, TourStep
from bot.speech.words import Words

ENOUGH = 50 * 3600  # ahead: a place freed earlier than 48 h before goes to the next in line at once
BEGINS = "14:00"  # when nobody of the team has anything else
HOUR, MINUTE = 3600, 60


def start_of(zone: ZoneInfo, now: int) -> int:
    """Of the first day that leaves enough time."""
    day = local_day(zone, now + ENOUGH)
    start = first_valid(zone, day, BEGINS)
    return start if start >= now + ENOUGH else first_valid(zone, day + timedelta(days=1), BEGINS)


class Tour:
    """``steps(page_language)`` as of ``now``: the activity lies in the future of whoever begins.

    On a day that an earlier tour has taken everybody would be busy already; ``was_written`` tells by its form.
    """

    def __init__(self, language: str, was_written: Callable[[str], bool]) -> None:
        self.language = language
        self.was_written = was_written
        self.cast = CASTS[language]
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
        return [
            [],
            [*([self.wind(morning)] if morning > now else []), self.types("worker", self.form(start))],
            [self.press("worker", "Publish"), self.look("volunteer_1")],
            [self.press("volunteer_1", "Sign me up"), self.press("volunteer_2", "Sign me up")],
            [self.press("volunteer_3", "Sign me up")],
            [
                self.press("volunteer_1", "Can't make it"),
                self.press("volunteer_1", "Yes, cancel"),
                self.look("volunteer_3"),
            ],
            [
                self.wind(start - 24 * HOUR + MINUTE),
                self.press("volunteer_2", "I'll be there"),
                self.wind(start - 18 * HOUR + MINUTE),  # the lead's list comes at 20:00
                self.look("worker"),
            ],
            [self.wind(start - 14 * MINUTE), self.look("volunteer_2"), self.press("worker", "All here")],
            [
                self.wind(start + 2 * HOUR),
                self.press("worker", "All leave now"),
                self.press("worker", "Finish"),
                self.types("worker", "24"),
                self.look("volunteer_2"),
            ],
            [self.press("volunteer_2", "That's right")],
            [self.types("coordinator", TYPED[self.language].summary)],
            [],
        ]

    def free_start(self, now: int) -> int:
        start = start_of(self.zone, now)
        return self.free_start(now + 24 * HOUR) if self.was_written(self.form(start)) else start

    def form(self, start: int) -> str:
        begins = local(self.zone, start)
        return TYPED[self.language].post.format(team=self.cast.first, start=f"{begins:%Y-%m-%d %H:%M}")

    def press(self, part: str, label: str) -> TourAct:
        return {"do": "press", "person": IDS[part], "text": self.words.label(label)}

    def look(self, part: str) -> TourAct:
        return {"do": "look", "person": IDS[part]}

    def types(self, part: str, text: str) -> TourAct:
        return {"do": "send", "person": IDS[part], "text": text}

    def wind(self, until: int) -> TourAct:
        return {"do": "wind", "text": str(until)}

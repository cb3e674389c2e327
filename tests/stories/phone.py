"""A person of a story. Sentences and labels are written in English and looked up in the person's own language."""

import html
import re
from typing import TYPE_CHECKING

from bot.simulator.people.chats import Message
from bot.simulator.people.persons import SimPerson
from bot.simulator.people.presses import CallbackAnswer
from bot.speech.words import Words, catalogue

if TYPE_CHECKING:
    from tests.stories.story import Story

TAG = re.compile(r"</?[a-z][^>]*>")
WINDOW = 6  # how many of the newest messages `sees` looks at


class Phone:
    """``await anna.press("Sign me up")``, then ``anna.sees("You're in.")``."""

    def __init__(self, story: "Story", person: SimPerson, language: str) -> None:
        self.story = story
        self.person = person
        self.words = Words(language, story.zone)
        self.answer: CallbackAnswer | None = None  # to the newest press
        self.taps = 0  # presses so far

    def say(self, text: str, **facts: object) -> str:
        """A label or sentence of the catalogue, as this person reads it."""
        return self.words.label(text, **facts)

    async def send(self, text: str) -> None:
        self.person.send(text)
        await self.story.settle()

    async def start(self, payload: str | None = None) -> None:
        """Open the bot, perhaps through a link with this payload."""
        self.person.start(payload)
        await self.story.settle()

    async def press(self, label: str, *, message: Message | None = None, **facts: object) -> CallbackAnswer:
        """The newest button with this label; a label that is no sentence of the catalogue is taken as it is."""
        press = self.person.press(self.say(label, **facts), message=message)
        self.taps += 1
        await self.story.settle()
        self.answer = await press.answered()
        return self.answer

    async def press_like(self, part: str) -> CallbackAnswer:
        """The newest button whose label contains this text as it stands."""
        for message in reversed(self.person.messages):
            for label in message.buttons:
                if part in label:
                    press = self.person.press(label, message=message)
                    self.taps += 1
                    await self.story.settle()
                    self.answer = await press.answered()
                    return self.answer
        raise AssertionError(f"no button like {part!r}\n{self.screen()}")

    async def follow(self, label: str, **facts: object) -> None:
        """Opens the link behind a button."""
        wanted = self.say(label, **facts)
        for message in reversed(self.person.messages):
            button = message.button(wanted)
            if button and "url" in button:
                self.person.open_link(button["url"])
                await self.story.settle()
                return
        raise AssertionError(f"no link {wanted!r}\n{self.screen()}")

    def texts(self, newest: int = WINDOW) -> list[str]:
        """What the bot wrote, oldest first."""
        return [message.text for message in self.person.messages if message.by_bot][-newest:]

    def finds(self, text: str, *, within: int = WINDOW, **facts: object) -> bool:
        pattern = self.pattern(text, **facts)
        return any(pattern.search(shown) for shown in self.texts(within))

    def pattern(self, text: str, **facts: object) -> re.Pattern[str]:
        said = html.unescape(TAG.sub("", str(catalogue(self.words.language).gettext(text))))
        parts = re.split(r"\{(\w+)\}", said)
        made = [re.escape(part) if i % 2 == 0 else self.fact(part, facts) for i, part in enumerate(parts)]
        return re.compile("".join(made))

    @staticmethod
    def fact(name: str, facts: dict[str, object]) -> str:
        return re.escape(str(facts[name])) if name in facts else r"[\s\S]+?"

    def sees(self, *texts: str, within: int = WINDOW, **facts: object) -> None:
        """Each text stands in one of the newest messages; facts not given may be anything."""
        for text in texts:
            assert self.finds(text, within=within, **facts), f"{self.pattern(text, **facts).pattern!r}\n{self.screen()}"

    def sees_not(self, *texts: str, within: int = 1000, **facts: object) -> None:
        for text in texts:
            assert not self.finds(text, within=within, **facts), f"{text!r} was shown\n{self.screen()}"

    def is_told(self, text: str, **facts: object) -> None:
        """The newest press was answered with a toast or alert that says so."""
        shown = self.answer.text if self.answer else ""
        assert self.pattern(text, **facts).search(shown), f"{text!r} is not in {shown!r}\n{self.screen()}"

    def sees_button(self, label: str, **facts: object) -> None:
        assert self.say(label, **facts) in self.person.buttons(), self.screen()

    def last(self) -> Message:
        """The newest message of the bot."""
        found = self.person.last
        assert found is not None, f"{self.person.name} has seen nothing"
        return found

    def screen(self) -> str:
        """The newest messages as text, for a failing test."""
        lines = [f"--- {self.person.name}'s phone ({self.words.language}) ---"]
        for message in self.person.messages[-8:]:
            lines.append(f"{'bot' if message.by_bot else 'me '}> {message.text} {message.buttons or ''}")
        return "\n".join(lines)

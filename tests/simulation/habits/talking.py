"""Going on with what stands on the screen: an answer where something is asked, else a press as this person leans."""

from collections.abc import Callable
from functools import cache

from bot.simulator.people.chats import Message
from bot.simulator.people.keyboards import Button
from bot.speech.words import LANGUAGES, Words, catalogue
from tests.simulation.habits.leanings import LEANINGS, NOTHING, OTHER_LABEL, SOME_NAME
from tests.simulation.human import Human

Answer = Callable[[Human], str]


def note(human: Human) -> str:
    return str(human.pick(human.tongue.notes))


def a_name(human: Human) -> str:
    """Somebody new; typed words stay what they are in every language."""
    name = f"{human.pick(human.tongue.managed)}{human.luck.randrange(90)}"
    human.board.typed.add(name)
    return name


def some_names(human: Human) -> str:
    """One, or a few at once, as they are pasted from a group chat."""
    return "\n".join(a_name(human) for _ in range(human.pick((1, 1, 2, 3))))


def number(low: int, high: int) -> Answer:
    return lambda human: str(human.luck.randint(low, high))


def day(human: Human, ahead: int) -> str:
    return human.words.local(int(human.world.clock.true()) + ahead * 86400).date().isoformat()


def new_time(human: Human) -> str:
    return f"{day(human, human.luck.randint(1, 9))} {human.luck.randint(9, 18)}:00"


QUESTIONS: dict[str, Answer] = {
    "Up to which day shall nothing come? Type it, such as 24 December.": lambda human: day(human, 9),
    "How many people were helped? Press, or type the number.": number(0, 40),
    "What is not right? Write it in a sentence, or send a voice message; it goes to the lead.": note,
    "What is right for {name}? Type it: 9:00-12:00, or 3 h, or 0.": lambda human: human.pick(("60", "1 h", "90", "0")),
    "Your answer to {name}, in a sentence or two:": note,
    "Type the reason. It is sent to everybody signed up.": note,
    "To which day? The time of day stays. Or type it, like Sun 10:00.": new_time,
    "When does it start? For example: Sat 9:00, or 9:30 for the same day": new_time,
    "Press a time or type one, like 18:30 or Sat 18:30.": new_time,
    "✉️ To <b>{name}</b>: type the message.": note,
    "What shall I tell {name}? Type it, or send a voice message.": note,
    "How late was {name}? Press, or type the minutes.": number(11, 50),
    "How much earlier did {name} leave? Press, or type the minutes.": number(5, 50),
    "Why does it go back to {who}? Press, or type it in a few words.": note,
    "✍️ <b>Type the names, one per line.</b>": a_name,
    "What did you do? One line is enough. No names of the people you helped, please.": note,
    "What did {name} do? One line is enough. No names of the people who were helped, please.": note,
    "Tap a number or type one.": number(1, 3),
    "Type a name, or several: new names are fine too.": some_names,
    "<b>Who joins {team} without Telegram?</b> Please type the name.": a_name,
    "Who comes along with {name}? Please type the name.": a_name,
    "Who signed? Type the parent's or guardian's name.": a_name,
    "That makes a very long day for {who}. Why is it right? Type it in a few words.": note,
    "Where is it? Type the place, or choose one from before.": lambda human: str(human.pick(human.tongue.posts)[2]),
    "How many places?": number(2, 6),
}


@cache
def english(language: str) -> dict[str, str]:
    """Labels of the catalogue in this language, and what they are in English."""
    words = Words(language, "UTC")
    known = {label for leaning in LEANINGS.values() for label in leaning}
    return {words.label(label): label for label in sorted(known)}


@cache
def ours(language: str) -> frozenset[str]:
    """Everything that the catalogue may put on a button."""
    found = catalogue("zh_Hans")._catalog  # type: ignore[attr-defined]  # gettext gives no list of its sentences
    return frozenset(str(catalogue(language).gettext(one)) for one in found if isinstance(one, str) and one)


def erased_words(human: Human) -> str:
    """What stands there after everything was erased."""
    return human.label("Done. Everything about you is erased. Thank you for your help, and all the best!")


def read_along(human: Human, labels: tuple[str, ...]) -> None:
    """Whoever changed the language finds the labels of the other one from then on."""
    if labels and not any(label in english(human.language) for label in labels):
        human.language = next(
            (one for one in LANGUAGES if any(label in english(one) for label in labels)), human.language
        )


async def go_on(human: Human, steps: int) -> None:
    """Until there is nothing to press, or this person has had enough."""
    for _ in range(steps):
        shown = human.focus()
        if shown is None:
            return
        asked = next((answer for text, answer in QUESTIONS.items() if human.sees(text)), None)
        if asked is not None and human.chance(0.85):
            await human.say(asked(human), "answers")
            continue
        button = choose(human, shown)
        if button is None or not await human.press_button(shown, button):
            return


def choose(human: Human, shown: Message) -> Button | None:
    """By what this person leans to; None to leave it."""
    buttons = [button for row in shown.inline for button in row]
    if not buttons:
        return None
    weights = [weight(human, button["text"]) for button in buttons]
    names = sum(1 for one in weights if one == SOME_NAME)
    weights = [one / max(1, names / 2) if one == SOME_NAME else one for one in weights]
    found: list[Button | None] = [*buttons, None]
    return human.luck.choices(found, [*weights, NOTHING])[0]


def weight(human: Human, label: str) -> float:
    language = human.language
    known = english(language).get(label)
    if known is not None:
        return LEANINGS[human.member.role].get(known, OTHER_LABEL)
    return OTHER_LABEL if label in ours(language) else SOME_NAME

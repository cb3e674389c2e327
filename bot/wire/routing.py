"""How a journey says what it answers to. A handler is ``async def f(context, …)``: what a button carries follows."""

from collections.abc import Awaitable, Callable
from typing import TypeVarTuple

from telegram import Document, Message

from bot.ground.drafts import SHORT_WAIT
from bot.ground.frozen import Frozen
from bot.ground.refusals import Refusal
from bot.speech.buttons import AnyLink, Link
from bot.speech.phrases import Phrase
from bot.wire.context import Context

Handle = Callable[[Context], Awaitable[None]]
Parts = TypeVarTuple("Parts")


class Command(Frozen):
    """/name, and the plain words of the same meaning (``speech/plain_words``). ``context.rest``: what follows it."""

    name: str
    handle: Handle


class Press(Frozen):
    """Any press of this kind of button. It turns to something else, as a command does, unless it is ``beside``.

    ``beside``: it says nothing about the question that is open, which stays so. A form names presses of its ``own``.
    """

    kind: AnyLink
    handle: Callable[..., Awaitable[None]]
    beside: bool = False


def text(message: Message) -> bool:
    return message.text is not None


def text_or_place(message: Message) -> bool:
    return message.text is not None or message.location is not None


def anything(_message: Message) -> bool:
    return True


class Form(Frozen):
    """What a person types while this form's draft is open (``draft.form``). ``context.rest``: the text.

    A command, plain words that mean one, and a press that is not among its ``own`` set the draft aside: what is typed
    then no longer belongs to it. A press that asks, such as one step of a form, starts or advances its draft again.
    """

    name: str
    handle: Handle
    waits: int = SHORT_WAIT  # seconds after which what is typed no longer belongs to a draft that was left alone
    takes: Callable[[Message], bool] = text  # what else is sent, a voice message or a photo, is passed on to people
    answers: frozenset[str] = frozenset()  # plain words of commands that are an answer here, as in plain_words.way_out
    again: Handle | None = None  # asks anew: who left the form is offered to go on
    sure: Handle | None = None  # takes what was typed, once the person has seen what it replaces
    names: bool = False  # of people: who says that they come, or not, or late, has named nobody
    own: tuple[AnyLink, ...] = ()  # presses that the form stays open under, also where they are refused


class Said(Frozen):
    """What is said in passing (``speech/phrases``). Several may answer to a phrase, until one shows something."""

    phrase: Phrase
    handle: Handle


class StartLink(Frozen):
    """``/start <prefix>…``: ``context.rest`` is what follows the prefix. ``for_all``: who has not joined, too."""

    prefix: str
    handle: Handle
    for_all: bool = False


class FileSent(Frozen):
    """A file that means something by itself, by whomever it is sent in private, joined or not."""

    takes: Callable[[Document], bool]
    handle: Handle


class Sent(Frozen):
    """A file that a person sends in private, while nothing else asks for one; one for the whole bot. What shows
    nothing leaves it to ``Other``.
    """

    handle: Handle


class Other(Frozen):
    """Anything else that a person says, shows or sends in private; one for the whole bot."""

    handle: Handle


class Unread(Frozen):
    """What a form could not read, and why: it may have been meant for a human being; one for the whole bot."""

    handle: Callable[[Context, Refusal], Awaitable[None]]


class Stale(Frozen):
    """A press that no kind of button knows: forged, or from before a change; one for the whole bot."""

    handle: Handle


Route = Command | Press | Form | Said | StartLink | FileSent | Sent | Other | Unread | Stale


def on_command(name: str, handle: Handle) -> Command:
    return Command(name, handle)


def on_press(kind: Link[*Parts], handle: Callable[[Context, *Parts], Awaitable[None]]) -> Press:
    return Press(kind, handle)

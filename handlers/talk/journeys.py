"""A journey is one conversation: what it answers to, and the screen that each answer is.

An answer is ``async def f(context, …)``: what a button carries comes as arguments, and the screen that it gives back is
shown in place of the card that was pressed. None: it has shown, sent or edited itself, or there is nothing to see.
"""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar, TypeVarTuple

from telegram import Document, Message

from bot.ground.drafts import SHORT_WAIT
from bot.ground.frozen import replace
from bot.ground.notices import Notice
from bot.ground.refusals import Refusal
from bot.speech.buttons import AnyLink, Link
from bot.speech.phrases import Phrase
from bot.speech.screens import Screen
from bot.wire.context import Context
from bot.wire.rendering import Said as SaidLate
from bot.wire.rendering import Spoken, Telling
from bot.wire.routing import Command, FileSent, Form, Handle, Other, Press, Route, Sent, Stale, StartLink, Unread, text
from bot.wire.routing import Said as SaidInPassing
from handlers.talk import forms
from handlers.talk.questions import Question

S = TypeVar("S", bound=Screen | None)
D = TypeVar("D", bound=SaidLate)
Parts = TypeVarTuple("Parts")
Said = Callable[[Context], Awaitable[S]]
Answered = Callable[[Context, str, *Parts], Awaitable[S]]
Pressed = Callable[[Context, *Parts], Awaitable[S]]


class Journey:
    """``routes``: what it answers to, in the order in which it was said."""

    def __init__(self) -> None:
        self.others: list[Route] = []
        self.forms: dict[str, Form] = {}
        self.notices: dict[str, Spoken] = {}

    @property
    def routes(self) -> list[Route]:
        return [*self.others, *self.forms.values()]

    def command(self, name: str) -> Callable[[Said[S]], Said[S]]:
        return self.adding(lambda handle: Command(name, handle))

    def said(self, phrase: Phrase) -> Callable[[Said[S]], Said[S]]:
        """What is said in passing; None leaves it to the next who answers to the same."""
        return self.adding(lambda handle: SaidInPassing(phrase, handle))

    def start_link(self, prefix: str, *, for_all: bool = False) -> Callable[[Said[S]], Said[S]]:
        """``/start <prefix>…``: ``context.rest`` is what follows the prefix. ``for_all``: who has not joined, too."""
        return self.adding(lambda handle: StartLink(prefix, handle, for_all))

    def file(self, takes: Callable[[Document], bool]) -> Callable[[Said[S]], Said[S]]:
        """A file that means something by itself, from anybody."""
        return self.adding(lambda handle: FileSent(takes, handle))

    @property
    def other(self) -> Callable[[Said[S]], Said[S]]:
        return self.adding(Other)

    @property
    def sent(self) -> Callable[[Said[S]], Said[S]]:
        """A file that nobody asked for; None leaves it to what answers anything."""
        return self.adding(Sent)

    @property
    def stale(self) -> Callable[[Said[S]], Said[S]]:
        return self.adding(Stale)

    def adding(self, made: Callable[[Handle], Route]) -> Callable[[Said[S]], Said[S]]:
        def add(answer: Said[S]) -> Said[S]:
            self.others.append(made(shown(answer)))
            return answer

        return add

    def on(
        self,
        link: Link[*Parts],
        *,
        beside: bool = False,
        within: Callable[[Pressed[*Parts, Any]], Pressed[*Parts, Screen | None]] | None = None,
    ) -> Callable[[Pressed[*Parts, S]], Pressed[*Parts, S]]:
        """``beside`` as in ``routing.Press``; ``within``: what deals with refusals of a press in another way."""

        def add(answer: Pressed[*Parts, S]) -> Pressed[*Parts, S]:
            answering = within(answer) if within else answer

            async def handle(context: Context, *parts: *Parts) -> None:
                context.show(await answering(context, *parts))

            self.others.append(Press(link, handle, beside))
            return answer

        return add

    def notice(
        self, row: Notice[*Parts]
    ) -> Callable[[Callable[[Telling, *Parts], Awaitable[D]]], Callable[[Telling, *Parts], Awaitable[D]]]:
        """Worded when it leaves, out of its facts; None where it no longer matters."""

        def add(say: Callable[[Telling, *Parts], Awaitable[D]]) -> Callable[[Telling, *Parts], Awaitable[D]]:
            self.notices[row.kind] = say
            return say

        return add

    def unread(self, answer: Callable[[Context, Refusal], Awaitable[None]]) -> Callable[..., Awaitable[None]]:
        self.others.append(Unread(answer))
        return answer

    def typed(
        self,
        form: str,
        *,
        waits: int = SHORT_WAIT,
        takes: Callable[[Message], bool] = text,
        answers: frozenset[str] = frozenset(),
        names: bool = False,
        own: tuple[AnyLink, ...] = (),
    ) -> Callable[[Said[S]], Said[S]]:
        """What is typed while ``form`` waits is in ``context.rest``; the rest as in ``routing.Form``."""
        said = {"waits": waits, "takes": takes, "answers": answers, "names": names, "own": own}
        return self.of_form(form, lambda handle: {"handle": handle, **said})

    def answer(
        self,
        question: Question[*Parts],
        *,
        waits: int = SHORT_WAIT,
        takes: Callable[[Message], bool] = text,
        answers: frozenset[str] = frozenset(),
        names: bool = False,
        stays: bool = False,
    ) -> Callable[[Answered[*Parts, S]], Answered[*Parts, S]]:
        """What is typed comes first, then what was kept. The question is closed afterwards, unless it ``stays``."""
        said = {"waits": waits, "takes": takes, "answers": answers, "names": names}
        return self.answering(question, lambda handle: {"handle": handle, **said}, stays=stays)

    def replaces(
        self,
        question: Question[*Parts],
        what: str,
        *,
        before: Callable[[Context, *Parts], Awaitable[str]],
        read: Callable[[str], str],
    ) -> Callable[[Answered[*Parts, S]], Answered[*Parts, S]]:
        """As ``answer``, after a look at what stood there ``before``, and a yes. ``what``: as in ``forms.WHAT``."""

        async def propose(context: Context) -> None:
            now, after = await before(context, *await question.kept(context)), read(context.rest)
            context.send(await forms.propose(context, question.form, what=what, before=now, after=after))

        return self.answering(question, lambda handle: {"handle": propose, "sure": handle, "names": what == "name"})

    def answering(
        self, question: Question[*Parts], said: Callable[[Handle], dict[str, Any]], *, stays: bool = False
    ) -> Callable[[Answered[*Parts, S]], Answered[*Parts, S]]:
        def add(answer: Answered[*Parts, S]) -> Answered[*Parts, S]:
            async def handle(context: Context) -> None:
                screen = await answer(context, context.rest, *await question.kept(context))
                if not stays:
                    await question.finish(context)
                context.show(screen)

            form = self.forms.get(question.form) or Form(question.form, nothing)
            self.forms[question.form] = replace(form, **said(handle))
            return answer

        return add

    def confirmed(self, question: Question[*Parts]) -> Callable[[Answered[*Parts, S]], Answered[*Parts, S]]:
        """Takes what was typed after a yes, where ``answer`` has shown it in a way of its own, and ``stays``."""
        return self.answering(question, lambda handle: {"sure": handle})

    def anew(self, question: Question[*Parts]) -> Callable[[Pressed[*Parts, S]], Pressed[*Parts, S]]:
        """Asks again who left the question and goes on with it."""

        def add(answer: Pressed[*Parts, S]) -> Pressed[*Parts, S]:
            async def handle(context: Context) -> S:
                return await answer(context, *await question.kept(context))

            self.again(question.form)(handle)
            return answer

        return add

    def sure(self, form: str) -> Callable[[Said[S]], Said[S]]:
        """Takes what was typed (``context.rest``) once the person has seen what it replaces."""
        return self.of_form(form, lambda handle: {"sure": handle})

    def again(self, form: str) -> Callable[[Said[S]], Said[S]]:
        """Asks anew who left the form and goes on with it."""
        return self.of_form(form, lambda handle: {"again": handle})

    def of_form(self, name: str, said: Callable[[Handle], dict[str, Any]]) -> Callable[[Said[S]], Said[S]]:
        def add(answer: Said[S]) -> Said[S]:
            self.forms[name] = replace(self.forms.get(name) or Form(name, nothing), **said(shown(answer)))
            return answer

        return add


def shown(answer: Said[S]) -> Handle:
    async def handle(context: Context) -> None:
        context.show(await answer(context))

    return handle


async def nothing(_context: Context) -> None:
    """Until somebody says what a form does."""

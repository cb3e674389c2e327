"""A question that is answered by typing, in one typed line: ``RENAME = Question[int]("team_name", "team")``.

What is kept until the answer comes is its parts; whoever takes the answer has them as arguments. A draft keeps them by
name, so an open question outlives a change of the program, as long as its names stay.
"""

from functools import cached_property
from typing import Any, Generic, TypeVar, TypeVarTuple, get_args

from bot.people import drafting
from bot.speech.screens import Screen
from bot.wire.context import Context

Kept = TypeVarTuple("Kept")
S = TypeVar("S", bound=Screen)


class Question(Generic[*Kept]):
    """``form``: what its draft is called; ``names``: what is kept."""

    def __init__(self, form: str, names: str = "") -> None:
        self.form, self.names = form, tuple(names.split())

    @cached_property
    def kinds(self) -> tuple[Any, ...]:
        return get_args(self.__orig_class__)  # type: ignore[attr-defined]  # set by Generic once it is made

    async def kept(self, context: Context) -> tuple[*Kept]:
        """Of the question that is open. Raises NotFound where none is."""
        draft = await drafting.find(context, self.form)
        fields, context.asked_card = draft.fields, draft.card_id
        return tuple(kind(fields[name]) for kind, name in zip(self.kinds, self.names, strict=True))

    def keeping(self, kept: tuple[Any, ...]) -> dict[str, Any]:
        return dict(zip(self.names, kept, strict=True))

    async def finish(self, context: Context) -> None:
        await drafting.finish(context, self.form)


async def ask(context: Context, question: Question[*Kept], screen: S, *kept: *Kept) -> S:
    """What is typed next answers this."""
    await drafting.start(context, question.form, "typing", question.keeping(kept), card_id=context.card_id)
    return screen

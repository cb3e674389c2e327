"""What belongs to no single form: going on with one that was left, and taking typed words that replace something."""

from collections.abc import Mapping

from bot.ground.refusals import NotFound
from bot.people import drafting
from bot.speech.screens import Key, Screen
from bot.speech.words import Words, later
from bot.wire.context import Context
from bot.wire.routing import Form, Handle, Press, on_press
from handlers.activities.fields import SHOWN
from handlers.activities.lines import stack
from handlers.links.menu import FormThatAsksAgain, FormToGoOnWith, GoOn, TakeTyped
from handlers.talk.offering import beside
from handlers.talk.ways import ask_sure


async def propose(context: Context, form: str, *, what: str, before: str, after: str) -> Screen:
    """What the words would replace; a form with ``sure`` takes them once the person says yes."""
    revision = await hold(context, form, after)
    shown = sure_screen(context.words, what=what, before=before, after=after, form=form, revision=revision)
    return await beside(context, shown)


async def hold(context: Context, form: str, typed: str) -> int:
    """What was typed waits for a yes; the draft's revision, for its button."""
    draft = await drafting.find(context, form)
    return (await drafting.advance(context.tx, draft, context.now, typed=typed)).revision


def presses_of(forms: Mapping[str, Form]) -> list[Press]:
    """The buttons that lead back into forms."""

    async def go_on(context: Context, form_id: FormToGoOnWith) -> None:
        form = forms.get(form_id)
        again = known(form.again if form else None)
        await drafting.take_up(context, form_id)
        await again(context)

    async def take(context: Context, form_id: FormThatAsksAgain, revision: int, yes: bool) -> None:
        form = forms.get(form_id)
        sure = known(form.sure if form else None)
        draft = await drafting.find(context, form_id, revision=revision)
        if "typed" not in draft.fields:
            raise NotFound
        if yes:
            context.rest = str(draft.fields["typed"])
            await sure(context)
        else:
            await drafting.finish(context, form_id)
            context.show(left_as_it_is(context.words))

    return [on_press(GoOn, go_on), on_press(TakeTyped, take)]


def known(handle: Handle | None) -> Handle:
    """Raises NotFound for a form that has no such thing: forged."""
    if handle is None:
        raise NotFound
    return handle


WHAT = {
    "name": later("Name"),
    "called": later("Called"),
    "number": later("Volunteer number"),
    **{code: shown.name for code, shown in SHOWN.items()},
}


def sure_screen(words: Words, *, what: str, before: str, after: str, form: str, revision: int) -> Screen:
    """Words that were meant for somebody else must not become a name: what was there is shown first.

    `what`: a key of WHAT.
    """
    text = stack(
        words.say("<b>Change it to “{after}”?</b>", after=after),
        words.say("{what} now: {before}", what=words.label(WHAT[what]), before=before or words.label("none")),
    )
    yes = Key(words.label("Yes, change it"), TakeTyped(form, revision, True))
    return ask_sure(text, yes, Key(words.label("No, leave it"), TakeTyped(form, revision, False)))


def left_as_it_is(words: Words) -> Screen:
    return Screen(words.say("All right, nothing was changed."))

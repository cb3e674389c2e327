"""Whoever has not joined is shown the privacy notice, whatever was pressed or typed, and afterwards goes on to it.

And nothing is done in a group: who presses or asks there is led to the own chat, where names and hours belong.
"""

from collections.abc import Sequence
from typing import Any

from bot.ground.drafts import LONG_WAIT
from bot.ground.frozen import replace
from bot.ground.refusals import Refusal
from bot.ground.viewer import Language
from bot.joining import acts as joining
from bot.joining import own_teams
from bot.people import menus
from bot.speech.commands import visible
from bot.wire.context import Context
from bot.wire.routing import Command, Form, Handle, Other, Press, Route, Stale, StartLink, on_command, on_press
from handlers.joining import own_team_screens as team_views
from handlers.joining import screens as views
from handlers.links.joining import Agree, Carried, ReadIn, UseName, UseTyped
from handlers.talk import menu_screens as menu_views

OPEN_TO_ALL = {"help"}


def show_notice(context: Context, link: str) -> None:
    context.show(views.notice(context.words, link=link))


def url(context: Context, link: str) -> str:
    return f"https://t.me/{context.bot_name}" + (f"?start={link}" if link else "")


async def read_in(context: Context, language: Language, link: Carried) -> None:
    words = replace(context.words, language=language)
    context.show(views.notice(words, link=link, language=language))


async def agree(context: Context, adult: bool, language: Language | None, link: Carried) -> None:
    user = context.incoming.effective_user if context.incoming else None
    context.work.viewer = await joining.agree(
        context,
        adult=adult,
        language=language,
        client_language=(user.language_code if user else None) or context.viewer.language,
        link=link,
    )
    context.show(views.ask_name(context.words, joining.proposed_name(user.full_name if user else "")))


class Journey:
    """Joining, in front of all other routes: their links survive it."""

    def __init__(self, routes: Sequence[Route]) -> None:
        self.links = [route for route in routes if isinstance(route, StartLink)]
        self.others = [route for route in routes if not isinstance(route, StartLink)]

    def routes(self) -> list[Route]:
        """Every route, open only to who has joined, and those of joining itself."""
        return [
            *(StartLink(link.prefix, self.after_joining(link)) for link in self.links),
            *(gated(route) for route in self.others),
            on_command("start", self.start),
            on_press(ReadIn, read_in),
            on_press(Agree, agree),
            on_press(UseName, self.use_name),
            on_press(UseTyped, self.use_typed),
            Form(joining.FORM, self.typed_name, LONG_WAIT),
        ]

    def after_joining(self, link: StartLink) -> Handle:
        async def opened(context: Context) -> None:
            if not context.in_private:
                to_private(context, link.prefix + context.rest)
            elif context.viewer.registered:
                await link.handle(context)
            else:
                show_notice(context, link.prefix + context.rest)

        return opened

    async def start(self, context: Context) -> None:
        """A link that nobody knows is no more than a plain start."""
        if not context.in_private:
            to_private(context, context.rest)
        elif context.viewer.registered:
            await self.go_on(context, "")
        else:
            show_notice(context, context.rest)

    async def use_name(self, context: Context) -> None:
        user = context.incoming.effective_user if context.incoming else None
        await self.named(context, joining.proposed_name(user.full_name if user else ""))

    async def typed_name(self, context: Context) -> None:
        """Shown first: it may be a question to us."""
        draft = await joining.hold_name(context, context.rest)
        context.show(views.ask_name(context.words, draft.fields["name"], UseTyped(draft.revision)))

    async def use_typed(self, context: Context, revision: int) -> None:
        await self.named(context, await joining.held_name(context, revision))

    async def named(self, context: Context, name: str) -> None:
        newcomer = not context.viewer.registered
        context.work.viewer, link = await joining.take_name(context, name)
        if newcomer:
            context.toast(views.joined_toast(context.words, context.viewer.person.name))
        await self.go_on(context, link)

    async def go_on(self, context: Context, link: str) -> None:
        """To what the link leads to; to the menu without one, and beside the reason where the link leads nowhere."""
        known = next((one for one in self.links if link.startswith(one.prefix)), None)
        if known is not None:
            context.rest = link.removeprefix(known.prefix)
            try:
                await known.handle(context)
            except Refusal as refusal:
                context.refuse(refusal)  # raising it would undo the joining as well
            if context.work.refusal is None:
                return
        await menus.refresh(context.tx, context.viewer.id, context.now)
        first = views.welcome(context.words, context.viewer.person.name)
        open_teams = await own_teams.first_teams(context)
        if open_teams:
            context.show(team_views.first_team(context.words, first, open_teams))
        else:
            context.show(menu_views.menu(context.words, visible(context.viewer), first=first))


def gated(route: Route) -> Route:
    """The same route for who has joined; the privacy notice for everybody else, and a link to the chat in a group."""
    if isinstance(route, Press):
        return replace(route, handle=first_join_to_press(route))
    if isinstance(route, Command):
        return Command(route.name, first_join(route.handle, open_to_all=route.name in OPEN_TO_ALL))
    if isinstance(route, Other):
        return Other(first_join(route.handle))
    if isinstance(route, Stale):
        return Stale(first_join(route.handle))
    return route


def to_private(context: Context, link: str = "") -> None:
    """Out of a group; a card that was pressed there belongs to all and stays as it is."""
    if context.card_id is None:
        context.show(menu_views.elsewhere(context.words, url(context, link)))
    else:
        context.open_link(url(context, link))


def first_join(handle: Handle, *, open_to_all: bool = False) -> Handle:
    async def run(context: Context) -> None:
        if not context.in_private:
            to_private(context)
        elif context.viewer.registered or open_to_all:
            await handle(context)
        else:
            show_notice(context, "")

    return run


def first_join_to_press(route: Press) -> Any:
    async def run(context: Context, *parts: Any) -> None:
        """The card of an activity leads back to it: a part called ``shift``."""
        shift = dict(zip(route.kind.names, parts, strict=True)).get("shift", 0)
        link = f"{joining.ACTIVITY_LINK}{shift}" if shift else ""
        if not context.in_private:
            to_private(context, link)
        elif context.viewer.registered:
            await route.handle(context, *parts)
        else:
            context.send(views.notice(context.words, link=link))

    return run

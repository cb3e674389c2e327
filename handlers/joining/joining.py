"""Whoever has not joined is shown the privacy notice, whatever was pressed or typed, and afterwards goes on to it.

And nothing is done in a group: who presses or asks there is led to the own chat, where names and hours belong.
"""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from bot.ground.drafts import LONG_WAIT
from bot.ground.frozen import replace
from bot.ground.refusals import Refusal
from bot.ground.times import HOUR
from bot.ground.viewer import Language
from bot.joining import acts as joining
from bot.joining import own_teams
from bot.people import menus
from bot.speech.buttons import Button
from bot.speech.commands import visible
from bot.speech.pages import up_to
from bot.speech.screens import Key, Screen
from bot.speech.words import LANGUAGES, Words
from bot.stations.rules import Agency
from bot.teams.rules import Team
from bot.wire.context import Context
from bot.wire.routing import Command, Form, Handle, Other, Press, Route, Stale, StartLink, on_command, on_press
from handlers.joining.lines import OWN_NAMES, team_rows
from handlers.links.joining import Agree, Carried, ReadIn, UseName, UseTyped, carried
from handlers.links.menu import Do
from handlers.talk import menu_keys as menu_views
from handlers.talk.agency_words import agency_lines

OPEN_TO_ALL = {"help"}
MOST_FOLLOWED = 10_000


async def show_notice(context: Context, link: str) -> None:
    context.show(notice(context.words, await joining.who_asks(context, link), link=link))


def url(context: Context, link: str) -> str:
    return f"https://t.me/{context.bot_name}" + (f"?start={link}" if link else "")


async def read_in(context: Context, language: Language, link: Carried) -> None:
    words, who = replace(context.words, language=language), await joining.who_asks(context, link)
    context.show(notice(words, who, link=link, language=language))


def proposed(context: Context) -> str:
    user = context.incoming.effective_user if context.incoming else None
    return joining.proposed_name(user.first_name, user.last_name or "") if user else ""


async def agree(context: Context, adult: bool, language: Language | None, link: Carried) -> None:
    user = context.incoming.effective_user if context.incoming else None
    context.work.viewer = await joining.agree(
        context,
        adult=adult,
        language=language,
        client_language=(user.language_code if user else None) or context.viewer.language,
        link=link,
    )
    context.show(ask_name(context.words, proposed(context)))


class Followed:
    """The link that somebody came by, for the plain start that some apps send after it.

    In memory only, for an hour: before *I agree* nothing is kept of anybody.
    """

    def __init__(self) -> None:
        self.links: dict[int, tuple[str, int]] = {}

    def note(self, context: Context, link: str) -> None:
        self.links.pop(context.viewer.telegram_id, None)
        self.links[context.viewer.telegram_id] = (link, context.now + HOUR)
        if len(self.links) > MOST_FOLLOWED:
            del self.links[next(iter(self.links))]

    def by(self, context: Context) -> str:
        """'' where there was none."""
        link, until = self.links.get(context.viewer.telegram_id, ("", 0))
        return link if context.now < until else ""


class Threshold:
    """Joining, in front of all other routes: their links survive it."""

    def __init__(self, routes: Sequence[Route]) -> None:
        self.followed = Followed()
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
            elif context.viewer.registered or link.for_all:
                await link.handle(context)
            else:
                self.followed.note(context, link.prefix + context.rest)
                await show_notice(context, link.prefix + context.rest)

        return opened

    async def start(self, context: Context) -> None:
        """A link that nobody knows is said to be none; before joining it is no more than a plain start."""
        if not context.in_private:
            to_private(context, context.rest)
        elif context.viewer.registered:
            await self.go_on(context, context.rest)
        else:
            await show_notice(context, context.rest or self.followed.by(context))

    async def use_name(self, context: Context) -> None:
        await self.named(context, proposed(context))

    async def typed_name(self, context: Context) -> None:
        """Shown first: it may be a question to us."""
        draft = await joining.hold_name(context, context.rest)
        context.show(ask_name(context.words, draft.fields["name"], UseTyped(draft.revision)))

    async def use_typed(self, context: Context, revision: int) -> None:
        await self.named(context, await joining.held_name(context, revision))

    async def named(self, context: Context, name: str) -> None:
        newcomer = not context.viewer.registered
        context.work.viewer, link = await joining.take_name(context, name)
        if newcomer:
            context.toast(joined_toast(context.words, context.viewer.person.name))
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
        dead = known is None and link
        first = dead_link(context.words) if dead else welcome(context.words, context.viewer.person.name)
        open_teams = await own_teams.first_teams(context, up_to(0))
        if open_teams:
            context.show(first_team(context.words, first, open_teams))
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
        context.show(elsewhere(context.words, url(context, link)))
    else:
        context.open_link(url(context, link))


def first_join(handle: Handle, *, open_to_all: bool = False) -> Handle:
    async def run(context: Context) -> None:
        if not context.in_private:
            to_private(context)
        elif context.viewer.registered or open_to_all:
            await handle(context)
        else:
            await show_notice(context, "")

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
            context.send(notice(context.words, await joining.who_asks(context, link), link=link))

    return run


def first_team(words: Words, greeting: Markup, found: list[Team]) -> Screen:
    """After joining the bot without a link to anything."""
    lines = [
        greeting,
        words.say("Which team would you like to join?"),
        words.say("Most activities are for a team; its members hear of them at once."),
    ]
    return Screen(Markup("\n").join(lines), team_rows(found, 0, 0, Key(words.label("Not now"), Do("menu"))))


def notice(words: Words, who: Agency, *, link: str = "", language: Language | None = None) -> Screen:
    """``language``: chosen here; None follows the client."""
    link = carried(link)
    lines = Markup("\n").join(Markup("· ") + line for line in [*agency_lines(words, who), *privacy_lines(words)])
    agree = (
        Key(words.label("I agree, I'm 18 or over"), Agree(True, language, link)),
        Key(words.label("I agree, I'm under 18"), Agree(False, language, link)),
    )
    others = tuple(Key(OWN_NAMES[one], ReadIn(one, link)) for one in LANGUAGES if one != words.language)
    welcome = words.say("👋 <b>Welcome! To join, please read this and agree.</b>")
    return Screen(Markup("\n\n").join([welcome, lines]), ((agree[0],), (agree[1],), others))


def ask_name(words: Words, proposed: str, use: Button | None = None) -> Screen:
    """``proposed`` is '' where Telegram's name has nothing legible: then it must be typed.

    ``use`` takes a name that was typed: a question, "who are you?", is not to become one.
    """
    if not proposed:
        return Screen(words.say("What's your name? Please type it here: it stands on lists and hours."))
    text = words.say("Shall we call you <b>{name}</b>?", name=proposed)
    hint = words.say("If another name should stand on lists and hours, just type it here.")
    return Screen(Markup("\n").join([text, hint]), ((Key(words.label("Use this name"), use or UseName()),),))


def dead_link(words: Words) -> Markup:
    return words.say("This link leads nowhere any more. Please ask whoever sent it for a new one.")


def joined_toast(words: Words, name: str) -> str:
    return words.label("You've joined, {name}!", name=name)


def elsewhere(words: Words, url: str) -> Screen:
    """In a group: names, hours and phones stay out of it."""
    text = words.say("Let's do this in private, not in the group.")
    return Screen(text, ((Key(words.label("Open our chat"), url=url),),))


def privacy_lines(words: Words) -> list[Markup]:
    """What is kept, why, who sees it, how long, and how to see, correct and erase it: eight lines, no more."""
    return [
        words.say("<b>Kept:</b> your Telegram id, name, language, age group, sign-ups, hours and trainings"),
        words.say("<b>Only if you give them:</b> phone (encrypted), volunteer number, and what you have me pass on"),
        words.say("<b>Why:</b> to organise activities, remind you and count your hours"),
        words.say(
            "<b>Who sees it:</b> your social workers, coordinator and team captain; text and voice passed on: the lead"
        ),
        words.say("<b>How long:</b> until you erase it"),
        words.say("<b>See and take along:</b> /mydata gives you everything as a file"),
        words.say("<b>Correct:</b> /settings · <b>Erase:</b> /forget, at once; minutes stay in team totals, nameless"),
        words.say(
            "<b>Under 18:</b> a parent or guardian must agree; kept too: their name, who comes along (encrypted)"
        ),
    ]


def welcome(words: Words, name: str) -> Markup:
    """The first line of the menu, after joining and at every plain /start."""
    return words.say("👋 <b>Hello, {name}!</b>", name=name)

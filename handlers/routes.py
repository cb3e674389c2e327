"""Every journey there is, found by looking: a module of this package that has one. Joining stands in front of them."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import handlers
from bot.wire.rendering import Spoken
from bot.wire.routing import Command, Form, Route
from handlers.joining import joining
from handlers.talk import forms, menu
from handlers.talk.journeys import Journey


def journeys() -> Iterator[Journey]:
    for module in walk_packages(handlers.__path__, f"{handlers.__name__}."):
        journey = getattr(import_module(module.name), "journey", None) if module.name != __name__ else None
        if isinstance(journey, Journey):
            yield journey


def mounted(found: list[Route]) -> list[Route]:
    commands = {route.name: route.handle for route in found if isinstance(route, Command)}
    waiting = {route.name: route for route in found if isinstance(route, Form)}
    return joining.Threshold([*found, menu.buttons_of(commands), *forms.presses_of(waiting)]).routes()


JOURNEYS = list(journeys())
ROUTES: list[Route] = mounted([route for journey in JOURNEYS for route in journey.routes])
NOTICES: dict[str, Spoken] = {kind: say for journey in JOURNEYS for kind, say in journey.notices.items()}

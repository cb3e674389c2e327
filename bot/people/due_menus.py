"""The list of commands for whoever has not joined: after every start, and again when its trace has been forgotten."""

from bot.people.menus import refresh_for_all
from bot.store.ticks import Tick

TICKS = [Tick("menus", 3600, refresh_for_all)]

"""The list of commands for whoever has not joined: after every start, and again when its trace has been forgotten."""

from bot.jobs.table import Tick
from bot.use_cases.menus import refresh_for_all

TICKS = [Tick("menus", 3600, refresh_for_all)]

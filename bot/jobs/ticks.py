"""Every tick, gathered: a new job is imported here. Order does not matter; each asks the database for itself."""

from bot.jobs import ages, broadcasts, call_list, group_names, menus, months, offers, reminders, roll_call
from bot.jobs.table import Tick

TICKS: tuple[Tick, ...] = (
    *broadcasts.TICKS,
    *call_list.TICKS,
    *reminders.TICKS,
    *offers.TICKS,
    *group_names.TICKS,
    *months.TICKS,
    *roll_call.TICKS,
    *ages.TICKS,
    *menus.TICKS,
)

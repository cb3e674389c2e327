"""Every tick, gathered: a new job is imported here. Order does not matter; each asks the database for itself."""

from bot.call_list import due as call_list
from bot.messages import due as broadcasts
from bot.people import due_ages as ages
from bot.people import due_menus as menus
from bot.reminders import due as reminders
from bot.reports import due as months
from bot.roll_call import due as roll_call
from bot.sign_ups import offers
from bot.sign_ups.groups import due as group_names
from bot.store.ticks import Tick

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

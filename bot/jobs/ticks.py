"""Every tick, gathered: a new job is imported here. Order does not matter; each asks the database for itself."""

from bot.activities import looking
from bot.call_list import due as call_list
from bot.hours.long_days import due as long_days
from bot.hours.sums import due as sums
from bot.messages import due as broadcasts
from bot.people import due as people
from bot.posting import due as announcements
from bot.reminders import due as reminders
from bot.reports import due as months
from bot.roll_call import due as roll_call
from bot.rosters import due as rosters
from bot.sign_ups import offers
from bot.sign_ups.groups import due as group_names
from bot.store.audit import due as notes
from bot.store.ticks import Tick

TICKS: tuple[Tick, ...] = (
    *people.TICKS,
    *looking.TICKS,
    *announcements.TICKS,
    *broadcasts.TICKS,
    *call_list.TICKS,
    *reminders.TICKS,
    *offers.TICKS,
    *group_names.TICKS,
    *rosters.TICKS,
    *months.TICKS,
    *roll_call.TICKS,
    *sums.TICKS,
    *long_days.TICKS,
    *notes.TICKS,
)

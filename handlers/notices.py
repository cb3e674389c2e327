"""Every kind of notice and how it is worded when it leaves. One module per journey; this is where they are gathered."""

from typing import Any

from bot.wire.rendering import LateNotice
from handlers.call_list import notices as call_list
from handlers.guardians import notices as guardians
from handlers.hours import notices as statements
from handlers.joining import notices as ages
from handlers.leading import notices as activities
from handlers.messages import notices as passing_on
from handlers.own_data import notices as my_data
from handlers.reminders import notices as reminders
from handlers.reports import notices as hours
from handlers.roles import notices as people
from handlers.roll_call import notices as roll_call
from handlers.sign_ups import notices as sign_ups
from handlers.sign_ups.groups import notices as group_places
from handlers.talk import notices as menus

NOTICES: dict[str, LateNotice[Any]] = {
    **menus.NOTICES,
    **activities.NOTICES,
    **call_list.NOTICES,
    **sign_ups.NOTICES,
    **reminders.NOTICES,
    **group_places.NOTICES,
    **guardians.NOTICES,
    **ages.NOTICES,
    **passing_on.NOTICES,
    **my_data.NOTICES,
    **hours.NOTICES,
    **roll_call.NOTICES,
    **statements.NOTICES,
    **people.NOTICES,
}

"""Every kind of notice and how it is worded when it leaves. One module per journey; this is where they are gathered."""

from typing import Any

from bot.jobs.notices import (
    activities,
    ages,
    call_list,
    group_places,
    guardians,
    hours,
    menus,
    my_data,
    passing_on,
    people,
    reminders,
    roll_call,
    sign_ups,
    statements,
)
from bot.wire.rendering import LateNotice

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

"""Every journey is mounted here: import it and add it to ``JOURNEYS``. Joining stands in front of all of them."""

from bot.wire.routing import Command, Form, Route
from handlers import (
    activities,
    activity_links,
    broadcasts,
    call_list,
    cancelling,
    changing,
    check_in,
    companions,
    finishing,
    forms,
    group_places,
    guardians,
    hours,
    invitations,
    joining,
    logging_hours,
    managing,
    menu,
    my_data,
    paper_consent,
    pass_on,
    people,
    person_hours,
    posting,
    postponing,
    reminders,
    roles,
    roll_call,
    settings,
    sign_ups,
    signing_up_others,
    statements,
    stations,
    summaries,
    teams,
    verifying,
    walk_ins,
)

JOURNEYS = (
    roll_call,
    finishing,
    walk_ins,
    check_in,
    statements,
    hours,
    logging_hours,
    verifying,
    summaries,
    person_hours,
    menu,
    settings,
    sign_ups,
    signing_up_others,
    group_places,
    reminders,
    guardians,
    companions,
    pass_on,
    my_data,
    activities,
    activity_links,
    posting,
    managing,
    changing,
    postponing,
    cancelling,
    call_list,
    broadcasts,
    people,
    roles,
    paper_consent,
    teams,
    invitations,
    stations,
)


def mounted() -> list[Route]:
    found: list[Route] = [route for journey in JOURNEYS for route in journey.ROUTES]
    commands = {route.name: route.handle for route in found if isinstance(route, Command)}
    waiting = {route.name: route for route in found if isinstance(route, Form)}
    return joining.Journey([*found, menu.buttons_of(commands), *forms.presses_of(waiting)]).routes()


ROUTES: list[Route] = mounted()

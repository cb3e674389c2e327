"""Every journey is mounted here: import it and add it to ``JOURNEYS``. Joining stands in front of all of them."""

from bot.wire.routing import Command, Form, Route
from handlers.activities import activities
from handlers.call_list import call_list
from handlers.guardians import companions, guardians
from handlers.guardians import paper as paper_consent
from handlers.hours import logging as logging_hours
from handlers.hours import own as hours
from handlers.hours import person as person_hours
from handlers.hours import statements, verifying
from handlers.invitations import invitations
from handlers.joining import from_link as activity_links
from handlers.joining import joining, settings
from handlers.leading import cancelling, changing, managing, postponing
from handlers.members import members as people
from handlers.messages import broadcasts
from handlers.messages import passing_on as pass_on
from handlers.own_data import own_data as my_data
from handlers.posting import posting
from handlers.reminders import reminders
from handlers.reports import summary as summaries
from handlers.roles import roles
from handlers.roll_call import check_in, finishing, roll_call, walk_ins
from handlers.sign_ups import others as signing_up_others
from handlers.sign_ups import sign_ups
from handlers.sign_ups.groups import groups as group_places
from handlers.stations import stations, tree
from handlers.talk import forms, menu
from handlers.teams import teams

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
    tree,
)


def mounted() -> list[Route]:
    found: list[Route] = [
        route
        for journey in JOURNEYS
        for route in (journey.journey.routes if hasattr(journey, "journey") else journey.ROUTES)
    ]
    commands = {route.name: route.handle for route in found if isinstance(route, Command)}
    waiting = {route.name: route for route in found if isinstance(route, Form)}
    return joining.Journey([*found, menu.buttons_of(commands), *forms.presses_of(waiting)]).routes()


ROUTES: list[Route] = mounted()

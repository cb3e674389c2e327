"""Fault 53, the other way round: everybody who might press is in turn the one who is named, as lead, helper or captain;
and what is acted on is now and then another kind of thing: for everyone, over, a group, nobody's team.
"""

from collections.abc import Callable

import pytest

from bot.activities import permissions as activities
from bot.activities.rules import Audience
from bot.ground.frozen import replace
from bot.ground.viewer import Viewer
from bot.guardians import permissions as guardians
from bot.hours import permissions as records
from bot.invitations import permissions as invitations
from bot.messages import permissions as passing_on
from bot.roll_call import permissions as roll_call
from bot.sign_ups import permissions as sign_ups
from bot.teams import permissions as teams
from bot.teams import permissions as teams_permissions
from tests.authority.pressers import (
    ACTIVITY,
    ACTORS,
    CAPTAINS,
    HELPERS,
    HERE,
    PASSED,
    REGISTERED,
    STAFF_ANY,
    STAFF_UP,
    TARGET_PERSON,
    TARGET_TEAMS,
    THE_TEAM,
)

FOR_EVERYONE = replace(ACTIVITY, audience=Audience.EVERYONE)
ALLOWED: dict[str, tuple[Callable[[Viewer], bool], set[str]]] = {
    "manage as a helper": (lambda v: activities.may_manage(v, ACTIVITY, {v.id}), REGISTERED),
    "be in everyone's audience": (lambda v: activities.in_audience(v, FOR_EVERYONE), set(ACTORS)),
    "see what is for everyone": (lambda v: activities.may_see(v, FOR_EVERYONE), REGISTERED),
    "consent, never asked how old": (
        lambda v: guardians.may_consent_for(replace(v, person=replace(v.person, age_band=None)), TARGET_PERSON),
        set(),
    ),
    "withdraw one's own link": (lambda v: invitations.may_withdraw_invitation(v, v.id), REGISTERED),
    "join a team that is over": (lambda v: teams_permissions.may_join(v, replace(THE_TEAM, closed_at=0)), set()),
    "join a group": (lambda v: teams_permissions.may_join(v, replace(THE_TEAM, kind="group")), set()),
    "answer what went to oneself": (lambda v: passing_on.may_answer(v, replace(PASSED, lead_id=v.id)), REGISTERED),
    "answer it twice": (
        lambda v: passing_on.may_answer(v, replace(PASSED, lead_id=v.id, state="answered")),
        set(),
    ),
    "verify as the lead": (
        lambda v: records.may_verify(v, path=HERE, lead_id=v.id, person_id=None),
        STAFF_ANY,
    ),
    "take a roll that was handed to oneself": (
        lambda v: roll_call.may_take_roll(v, ACTIVITY, HELPERS, v.id),
        STAFF_UP | CAPTAINS | {"helper"},
    ),
    "take the roll of no team": (
        lambda v: roll_call.may_take_roll(v, replace(ACTIVITY, team_id=None), HELPERS, None),
        STAFF_UP | {"helper"},
    ),
    "close the roll as the lead": (
        lambda v: roll_call.may_close_roll(v, replace(ACTIVITY, lead_id=v.id)),
        STAFF_ANY,
    ),
    "act for whom nobody looks after": (
        lambda v: sign_ups.may_act_for(v, replace(TARGET_PERSON, managed_by_id=None), TARGET_TEAMS),
        STAFF_UP | {"captain", "target"},
    ),
    "act for whom one looks after": (
        lambda v: sign_ups.may_act_for(v, replace(TARGET_PERSON, managed_by_id=v.id), ()),
        REGISTERED,
    ),
    "act for oneself": (lambda v: sign_ups.may_act_for(v, v.person, ()), REGISTERED),
    "change one's own team": (lambda v: teams.may_change_team(v, v.id, HERE), STAFF_UP),
}


@pytest.mark.parametrize("act", ALLOWED)
def test_being_named_opens_it_to_exactly_those_listed(act: str) -> None:
    """Fault 53."""
    may, expected = ALLOWED[act]
    assert {name for name, actor in ACTORS.items() if may(actor)} == expected

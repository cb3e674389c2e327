"""Fault 53: every predicate × everybody who might press (see pressers). What is not listed is not allowed."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from typing import Any

import pytest

import bot
from bot.activities import permissions as activities
from bot.activities.rules import Audience
from bot.ground.frozen import replace
from bot.ground.viewer import Role, Viewer
from bot.guardians import permissions as guardians
from bot.hours import permissions as records
from bot.invitations import permissions as invitations
from bot.messages import permissions as passing_on
from bot.people import permissions as people
from bot.roll_call import permissions as roll_call
from bot.rosters import permissions as rosters
from bot.sign_ups import permissions as sign_ups
from bot.stations import permissions as stations
from bot.teams import permissions as teams
from tests.authority.pressers import (
    ACTIVITY,
    ACTORS,
    AD_UP,
    CAPTAINS,
    EX_LEAD,
    HELPERS,
    HERE,
    LEAD,
    LIST,
    MANAGED,
    MEMBERS,
    OFFICE_ANY,
    OFFICE_UP,
    PASSED,
    REGISTERED,
    STAFF_ANY,
    STAFF_UP,
    TARGET,
    TARGET_PERSON,
    TARGET_TEAMS,
    TEAM,
    THE_TEAM,
    TIES,
)

Act = Callable[[Viewer], bool]
Case = tuple[Callable[..., Any], Act, set[str]]
NOT_SELF = REGISTERED - {"target"}


def minor(viewer: Viewer) -> Viewer:
    return replace(viewer, person=replace(viewer.person, age_band="14_17"))


ALLOWED: dict[str, Case] = {
    "bring a list": (rosters.may_bring, rosters.may_bring, STAFF_ANY),
    "see the lead's list": (rosters.may_see, lambda v: rosters.may_see(v, LIST), {"lead"}),
    "post here": (activities.may_post, lambda v: activities.may_post(v, HERE), STAFF_UP),
    "post anywhere": (activities.may_post_anywhere, activities.may_post_anywhere, STAFF_ANY),
    "manage the activity": (
        activities.may_manage,
        lambda v: activities.may_manage(v, ACTIVITY, HELPERS),
        STAFF_UP | {"helper"},
    ),
    "hand it over": (activities.may_hand_over, lambda v: activities.may_hand_over(v, ACTIVITY), STAFF_UP),
    "see every number": (activities.may_see_phones, lambda v: activities.may_see_phones(v, ACTIVITY), STAFF_UP),
    "insure all": (activities.may_list_for_insurer, lambda v: activities.may_list_for_insurer(v, ACTIVITY), STAFF_UP),
    "cancel all": (activities.may_cancel_for_station, lambda v: activities.may_cancel_for_station(v, HERE), OFFICE_UP),
    "broadcast here": (activities.may_broadcast, lambda v: activities.may_broadcast(v, HERE), STAFF_UP),
    "be in the team's audience": (activities.in_audience, lambda v: activities.in_audience(v, ACTIVITY), MEMBERS),
    "be in the station's audience": (
        activities.in_audience,
        lambda v: activities.in_audience(v, replace(ACTIVITY, audience=Audience.STATION)),
        MEMBERS | {"neighbour"},
    ),
    "see the activity": (
        activities.may_see,
        lambda v: activities.may_see(v, ACTIVITY, HELPERS),
        STAFF_UP | MEMBERS | {"neighbour", "helper"},
    ),
    "ask a guardian": (guardians.may_ask_guardian, guardians.may_ask_guardian, set()),
    "ask a guardian, as a minor": (
        guardians.may_ask_guardian,
        lambda v: guardians.may_ask_guardian(minor(v)),
        REGISTERED,
    ),
    "consent": (guardians.may_consent_for, lambda v: guardians.may_consent_for(v, TARGET_PERSON), NOT_SELF),
    "name who comes along": (
        guardians.may_name_companion,
        lambda v: guardians.may_name_companion(v, TARGET_PERSON, TARGET_TEAMS, None),
        STAFF_UP | {"captain"},
    ),
    "name who comes along, as the guardian": (
        guardians.may_name_companion,
        lambda v: guardians.may_name_companion(v, TARGET_PERSON, (), v.id),
        NOT_SELF,
    ),
    "name who comes along, as a minor": (
        guardians.may_name_companion,
        lambda v: guardians.may_name_companion(minor(v), TARGET_PERSON, TARGET_TEAMS, v.id),
        set(),
    ),
    "consent, as a minor": (
        guardians.may_consent_for,
        lambda v: guardians.may_consent_for(minor(v), TARGET_PERSON),
        set(),
    ),
    "invite at all": (invitations.may_invite, invitations.may_invite, STAFF_ANY | CAPTAINS),
    "invite a social worker": (
        invitations.may_invite_to_role,
        lambda v: invitations.may_invite_to_role(v, Role.SOCIAL_WORKER, HERE),
        OFFICE_UP,
    ),
    "invite a coordinator": (
        invitations.may_invite_to_role,
        lambda v: invitations.may_invite_to_role(v, Role.COORDINATOR, HERE),
        OFFICE_UP,
    ),
    "invite an administrator": (
        invitations.may_invite_to_role,
        lambda v: invitations.may_invite_to_role(v, Role.ADMINISTRATOR, HERE),
        set(),
    ),
    "withdraw the lead's link": (
        invitations.may_withdraw_invitation,
        lambda v: invitations.may_withdraw_invitation(v, LEAD),
        {"lead"},
    ),
    "withdraw the console's link": (
        invitations.may_withdraw_invitation,
        lambda v: invitations.may_withdraw_invitation(v, None),
        set(),
    ),
    "keep own data": (people.may_keep_own_data, people.may_keep_own_data, REGISTERED),
    "join the open team": (teams.may_join, lambda v: teams.may_join(v, THE_TEAM), REGISTERED),
    "join a closed team": (teams.may_join, lambda v: teams.may_join(v, replace(THE_TEAM, open=False)), set()),
    "answer what was passed on": (passing_on.may_answer, lambda v: passing_on.may_answer(v, PASSED), {"lead"}),
    "find people": (people.may_find_people, people.may_find_people, STAFF_ANY),
    "see the person": (people.may_see_person, lambda v: people.may_see_person(v, TIES), STAFF_UP | {"captain"}),
    "see the phone": (people.may_see_phone, lambda v: people.may_see_phone(v, TIES), STAFF_UP | {"captain"}),
    "record consent": (people.may_record_consent, lambda v: people.may_record_consent(v, TIES), STAFF_UP),
    "record own consent": (
        people.may_record_consent,
        lambda v: people.may_record_consent(v, replace(TIES, person_id=v.id)),
        set(),
    ),
    "record training": (people.may_qualify, lambda v: people.may_qualify(v, TIES), STAFF_UP),
    "record own training": (people.may_qualify, lambda v: people.may_qualify(v, replace(TIES, person_id=v.id)), set()),
    "edit a managed person": (
        people.may_edit_managed,
        lambda v: people.may_edit_managed(v, MANAGED),
        STAFF_UP | {"captain"},
    ),
    "edit somebody with Telegram": (people.may_edit_managed, lambda v: people.may_edit_managed(v, TIES), set()),
    "set a managed person's age": (
        people.may_set_age,
        lambda v: people.may_set_age(v, MANAGED, minor=False),
        STAFF_UP | {"captain"},
    ),
    "set a minor's age": (people.may_set_age, lambda v: people.may_set_age(v, TIES, minor=True), STAFF_UP),
    "set an adult's age": (people.may_set_age, lambda v: people.may_set_age(v, TIES, minor=False), set()),
    "make an adult of a minor": (people.may_end_minority, lambda v: people.may_end_minority(v, TIES), STAFF_UP),
    "make an adult of oneself": (
        people.may_end_minority,
        lambda v: people.may_end_minority(v, replace(TIES, person_id=v.id)),
        set(),
    ),
    "add a managed person": (
        people.may_add_managed,
        lambda v: people.may_add_managed(v, TEAM, HERE),
        STAFF_UP | {"captain"},
    ),
    "see roles": (people.may_see_roles, lambda v: people.may_see_roles(v, TIES), STAFF_UP),
    "grant somewhere": (people.may_grant_somewhere, people.may_grant_somewhere, OFFICE_ANY),
    "grant social worker": (people.may_grant, lambda v: people.may_grant(v, Role.SOCIAL_WORKER, HERE), OFFICE_UP),
    "grant coordinator": (people.may_grant, lambda v: people.may_grant(v, Role.COORDINATOR, HERE), OFFICE_UP),
    "grant administrator": (people.may_grant, lambda v: people.may_grant(v, Role.ADMINISTRATOR, HERE), set()),
    "withdraw social worker": (
        people.may_withdraw,
        lambda v: people.may_withdraw(v, Role.SOCIAL_WORKER, HERE),
        OFFICE_UP,
    ),
    "withdraw coordinator": (people.may_withdraw, lambda v: people.may_withdraw(v, Role.COORDINATOR, HERE), OFFICE_UP),
    "withdraw administrator": (people.may_withdraw, lambda v: people.may_withdraw(v, Role.ADMINISTRATOR, HERE), AD_UP),
    "verify": (
        records.may_verify,
        lambda v: records.may_verify(v, path=HERE, lead_id=LEAD, person_id=TARGET),
        STAFF_UP,
    ),
    "verify one's own": (
        records.may_verify,
        lambda v: records.may_verify(v, path=HERE, lead_id=LEAD, person_id=v.id),
        set(),
    ),
    "verify a coordinator's day": (
        records.highest_role,
        lambda v: records.highest_role(v, path=HERE) is not Role.SOCIAL_WORKER,
        OFFICE_UP,
    ),
    "verify an administrator's day": (
        records.highest_role,
        lambda v: records.highest_role(v, path=HERE) is Role.ADMINISTRATOR,
        AD_UP,
    ),
    "see the station's hours": (records.may_see_station, lambda v: records.may_see_station(v, path=HERE), OFFICE_UP),
    "see the team's hours": (
        records.may_see_team,
        lambda v: records.may_see_team(v, path=HERE, team_id=TEAM),
        STAFF_UP | {"captain"},
    ),
    "take the roll": (
        roll_call.may_take_roll,
        lambda v: roll_call.may_take_roll(v, ACTIVITY, HELPERS, None),
        STAFF_UP | {"helper", "captain"},
    ),
    "take a roll handed over": (
        roll_call.may_take_roll,
        lambda v: roll_call.may_take_roll(v, ACTIVITY, HELPERS, ACTORS["other_captain"].id),
        STAFF_UP | {"helper", "captain", "other_captain"},
    ),
    "close the roll": (roll_call.may_close_roll, lambda v: roll_call.may_close_roll(v, ACTIVITY), STAFF_UP),
    "hand the roll over": (
        roll_call.may_hand_roll,
        lambda v: roll_call.may_hand_roll(v, ACTIVITY, HELPERS),
        STAFF_UP | {"helper"},
    ),
    "sign others up": (
        sign_ups.may_sign_up_others,
        lambda v: sign_ups.may_sign_up_others(v, ACTIVITY, HELPERS),
        STAFF_ANY | CAPTAINS | {"helper"},
    ),
    "act for the volunteer": (
        sign_ups.may_act_for,
        lambda v: sign_ups.may_act_for(v, TARGET_PERSON, TARGET_TEAMS),
        STAFF_UP | {"captain", "target"},
    ),
    "reserve for the team": (
        sign_ups.may_reserve_for,
        lambda v: sign_ups.may_reserve_for(v, TEAM, HERE),
        STAFF_UP | {"captain"},
    ),
    "see stations": (stations.may_see_stations, stations.may_see_stations, OFFICE_ANY),
    "see the station": (stations.may_see_station, lambda v: stations.may_see_station(v, HERE), OFFICE_UP),
    "add below": (stations.may_add_station, lambda v: stations.may_add_station(v, HERE), OFFICE_UP),
    "change the station": (stations.may_change_station, lambda v: stations.may_change_station(v, HERE), OFFICE_UP),
    "see teams": (teams.may_see_teams, teams.may_see_teams, STAFF_ANY | CAPTAINS),
    "see the team": (teams.may_see_team, lambda v: teams.may_see_team(v, TEAM, HERE), STAFF_UP | {"captain"}),
    "create a team": (teams.may_create_team, lambda v: teams.may_create_team(v, HERE), OFFICE_UP),
    "change the team": (teams.may_change_team, lambda v: teams.may_change_team(v, LEAD, HERE), OFFICE_UP | {"lead"}),
    "appoint the lead": (teams.may_appoint_lead, lambda v: teams.may_appoint_lead(v, HERE), OFFICE_UP),
    "invite to the team": (
        invitations.may_invite_to_team,
        lambda v: invitations.may_invite_to_team(v, TEAM, HERE),
        STAFF_UP | {"captain"},
    ),
}


def who_may(act: Act, actors: dict[str, Viewer]) -> set[str]:
    return {name for name, actor in actors.items() if act(actor)}


@pytest.mark.parametrize("act", ALLOWED)
def test_act_is_open_to_exactly_those_listed(act: str) -> None:
    """Fault 53."""
    _, may, expected = ALLOWED[act]
    assert who_may(may, ACTORS) == expected


@pytest.mark.parametrize("act", ALLOWED)
def test_lead_who_is_no_longer_staff_is_a_volunteer_again(act: str) -> None:
    """Fault 47: being named somewhere gives nothing. One's own links and letters stay one's own."""
    _, may, expected = ALLOWED[act]
    open_to_all = expected >= REGISTERED - {"target"}
    own = act in {"withdraw the lead's link", "answer what was passed on"}
    assert who_may(may, EX_LEAD) == (expected if open_to_all or own else expected - {"lead"})


def predicates() -> set[Callable[..., Any]]:
    found: set[Callable[..., Any]] = set()
    for module in pkgutil.walk_packages(bot.__path__, "bot."):
        if not module.name.endswith("permissions"):
            continue
        room = importlib.import_module(module.name)
        functions = inspect.getmembers(room, inspect.isfunction)
        found |= {f for name, f in functions if f.__module__ == room.__name__ and not name.startswith("_")}
    return found


def test_every_predicate_is_in_the_matrix() -> None:
    """Fault 53: an act that is not listed here fails."""
    assert {f.__qualname__ for f in predicates() - {predicate for predicate, _, _ in ALLOWED.values()}} == set()

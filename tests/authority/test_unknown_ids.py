"""Whoever asks for what is not there gets a refusal from every act that takes an id: no error, no answer."""

import inspect
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any, get_type_hints

import pytest

from bot.desk import Desk, Seated
from bot.ground.refusals import Refusal
from bot.happened import HAPPENED
from bot.hearing import find
from bot.store.database import Database
from tests.helpers.town import NOW, build_town
from tests.mutants.in_python import ROOT
from tests.mutants.kinds import acts

NOWHERE = 1_000_000_007
IDS = ("shift_id", "activity_id", "sign_up_id", "record_id", "team_id", "station_id", "group_place_id", "person_id")
PLAIN = {int: 1, str: "x", bool: False}


def taking_ids() -> Iterator[tuple[str, Callable[..., Any], dict[str, Any]]]:
    for path in sorted(acts()):
        module = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
        for name, function in inspect.getmembers(module, inspect.iscoroutinefunction):
            if function.__module__ == module.__name__ and (values := given(function)):
                yield f"{module.__name__}:{name}", function, values


def given(function: Callable[..., Any]) -> dict[str, Any] | None:
    """What it is asked with; None where it takes no desk, no id, or what cannot be made up."""
    hints, takes = get_type_hints(function), list(inspect.signature(function).parameters.values())
    if not takes or hints.get(takes[0].name) is not Desk:
        return None
    needed = [one.name for one in takes[1:] if one.default is one.empty and one.kind is not one.VAR_KEYWORD]
    if not any(name in IDS for name in needed):
        return None
    if any(hints[name] not in PLAIN for name in needed):
        return None
    return {name: NOWHERE if name in IDS else PLAIN[hints[name]] for name in needed}


STEPS = {
    "bot.sign_ups.others.several:draft_of",
    "bot.teams.acts:noted", "bot.teams.acts:mark", "bot.stations.acts:noted", "bot.sign_ups.groups.names:name_place",
    "bot.roll_call.walk_ins:reached", "bot.hours.crediting:note_verified",
    "bot.guardians.wishes:keep", "bot.roll_call.correcting.acts:tell", "bot.roles.acts:leading_now",
    "bot.leading.team_succession:hand_teams_on",
}  # fmt: skip
"""Within an act, after it has looked."""
LOOKS = {
    "bot.roll_call.due_cards:submitted_look", "bot.roll_call.due_cards:seen", "bot.roll_call.due_cards:handed_look",
    "bot.roll_call.due_cards:card_for", "bot.roll_call.cards:opened", "bot.roll_call.cards:fresh",
    "bot.roll_call.cards:covered", "bot.leading.cancelling:got_it",
    "bot.roll_call.over:check_out_look", "bot.roll_call.over:unfinished_look",
}  # fmt: skip
"""Nothing is the answer, or nothing is done."""

find()
HEARERS = {hear for line in HAPPENED.values() for hear in line.found}
"""They are told of what was done, and ask nothing."""
ACTS = {name: (function, values) for name, function, values in taking_ids() if function not in HEARERS}


@pytest.mark.parametrize("act", sorted(ACTS.keys() - STEPS - LOOKS))
async def test_what_is_not_there_is_refused(database: Database, act: str) -> None:
    function, values = ACTS[act]
    async with database.write() as tx:
        town = await build_town(tx)
        desk = Seated(tx, await town.viewer("wu"), NOW)

        with pytest.raises(Refusal):
            await function(desk, **values)


def test_what_is_left_out_is_there() -> None:
    assert ACTS.keys() >= STEPS | LOOKS

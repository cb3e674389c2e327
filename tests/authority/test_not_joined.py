"""A role, a team or a lead's name gives nothing to who has not joined, or has left."""

import pytest

from bot.ground.frozen import replace
from bot.ground.viewer import Viewer
from tests.authority.pressers import ACTORS
from tests.authority.test_permissions import ALLOWED, who_may

STATES = ("new", "erased", "managed")
BEING_MEANT = {"be in the team's audience", "be in the station's audience"}  # no power: memberships say it, and end


def in_state(viewer: Viewer, state: str) -> Viewer:
    return replace(viewer, person=replace(viewer.person, state=state))


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("act", sorted(ALLOWED.keys() - BEING_MEANT))
def test_who_has_not_joined_may_nothing(act: str, state: str) -> None:
    _, may, _ = ALLOWED[act]

    assert who_may(may, {name: in_state(actor, state) for name, actor in ACTORS.items()}) == set()

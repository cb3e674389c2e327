"""Only an adult person speaks for a minor, and only for another one; who may speak for whom, the link says."""

from collections.abc import Sequence

from bot.ground.viewer import Membership, Person, Viewer
from bot.people.ages import MINORS, is_minor
from bot.sign_ups.permissions import may_act_for


def may_ask_guardian(viewer: Viewer) -> bool:
    return viewer.registered and is_minor(viewer.person)


def may_consent_for(viewer: Viewer, child: Person) -> bool:
    grown = viewer.person.age_band is not None and viewer.person.age_band not in MINORS
    return viewer.registered and grown and viewer.id != child.id


def may_name_companion(
    viewer: Viewer, child: Person, memberships: Sequence[Membership], guardian_id: int | None
) -> bool:
    """Who comes along with somebody under 14, the guardian says or whoever acts for the child; never a minor."""
    if viewer.id == child.id or not viewer.registered or is_minor(viewer.person):
        return False
    return viewer.id == guardian_id or may_act_for(viewer, child, memberships)

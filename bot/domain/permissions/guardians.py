"""Only an adult person speaks for a minor, and only for another one; who may speak for whom, the link says."""

from bot.domain.consent import MINORS, is_minor
from bot.domain.people import Person, Viewer


def may_ask_guardian(viewer: Viewer) -> bool:
    return viewer.registered and is_minor(viewer.person)


def may_consent_for(viewer: Viewer, child: Person) -> bool:
    grown = viewer.person.age_band is not None and viewer.person.age_band not in MINORS
    return viewer.registered and grown and viewer.id != child.id

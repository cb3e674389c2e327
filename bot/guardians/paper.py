"""A guardian's signed form, entered by staff. The paper stays in the office; here is who took it, and its end."""

from datetime import date

from bot.desk import Desk, note
from bot.ground import notices
from bot.ground.reading.names import read_name
from bot.ground.refusals import CompanionMissing, ConsentExpired, InTheFuture, NotFound, UnknownChoice
from bot.ground.times import day_bounds, local_day, zone_named
from bot.ground.viewer import Viewer
from bot.guardians import wishes
from bot.hours.logging import station_of
from bot.members import profile_rows as profiles
from bot.members.acts import NAME_LIMIT, person_card, reached
from bot.members.shown import PersonCard
from bot.people import rows as people
from bot.people.ages import EXACT_MINORS, AgeBand, is_minor
from bot.people.consent import rows as consents
from bot.people.consent.rules import last_day_of
from bot.people.permissions import may_record_consent
from bot.stations import rows as stations
from bot.store.transaction import Tx


async def begin(desk: Desk, person_id: int) -> PersonCard:
    """Who the form is for. Raises NotFound."""
    await reach(desk, person_id)
    return await person_card(desk, person_id)


async def months_of(tx: Tx, person_id: int) -> int:
    """How long a signed form holds: a setting of the station of the person's team."""
    return (await stations.settings_of(tx, await station_of(tx, person_id))).paper_consent_months


async def reach(desk: Desk, person_id: int) -> None:
    """Raises NotFound."""
    if not may_record_consent(desk.viewer, await reached(desk, person_id)):
        raise NotFound


def check_band(age_band: str, companion: str | None) -> None:
    """Raises UnknownChoice, CompanionMissing."""
    if age_band not in EXACT_MINORS:
        raise UnknownChoice(field="age_band", value="", choices=EXACT_MINORS)
    if age_band == AgeBand.UNDER_14 and companion is None:
        raise CompanionMissing


def check_day(viewer: Viewer, now: int, given_on: date, months: int) -> None:
    """Raises InTheFuture, ConsentExpired."""
    zone = zone_named(viewer.zone)
    today = local_day(zone, now)
    if given_on > today:
        raise InTheFuture(at=day_bounds(zone, given_on, given_on).starts_at)
    last = last_day_of(given_on, months)
    if last < today:
        raise ConsentExpired(expired_at=day_bounds(zone, last, last).ends_at)


async def record_consent(
    desk: Desk,
    *,
    person_id: int,
    age_band: str,
    given_on: date,
    guardian: str | None,
    companion: str | None,
) -> date:
    """The last day on which it holds. Without a data key the names stay on the paper alone.

    Raises NotFound, InTheFuture, ConsentExpired, CompanionMissing (under 14), EmptyText, TextTooLong, UnknownChoice.
    """
    await reach(desk, person_id)
    check_band(age_band, companion)
    months = await months_of(desk.tx, person_id)
    check_day(desk.viewer, desk.now, given_on, months)
    await set_band(desk.tx, person_id, age_band, desk.now)
    await consents.add_consent(
        desk.tx,
        person_id=person_id,
        way="paper",
        given_on=given_on,
        now=desk.now,
        guardian_name=sealed(desk.tx, "guardian", guardian, person_id),
        companion_name=sealed(desk.tx, "companion", companion, person_id) if age_band == AgeBand.UNDER_14 else None,
        taken_by=desk.viewer.id,
        months=months,
    )
    await note(desk, "consent_recorded", f"person:{person_id}", given_on=given_on.isoformat())  # fmt: skip
    await wishes.tell(desk.tx, notices.GuardianAgreed, person_id, desk.now, by=None)
    return last_day_of(given_on, months)


async def set_band(tx: Tx, person_id: int, age_band: str, now: int) -> None:
    """The form says the age as well."""
    person = await people.person(tx, person_id)
    if person.age_band != age_band or not is_minor(person):
        await profiles.set_age_band(tx, person_id, age_band, now)


def sealed(tx: Tx, what: str, name: str | None, person_id: int) -> str | None:
    """Without a data key the name stays on the paper; that there is one is still known."""
    if name is None or not tx.vault.has_key:
        return name and ""
    return tx.vault.seal(read_name(what, name, NAME_LIMIT), f"person:{person_id}:{what}")

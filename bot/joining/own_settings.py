"""What people change about themselves. A phone number is only taken from Telegram's own contact button: typed or
forwarded ones could be anybody's."""

import unicodedata
from datetime import date

from bot.desk import Desk, note
from bot.ground.reading.names import read_name
from bot.ground.refusals import (
    BadPhone,
    ContactOfSomeoneElse,
    NoDataKey,
    NotRegistered,
    OutOfRange,
    StartsInThePast,
    UnknownChoice,
)
from bot.ground.text import clean_line, line
from bot.ground.times import day_bounds, local_day, zone_named
from bot.ground.viewer import LANGUAGES, Viewer
from bot.joining.acts import NAME_LIMIT
from bot.members import profile_rows as profiles
from bot.members.profiles import OwnSettings
from bot.people import menus
from bot.people import notice_choice_rows as notice_choices
from bot.people import rows as people
from bot.people.ages import EXACT, MINORS, AgeBand, check_told_age
from bot.people.consent import rows as consents
from bot.people.notice_choices import Pause, Silenced
from bot.people.permissions import may_keep_own_data
from bot.store import outbox
from bot.store.transaction import Tx
from bot.teams import rows as teams

NUMBER_LIMIT = 32  # code points of a volunteer number
PHONE_DIGITS = range(5, 16)  # ITU-T E.164


def require_joined(viewer: Viewer) -> None:
    """Raises NotRegistered."""
    if not may_keep_own_data(viewer):
        raise NotRegistered


async def look(desk: Desk) -> OwnSettings:
    """Raises NotRegistered."""
    require_joined(desk.viewer)
    return OwnSettings(
        profile=await profiles.profile_of(desk.tx, desk.viewer.id),
        teams=tuple(await teams.teams_of(desk.tx, desk.viewer.id)),
        silenced=await notice_choices.silenced(desk.tx, desk.viewer.id),
        keeps_phones=desk.tx.vault.has_key,
        paused=await notice_choices.pause_of(desk.tx, desk.viewer.id),
        guards=bool(await consents.wards_of(desk.tx, desk.viewer.id)),
    )


async def choose_language(desk: Desk, language: str | None) -> None:
    """None follows the client. Raises NotRegistered, UnknownChoice."""
    require_joined(desk.viewer)
    if language is not None and language not in LANGUAGES:
        raise UnknownChoice(field="language", value="", choices=LANGUAGES)
    await profiles.set_language(desk.tx, desk.viewer.id, language)
    await menus.refresh(desk.tx, desk.viewer.id, desk.now)


async def rename(desk: Desk, name: str) -> str:
    """The name as it is kept. Raises NotRegistered, EmptyText, TextTooLong."""
    require_joined(desk.viewer)
    kept = read_name("name", name, NAME_LIMIT)
    await profiles.set_name(desk.tx, desk.viewer.id, kept)
    return kept


async def set_volunteer_number(desk: Desk, number: str) -> None:
    """As files hold it, ＳＺ－１ is SZ-1; '' removes it. Raises NotRegistered, TextTooLong."""
    require_joined(desk.viewer)
    narrow = unicodedata.normalize("NFKC", clean_line(number))
    kept = line("volunteer_number", narrow, NUMBER_LIMIT) if narrow else None
    await profiles.set_volunteer_number(desk.tx, desk.viewer.id, kept)


def require_key(tx: Tx) -> None:
    """Before asking for a phone number. Raises NoDataKey."""
    if not tx.vault.has_key:
        raise NoDataKey


async def share_phone(desk: Desk, *, phone: str, owner: int | None, forwarded: bool) -> None:
    """``owner``: the Telegram id in the contact. Raises NotRegistered, ContactOfSomeoneElse, BadPhone, NoDataKey."""
    require_joined(desk.viewer)
    if owner != desk.viewer.telegram_id or forwarded:
        raise ContactOfSomeoneElse
    if not phone:
        require_key(desk.tx)  # without one the number was taken out before anybody could read it
    digits = "".join(char for char in phone if char.isascii() and char.isdigit())
    if len(digits) not in PHONE_DIGITS:
        raise BadPhone
    await people.set_phone(desk.tx, desk.viewer.id, f"+{digits}")


async def remove_phone(desk: Desk) -> None:
    require_joined(desk.viewer)
    await people.set_phone(desk.tx, desk.viewer.id, None)


async def tell_age(desk: Desk, band: str) -> None:
    """Who was under 18 and now says otherwise is noted: it lifts the need of a guardian.

    Raises UnknownChoice, MinorOnRecord.
    """
    require_joined(desk.viewer)
    if band not in EXACT:
        raise UnknownChoice(field="age_band", value=band, choices=EXACT)
    check_told_age(desk.viewer.person, AgeBand(band), desk.now)
    before = desk.viewer.person.age_band
    await profiles.set_age_band(desk.tx, desk.viewer.id, band, desk.now)
    if before in MINORS and AgeBand(band) not in MINORS:
        facts = {"before": before, "after": band}
        await note(desk, "age_band", f"person:{desk.viewer.id}", **facts)


async def switch_notice(desk: Desk, notice: str) -> frozenset[Silenced]:
    """On or off, the other way round; what is off afterwards. Raises UnknownChoice."""
    require_joined(desk.viewer)
    if notice not in set(Silenced):
        raise UnknownChoice(field="notice", value=notice, choices=tuple(Silenced))
    off = await notice_choices.silenced(desk.tx, desk.viewer.id)
    change = notice_choices.allow if notice in off else notice_choices.silence
    await change(desk.tx, desk.viewer.id, Silenced(notice))
    return await notice_choices.silenced(desk.tx, desk.viewer.id)


LONGEST_PAUSE = 366  # days
PAUSED_KINDS = ("recruiting", "recruiting_more", "ask_waiting", "digest")
"""What may wait already when somebody pauses, and may be switched off."""


async def pause(desk: Desk, last: date | None) -> Pause:
    """Nothing that may be switched off comes to the end of this day, or until they come back; also not what waits.

    Raises NotRegistered, StartsInThePast, OutOfRange.
    """
    require_joined(desk.viewer)
    until = None
    if last is not None:
        zone = zone_named(desk.viewer.zone)
        days = (last - local_day(zone, desk.now)).days
        if days < 0:
            raise StartsInThePast(starts_at=day_bounds(zone, last, last).ends_at)
        if days > LONGEST_PAUSE:
            raise OutOfRange(field="days", value=days, lowest=0, highest=LONGEST_PAUSE)
        until = day_bounds(zone, last, last).ends_at
    await notice_choices.pause(desk.tx, desk.viewer.id, until=until)
    await outbox.drop_for(desk.tx, desk.viewer.id, PAUSED_KINDS)
    return Pause(until)


async def end_pause(desk: Desk) -> bool:
    """False where nothing was paused. Raises NotRegistered."""
    require_joined(desk.viewer)
    return await notice_choices.end_pause(desk.tx, desk.viewer.id)

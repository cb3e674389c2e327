"""/people: search, one person's card, and what staff may do from there."""

from markupsafe import Markup

from bot.ground.viewer import Viewer
from bot.hours.permissions import STAFF
from bot.members.shown import PersonCard
from bot.people import permissions as may
from bot.speech.pages import in_rows
from bot.speech.screens import LINE, Key, Screen
from bot.speech.words import Words
from handlers.guardians.lines import full_day
from handlers.links.guardians import NameCompanion
from handlers.links.hours import HoursOf
from handlers.links.members import (
    AgeOf,
    RecordConsent,
    RenameManaged,
    SeePhone,
    SeeRoles,
    SeeTrainings,
)
from handlers.links.teams import OpenMember
from handlers.talk.age_words import band_name
from handlers.talk.role_words import role_name
from handlers.talk.ways import back_to

MOST_KEYS = 4


def person_card(words: Words, card: PersonCard, viewer: Viewer) -> Screen:
    """``viewer`` decides which keys there are."""
    return Screen(LINE.join(card_lines(words, card)), card_keys(words, card, viewer))


def card_lines(words: Words, card: PersonCard) -> list[Markup]:
    person, details = card.person, card.details
    lines = [Markup("<b>{}</b> · {}").format(person.name, band_name(words, person.age_band))]
    lines += [Markup("{}").format(team_line(words, card))]
    if details.managed_by:
        lines.append(words.say("No Telegram, in the care of {name}", name=details.managed_by))
    if details.volunteer_number:
        lines.append(words.say("Volunteer number {number}", number=details.volunteer_number))
    lines += [Markup("· {} – {}").format(role_name(words, held.role, held.title), held.station) for held in card.roles]
    if card.minor:
        lines.append(consent_line(words, card))
    if card.trainings:
        lines.append(words.say("Training: {names}", names=words.list(list(card.trainings))))
    if person.unreachable_at is not None:
        lines.append(words.say("⚠️ Messages don't arrive: the bot is blocked or the account is gone."))
    return lines


def team_line(words: Words, card: PersonCard) -> Markup:
    if not card.teams:
        return words.say("In no team")
    return words.list([team.name for team in card.teams])


def consent_line(words: Words, card: PersonCard) -> Markup:
    consent = card.consent
    if consent is None:
        return words.say("⚠️ Parent's or guardian's consent is missing")
    if consent.valid_until < card.today:
        return words.say("⚠️ Parent's or guardian's consent ran out on {day}", day=full_day(words, consent.valid_until))
    if card.alone:
        return words.say("⚠️ Nobody is named who comes along")
    return words.say("Parent's or guardian's consent holds until {day}", day=full_day(words, consent.valid_until))


def card_keys(words: Words, card: PersonCard, viewer: Viewer) -> tuple[tuple[Key, ...], ...]:
    """At most four. A minor is offered no role, and what has no room here is reached from its own command."""
    id, ties, keys = card.person.id, card.ties, list[Key]()
    if card.details.has_phone and may.may_see_phone(viewer, ties):
        keys.append(Key(words.label("Phone number"), SeePhone(id)))
    if card.alone and viewer.id != id:
        keys.append(Key(words.label("Who comes along"), NameCompanion(id, 0)))
    elif card.minor and may.may_record_consent(viewer, ties):
        keys.append(Key(words.label("Consent form"), RecordConsent(id, 0)))
    if may.may_edit_managed(viewer, ties):
        keys += [Key(words.label("Name"), RenameManaged(id)), Key(words.label("Age group"), AgeOf(id, None))]
    elif may.may_see_roles(viewer, ties) and (card.roles or not card.minor):
        keys.append(Key(words.label("Roles"), SeeRoles(id)))
    if not card.ties.managed and may.may_set_age(viewer, ties, minor=card.minor):
        keys.append(Key(words.label("Age group"), AgeOf(id, None)))
    if len(keys) < MOST_KEYS and may.may_qualify(viewer, ties):
        keys.append(Key(words.label("Training"), SeeTrainings(id)))
    if len(keys) < MOST_KEYS and viewer.has(*STAFF) and viewer.id != id:
        keys.append(Key(words.label("Hours"), HoursOf(id, 0)))
    return in_rows(keys) or way_back(words, card, viewer)


def way_back(words: Words, card: PersonCard, viewer: Viewer) -> tuple[tuple[Key, ...], ...]:
    """A captain who can do nothing for this member came from the team."""
    led = [team.id for team in card.teams if viewer.is_captain(team.id)]
    return ((back_to(words, OpenMember(led[0], card.person.id)),),) if led else ()

"""Every "no" in words: which cause, and what to do. What a person may not see is refused like what does not exist."""

from collections.abc import Mapping

from bot.ground.refusals import (
    Clash,
    NeedsAdministrator,
    NeedsCoordinator,
    NotInAudience,
    OthersCompanionMissing,
    OthersWaitThen,
    RecordsOverlap,
    Refusal,
    WaitsThen,
)
from bot.ground.viewer import Role
from bot.people.consent.rules import CONSENT_MISSING
from bot.speech.screens import Key, Screen
from bot.speech.words import Words, later
from handlers.guardians.lines import ask_guardian
from handlers.links.guardians import NameCompanion
from handlers.links.joining import Change, OpenTeams
from handlers.links.sign_ups import TakeInstead
from handlers.refusals import typed as problems
from handlers.refusals.people import PEOPLE
from handlers.refusals.records import BOOKS, OVERLAPS_UNNAMED
from handlers.refusals.signing_up import PLACES
from handlers.talk.role_words import ROLES

SENTENCES: Mapping[type[Refusal], str] = {**problems.SENTENCES, **PEOPLE, **PLACES, **BOOKS}
CAPTAIN = later("team captain")


def refuse(words: Words, refusal: Refusal) -> Screen:
    """Short enough for an alert where there is nothing to press. Instants are read in the zone of ``words``."""
    if type(refusal) in problems.SENTENCES:
        return Screen(problems.problem_line(words, refusal))
    sentence = sentence_of(refusal)
    keys = way_out(words, refusal)
    return Screen(words.say(sentence, **shown(words, refusal)), ((*keys,),) if keys else ())


def sentence_of(refusal: Refusal) -> str:
    if isinstance(refusal, RecordsOverlap) and not refusal.activity:
        return OVERLAPS_UNNAMED
    return SENTENCES.get(type(refusal), later("That's not possible now."))


def way_out(words: Words, refusal: Refusal) -> tuple[Key, ...]:
    if isinstance(refusal, CONSENT_MISSING):
        return (ask_guardian(words),)
    if isinstance(refusal, OthersCompanionMissing):
        return (Key(words.label("Say who comes along"), NameCompanion(refusal.person, 0)),)
    if isinstance(refusal, Clash) and refusal.shift:
        return (instead_key(words, refusal),)
    if isinstance(refusal, NotInAudience) and refusal.shift:
        return (Key(words.label("Join a team"), OpenTeams(0, refusal.shift)),)
    if refusal.code == "age_band_missing":
        return (Key(words.label("Say my age group"), Change("age")),)
    return ()


def instead_key(words: Words, clash: Clash) -> Key:
    instead = TakeInstead(clash.shift, clash.person, clash.revision)
    if isinstance(clash, WaitsThen | OthersWaitThen):
        return Key(words.label("Leave it, take this one"), instead)
    return Key(words.label("Take this one instead"), instead)


def shown(words: Words, refusal: Refusal) -> dict[str, object]:
    """The refusal's facts as this person reads them."""
    facts = {name: in_words(words, name, value) for name, value in refusal.facts().items()}
    if isinstance(refusal, NeedsCoordinator | NeedsAdministrator):
        facts["limit"] = words.hours(refusal.limit)
    if {"starts_at", "ends_at"} <= facts.keys():
        raw = refusal.facts()
        facts["when"] = words.when(int(str(raw["starts_at"])), int(str(raw["ends_at"])))
    return facts


def in_words(words: Words, name: str, value: object) -> object:
    if name in {"at", "until"} or name.endswith("_at"):
        return words.moment(value) if isinstance(value, int) else ""
    if name in {"minutes", "lowest", "highest"} and isinstance(value, int):
        return words.hours(value)
    if isinstance(value, tuple):
        return words.list([str(one) for one in value])
    if name in {"needs", "role"}:
        return role(words, str(value))
    return value


def role(words: Words, code: str) -> str:
    return words.label(ROLES[Role(code)] if code in set(Role) else CAPTAIN)

"""What somebody who brought a list hears of it by and by."""

from functools import partial

from bot.ground import notices
from bot.rosters import acts as rosters
from bot.rosters import taking
from bot.rosters.checked import Checked
from bot.rosters.checked import checked as checked_rows
from bot.rosters.taking import Taken
from bot.speech.screens import InPlace, Paper, Screen
from bot.speech.words import Words
from bot.wire.rendering import Brought, Later, Telling
from handlers.rosters import cards, files
from handlers.rosters.lines import unreadable
from handlers.talk.journeys import Journey

journey = Journey()


@journey.notice(notices.RosterArrived)
async def arrived(to: Telling, roster: int) -> Brought | None:
    found = await taking.awaited(to.tx, roster)
    if found is None or found.file_id is None:
        return None
    return Brought(found.file_id, partial(taking.take, roster_id=roster, now=to.now), partial(read, to.words))


@journey.notice(notices.RosterReady)
async def ready(to: Telling, roster: int) -> Later | None:
    return to.later(with_file, await checked_rows(await to.desk(), roster))


@journey.notice(notices.RosterProgress)
async def progress(to: Telling, roster: int, left: int) -> InPlace | None:
    card = await rosters.card(await to.desk(), roster)
    if card.roster.card_id is None or not cards.left_of(card):
        return None
    return InPlace(cards.progress(to.words, card, left), card.roster.card_id)


@journey.notice(notices.RosterDone)
async def done(to: Telling, roster: int) -> Screen | None:
    return to.say(cards.roster_card, await rosters.card(await to.desk(), roster))


@journey.notice(notices.RosterTemplate)
async def template(to: Telling) -> Later | None:
    return to.later(empty, True)


def empty(words: Words, _asked: bool) -> Paper:
    return files.template(words)


def read(words: Words, taken: Taken) -> Screen | None:
    """What is clear is compared, and told when that is done."""
    if taken.refused:
        return Screen(unreadable(words, taken.refused))
    return cards.asking(words, taken.asked) if taken.asked else None


def with_file(words: Words, found: Checked) -> tuple[Paper, Screen]:
    return files.checked(words, found), cards.ready(words, found.card)

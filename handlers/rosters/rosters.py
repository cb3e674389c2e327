"""A list of people that the agency has already: sent as a file or pasted, looked at, taken in, taken back."""

from telegram import Document, Message

from bot.ground.refusals import EmptyText
from bot.rosters import acts as rosters
from bot.rosters import bringing
from bot.rosters.permissions import may_bring
from bot.rosters.rules import MOST_BYTES, Outcome, Roster, RosterState
from bot.rosters.shown import RosterCard
from bot.speech.screens import LINE, Key, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.links.rosters import (
    BringList,
    CancelList,
    ImportList,
    ListTeam,
    ListTeamPage,
    ListTemplate,
    NameColumn,
    UndoImport,
)
from handlers.links.teams import ListTeams, TeamMembers
from handlers.rosters import cards
from handlers.rosters.lines import unreadable
from handlers.talk import going_on
from handlers.talk.journeys import Journey
from handlers.talk.questions import Question, ask
from handlers.talk.ways import ask_sure, back_to

journey = Journey()
BRING = Question[int]("bring_list", "team")
ENDINGS = (".xlsx", ".xlsm", ".xls", ".csv", ".tsv", ".txt")


def listed(message: Message) -> bool:
    return message.text is not None or message.document is not None


@journey.on(BringList)
async def bring(context: Context, team_id: int) -> Screen:
    team = await bringing.check(context, team_id or None)
    words = context.words
    first = words.say("<b>Send me your list of people</b>: an Excel workbook (.xlsx), a CSV file, or pasted here.")
    if team is not None:
        first = words.say(
            "<b>Send me the list for {team}</b>: an Excel workbook (.xlsx), a CSV file, or pasted here.", team=team.name
        )
    more = words.say("I first show what would happen. Nothing changes before you press <b>Import</b>.")
    back = back_to(words, TeamMembers(team.id, 0) if team else ListTeams(0))
    keys = ((Key(words.label("Empty list to fill in"), ListTemplate()), back),)
    return await ask(context, BRING, Screen(LINE.join([first, more]), keys), team_id or 0)


@journey.on(ListTemplate, beside=True)
async def ask_template(context: Context) -> None:
    await bringing.ask_template(context)
    context.toast(going_on.file_comes(context.words))


@journey.answer(BRING, takes=listed)
async def take(context: Context, typed: str, team: int) -> Screen | None:
    document = document_of(context)
    if document is not None:
        return await take_file(context, document, team or None)
    roster = await bringing.bring_pasted(context, text=typed, team_id=team or None)
    if roster is None:
        raise EmptyText(field="name")
    return await go_on(context, roster)


def document_of(context: Context) -> Document | None:
    message = context.incoming.effective_message if context.incoming else None
    return message.document if isinstance(message, Message) else None


@journey.sent
async def take_sent(context: Context) -> Screen | None:
    """A list that staff simply send; None for any other file, which may be for somebody."""
    document = document_of(context)
    named = (document.file_name or "").lower() if document else ""
    if document is None or not named.endswith(ENDINGS) or not may_bring(context.viewer):
        return None
    return await take_file(context, document, None)


async def take_file(context: Context, document: Document, team: int | None) -> Screen:
    if (document.file_size or 0) > MOST_BYTES:
        return Screen(unreadable(context.words, "gone"))
    await bringing.bring_file(context, file_id=document.file_id, team_id=team)
    return cards.reading(context.words)


async def go_on(context: Context, roster: Roster) -> Screen | None:
    """What is not clear is asked; what is compared at once is shown by the notice that says so."""
    if roster.state is RosterState.ASKING:
        return await what_is_asked(context, roster, 0)
    if roster.state is RosterState.MATCHING:
        await rosters.compare_at_once(context, roster)
        return None if context.card_id is None else cards.reading(context.words)
    return cards.roster_card(context.words, await rosters.card(context, roster.id))


async def what_is_asked(context: Context, roster: Roster, page: int) -> Screen:
    asked = await bringing.asked_of(context, roster)
    return cards.asking(context.words, asked, page) if asked else cards.reading(context.words)


@journey.on(NameColumn)
async def choose_name(context: Context, roster: int, column: int) -> Screen | None:
    return await go_on(context, await bringing.choose_name(context, roster_id=roster, column=column))


@journey.on(ListTeam)
async def choose_team(context: Context, roster: int, team: int) -> Screen | None:
    return await go_on(context, await bringing.choose_team(context, roster_id=roster, team_id=team))


@journey.on(ListTeamPage)
async def turn(context: Context, roster: int, page: int) -> Screen | None:
    found = await bringing.seen(context, roster)
    if found.state is RosterState.ASKING:
        return await what_is_asked(context, found, page)
    return await go_on(context, found)


@journey.on(ImportList)
async def take_in(context: Context, roster: int) -> Screen:
    done = await rosters.begin(context, roster, card_id=context.card_id, undo=False)
    return cards.roster_card(context.words, done)


@journey.on(CancelList)
async def cancel(context: Context, roster: int) -> Screen:
    return cards.roster_card(context.words, await rosters.cancel(context, roster))


@journey.on(UndoImport)
async def undo(context: Context, roster: int, sure: bool) -> Screen:
    card = await rosters.card(context, roster)
    if not sure and card.roster.state is RosterState.IMPORTED:
        return sure_to_undo(context.words, card)
    done = await rosters.begin(context, roster, card_id=context.card_id, undo=True)
    return cards.roster_card(context.words, done)


def sure_to_undo(words: Words, card: RosterCard) -> Screen:
    made = card.counts.get(Outcome.MADE, 0)
    text = words.say_n(
        "Take back the <b>{n} person</b> whom this list added? Whoever has done something since stays.",
        "Take back the <b>{n} people</b> whom this list added? Whoever has done something since stays.",
        made,
    )
    yes = Key(words.label("Yes, take back"), UndoImport(card.roster.id, True))
    return ask_sure(text, yes, Key(words.label("No, keep"), ListTeams(0)))

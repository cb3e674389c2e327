"""A list as its owner sees it: what it would do, what it does, what it did."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.rosters.rules import Outcome, RosterState
from bot.rosters.shown import Asked, BadRow, RosterCard
from bot.speech.pages import paged
from bot.speech.screens import LINE, Key, Screen
from bot.speech.words import Words, later
from bot.teams.rules import Team
from handlers.links.rosters import BringList, CancelList, ImportList, ListTeam, ListTeamPage, NameColumn, UndoImport
from handlers.links.teams import ListTeams
from handlers.rosters.lines import reason

COLUMNS_OFFERED = 8
SHORT = 24
FIGURES = {
    Outcome.NEW: later("➕ New: {n}"),
    Outcome.CHANGED: later("✏️ Known, and get a phone or volunteer number: {n}"),
    Outcome.SAME: later("✔️ Here already, nothing changes: {n}"),
    Outcome.DOUBTFUL: later("❓ Doubtful, left out: {n}"),
    Outcome.BAD: later("⚠️ With a mistake, left out: {n}"),
}


def roster_card(words: Words, card: RosterCard) -> Screen:
    show = {
        RosterState.READY: ready,
        RosterState.IMPORTING: at_work,
        RosterState.UNDOING: at_work,
        RosterState.IMPORTED: imported,
        RosterState.UNDONE: undone,
        RosterState.CANCELLED: cancelled,
    }.get(card.roster.state, reading)
    return show(words, card)


def reading(words: Words, _card: RosterCard | None = None) -> Screen:
    text = words.say("⏳ <b>I'm reading your list.</b> Nothing changes before you have seen what would happen.")
    return Screen(text)


def ready(words: Words, card: RosterCard) -> Screen:
    count = card.counts
    doing = count.get(Outcome.NEW, 0) + count.get(Outcome.CHANGED, 0)
    head = words.say("📋 <b>{n} in this list. Nothing is imported yet.</b>", n=words.number(sum(count.values())))
    lines = [head, *figures(words, card)]
    if count.get(Outcome.NEW) and not card.asked:
        lines.append(words.say("The list says no ages: whoever is new is taken to be 18 or over."))
    bad = [bad_line(words, one) for one in card.bad]
    if bad:
        lines += [words.say("<b>Left out, among others</b>") if more_bad(card) else words.say("<b>Left out</b>"), *bad]
    no = Key(words.label("Don't import") if doing else words.label("Close"), CancelList(card.roster.id))
    yes = (Key(words.label("Import {n}", n=words.number(doing)), ImportList(card.roster.id)),) if doing else ()
    return Screen(LINE.join(lines), ((*yes, no),))


def more_bad(card: RosterCard) -> bool:
    return card.counts.get(Outcome.BAD, 0) + card.counts.get(Outcome.DOUBTFUL, 0) > len(card.bad)


def figures(words: Words, card: RosterCard) -> list[Markup]:
    return [words.say(FIGURES[one], n=words.number(card.counts[one])) for one in FIGURES if card.counts.get(one)]


def bad_line(words: Words, one: BadRow) -> Markup:
    return words.say(
        "· Row {line} ({name}): {reason}", line=one.line, name=one.said or "–", reason=reason(words, one.why)
    )


def at_work(words: Words, card: RosterCard) -> Screen:
    return progress(words, card, left_of(card))


def left_of(card: RosterCard) -> int:
    doing = (Outcome.NEW, Outcome.CHANGED) if card.roster.state is RosterState.IMPORTING else (Outcome.MADE,)
    return sum(card.counts.get(one, 0) for one in doing)


def progress(words: Words, card: RosterCard, left: int) -> Screen:
    if card.roster.state is RosterState.UNDOING:
        return Screen(words.say("⏳ <b>Taking the import back.</b> {n} still to go.", n=words.number(left)))
    return Screen(words.say("⏳ <b>Importing.</b> {n} still to go.", n=words.number(left)))


def imported(words: Words, card: RosterCard) -> Screen:
    made, filled = (card.counts.get(one, 0) for one in (Outcome.MADE, Outcome.FILLED))
    lines = [words.say("✅ <b>{n} added.</b>", n=words.number(made))]
    if filled:
        lines.append(words.say("{n} got a phone or volunteer number.", n=words.number(filled)))
    lines.append(words.say("You look after them: you sign them up, and their hours count. The list itself is erased."))
    if made:
        lines.append(words.say("Please tell them that the agency keeps their name here; they may have it erased."))
    again = (Key(words.label("Teams and members"), ListTeams(0)),)
    if not made or card.roster.expires_at is None:
        return Screen(LINE.join(lines), (again,))
    lines.append(words.say("Until {day} you can take it back.", day=words.day(card.roster.expires_at)))
    return Screen(LINE.join(lines), ((*again, Key(words.label("Undo the import"), UndoImport(card.roster.id, False))),))


def undone(words: Words, card: RosterCard) -> Screen:
    gone, stay = card.counts.get(Outcome.GONE, 0), card.counts.get(Outcome.STAYS, 0)
    lines = [words.say("↩️ <b>{n} taken back.</b>", n=words.number(gone))]
    if stay:
        lines.append(words.say_n("{n} stays:", "{n} stay:", stay))
        lines += [
            words.say("· {n}: {reason}", n=words.number(n), reason=reason(words, why)) for why, n in card.stays.items()
        ]
    if card.counts.get(Outcome.FILLED):
        lines.append(words.say("Phone and volunteer numbers that were added to others stay too."))
    return Screen(LINE.join(lines), ((Key(words.label("Teams and members"), ListTeams(0)),),))


def cancelled(words: Words, _card: RosterCard) -> Screen:
    text = words.say("<b>Nothing was imported.</b> What was read of the list is erased.")
    return Screen(text, ((Key(words.label("Bring a list"), BringList(0)),),))


def asking(words: Words, asked: Asked, page: int = 0) -> Screen:
    if asked.what == "name":
        return which_name(words, asked.roster_id, asked.samples)
    return which_team(words, asked.roster_id, asked.teams, page)


def which_name(words: Words, roster_id: int, samples: Sequence[Sequence[str]]) -> Screen:
    """By what stands in its first rows: columns without a name have nothing else."""
    text = words.say("<b>Which of these is a name?</b> The list does not say what its columns are.")
    first = samples[0] if samples else ()
    shown = [(at, next((row[at] for row in samples if row[at]), "")) for at in range(len(first))]
    keys = [Key(cell[:SHORT], NameColumn(roster_id, at)) for at, cell in shown if cell][:COLUMNS_OFFERED]
    no = Key(words.label("Don't import"), CancelList(roster_id))
    return Screen(text, (*((key,) for key in keys), (no,)))


def which_team(words: Words, roster_id: int, teams: Sequence[Team], page: int) -> Screen:
    no = Key(words.label("Don't import"), CancelList(roster_id))
    if not teams:
        text = words.say("There is no team yet that you could bring people into: /teams")
        return Screen(text, ((no,),))
    text = words.say("<b>Into which team?</b> The list does not say it.")
    rows = paged(
        teams, page, lambda team: Key(f"{team.name} · {team.station}", ListTeam(roster_id, team.id)),
        lambda to: ListTeamPage(roster_id, to),
    )  # fmt: skip
    return Screen(text, (*rows, (no,)))

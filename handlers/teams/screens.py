"""/teams: the list, a team's card, its members, and what may be changed."""

from markupsafe import Markup

from bot.ground.viewer import Viewer
from bot.people import permissions as people_may
from bot.people.grants import Holder
from bot.speech.pages import on_page, turning
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.teams import permissions as may
from bot.teams.rules import Member, Team, TeamCard
from handlers.guardians.screens import full_day
from handlers.links.invitations import InviteIntoTeam
from handlers.links.members import AddManaged, OpenPerson
from handlers.links.stations import BrowseStations
from handlers.links.teams import (
    AppointLead,
    ChangeTeam,
    ChooseLead,
    ListTeams,
    MarkCaptain,
    NewTeam,
    OpenMember,
    OpenTeam,
    RenameTeam,
    SwitchKind,
    SwitchOpen,
    TakeOut,
    TeamMembers,
)
from handlers.talk.roles import TEAM_KINDS, team_kind_name

LINE = Markup("\n")
DAYS, USES = 7, 20
"""The terms that a link begins with."""


def team_list(words: Words, found: list[Team], page: int, *, may_create: bool) -> Screen:
    text = words.say("<b>Teams</b>") if found else words.say("There is no team here yet.")
    rows = [(Key(f"{team.name} · {team.station}", OpenTeam(team.id)),) for team in on_page(found, page)]
    new = ((Key(words.label("New team"), NewTeam("")),),) if may_create else ()
    return Screen(text, (*rows, *turning(found, page, ListTeams), *new))


def team_card(words: Words, card: TeamCard, viewer: Viewer) -> Screen:
    team = card.team
    heading = words.say("<b>{team}</b> · {station}", team=team.name, station=team.station)
    text = LINE.join([heading, *facts(words, card)])
    members = Key(words.label("Members"), TeamMembers(team.id, 0))
    keys = [members]
    if may.may_invite_to_team(viewer, team.id, team.path):
        keys.append(Key(words.label("Invite"), InviteIntoTeam(team.id, DAYS, USES)))
    if may.may_change_team(viewer, team.lead_id, team.path):
        keys.append(Key(words.label("Change"), ChangeTeam(team.id)))
    keys.append(Key(words.label("All teams"), ListTeams(0)))
    return Screen(text, tuple(tuple(keys[at : at + 2]) for at in range(0, len(keys), 2)))


def facts(words: Words, card: TeamCard) -> list[Markup]:
    team = card.team
    lead = words.say("Staff lead: {name}", name=team.lead) if team.lead else words.say("⚠️ No staff lead yet")
    names = [captain.name for captain in card.captains]
    captains = words.say("Captains: {names}", names=words.list(names)) if names else words.say("No captain yet")
    joining = words.say("open to everybody") if team.open else words.say("by invitation only")
    return [
        words.say("{kind}, {joining}", kind=team_kind_name(words, team.kind), joining=joining),
        lead,
        captains,
        words.say_n("{n} member", "{n} members", len(card.members)),
    ]


def members(words: Words, card: TeamCard, page: int, viewer: Viewer) -> Screen:
    """Captains carry a star, people without Telegram a mark."""
    team = card.team
    rows = [(Key(member_label(words, one), OpenMember(team.id, one.person_id)),) for one in on_page(card.members, page)]
    adding = people_may.may_add_managed(viewer, team.id, team.path)
    last = [Key(words.label("Add without Telegram"), AddManaged(team.id))] if adding else []
    last.append(Key(words.label("Back"), OpenTeam(team.id)))
    heading = words.say("<b>Members of {team}</b>", team=team.name)
    turn = turning(card.members, page, lambda to: TeamMembers(team.id, to))
    return Screen(heading, (*rows, *turn, tuple(last)))


def member_label(words: Words, one: Member) -> str:
    mark = " · " + words.label("no Telegram") if one.managed else ""
    return f"{'⭐ ' if one.captain else ''}{one.name}{mark}"


def member(words: Words, team: Team, one: Member, viewer: Viewer) -> Screen:
    first = words.say("<b>{name}</b> · {team}", name=one.name, team=team.name)
    role = words.say("Captain") if one.captain else words.say("Member")
    joined = words.at(team.zone).local(one.joined_at).date()
    since = words.say("{role}, in the team since {day}", role=role, day=full_day(words, joined))
    keys = [Key(words.label("Details"), OpenPerson(one.person_id))]
    if may.may_change_team(viewer, team.lead_id, team.path):
        keys = [*captain_keys(words, team, one), *keys]
        keys.append(Key(words.label("Take out"), TakeOut(team.id, one.person_id, False)))
    keys.append(Key(words.label("Back"), TeamMembers(team.id, 0)))
    return Screen(LINE.join([first, since]), tuple(tuple(keys[at : at + 2]) for at in range(0, len(keys), 2)))


def captain_keys(words: Words, team: Team, one: Member) -> list[Key]:
    """A captain needs Telegram."""
    if one.captain:
        return [Key(words.label("No longer captain"), MarkCaptain(team.id, one.person_id, False))]
    return [] if one.managed else [Key(words.label("Make captain"), MarkCaptain(team.id, one.person_id, True))]


def sure_to_take_out(words: Words, team: Team, one: Member) -> Screen:
    text = words.say("Take <b>{name}</b> out of {team}?", name=one.name, team=team.name)
    stays = words.say("Sign-ups and hours stay as they are.")
    no = Key(words.label("No, keep"), OpenMember(team.id, one.person_id))
    yes = Key(words.label("Yes, take out"), TakeOut(team.id, one.person_id, True))
    return Screen(LINE.join([text, stays]), ((no, yes),))


def changing(words: Words, team: Team, viewer: Viewer) -> Screen:
    """A list: each row is one thing about the team, and changes it."""
    joining = Key(words.label("Joining: open to everybody"), SwitchOpen(team.id, False))
    if not team.open:
        joining = Key(words.label("Joining: by invitation only"), SwitchOpen(team.id, True))
    other = "group" if team.kind == "service" else "service"
    kind = Key(words.label("Kind: {kind}", kind=team_kind_name(words, team.kind)), SwitchKind(team.id, other))
    rows = [Key(words.label("Name: {name}", name=team.name), RenameTeam(team.id)), joining, kind]
    if may.may_appoint_lead(viewer, team.path):
        rows.append(Key(words.label("Staff lead: {name}", name=team.lead or "–"), ChooseLead(team.id, 0)))
    rows.append(Key(words.label("Back"), OpenTeam(team.id)))
    text = words.say("<b>{team}</b>: press what you want to change.", team=team.name)
    return Screen(text, tuple((row,) for row in rows))


def choose_lead(words: Words, team: Team, possible: list[Holder], page: int) -> Screen:
    back = (Key(words.label("Back"), ChangeTeam(team.id)),)
    if not possible:
        text = words.say("There is no staff lead for this station yet. Give somebody the role first: /people")
        return Screen(text, (back,))
    rows = [(Key(one.name, AppointLead(team.id, one.person_id)),) for one in on_page(possible, page)]
    text = words.say("Who is the staff lead of <b>{team}</b>?", team=team.name)
    return Screen(text, (*rows, *turning(possible, page, lambda to: ChooseLead(team.id, to)), back))


def which_kind(words: Words) -> Screen:
    """A new team begins with its kind; the station and the name follow."""
    about = words.say("A service team has single volunteers; a partner group comes from a company or school.")
    text = LINE.join([words.say("<b>What kind of team?</b>"), about])
    keys = tuple((Key(team_kind_name(words, kind), BrowseStations("t", 0, kind, 0, 0)),) for kind in TEAM_KINDS)
    return Screen(text, (*keys, (Key(words.label("Back"), ListTeams(0)),)))


def ask_name(words: Words, station: str) -> Screen:
    text = words.say("What is the new team of <b>{station}</b> called? Please type the name.", station=station)
    return Screen(text, ((Key(words.label("Back"), ListTeams(0)),),))


def ask_new_name(words: Words, team: Team) -> Screen:
    text = words.say("What should <b>{team}</b> be called from now on? Please type the name.", team=team.name)
    return Screen(text, ((Key(words.label("Back"), ChangeTeam(team.id)),),))


def captain_made(words: Words, team: str) -> Screen:
    """To the new captain."""
    text = words.say("⭐ You are now captain of <b>{team}</b>.", team=team)
    more = words.say("You can sign members up, take the roll and see the list: /teams, /rollcall")
    return Screen(LINE.join([text, more]))


def captain_dismissed(words: Words, team: str) -> Screen:
    """To the former captain."""
    return Screen(words.say("You are no longer captain of <b>{team}</b>. Thank you for leading it!", team=team))


def team_lead(words: Words, team: str) -> Screen:
    """To the social worker."""
    return Screen(words.say("You are now the staff lead of <b>{team}</b>: /teams", team=team))

"""Who is in a team: its members, captains, and people without Telegram."""

from bot.ground.reading.names import one_name
from bot.ground.viewer import Viewer
from bot.members import acts as people
from bot.people import drafting
from bot.people import permissions as people_may
from bot.people.ages import AgeBand
from bot.rosters.permissions import may_bring
from bot.speech.pages import in_rows, paged
from bot.speech.screens import LINE, Key, Screen
from bot.speech.words import Words
from bot.teams import acts as teams
from bot.teams import permissions as may
from bot.teams.rules import Member, Team, TeamCard
from bot.wire.context import Context
from handlers.guardians.lines import full_day
from handlers.links.members import AddManaged, ManagedAge, OpenPerson
from handlers.links.rosters import BringList
from handlers.links.teams import MarkCaptain, OpenMember, OpenTeam, TakeOut, TeamMembers
from handlers.talk.age_words import band_name
from handlers.talk.journeys import Journey
from handlers.talk.ways import back_to

journey = Journey()
MANAGED = "managed_new"


@journey.on(TeamMembers)
async def show_members(context: Context, team: int, page: int) -> Screen:
    return members(context.words, await teams.team_card(context, team), page, context.viewer)


@journey.on(OpenMember)
async def show_member(context: Context, team_id: int, person_id: int) -> Screen:
    team, one = await teams.member(context, team_id, person_id)
    return member(context.words, team, one, context.viewer)


@journey.on(MarkCaptain)
async def captain(context: Context, team: int, person: int, captain: bool) -> Screen:
    act = teams.make_captain if captain else teams.dismiss_captain
    await act(context, team, person)
    return await show_member(context, team, person)


@journey.on(TakeOut)
async def take_out(context: Context, team_id: int, person: int, sure: bool) -> Screen:
    if not sure:
        team, one = await teams.member(context, team_id, person)
        return sure_to_take_out(context.words, team, one)
    await teams.take_out(context, team_id, person)
    return await show_members(context, team_id, 0)


@journey.on(AddManaged)
async def add_managed(context: Context, team_id: int) -> Screen:
    team = await people.adding_to(context, team_id)
    await drafting.start(context, MANAGED, "name", {"team": team.id})
    text = context.words.say("<b>Who joins {team} without Telegram?</b> Please type the name.", team=team.name)
    care = context.words.say("You sign them up and take their roll; their hours count like everybody's.")
    return Screen(LINE.join([text, care]), ((back_to(context.words, TeamMembers(team.id, 0)),),))


@journey.typed(MANAGED, names=True)
async def typed_managed(context: Context) -> Screen:
    draft = await drafting.find(context, MANAGED)
    team = await people.adding_to(context, draft.fields["team"])
    name, taken = await people.managed_name(context.tx, team, one_name(context.rest, people.NAME_LIMIT))
    await drafting.advance(context.tx, draft, context.now, step="age", name=name)
    return ask_age(context.words, team, name, taken=taken)


@journey.on(ManagedAge)
async def managed_age(context: Context, band: AgeBand) -> Screen:
    draft = await drafting.find(context, MANAGED)
    team_id, name = draft.fields["team"], draft.fields.get("name", "")
    await people.add_managed(context, team_id=team_id, name=name, age_band=band, again=True)
    await drafting.finish(context, MANAGED)
    card = await teams.team_card(context, team_id)
    context.toast(context.words.label("{name} is in {team} now.", name=name, team=card.team.name))
    return members(context.words, card, 0, context.viewer)


def sure_to_take_out(words: Words, team: Team, one: Member) -> Screen:
    text = words.say("Take <b>{name}</b> out of {team}?", name=one.name, team=team.name)
    stays = words.say("Sign-ups and hours stay as they are.")
    no = Key(words.label("No, keep"), OpenMember(team.id, one.person_id))
    yes = Key(words.label("Yes, take out"), TakeOut(team.id, one.person_id, True))
    return Screen(LINE.join([text, stays]), ((no, yes),))


AGES = (AgeBand.MIDDLE, AgeBand.SENIOR, AgeBand.TEEN, AgeBand.UNDER_14)


def ask_age(words: Words, team: Team, name: str, *, taken: bool) -> Screen:
    """``taken``: the team has a member of that name, which is said once."""
    lines = [words.say("How old is <b>{name}</b>?", name=name)]
    if taken:
        warning = words.say("⚠️ {team} has a member of that name. Go on only if this is somebody else.", team=team.name)
        lines.insert(0, warning)
    keys = [Key(band_name(words, band), ManagedAge(band)) for band in AGES]
    back = back_to(words, TeamMembers(team.id, 0))
    return Screen(LINE.join(lines), (tuple(keys[:2]), tuple(keys[2:]), (back,)))


def member(words: Words, team: Team, one: Member, viewer: Viewer) -> Screen:
    first = words.say("<b>{name}</b> · {team}", name=one.name, team=team.name)
    role = words.say("Captain") if one.captain else words.say("Member")
    joined = words.at(team.zone).local(one.joined_at).date()
    since = words.say("{role}, in the team since {day}", role=role, day=full_day(words, joined))
    keys = [Key(words.label("Details"), OpenPerson(one.person_id))]
    if may.may_change_team(viewer, team.lead_id, team.path):
        keys = [*captain_keys(words, team, one), *keys]
        keys.append(Key(words.label("Take out"), TakeOut(team.id, one.person_id, False)))
    keys.append(back_to(words, TeamMembers(team.id, 0)))
    return Screen(LINE.join([first, since]), in_rows(keys))


def members(words: Words, card: TeamCard, page: int, viewer: Viewer) -> Screen:
    """Captains carry a star, people without Telegram a mark."""
    team = card.team

    def key(one: Member) -> Key:
        return Key(member_label(words, one), OpenMember(team.id, one.person_id))

    adding = people_may.may_add_managed(viewer, team.id, team.path)
    last = [Key(words.label("Add without Telegram"), AddManaged(team.id))] if adding else []
    if adding and may_bring(viewer):
        last.append(Key(words.label("Bring a list"), BringList(team.id)))
    last.append(back_to(words, OpenTeam(team.id)))
    heading = words.say("<b>Members of {team}</b>", team=team.name)
    rows = paged(card.members, page, key, lambda to: TeamMembers(team.id, to))
    return Screen(heading, (*rows, tuple(last)))


def captain_keys(words: Words, team: Team, one: Member) -> list[Key]:
    """A captain needs Telegram."""
    if one.captain:
        return [Key(words.label("No longer captain"), MarkCaptain(team.id, one.person_id, False))]
    return [] if one.managed else [Key(words.label("Make captain"), MarkCaptain(team.id, one.person_id, True))]


def member_label(words: Words, one: Member) -> str:
    mark = " · " + words.label("no Telegram") if one.managed else ""
    return f"{'⭐ ' if one.captain else ''}{one.name}{mark}"

"""A new name becomes a person only when its age was said; under 18 a guardian's form comes before the sign-up."""

from bot.activities import rows as activities
from bot.activities.permissions import STAFF
from bot.activities.rules import Shift
from bot.desk import Desk
from bot.ground.frozen import replace
from bot.ground.paging import pages_of, to_read
from bot.ground.reading.names import one_name, read_name
from bot.ground.refusals import NotAllowed
from bot.members import finding_rows as finding
from bot.members.acts import NAME_LIMIT, add_managed
from bot.people import drafting
from bot.people.name_part_rows import beginning
from bot.people.permissions import may_record_consent
from bot.sign_ups.acting_for import acted_for
from bot.sign_ups.acts import sign_up
from bot.sign_ups.groups import rows as group_places
from bot.sign_ups.looking import seen_shift
from bot.sign_ups.others import rows as candidate_rows
from bot.sign_ups.others.choosing import weighed
from bot.sign_ups.permissions import may_sign_up_others
from bot.sign_ups.rules import check_open
from bot.sign_ups.shown import Candidates, ConsentWanted, NewName, SignedUp
from bot.teams import rows as teams
from bot.teams.rules import Team

FORM = "sign_up_other"
PAGE = 8
LAST_PAGE = 10_000
SIGNED = 12
"""So many who are in already are named."""


async def open_choice(desk: Desk, *, shift_id: int, page: int = 0) -> Candidates:
    """Whom to choose from; what is typed now is looked for. Raises NotFound, NotAllowed and as `check_open`."""
    found = await search(desk, shift_id=shift_id, page=page)
    await drafting.start(desk, FORM, "name", {"shift": shift_id})
    return found


async def search(desk: Desk, *, shift_id: int, page: int = 0, text: str = "") -> Candidates:
    shift = await seen_shift(desk, shift_id)
    if not may_sign_up_others(desk.viewer, shift.activity, await activities.helpers(desk.tx, shift.activity_id)):
        raise NotAllowed(needs="captain")
    check_open(shift, desk.now)
    page = min(max(page, 0), LAST_PAGE)
    found = await candidate_rows.candidates(
        desk.tx,
        viewer_id=desk.viewer.id,
        shift_id=shift_id,
        team_id=shift.team_id,
        part=beginning(text),
        pattern=finding.escaped(text),
        limit=to_read(page, PAGE),
        skip=page * PAGE,
    )
    signed = await candidate_rows.signed_up(
        desk.tx, viewer_id=desk.viewer.id, shift_id=shift_id, pattern=finding.escaped(text), limit=SIGNED + 1
    )
    return Candidates(
        shift=shift,
        people=await weighed(desk, shift, found[:PAGE]),
        page=page,
        more=len(found) > PAGE,
        pages=pages_of(page, PAGE, len(found)),
        text=text,
        groups=bool(await group_places.teams_for(desk.tx, desk.viewer.id)),
        signed=tuple(signed) if page == 0 else (),
    )


async def typed_name(desk: Desk, text: str) -> Candidates | NewName:
    """People of that name, or the name itself as a new one. Raises OneNameOnly, EmptyText, TextTooLong, as `search`."""
    draft = await drafting.find(desk, FORM)
    name = one_name(text, NAME_LIMIT)
    found = await search(desk, shift_id=draft.fields["shift"], text=name)
    if (found.people or found.signed) and draft.fields.get("name") != name:
        await drafting.advance(desk.tx, draft, desk.now, name=name)
        return found
    return await new_name(desk, name=name)


async def new_name(desk: Desk, *, name: str | None = None) -> NewName:
    """The name typed last, to be asked about. Raises NotFound."""
    draft = await drafting.find(desk, FORM)
    named = name or draft.fields.get("name", "")
    draft = await drafting.advance(desk.tx, draft, desk.now, name=read_name("name", named, NAME_LIMIT))
    shift = await seen_shift(desk, draft.fields["shift"])
    team = await team_for(desk, shift.team_id)
    return NewName(draft.fields["name"], team.name, shift, draft.revision)


async def team_for(desk: Desk, team_id: int | None) -> Team:
    """The activity's own team where the viewer may add to it, else one of theirs. Raises NotAllowed."""
    captained = [m.team_id for m in desk.viewer.memberships if m.captain]
    for candidate in (team_id, *captained):
        if candidate is None:
            continue
        team = await teams.team(desk.tx, candidate)
        if desk.viewer.is_captain(team.id) or desk.viewer.holds(team.path, *STAFF):
            return team
    raise NotAllowed(needs="captain")


async def sign_up_name(desk: Desk, *, revision: int) -> SignedUp:
    """The new person, 18 or over, and their sign-up. Raises StaleCard, and as `sign_up`."""
    shift, person_id, _ = await added(desk, revision=revision, age_band="adult")
    return await sign_up(desk, shift_id=shift.id, person_id=person_id)


async def keep_minor(desk: Desk, *, revision: int) -> ConsentWanted:
    """The new person, under 18: in the team, and signed up only once a guardian's form is there.

    What is typed next is somebody else's name. Raises StaleCard, NotFound, NotAllowed and as `check_open`.
    """
    shift, person_id, team = await added(desk, revision=revision, age_band="minor")
    await drafting.start(desk, FORM, "name", {"shift": shift.id})
    return replace(await consent_wanted(desk, shift_id=shift.id, person_id=person_id), team=team.name)


async def added(desk: Desk, *, revision: int, age_band: str) -> tuple[Shift, int, Team]:
    """The name typed last becomes a person. Raises StaleCard, NotFound, NotAllowed and as `check_open`."""
    draft = await drafting.find(desk, FORM, revision=revision)
    shift = await seen_shift(desk, draft.fields["shift"])
    check_open(shift, desk.now)
    team = await team_for(desk, shift.team_id)
    name = draft.fields["name"]
    person_id = await add_managed(desk, team_id=team.id, name=name, age_band=age_band, again=True)
    await drafting.finish(desk, FORM)
    return shift, person_id, team


async def consent_wanted(desk: Desk, *, shift_id: int, person_id: int) -> ConsentWanted:
    """What is in the way of a minor's sign-up. Raises NotFound."""
    shift = await seen_shift(desk, shift_id)
    child = await acted_for(desk, person_id)
    may_record = may_record_consent(desk.viewer, await finding.ties_of(desk.tx, person_id))
    return ConsentWanted(person_id, child.person.name, shift, may_record)


async def sign_up_person(desk: Desk, *, shift_id: int, person_id: int) -> SignedUp:
    """Somebody chosen from the list. Raises as `sign_up`."""
    done = await sign_up(desk, shift_id=shift_id, person_id=person_id)
    await drafting.finish(desk, FORM)
    return done

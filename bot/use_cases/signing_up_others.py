"""A new name becomes a person only when its age was said: under 18 a guardian's paper form must come first."""

from bot.domain.candidates import Candidates, NewName
from bot.domain.group_places import parted_names
from bot.domain.people import Viewer
from bot.domain.permissions.activities import STAFF
from bot.domain.permissions.sign_ups import may_sign_up_others
from bot.domain.refusals import NotAllowed, OneNameOnly, OthersConsentMissing
from bot.domain.sign_up_facts import SignedUp
from bot.domain.sign_up_rules import check_open
from bot.domain.teams import Team
from bot.domain.text import clean_line, line, one_name
from bot.storage import activities, candidates, group_places, teams
from bot.storage.transaction import Tx
from bot.use_cases import drafting
from bot.use_cases.activities import seen_shift
from bot.use_cases.people import NAME_LIMIT, add_managed
from bot.use_cases.signing_up import sign_up

FORM = "sign_up_other"
PAGE = 8
LAST_PAGE = 10_000


async def open_choice(tx: Tx, viewer: Viewer, now: int, *, shift_id: int, page: int = 0) -> Candidates:
    """Whom to choose from; what is typed now is looked for. Raises NotFound, NotAllowed and as `check_open`."""
    found = await search(tx, viewer, now, shift_id=shift_id, page=page)
    await drafting.start(tx, viewer, now, FORM, "name", {"shift": shift_id})
    return found


async def search(tx: Tx, viewer: Viewer, now: int, *, shift_id: int, page: int = 0, text: str = "") -> Candidates:
    shift = await seen_shift(tx, viewer, shift_id)
    if not may_sign_up_others(viewer, shift.activity, await activities.helpers(tx, shift.activity_id)):
        raise NotAllowed(needs="captain")
    check_open(shift, now)
    page = min(max(page, 0), LAST_PAGE)
    found = await candidates.candidates(
        tx,
        viewer_id=viewer.id,
        shift_id=shift_id,
        team_id=shift.team_id,
        text=text,
        limit=PAGE + 1,
        skip=page * PAGE,
    )
    return Candidates(
        shift=shift,
        people=tuple(found[:PAGE]),
        page=page,
        more=len(found) > PAGE,
        text=text,
        groups=bool(await group_places.teams_for(tx, viewer.id)),
    )


async def typed_name(tx: Tx, viewer: Viewer, now: int, text: str) -> Candidates | NewName:
    """People of that name, or the name itself as a new one. Raises OneNameOnly, EmptyText, TextTooLong, as `search`."""
    draft = await drafting.find(tx, viewer, FORM)
    name = one_name(text, NAME_LIMIT)
    if len(parted_names(name)) > 1:
        raise OneNameOnly
    found = await search(tx, viewer, now, shift_id=draft.fields["shift"], text=clean_line(text))
    if found.people and draft.fields.get("name") != name:
        await drafting.advance(tx, draft, now, name=name)
        return found
    return await new_name(tx, viewer, now, name=name)


async def new_name(tx: Tx, viewer: Viewer, now: int, *, name: str | None = None) -> NewName:
    """The name typed last, to be asked about. Raises NotFound."""
    draft = await drafting.find(tx, viewer, FORM)
    named = name or draft.fields.get("name", "")
    draft = await drafting.advance(tx, draft, now, name=line("name", named, NAME_LIMIT))
    shift = await seen_shift(tx, viewer, draft.fields["shift"])
    team = await team_for(tx, viewer, shift.team_id)
    return NewName(draft.fields["name"], team.name, shift, draft.revision)


async def team_for(tx: Tx, viewer: Viewer, team_id: int | None) -> Team:
    """The activity's own team where the viewer may add to it, else one of theirs. Raises NotAllowed."""
    captained = [m.team_id for m in viewer.memberships if m.captain]
    for candidate in (team_id, *captained):
        if candidate is None:
            continue
        team = await teams.team(tx, candidate)
        if viewer.is_captain(team.id) or viewer.holds(team.path, *STAFF):
            return team
    raise NotAllowed(needs="captain")


async def sign_up_name(tx: Tx, viewer: Viewer, now: int, *, adult: bool, revision: int) -> SignedUp:
    """The new person and their sign-up. Raises StaleCard, OthersConsentMissing under 18, and as `sign_up`."""
    draft = await drafting.find(tx, viewer, FORM, revision=revision)
    if not adult:
        raise OthersConsentMissing(name=draft.fields["name"])
    shift = await seen_shift(tx, viewer, draft.fields["shift"])
    check_open(shift, now)
    team = await team_for(tx, viewer, shift.team_id)
    person_id = await add_managed(
        tx, viewer, now, team_id=team.id, name=draft.fields["name"], age_band="adult", again=True
    )
    done = await sign_up(tx, viewer, now, shift_id=shift.id, person_id=person_id)
    await drafting.finish(tx, viewer, FORM)
    return done


async def sign_up_person(tx: Tx, viewer: Viewer, now: int, *, shift_id: int, person_id: int) -> SignedUp:
    """Somebody chosen from the list. Raises as `sign_up`."""
    done = await sign_up(tx, viewer, now, shift_id=shift_id, person_id=person_id)
    await drafting.finish(tx, viewer, FORM)
    return done

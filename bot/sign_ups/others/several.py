"""Several in one press: ticked in the list, or typed and pasted as names. Who cannot be signed up keeps nobody back.

What is ticked and what is new stands in the draft of *Sign up someone else*.
"""

from typing import Any

from bot.activities.rules import Shift
from bot.desk import Desk
from bot.ground.drafts import Draft
from bot.ground.reading.names import Names
from bot.ground.refusals import OutOfRange, Refusal
from bot.ground.text import folded, line
from bot.members import finding_rows as finding
from bot.members.acts import NAME_LIMIT, add_managed
from bot.people import drafting
from bot.people import rows as people
from bot.people.name_part_rows import beginning
from bot.sign_ups import telling
from bot.sign_ups.acts import sign_up
from bot.sign_ups.for_others import FORM, search, team_for
from bot.sign_ups.looking import seen_shift
from bot.sign_ups.others import rows as candidate_rows
from bot.sign_ups.others.choosing import in_the_way
from bot.sign_ups.rules import SignUpState
from bot.sign_ups.shown import Candidate, NamesRead, SeveralChoice, SeveralDone, SignedUp

MOST = 100
"""So many at once."""


async def draft_of(desk: Desk, shift_id: int) -> Draft:
    """With what is ticked in this shift; begun where there is none."""
    draft = await drafting.open_one(desk, FORM)
    if draft is not None and draft.fields.get("shift") == shift_id:
        return draft
    return await drafting.start(desk, FORM, "name", {"shift": shift_id})


async def choice(desk: Desk, *, shift_id: int, page: int) -> SeveralChoice:
    """A page of the list, each ticked or not. Raises as `search`."""
    found = await search(desk, shift_id=shift_id, page=page)
    draft = await draft_of(desk, shift_id)
    return SeveralChoice(found, frozenset(ticked(draft)), draft.revision)


def ticked(draft: Draft) -> list[int]:
    return list(draft.fields.get("ticked", []))


async def tick(desk: Desk, *, shift_id: int, person_id: int, page: int) -> SeveralChoice:
    """On or off. Raises as `search`, and what is in the way of who cannot be signed up."""
    shift, draft = await seen_shift(desk, shift_id), await draft_of(desk, shift_id)
    chosen = ticked(draft)
    if person_id in chosen:
        chosen.remove(person_id)
    else:
        refusal = await in_the_way(desk, shift, person_id)
        if refusal is not None:
            raise refusal
        chosen.append(person_id)
    await drafting.advance(desk.tx, draft, desk.now, ticked=chosen[:MOST], names=[])
    return await choice(desk, shift_id=shift_id, page=page)


async def tick_all(desk: Desk, *, shift_id: int) -> SeveralChoice:
    """Everybody who can be signed up; nobody, where all of them are ticked. Raises as `search`."""
    first = await search(desk, shift_id=shift_id)
    found = await candidate_rows.candidates(
        desk.tx, viewer_id=desk.viewer.id, shift_id=shift_id, team_id=first.shift.team_id, part="", pattern="",
        limit=MOST, skip=0,
    )  # fmt: skip
    free = [one.id for one in found if await in_the_way(desk, first.shift, one.id) is None]
    draft = await draft_of(desk, shift_id)
    chosen = [] if set(free) <= set(ticked(draft)) else free
    await drafting.advance(desk.tx, draft, desk.now, ticked=chosen, names=[])
    return await choice(desk, shift_id=shift_id, page=0)


async def typed_names(desk: Desk, read: Names) -> NamesRead:
    """Each is somebody known, or new, or cannot be signed up now. Raises OutOfRange, TextTooLong, and as `search`."""
    draft = await drafting.find(desk, FORM)
    shift = await seen_shift(desk, draft.fields["shift"])
    names = list(dict.fromkeys(line("name", one, NAME_LIMIT) for one in read.names))
    if len(names) > MOST:
        raise OutOfRange(field="people", value=len(names), lowest=1, highest=MOST)
    known, new, unclear, refused = list[Candidate](), list[str](), list[str](), list[tuple[str, Refusal | None]]()
    for name in names:
        same, signed = await bearing(desk, shift, name)
        refusal = await in_the_way(desk, shift, same[0].id) if len(same) == 1 else None
        if not same and not signed:
            new.append(name)
        elif not same or refusal is not None:
            refused.append((name, refusal))
        elif len(same) > 1:
            unclear.append(name)
        else:
            known.append(same[0])
    team = await team_for(desk, shift.team_id) if new else None
    draft = await drafting.advance(desk.tx, draft, desk.now, ticked=[one.id for one in known], names=new)
    return NamesRead(
        shift=shift,
        known=tuple(one.name for one in known),
        new=tuple(new),
        unclear=tuple(unclear),
        refused=tuple(refused),
        team=team.name if team else "",
        left_out=read.left_out,
        revision=draft.revision,
    )


async def bearing(desk: Desk, shift: Shift, name: str) -> tuple[list[Candidate], bool]:
    """Those of exactly this name who have no sign-up yet, and whether somebody of it has one."""
    asked: dict[str, Any] = {"viewer_id": desk.viewer.id, "shift_id": shift.id, "pattern": finding.escaped(name)}
    found = await candidate_rows.candidates(
        desk.tx, **asked, team_id=shift.team_id, part=beginning(name), limit=20, skip=0
    )
    signed = await candidate_rows.signed_up(desk.tx, **asked, limit=20)
    return [one for one in found if folded(one.name) == folded(name)], any(
        folded(one) == folded(name) for one in signed
    )


async def sign_up_several(desk: Desk, *, shift_id: int, revision: int, new: bool) -> SeveralDone:
    """Who was ticked or typed; `new`: also the new names, all of them 18 or over. Raises StaleCard, NotFound.

    People are locked first and in order: two who sign up the same ones wait for each other once.
    """
    draft = await drafting.find(desk, FORM, revision=revision)
    shift, chosen = await seen_shift(desk, shift_id), ticked(draft)
    for person_id in sorted(chosen):
        await desk.tx.lock("person", person_id)
    done = list[SignedUp]()
    refused = list[tuple[str, Refusal]]()
    if new:
        team = await team_for(desk, shift.team_id)
        chosen += [
            await add_managed(desk, team_id=team.id, name=name, age_band="adult", again=True)
            for name in draft.fields.get("names", [])
        ]
    for person_id in chosen:
        try:
            done.append(await sign_up(desk, shift_id=shift_id, person_id=person_id, told=False))
        except Refusal as refusal:
            refused.append(((await people.person(desk.tx, person_id)).name, refusal))
    await telling.signed_up_several(desk.tx, [one.sign_up for one in done], shift, by=desk.viewer.id, now=desk.now)
    await drafting.finish(desk, FORM)
    placed = tuple(one.name or "" for one in done if one.sign_up.state is SignUpState.CONFIRMED)
    waiting = tuple(
        (one.name or "", one.position or 1) for one in done if one.sign_up.state is not SignUpState.CONFIRMED
    )
    return SeveralDone(await seen_shift(desk, shift_id), placed, waiting, tuple(refused))

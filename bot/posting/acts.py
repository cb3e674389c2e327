"""Filling a draft in three ways: like last time, step by step, or from one message. All three end in the same look."""

from typing import Any

from bot.activities import rows as activities
from bot.activities.permissions import may_manage, may_post_anywhere
from bot.desk import Desk
from bot.ground.drafts import SHORT_WAIT, Draft
from bot.ground.filling import Form
from bot.ground.frozen import replace
from bot.ground.refusals import NotAllowed, NotFound, UnknownField
from bot.ground.viewer import Viewer
from bot.people import drafting
from bot.posting import rows as posting
from bot.posting.answers import taken
from bot.posting.draft_card import look
from bot.posting.form import FIELDS, parse_form
from bot.posting.rules import PostDraft, RecentShift, typed_like

FORM = "post"
FILL = "fill"  # asks what is missing next; another step names the one field that is being changed
RECENT = 6


async def recent(desk: Desk) -> list[RecentShift]:
    """What "same as last time" may mean. Raises NotAllowed."""
    require_staff(desk.viewer)
    return await posting.recent_shifts(desk.tx, desk.viewer.id, RECENT)


def require_staff(viewer: Viewer) -> None:
    if not may_post_anywhere(viewer):
        raise NotAllowed(needs="social_worker")


async def begin(desk: Desk) -> PostDraft:
    """An empty draft; an older one is gone. Raises NotAllowed."""
    require_staff(desk.viewer)
    return await look(desk, await drafting.start(desk, FORM, FILL, {"typed": {}}))


async def begin_like(desk: Desk, *, shift_id: int) -> PostDraft:
    """A draft with everything of an earlier shift but its date. Raises NotAllowed, NotFound."""
    require_staff(desk.viewer)
    shift = await activities.get_shift(desk.tx, shift_id)
    if shift is None or not may_manage(desk.viewer, shift.activity):
        raise NotFound
    target = f"t{shift.team_id}" if shift.team_id else f"s{shift.station_id}"
    fields = {"typed": typed_like(shift), "target": target, "like": shift_id, "after": shift_id}
    return await look(desk, await drafting.start(desk, FORM, FILL, fields))


async def begin_from(desk: Desk, *, text: str) -> PostDraft:
    """A draft from one message; what is wrong or missing is in it. Raises NotAllowed.

    Lines without a title mend the draft of just now: a wrong line is put right by sending it again. One that was left
    longer ago has no part in it.
    """
    require_staff(desk.viewer)
    form = parse_form(text)
    before = await drafting.open_one(desk, FORM)
    fresh = before is not None and desk.now - before.updated_at < SHORT_WAIT
    if before is not None and fresh and form.values and "title" not in form.values:
        return await mended(desk, before, form)
    fields: dict[str, Any] = {"typed": {}, "form": 1}
    draft = await drafting.start(desk, FORM, FILL, fields)
    fields = await taken(desk, fields, form.values)
    seen = await look(desk, await drafting.advance(desk.tx, draft, desk.now, **fields))
    return replace(seen, unread=form.problems)


async def current(desk: Desk, *, revision: int | None = None) -> PostDraft:
    """Raises NotFound where none is open, StaleCard for an older card."""
    return await look(desk, await drafting.find(desk, FORM, revision=revision))


async def ask(desk: Desk, *, revision: int, field: str) -> PostDraft:
    """Goes back to one field. Raises UnknownField, NotFound, StaleCard."""
    if field not in FIELDS:
        raise UnknownField(key=field)
    draft = await drafting.find(desk, FORM, revision=revision)
    return await look(desk, await drafting.advance(desk.tx, draft, desk.now, step=field))


async def stop_asking(desk: Desk, *, revision: int) -> PostDraft:
    """Leaves the field that was being changed as it is."""
    draft = await drafting.find(desk, FORM, revision=revision)
    return await look(desk, await drafting.advance(desk.tx, draft, desk.now, step=FILL))


async def answer(desk: Desk, *, text: str, revision: int | None = None) -> PostDraft:
    """The answer to what the draft asks, or several fields as `key: value` lines; a wrong one is named in the draft.

    Raises NotFound, StaleCard.
    """
    draft = await drafting.find(desk, FORM, revision=revision)
    asked = (await look(desk, draft)).asks
    form = parse_form(text)
    if form.values and (asked is None or len(form.values) > 1 or not form.problems):
        return await mended(desk, draft, form)
    if asked is None:
        return replace(await look(desk, draft), unread=form.problems)
    fields = await taken(desk, draft.fields, {asked: text})
    return await look(desk, await drafting.advance(desk.tx, draft, desk.now, step=FILL, **fields))


async def mended(desk: Desk, draft: Draft, form: Form) -> PostDraft:
    """With what the lines say; the others stay as they are."""
    fields = await taken(desk, draft.fields, form.values)
    saved = await drafting.advance(desk.tx, draft, desk.now, step=FILL, **fields)
    return replace(await look(desk, saved), unread=form.problems)


async def place_again(desk: Desk, *, revision: int, shift_id: int) -> PostDraft:
    """Place and meeting point of an earlier shift of this lead. Raises NotFound, StaleCard."""
    draft = await drafting.find(desk, FORM, revision=revision)
    shift = await activities.get_shift(desk.tx, shift_id)
    if shift is None or not may_manage(desk.viewer, shift.activity):
        raise NotFound
    typed = {**draft.fields["typed"], "place": shift.activity.place}
    if shift.activity.meet_place != shift.activity.place:
        typed["meet"] = shift.activity.meet_place
    return await look(desk, await drafting.advance(desk.tx, draft, desk.now, step=FILL, typed=typed))


async def discard(desk: Desk) -> None:
    await drafting.finish(desk, FORM)

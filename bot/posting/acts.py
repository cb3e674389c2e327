"""Filling a draft in three ways: like last time, step by step, or from one message. All three end in the same look."""

from typing import Any

from bot.activities import rows as activities
from bot.activities.permissions import may_manage, may_post_anywhere
from bot.ground.drafts import Draft
from bot.ground.filling import Form
from bot.ground.frozen import replace
from bot.ground.refusals import NotAllowed, NotFound, UnknownField
from bot.ground.viewer import Viewer
from bot.people import drafting
from bot.posting import rows as posting
from bot.posting.answers import taken
from bot.posting.form import FIELDS, parse_form
from bot.posting.looks import look
from bot.posting.rules import PostDraft, RecentShift, typed_like
from bot.store.transaction import Tx

FORM = "post"
FILL = "fill"  # asks what is missing next; another step names the one field that is being changed
RECENT = 6


async def recent(tx: Tx, viewer: Viewer) -> list[RecentShift]:
    """What "same as last time" may mean. Raises NotAllowed."""
    require_staff(viewer)
    return await posting.recent_shifts(tx, viewer.id, RECENT)


def require_staff(viewer: Viewer) -> None:
    if not may_post_anywhere(viewer):
        raise NotAllowed(needs="social_worker")


async def begin(tx: Tx, viewer: Viewer, now: int) -> PostDraft:
    """An empty draft; an older one is gone. Raises NotAllowed."""
    require_staff(viewer)
    return await look(tx, viewer, now, await drafting.start(tx, viewer, now, FORM, FILL, {"typed": {}}))


async def begin_like(tx: Tx, viewer: Viewer, now: int, *, shift_id: int) -> PostDraft:
    """A draft with everything of an earlier shift but its date. Raises NotAllowed, NotFound."""
    require_staff(viewer)
    shift = await activities.get_shift(tx, shift_id)
    if shift is None or not may_manage(viewer, shift.activity):
        raise NotFound
    target = f"t{shift.team_id}" if shift.team_id else f"s{shift.station_id}"
    fields = {"typed": typed_like(shift), "target": target, "like": shift_id, "after": shift_id}
    return await look(tx, viewer, now, await drafting.start(tx, viewer, now, FORM, FILL, fields))


async def begin_from(tx: Tx, viewer: Viewer, now: int, *, text: str) -> PostDraft:
    """A draft from one message; what is wrong or missing is in it. Raises NotAllowed.

    Lines without a title mend the draft that is open: a wrong line is put right by sending it again.
    """
    require_staff(viewer)
    form = parse_form(text)
    before = await drafting.open_one(tx, viewer, FORM)
    if before is not None and form.values and "title" not in form.values:
        return await mended(tx, viewer, now, before, form)
    fields: dict[str, Any] = {"typed": {}, "form": 1}
    draft = await drafting.start(tx, viewer, now, FORM, FILL, fields)
    fields = await taken(tx, viewer, now, fields, form.values)
    seen = await look(tx, viewer, now, await drafting.advance(tx, draft, now, **fields))
    return replace(seen, unread=form.problems)


async def current(tx: Tx, viewer: Viewer, now: int, *, revision: int | None = None) -> PostDraft:
    """Raises NotFound where none is open, StaleCard for an older card."""
    return await look(tx, viewer, now, await drafting.find(tx, viewer, FORM, revision=revision))


async def ask(tx: Tx, viewer: Viewer, now: int, *, revision: int, field: str) -> PostDraft:
    """Goes back to one field. Raises UnknownField, NotFound, StaleCard."""
    if field not in FIELDS:
        raise UnknownField(key=field)
    draft = await drafting.find(tx, viewer, FORM, revision=revision)
    return await look(tx, viewer, now, await drafting.advance(tx, draft, now, step=field))


async def stop_asking(tx: Tx, viewer: Viewer, now: int, *, revision: int) -> PostDraft:
    """Leaves the field that was being changed as it is."""
    draft = await drafting.find(tx, viewer, FORM, revision=revision)
    return await look(tx, viewer, now, await drafting.advance(tx, draft, now, step=FILL))


async def answer(tx: Tx, viewer: Viewer, now: int, *, text: str, revision: int | None = None) -> PostDraft:
    """The answer to what the draft asks, or several fields as `key: value` lines; a wrong one is named in the draft.

    Raises NotFound, StaleCard.
    """
    draft = await drafting.find(tx, viewer, FORM, revision=revision)
    asked = (await look(tx, viewer, now, draft)).asks
    form = parse_form(text)
    if form.values and (asked is None or len(form.values) > 1 or not form.problems):
        return await mended(tx, viewer, now, draft, form)
    if asked is None:
        return replace(await look(tx, viewer, now, draft), unread=form.problems)
    fields = await taken(tx, viewer, now, draft.fields, {asked: text})
    return await look(tx, viewer, now, await drafting.advance(tx, draft, now, step=FILL, **fields))


async def mended(tx: Tx, viewer: Viewer, now: int, draft: Draft, form: Form) -> PostDraft:
    """With what the lines say; the others stay as they are."""
    fields = await taken(tx, viewer, now, draft.fields, form.values)
    saved = await drafting.advance(tx, draft, now, step=FILL, **fields)
    return replace(await look(tx, viewer, now, saved), unread=form.problems)


async def place_again(tx: Tx, viewer: Viewer, now: int, *, revision: int, shift_id: int) -> PostDraft:
    """Place and meeting point of an earlier shift of this lead. Raises NotFound, StaleCard."""
    draft = await drafting.find(tx, viewer, FORM, revision=revision)
    shift = await activities.get_shift(tx, shift_id)
    if shift is None or not may_manage(viewer, shift.activity):
        raise NotFound
    typed = {**draft.fields["typed"], "place": shift.activity.place}
    if shift.activity.meet_place != shift.activity.place:
        typed["meet"] = shift.activity.meet_place
    return await look(tx, viewer, now, await drafting.advance(tx, draft, now, step=FILL, typed=typed))


async def discard(tx: Tx, viewer: Viewer) -> None:
    await drafting.finish(tx, viewer, FORM)

"""Forms, as handlers use them: start, find, advance, finish. What a form's fields mean is its journey's business."""

from collections.abc import Collection
from typing import Any

from bot.ground.drafts import LONG_WAIT, Draft
from bot.ground.frozen import replace
from bot.ground.refusals import NotFound, StaleCard
from bot.ground.viewer import Viewer
from bot.store import drafts
from bot.store.transaction import Tx


async def start(
    tx: Tx,
    viewer: Viewer,
    now: int,
    form: str,
    step: str,
    fields: dict[str, Any] | None = None,
    *,
    card_id: int | None = None,
) -> Draft:
    """A fresh draft of this form; an older one of the same form is gone."""
    return await drafts.open_draft(tx, viewer.id, form, step, fields or {}, now, card_id=card_id)


async def find(tx: Tx, viewer: Viewer, form: str, *, revision: int | None = None) -> Draft:
    """Raises NotFound where none is open, StaleCard where ``revision`` is not the draft's."""
    draft = await drafts.find(tx, viewer.id, form)
    if draft is None:
        raise NotFound
    if revision is not None and draft.revision != revision:
        raise StaleCard(revision=draft.revision)
    return draft


async def open_one(tx: Tx, viewer: Viewer, form: str) -> Draft | None:
    """Of this form, also one that was set aside."""
    return await drafts.find(tx, viewer.id, form)


async def advance(
    tx: Tx, draft: Draft, now: int, *, step: str | None = None, card_id: int | None = None, **fields: Any
) -> Draft:
    """To ``step``, with these fields added or replaced. Raises NotFound where the draft was closed meanwhile."""
    changed = replace(
        draft, step=step or draft.step, card_id=card_id or draft.card_id, fields={**draft.fields, **fields}
    )
    saved = await drafts.save(tx, changed, now)
    if saved is None:
        raise NotFound
    return saved


async def finish(tx: Tx, viewer: Viewer, form: str) -> None:
    """Done or given up; nothing happens where there was none."""
    await drafts.close(tx, viewer.id, form)


async def leave(tx: Tx, viewer: Viewer) -> None:
    """For something else: what is typed from now on belongs to no form until one is gone on with."""
    await drafts.set_aside(tx, viewer.id)


async def left(tx: Tx, viewer: Viewer, now: int, forms: Collection[str]) -> str | None:
    """Which of these forms the person left for something else, the last one, if that is not too long ago."""
    aside = await drafts.aside(tx, viewer.id, now - LONG_WAIT)
    return next((form for form in aside if form in forms), None)


async def take_up(tx: Tx, viewer: Viewer, now: int, form: str) -> None:
    """What is typed belongs to it again. Raises NotFound."""
    if not await drafts.take_up(tx, viewer.id, form, now):
        raise NotFound


async def give_up(tx: Tx, viewer: Viewer) -> int:
    """Closes every open form; how many there were."""
    return await drafts.close_all(tx, viewer.id)

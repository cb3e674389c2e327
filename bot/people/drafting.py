"""Forms, as handlers use them: start, find, advance, finish. What a form's fields mean is its journey's business."""

from collections.abc import Collection
from typing import Any

from bot.desk import Desk
from bot.ground.drafts import LONG_WAIT, Draft
from bot.ground.frozen import replace
from bot.ground.refusals import NotFound, StaleCard
from bot.store import drafts
from bot.store.transaction import Tx


async def start(
    desk: Desk,
    form: str,
    step: str,
    fields: dict[str, Any] | None = None,
    *,
    card_id: int | None = None,
) -> Draft:
    """A fresh draft of this form; an older one of the same form is gone."""
    return await drafts.open_draft(desk.tx, desk.viewer.id, form, step, fields or {}, desk.now, card_id=card_id)


async def find(desk: Desk, form: str, *, revision: int | None = None) -> Draft:
    """Raises NotFound where none is open, StaleCard where ``revision`` is not the draft's."""
    draft = await drafts.find(desk.tx, desk.viewer.id, form)
    if draft is None:
        raise NotFound
    if revision is not None and draft.revision != revision:
        raise StaleCard(revision=draft.revision)
    return draft


async def open_one(desk: Desk, form: str) -> Draft | None:
    """Of this form, also one that was set aside."""
    return await drafts.find(desk.tx, desk.viewer.id, form)


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


async def finish(desk: Desk, form: str) -> None:
    """Done or given up; nothing happens where there was none."""
    await drafts.close(desk.tx, desk.viewer.id, form)


async def finish_as(desk: Desk, form: str, became: int) -> None:
    """Done; `became`: the number of what was made of it."""
    await drafts.close_as(desk.tx, desk.viewer.id, form, str(became))


async def became(desk: Desk, form: str, revision: int) -> int | None:
    """What the draft of this revision was made into, where it was the last one."""
    row = await drafts.closed_as(desk.tx, desk.viewer.id, form, revision)
    return int(row["step"]) if row else None


async def leave(desk: Desk) -> None:
    """For something else: what is typed from now on belongs to no form until one is gone on with."""
    await drafts.set_aside(desk.tx, desk.viewer.id)


async def left(desk: Desk, forms: Collection[str]) -> str | None:
    """Which of these forms the person left for something else, the last one, if that is not too long ago."""
    aside = await drafts.aside(desk.tx, desk.viewer.id, desk.now - LONG_WAIT)
    return next((form for form in aside if form in forms), None)


async def take_up(desk: Desk, form: str) -> None:
    """What is typed belongs to it again. Raises NotFound."""
    if not await drafts.take_up(desk.tx, desk.viewer.id, form, desk.now):
        raise NotFound


async def give_up(desk: Desk) -> int:
    """Closes every open form; how many there were."""
    return await drafts.close_all(desk.tx, desk.viewer.id)

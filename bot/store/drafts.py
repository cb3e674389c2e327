"""Rows of forms. A person has at most one open draft of each form; opening it again starts afresh."""

import json
from collections.abc import Mapping
from typing import Any

from bot.ground.drafts import Draft, Filled
from bot.store.transaction import Row, Tx


def made(row: Row | None) -> Draft | None:
    if row is None:
        return None
    said = dict(row)
    aside = said.pop("state") == "aside"
    return Draft(**{**said, "fields": Filled(json.loads(said["fields"])), "aside": aside})


def as_json(fields: Mapping[str, Any]) -> str:
    return json.dumps(dict(fields), ensure_ascii=False)


async def open_draft(
    tx: Tx, person_id: int, form: str, step: str, fields: Mapping[str, Any], now: int, *, card_id: int | None = None
) -> Draft:
    row = await tx.row(
        "open_draft", person_id=person_id, form=form, step=step, fields=as_json(fields), card_id=card_id, now=now
    )
    opened = made(row)
    assert opened is not None, "an upsert that returns answers with its row"  # noqa: S101 - tells the type checker
    return opened


async def current(tx: Tx, person_id: int) -> Draft | None:
    """The draft touched last; where all were set aside, one of those."""
    return made(await tx.row("newest_draft", person_id=person_id))


async def find(tx: Tx, person_id: int, form: str) -> Draft | None:
    return made(await tx.row("find_draft", person_id=person_id, form=form))


async def save(tx: Tx, draft: Draft, now: int) -> Draft | None:
    """Stores step, fields and card of ``draft``; None where it was closed meanwhile."""
    row = await tx.row(
        "save_draft",
        person_id=draft.person_id,
        form=draft.form,
        step=draft.step,
        fields=as_json(draft.fields),
        card_id=draft.card_id,
        now=now,
    )
    return made(row)


async def of_others(tx: Tx, person_id: int) -> list[Draft]:
    """What everybody else has not finished."""
    return [found for row in await tx.rows("drafts_of_others", person_id=person_id) if (found := made(row))]


async def reword(tx: Tx, draft: Draft) -> None:
    """Only the fields change, and the revision: who was busy with something else still is."""
    await tx.change("reword_draft", person_id=draft.person_id, form=draft.form, fields=as_json(draft.fields))


async def set_aside(tx: Tx, person_id: int) -> int:
    """How many were open."""
    return await tx.change("set_drafts_aside", person_id=person_id)


async def aside(tx: Tx, person_id: int, since: int) -> list[str]:
    """The forms that were set aside since then, the newest first."""
    return [row["form"] for row in await tx.rows("drafts_aside", person_id=person_id, since=since)]


async def take_up(tx: Tx, person_id: int, form: str, now: int) -> bool:
    """False where there is none."""
    return await tx.change("take_up_draft", person_id=person_id, form=form, now=now) > 0


async def close(tx: Tx, person_id: int, form: str) -> bool:
    """False where there was none."""
    return await tx.change("close_draft", person_id=person_id, form=form) > 0


async def close_all(tx: Tx, person_id: int) -> int:
    return await tx.change("close_drafts", person_id=person_id)

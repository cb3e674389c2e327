"""Rows of forms. A person has at most one open draft of each form; opening it again starts afresh."""

import json
from collections.abc import Mapping
from typing import Any

from bot.ground.drafts import Draft, Filled
from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value


def made(row: Row | None) -> Draft | None:
    if row is None:
        return None
    said = dict(row)
    aside = said.pop("state") == "aside"
    return Draft(**{**said, "fields": Filled(json.loads(said["fields"])), "aside": aside})


def as_json(fields: Mapping[str, Any]) -> str:
    return json.dumps(dict(fields), ensure_ascii=False)


@sql("""
INSERT INTO draft (person_id, form, step, fields, card_id, revision, updated_at)
VALUES (:person_id, :form, :step, :fields, :card_id,
        (SELECT coalesce(max(mine.revision), -1) + 1 FROM draft AS mine WHERE mine.person_id = :person_id), :now)
ON CONFLICT (person_id, form) DO UPDATE SET
    step = excluded.step, fields = excluded.fields, card_id = excluded.card_id,
    revision = excluded.revision, updated_at = excluded.updated_at, state = 'open'
RETURNING person_id, form, step, fields, card_id, revision, updated_at, state
""")
async def open_draft_rows(
    tx: Tx, *, person_id: int, form: str, step: str, fields: str, card_id: int | None, now: int
) -> Row | None:
    """Starts a form afresh; an older draft of the same form is gone. Revisions grow over all forms of a person,
    closed ones too.
    """


async def open_draft(
    tx: Tx, person_id: int, form: str, step: str, fields: Mapping[str, Any], now: int, *, card_id: int | None = None
) -> Draft:
    row = await open_draft_rows(
        tx, person_id=person_id, form=form, step=step, fields=as_json(fields), card_id=card_id, now=now
    )
    opened = made(row)
    assert opened is not None, "an upsert that returns answers with its row"  # noqa: S101 - tells the type checker
    return opened


@sql("""
SELECT person_id, form, step, fields, card_id, revision, updated_at, state
FROM draft
WHERE person_id = :person_id AND state <> 'closed'
ORDER BY state DESC, updated_at DESC, revision DESC, form
LIMIT 1
""")
async def newest_draft(tx: Tx, *, person_id: int) -> Row | None:
    """The form this person was last busy with; those that were set aside come last."""


async def current(tx: Tx, person_id: int) -> Draft | None:
    """The draft touched last; where all were set aside, one of those."""
    return made(await newest_draft(tx, person_id=person_id))


@sql("""
SELECT person_id, form, step, fields, card_id, revision, updated_at, state
FROM draft
WHERE person_id = :person_id AND form = :form AND state <> 'closed'
""")
async def find_draft(tx: Tx, *, person_id: int, form: str) -> Row | None:
    """This person's draft of one form."""


async def find(tx: Tx, person_id: int, form: str) -> Draft | None:
    return made(await find_draft(tx, person_id=person_id, form=form))


@sql("""
UPDATE draft
SET step = :step, fields = :fields, card_id = :card_id, updated_at = :now, state = 'open',
    revision = (SELECT max(mine.revision) + 1 FROM draft AS mine WHERE mine.person_id = :person_id)
WHERE person_id = :person_id AND form = :form AND state <> 'closed'
RETURNING person_id, form, step, fields, card_id, revision, updated_at, state
""")
async def save_draft(
    tx: Tx, *, step: Value, fields: str, card_id: Value, now: int, person_id: int, form: Value
) -> Row | None:
    """One step further: the revision grows. No row where the draft was closed meanwhile."""


async def save(tx: Tx, draft: Draft, now: int) -> Draft | None:
    """Stores step, fields and card of ``draft``; None where it was closed meanwhile."""
    row = await save_draft(
        tx,
        person_id=draft.person_id,
        form=draft.form,
        step=draft.step,
        fields=as_json(draft.fields),
        card_id=draft.card_id,
        now=now,
    )
    return made(row)


@sql("""
SELECT person_id, form, step, fields, card_id, revision, updated_at, state
FROM draft WHERE state <> 'closed' AND fields <> '{}' AND person_id <> :person_id
""")
async def drafts_of_others(tx: Tx, *, person_id: int) -> list[Row]:
    """Forms that others have open or have set aside, with what was typed."""


async def of_others(tx: Tx, person_id: int) -> list[Draft]:
    """What everybody else has not finished."""
    return [found for row in await drafts_of_others(tx, person_id=person_id) if (found := made(row))]


@sql("""
UPDATE draft
SET fields = :fields, revision = (SELECT max(mine.revision) + 1 FROM draft AS mine WHERE mine.person_id = :person_id)
WHERE person_id = :person_id AND form = :form AND state <> 'closed'
""")
async def reword_draft(tx: Tx, *, fields: str, person_id: int, form: Value) -> int:
    """Something was taken out of the fields behind its person's back: an older card is stale from now on."""


async def reword(tx: Tx, draft: Draft) -> None:
    """Only the fields change, and the revision: who was busy with something else still is."""
    await reword_draft(tx, person_id=draft.person_id, form=draft.form, fields=as_json(draft.fields))


@sql("UPDATE draft SET state = 'aside' WHERE person_id = :person_id AND state = 'open'")
async def set_aside(tx: Tx, person_id: int) -> int:
    """The person turned to something else: what is typed from now on belongs to none of these. How many were open."""


@sql("""
SELECT form FROM draft
WHERE person_id = :person_id AND state = 'aside' AND updated_at > :since
ORDER BY updated_at DESC, revision DESC, form
""")
async def aside(tx: Tx, person_id: int, since: int) -> list[str]:
    """The forms that were set aside since then, the newest first."""


@sql("""
UPDATE draft SET updated_at = :now, state = 'open'
WHERE person_id = :person_id AND form = :form AND state <> 'closed'
""")
async def take_up(tx: Tx, person_id: int, form: str, now: int) -> bool:
    """Goes on with what was set aside: its card stays good. False where there is none."""


@sql("""
UPDATE draft SET state = 'closed', step = '', fields = '{}', card_id = NULL
WHERE person_id = :person_id AND form = :form AND state <> 'closed'
""")
async def close(tx: Tx, person_id: int, form: str) -> bool:
    """The form is done or given up: what was typed goes, the revision stays. False where there was none."""


@sql("""
UPDATE draft SET state = 'closed', step = :became, fields = '{}', card_id = NULL
WHERE person_id = :person_id AND form = :form AND state <> 'closed'
""")
async def close_as(tx: Tx, person_id: int, form: str, became: str) -> bool:
    """As `close`, and says what it has become, for a second press on its card."""


@sql("""
SELECT step FROM draft
WHERE person_id = :person_id AND form = :form AND state = 'closed' AND revision = :revision AND step <> ''
""")
async def closed_as(tx: Tx, person_id: int, form: str, revision: int) -> Row | None:
    """What the draft of this revision has become; None once another was begun."""


@sql("""
UPDATE draft SET state = 'closed', step = '', fields = '{}', card_id = NULL
WHERE person_id = :person_id AND state <> 'closed'
""")
async def close_all(tx: Tx, person_id: int) -> int:
    """Every form of this person is given up; how many there were."""

"""Takes out of what is not finished whatever others typed about a person: open forms, answers that wait, unsent words.

What is finished stays as its own author's word: see decision 0032. `domain.traces` says what counts as the name.
"""

import json

from bot.ground.frozen import replace
from bot.ground.traces import Traces, cleaned_call, cleaned_form, within, without
from bot.store import drafts, outbox
from bot.store.transaction import Tx


async def clean(tx: Tx, traces: Traces, *, telegram_id: int, now: int) -> None:
    await clean_forms(tx, traces, now)
    await clean_answers(tx, traces, telegram_id)
    await drop_notices(tx, telegram_id)
    await drop_unsent(tx, traces)


async def clean_forms(tx: Tx, traces: Traces, now: int) -> None:
    """A form that changes gets a new revision: nobody presses on with what an older card shows."""
    for draft in await drafts.of_others(tx, traces.person_id):
        fields = cleaned_form(traces, draft.form, draft.fields)
        if fields is None:
            await drafts.close(tx, draft.person_id, draft.form)
        elif fields != draft.fields:
            await drafts.reword(tx, replace(draft, fields=fields))


async def clean_answers(tx: Tx, traces: Traces, telegram_id: int) -> None:
    for row in await tx.rows("answers_to_others", telegram_id=telegram_id):
        said = outbox.opened(tx, row["key"], row["payload"])
        if said is None:
            continue
        params = json.loads(said)
        cleaned = cleaned_call(traces, params)
        if cleaned != params:
            payload = json.dumps(cleaned, ensure_ascii=False, separators=(",", ":"))
            await tx.change("reword_answer", id=row["id"], payload=outbox.sealed(tx, row["key"], payload))


async def drop_notices(tx: Tx, telegram_id: int) -> None:
    """Copies of what stands in the person's own chat."""
    for row in await tx.rows("notices_naming_chat", telegram_id=telegram_id):
        if telegram_id in json.loads(row["payload"]).get("facts", {}).values():
            await tx.change("drop_notice", id=row["id"])


async def drop_unsent(tx: Tx, traces: Traces) -> None:
    pattern = within(traces)
    for row in await tx.rows("unsent_broadcasts", person_id=traces.person_id):
        if without(pattern, row["text"]) != row["text"]:
            await tx.change("drop_unsent_broadcast", id=row["id"])
    await tx.change("erase_unsent_broadcasts", person_id=traces.person_id)

"""Takes out of what is not finished whatever others typed about a person: open forms, answers that wait, unsent words.

What is finished stays as its own author's word: see decision 0032. `ground.traces` says what counts as the name.
"""

import json

from bot.ground.frozen import replace
from bot.ground.traces import Traces, cleaned_call, cleaned_form, within, without
from bot.store import drafts, outbox
from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value


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


@sql("""
SELECT id, key, payload FROM outbox
WHERE state IN ('pending', 'sending') AND kind LIKE 'call:%' AND chat_id <> :telegram_id AND payload <> ''
""")
async def answers_to_others(tx: Tx, *, telegram_id: int) -> list[Row]:
    """Ready calls that wait to leave, or whose fate is not booked yet."""


@sql("UPDATE outbox SET payload = :payload WHERE id = :id")
async def reword_answer(tx: Tx, *, payload: Value, id: Value) -> int:
    """The same call without a name."""


async def clean_answers(tx: Tx, traces: Traces, telegram_id: int) -> None:
    for row in await answers_to_others(tx, telegram_id=telegram_id):
        said = outbox.opened(tx, row["key"], row["payload"])
        if said is None:
            continue
        params = json.loads(said)
        cleaned = cleaned_call(traces, params)
        if cleaned != params:
            payload = json.dumps(cleaned, ensure_ascii=False, separators=(",", ":"))
            await reword_answer(tx, id=row["id"], payload=outbox.sealed(tx, row["key"], payload))


@sql("""
SELECT id, payload FROM outbox
WHERE state IN ('pending', 'sending') AND kind NOT LIKE 'call:%' AND chat_id <> :telegram_id
  AND payload LIKE '%' || cast(cast(:telegram_id AS bigint) AS text) || '%'
""")
async def notices_naming_chat(tx: Tx, *, telegram_id: int) -> list[Row]:
    """Notices to others that may say in which chat something stands."""


@sql("DELETE FROM outbox WHERE id = :id")
async def drop_notice(tx: Tx, *, id: Value) -> int:
    """It would lead to the chat of somebody who is gone."""


async def drop_notices(tx: Tx, telegram_id: int) -> None:
    """Copies of what stands in the person's own chat."""
    for row in await notices_naming_chat(tx, telegram_id=telegram_id):
        if telegram_id in json.loads(row["payload"]).get("facts", {}).values():
            await drop_notice(tx, id=row["id"])


@sql("SELECT id, text FROM broadcast WHERE state = 'draft' AND author_id <> :person_id")
async def unsent_broadcasts(tx: Tx, *, person_id: int) -> list[Row]:
    """Words to many that nobody has sent yet."""


@sql("DELETE FROM broadcast WHERE state = 'draft' AND author_id = :person_id")
async def erase_unsent_broadcasts(tx: Tx, *, person_id: int) -> int:
    """Words to many that the person never sent."""


@sql("DELETE FROM broadcast WHERE id = :id AND state = 'draft'")
async def drop_unsent_broadcast(tx: Tx, *, id: Value) -> int:
    """They are written anew, without the name."""


async def drop_unsent(tx: Tx, traces: Traces) -> None:
    pattern = within(traces)
    for row in await unsent_broadcasts(tx, person_id=traces.person_id):
        if without(pattern, row["text"]) != row["text"]:
            await drop_unsent_broadcast(tx, id=row["id"])
    await erase_unsent_broadcasts(tx, person_id=traces.person_id)

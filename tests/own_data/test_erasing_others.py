"""Fault 67: what others have typed about somebody and not finished goes with the person; what is finished stays."""

import ast
import json
from pathlib import Path

import pytest

from bot import telling
from bot.activities import rows as activities
from bot.desk import Seated
from bot.ground import notices
from bot.ground.traces import TYPED, WHO
from bot.messages import broadcast_rows as broadcasts
from bot.own_data import trace_rows as own_data_trace_rows
from bot.own_data.erasing import erase
from bot.schema import metadata
from bot.store import drafts, outbox
from bot.store import outbox_leaving as leaving
from bot.store.database import Database
from bot.store.one_process.epochs import raise_epoch
from bot.store.outbox import Queued
from bot.store.transaction import Tx
from tests.helpers.offers import offer
from tests.helpers.town import NOW, Town, build_town

BOT = 7
CODES = frozenset((
    "activity", "after", "audience", "band", "child", "code", "day", "either", "end", "entered_at", "extra",
    "form", "group_place", "hours", "id", "key", "kind", "level", "like", "link", "mark", "minutes", "number", "page",
    "parent", "person", "place", "record", "said", "shift", "sign_up", "start", "station", "target", "team", "ticked",
    "what",
))  # fmt: skip
"""Fields of forms that are ids and codes. A field that people type belongs into `ground.traces.TYPED`."""


async def anna_goes(town: Town, *aliases: str) -> None:
    await erase(Seated(town.tx, await town.viewer("anna"), NOW), update_id=1, aliases=aliases)


async def test_forms_of_others_lose_the_name_and_stay_as_they_were_kept(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        chan, ben = town.people["chan"], town.people["ben"]
        form = await drafts.open_draft(tx, chan, "post", "fill", {"typed": {"title": "Tea with Anna"}}, NOW)
        await drafts.set_aside(tx, chan)
        await drafts.open_draft(tx, chan, "log", "note", {"person": town.people["anna"], "note": "tea"}, NOW)
        await drafts.open_draft(tx, ben, "walk_in", "name", {"shift": 1, "name": "annie99"}, NOW)
        await anna_goes(town, "Annie99")

        kept = await drafts.find(tx, chan, "post")
        assert kept is not None
        assert (kept.fields, kept.aside, kept.updated_at) == ({"typed": {"title": "Tea with –"}}, True, NOW)
        assert kept.revision > form.revision
        assert await drafts.find(tx, chan, "log") is None
        assert await drafts.find(tx, ben, "walk_in") is None


async def answer_to_carl(tx: Tx, text: str, key: str = "k") -> None:
    payload = json.dumps({"text": text, "reply_markup": {"inline_keyboard": [[{"text": text, "callback_data": "x"}]]}})
    answer = Queued(
        key=key, kind="call:sendMessage", class_="reply", chat_id=5, person_id=None, expires_at=NOW, payload=payload
    )
    await outbox.queue_answers(tx, BOT, 1, [answer], NOW)


async def test_answers_that_wait_for_others_lose_the_name(locked: Database) -> None:
    async with locked.write() as tx:
        town = await build_town(tx)
        await answer_to_carl(tx, "Anna is in")
        await answer_to_carl(tx, "Cora is in", "other")
        await anna_goes(town)
        waiting = await tx.rows(own_data_trace_rows.answers_to_others.statement, telegram_id=0)
        said = [json.loads(outbox.opened(tx, row["key"], row["payload"]) or "") for row in waiting]

    assert sorted((one["text"], one["reply_markup"]["inline_keyboard"][0][0]["text"]) for one in said) == [
        ("Cora is in", "Cora is in"),
        ("– is in", "– is in"),
    ]


async def test_words_from_the_chat_of_who_goes_are_not_passed_on_any_more(database: Database) -> None:
    async with database.write() as tx:
        await raise_epoch(tx, BOT, 1)
        town = await build_town(tx)
        olga = await town.viewer("olga")
        for key, chat in (("hers", olga.telegram_id), ("other", 17)):
            answer = notices.PassedAnswer(olga.id, chat, 3)
            await telling.tell(tx, answer, town.people["ben"], key=key, subject=None, now=NOW)
        await erase(Seated(tx, olga, NOW), update_id=1)
        left = [row["key"] for row in await leaving.due(tx, BOT, NOW + 86_400, 9)]

    assert left == [f"bot{BOT}:other"]


@pytest.mark.parametrize(
    ("text", "sent", "stays"),
    [
        pytest.param("Anna leads on Saturday", False, False, id="not sent"),
        pytest.param("Meet at nine", False, True, id="about nobody"),
        pytest.param("Anna leads on Saturday", True, True, id="sent: its author's word to all"),
    ],
)
async def test_words_to_many_that_nobody_has_sent_go(database: Database, text: str, sent: bool, stays: bool) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        made = await broadcasts.add(tx, author_id=town.people["chan"], audience="team:1", text=text, now=NOW)
        if sent:
            await broadcasts.start(tx, made, now=NOW)
        await anna_goes(town)
        found = await broadcasts.get(tx, made)

    assert (found is not None) is stays


async def test_what_is_published_stays_the_agencys_word(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift = await offer(town, contact="Anna")
        await anna_goes(town)
        found = await activities.get_shift(tx, shift)

    assert found is not None
    assert found.activity.contact == "Anna"


def fields_of_forms() -> set[str]:
    """What forms keep: keywords of `advance`, keys of what is given to `start`, names of a question."""
    root = Path(__file__).parents[2]
    paths = [
        *(root / "handlers").rglob("*.py"),
        *(one for one in (root / "bot").rglob("*.py") if "simulator" not in one.parts),
    ]
    nodes = [node for path in paths for node in ast.walk(ast.parse(path.read_text()))]
    return set().union(*map(fields_in, nodes)) - {"step", "card_id"}


def fields_in(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        named = any(isinstance(target, ast.Name) and target.id == "fields" for target in targets)
        return keys_of(node.value) if named else set()
    if isinstance(node, ast.Call) and "Question[" in ast.unparse(node.func):
        return set(ast.literal_eval(node.args[1]).split()) if node.args[1:] else set()
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return set()
    if node.func.attr == "advance":
        return {keyword.arg for keyword in node.keywords if keyword.arg}
    return set().union(*map(keys_of, node.args)) if node.func.attr in {"start", "open_draft"} else set()


def keys_of(node: ast.AST | None) -> set[str]:
    keys = node.keys if isinstance(node, ast.Dict) else []
    return {str(key.value) for key in keys if isinstance(key, ast.Constant)}


def test_every_field_of_a_form_is_typed_or_a_code() -> None:
    """A new one shows up here: what people type in it has to be found when somebody goes."""
    assert fields_of_forms() == TYPED | CODES
    assert set(WHO) <= CODES


def test_every_column_that_holds_an_account_is_thought_of() -> None:
    """`erasing` empties the first two at once and `erasures` the others, once the last word was said."""
    found = {
        f"{table.name}.{column.name}"
        for table in metadata.tables.values()
        for column in table.columns
        if column.name in {"telegram_id", "chat_id", "lane"}
    }

    assert found == {
        "person.telegram_id",
        "wrong_try.telegram_id",
        "pass_on.chat_id",
        "team.chat_id",
        "erasure.telegram_id",
        "inbox.lane",
        "outbox.chat_id",
    }

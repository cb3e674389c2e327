"""Who acts: read with the batch, and never older than what the batch itself has changed."""

import re
from typing import Any

import pytest

from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from bot.store import inbox
from bot.store.database import Database
from bot.wire.coming_in.viewing import PEOPLE
from tests.helpers.raw_sql import raw
from tests.wire.conftest import MakeApp, join
from tests.wire.looking import eventually, found, told

READ = re.compile(r"\b(?:FROM|JOIN) (\w+)")


async def test_stranger_is_nobody(make_app: MakeApp, simulator: Simulator, database_url: str) -> None:
    people = [simulator.person("A", language=code) for code in ("zh-hant", "zh-hans", "fr")]
    app = await make_app()

    for person in people:
        person.send("/who")
    await app.settle()

    assert [told(person) for person in people] == [
        ["False  zh_Hant Asia/Shanghai"],
        ["False  zh_Hans Asia/Shanghai"],
        ["False  en Asia/Shanghai"],
    ]
    assert await found(database_url, "SELECT count(*) FROM person") == [(0,)]


async def test_roles_teams_and_zone_come_with_the_update(
    make_app: MakeApp, anna: SimPerson, database: Database, database_url: str
) -> None:
    person_id = await join(database, anna, language="zh_Hant")
    app = await make_app()
    await raw(
        database_url,
        "INSERT INTO station (id, parent_id, path, level, name, zone, created_at) "
        "SELECT 90, id, path || '90/', 'street', 'N', 'Asia/Hong_Kong', 1 FROM station WHERE parent_id IS NULL",
        "INSERT INTO team (id, station_id, name, kind, created_at) VALUES (70, 90, 'T', 'service', 1)",
        f"INSERT INTO membership (team_id, person_id, captain, joined_at) VALUES (70, {person_id}, 1, 1)",  # noqa: S608
        f"INSERT INTO role_grant (person_id, role, station_id, granted_at) VALUES ({person_id}, 'coordinator', 90, 1)",  # noqa: S608
        f"UPDATE person SET home_team_id = 70 WHERE id = {person_id}",  # noqa: S608
    )

    anna.send("/who")
    await app.settle()

    assert told(anna) == ["True Anna zh_Hant Asia/Hong_Kong coordinator team 70"]


async def test_whoever_has_no_home_lives_by_the_zone_of_the_root(
    make_app: MakeApp, anna: SimPerson, database: Database, database_url: str
) -> None:
    await join(database, anna)
    app = await make_app()
    await raw(
        database_url,
        "UPDATE station SET zone = 'Asia/Tokyo' WHERE parent_id IS NULL",
        "INSERT INTO station (id, parent_id, path, level, name, zone, created_at) "
        "SELECT 90, id, path || '90/', 'street', 'N', 'Asia/Hong_Kong', 1 FROM station WHERE parent_id IS NULL",
    )

    anna.send("/who")
    await app.settle()

    assert told(anna) == ["True Anna en Asia/Tokyo"]


async def test_later_update_of_a_batch_sees_what_an_earlier_one_changed(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, database: Database
) -> None:
    ben = simulator.person("Ben")
    await join(database, anna)
    await join(database, ben)
    anna.send("/who")
    anna.send("/rename Annabel")
    anna.send("/who")
    ben.send("/who")

    app = await make_app()
    await app.settle()

    assert (told(anna), told(ben)) == (
        ["True Anna en Asia/Shanghai", "True Annabel en Asia/Shanghai"],
        ["True Anna en Asia/Shanghai"],
    )


async def test_active_person_follows_the_language_of_the_client(
    make_app: MakeApp, anna: SimPerson, database: Database, database_url: str
) -> None:
    await join(database, anna)
    app = await make_app()

    anna.language = "zh-hant"
    anna.send("/who")
    await app.settle()

    assert told(anna) == ["True Anna zh_Hant Asia/Shanghai"]
    assert await found(database_url, "SELECT client_language FROM person") == [("zh-hant",)]


async def test_nobody_acts_for_an_anonymous_admin_or_a_channel(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, database: Database, database_url: str
) -> None:
    """Fault 48: whatever they write, they are no person."""
    await join(database, anna)
    group = simulator.group("Team One", [anna])
    app = await make_app()

    group.send_anonymously("/who")
    group.forward_from_channel("News", "/who")
    await app.settle()

    said = {message.text for message in group.messages if message.by_bot}
    assert said == {"False  zh_Hans Asia/Shanghai"}
    assert await found(database_url, "SELECT count(*) FROM person") == [(1,)]


async def test_edited_message_is_no_new_message(make_app: MakeApp, anna: SimPerson) -> None:
    app = await make_app()

    message = anna.send("/count")
    anna.edit(message, "/count")
    await app.settle()

    assert told(anna) == ["1 so far"]


def test_every_table_that_a_viewer_is_read_from_is_known() -> None:
    """Or a viewer would be older than what the batch has changed. Drafts have a rule of their own: ``Work.typing``."""
    read = {
        table
        for asked in (inbox.waiting_updates, inbox.roles_of_waiting)
        for table in READ.findall(asked.statement.named)
    }

    assert read - {"inbox", "process", "call_entry", "draft"} == PEOPLE


async def pressed(make_app: MakeApp, person: SimPerson, data: str) -> tuple[Any, list[str]]:
    app = await make_app()
    person.send("/count")
    await app.settle()
    press = person.press_button(person.messages[-1], {"text": "x", "callback_data": data})
    await app.settle()
    answer = await press.answered()
    return (answer.text, answer.show_alert), told(person)


@pytest.mark.parametrize(
    ("data", "answer", "messages"),
    [
        pytest.param("t!:short", ("no a < b", True), [], id="short as an alert"),
        pytest.param("t!:long", ("", False), ["no " + "x" * 300], id="long as a message"),
        pytest.param("t!:keys", ("", False), ["no but"], id="with keys as a message"),
        pytest.param("t!:", ("", False), [], id="unanswered by its handler"),
    ],
)
async def test_refused_press_is_answered(
    make_app: MakeApp, anna: SimPerson, data: str, answer: tuple[str, bool], messages: list[str]
) -> None:
    assert await pressed(make_app, anna, data) == (answer, ["1 so far", *messages])


async def test_refusal_in_a_group_goes_to_the_person_alone(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator
) -> None:
    group = simulator.group("Team One", [anna])
    anna.chat.started = True
    app = await make_app()

    anna.send("/refuse", chat=group)
    await app.settle()

    assert [message.text for message in group.messages if message.by_bot] == []
    assert told(anna) == ["refused: not_found"]


async def test_waiting_edits_of_one_card_merge(make_app: MakeApp, anna: SimPerson, simulator: Simulator) -> None:
    app = await make_app()
    anna.send("/count")
    await app.settle()
    slow = simulator.faults.slow(0.5, method="editMessageText")

    for _ in range(20):
        anna.press("One more")
    await eventually(lambda: slow.hits > 0)
    await app.settle()

    assert told(anna) == ["21 so far"]
    assert len(simulator.calls.of("editMessageText")) < 6

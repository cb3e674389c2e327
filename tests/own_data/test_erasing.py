"""Fault 43: the person goes, the totals stay."""

import json
from datetime import date

import pytest

from bot.activities.rules import Audience
from bot.desk import Seated
from bot.ground import notices
from bot.ground.frozen import asdict
from bot.ground.refusals import LastAdministrator, NotRegistered, Refusal, StillNeeded
from bot.guardians import wish_rows as wishes
from bot.members import profile_rows as profiles
from bot.own_data import my_data_rows as my_data
from bot.own_data import my_data_rows as own_data_rows
from bot.own_data import owed_word_rows as owed_words
from bot.own_data.erasing import check, emptied, erase
from bot.people import notice_choice_rows as notice_choices
from bot.people import rows as people
from bot.people.consent import rows as consents
from bot.people.notice_choices import Silenced
from bot.reports import rows as reports_rows
from bot.schema import metadata
from bot.sign_ups import list_rows
from bot.sign_ups import rows as sign_ups
from bot.sign_ups.rules import SignUpState
from bot.store import drafts
from bot.store import outbox_leaving as leaving
from bot.store.database import Database
from bot.store.outbox import payload_of
from bot.store.transaction import Tx, Value
from tests.helpers.books import entered, sums, verified
from tests.helpers.lines import signs_up
from tests.helpers.offers import offer
from tests.helpers.town import NOW, build_town

LATER = 1_797_000_000

GONE = {
    "telegram_id": None,
    "state": "erased",
    "name": "",
    "language": None,
    "client_language": "",
    "age_band": None,
    "age_band_at": None,
    "home_team_id": None,
    "managed_by_id": None,
    "unreachable_at": None,
}


async def summary_of(tx: Tx) -> dict[str, object]:
    """What a report of the station counts."""
    values: dict[str, Value] = {"path": "/", "team_id": 0, "first": "2026-01", "last": "2026-12"}
    months = [tuple(row) for row in await tx.rows(reports_rows.sums_of_months.statement, **values)]
    volunteers = len(await tx.rows(reports_rows.volunteers_of_months.statement, **values, training=0, preparation=0))
    return {"months": months, "volunteers": volunteers, "sums": await sums(tx)}


async def test_totals_stay_when_a_person_is_erased(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record = await verified(town)
        before = await summary_of(tx)
        viewer = await town.viewer("anna")
        assert viewer.id == record.entry.person_id
        await erase(Seated(tx, viewer, LATER), update_id=1)

        assert await summary_of(tx) == before
        gone = await people.person(tx, viewer.id)
        assert asdict(gone) == {"id": viewer.id, **GONE}


async def test_hours_nobody_has_verified_go_with_the_person(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record = await entered(town)
        viewer = await town.viewer("anna")
        assert viewer.id == record.entry.person_id
        await erase(Seated(tx, viewer, LATER), update_id=1)

        assert await tx.rows(own_data_rows.my_records.statement, person_id=viewer.id) == []


async def test_everything_of_the_person_is_gone(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift = await offer(town)
        anna = await town.viewer("anna")
        await sign_ups.add(tx, shift_id=shift, person_id=anna.id, state=SignUpState.WAITLISTED, by=1, now=NOW)
        await drafts.open_draft(tx, anna.id, "post", "title", {"title": "secret"}, NOW)
        await notice_choices.silence(tx, anna.id, Silenced.DIGEST)
        await wishes.keep(tx, anna.id, shift, NOW)
        await profiles.set_volunteer_number(tx, anna.id, "42")
        await erase(Seated(tx, anna, NOW), update_id=1)
        held = await my_data.held(tx, anna.id)

    sections = {name: rows for name, rows in held.items() if rows}
    assert set(sections) == {"person", "teams", "sign_ups", "notes"}
    assert [(row["state"], row["reason"]) for row in sections["sign_ups"]] == [("withdrawn", "erased")]
    assert [row["left_at"] for row in sections["teams"]] == [NOW]
    assert [row["act"] for row in sections["notes"]] == ["erased"]


@pytest.mark.parametrize(
    ("who", "refused"),
    [
        pytest.param("chan", StillNeeded(names=("first", "second")), id="answers for teams"),
        pytest.param("wu", LastAdministrator(), id="only administrator"),
        pytest.param("olga", None, id="coordinator"),
        pytest.param("gran", NotRegistered(), id="managed"),
    ],
)
async def test_who_is_needed_cannot_go(database: Database, who: str, refused: Refusal | None) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        viewer = await town.viewer(who)
        try:
            await check(Seated(tx, viewer, NOW))
            got = None
        except Refusal as no:
            got = no

    assert got == refused


async def test_lead_of_something_coming_hands_it_over_first(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await offer(town, lead_id=town.people["olga"])
        with pytest.raises(StillNeeded) as raised:
            await check(Seated(tx, await town.viewer("olga"), NOW))

    assert raised.value == StillNeeded(names=("Visit a care home and chat with residents",))


async def test_managed_people_stay_when_their_captain_goes(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await erase(Seated(tx, await town.viewer("carl"), NOW), update_id=1)
        gran = await people.person(tx, town.people["gran"])

    assert (gran.name, gran.managed_by_id) == ("Gran", None)


def test_every_table_that_holds_a_person_is_thought_of() -> None:
    """A new table with somebody in it shows up here, and then belongs in `my_data` and `erasing`."""
    own = {
        table.name
        for table in metadata.tables.values()
        if any(column.name == "person_id" for column in table.columns) and table.name not in {"person"}
    }

    assert own == {
        "acknowledgement",
        "activity_helper",
        "attendance",
        "call_entry",
        "draft",
        "guardian_consent",
        "invitation",
        "membership",
        "name_part",
        "notice_off",
        "outbox",
        "paper",
        "pass_on",
        "person_month",
        "qualification",
        "role_grant",
        "roll_correction",
        "roll_card",
        "roster",
        "roster_row",
        "service_record",
        "sign_up",
        "statement",
        "team_name",
        "wish",
    }


async def test_names_in_consents_are_wiped(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await town.person("kit", age_band="14_17")
        kit = await town.viewer("kit")
        day = date(2026, 11, 1)
        await consents.add_consent(
            tx, person_id=kit.id, way="paper", given_on=day, now=NOW, guardian_name="v1.x", companion_name="v1.y"
        )
        await erase(Seated(tx, kit, NOW), update_id=1)
        rows = [dict(row) for row in await tx.rows(own_data_rows.my_consents.statement, person_id=kit.id)]

    assert [(row["guardian_name"], row["companion_name"], row["withdrawn_at"]) for row in rows] == [(None, None, NOW)]


@pytest.mark.parametrize(
    ("band", "guardian", "companion", "stands", "notice"),
    [
        pytest.param("14_17", "anna", None, False, "anna", id="guardian"),
        pytest.param("under_14", "anna", "anna", False, "anna", id="guardian who comes along"),
        pytest.param("under_14", "ben", "anna", True, "", id="companion only"),
        pytest.param("under_14", None, "anna", True, "", id="companion with a form on paper"),
    ],
)
async def test_child_without_its_guardian_or_companion_holds_no_place(
    database: Database, band: str, guardian: str | None, companion: str | None, stands: bool, notice: str
) -> None:
    """Fault 66: Anna goes; whose word or company Kit needs is told, and the place goes to the next."""
    async with database.write() as tx:
        town = await build_town(tx)
        await town.person("kit", age_band=band)
        kit = town.people["kit"]
        await consents.add_consent(
            tx, person_id=kit, way="chat" if guardian else "paper", given_on=date(2026, 11, 1), now=NOW,
            guardian_id=town.people[guardian] if guardian else None,
            companion_id=town.people[companion] if companion else None,
        )  # fmt: skip
        shift = await offer(town, audience=Audience.EVERYONE)
        await signs_up(town, "kit", shift, NOW)
        await erase(Seated(tx, await town.viewer("anna"), NOW), update_id=1)

        held = [dict(row)["state"] for row in await tx.rows(list_rows.of_shift.statement, shift_id=shift)]
        told = [
            json.loads(row["payload"])["facts"]
            for row in await leaving.due(tx, 0, LATER, 100)
            if row["person_id"] == kit
        ]
        kept = await consents.consent_of(tx, kit)

    assert held == []
    assert told == [{"guardian": town.people.get(notice, 0)}]
    assert (kept is not None, kept is not None and kept.companion) == (stands, False)


async def test_place_stays_where_the_child_has_grown_out_of_company(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await town.person("kit", age_band="14_17")
        day = date(2026, 11, 1)
        await consents.add_consent(
            tx, person_id=town.people["kit"], way="paper", given_on=day, now=NOW, companion_id=town.people["anna"]
        )
        shift = await offer(town, audience=Audience.EVERYONE)
        await signs_up(town, "kit", shift, NOW)
        await erase(Seated(tx, await town.viewer("anna"), NOW), update_id=1)

        assert [dict(row)["state"] for row in await tx.rows(list_rows.of_shift.statement, shift_id=shift)] == [
            "confirmed"
        ]


async def test_word_that_nothing_is_left_is_owed_once_and_in_their_language(database: Database) -> None:
    """However often the log is found empty; and once it was said, the row goes when it is empty once more."""
    async with database.write() as tx:
        await owed_words.add(tx, telegram_id=77, language="zh_Hant", now=NOW)
        stages = []
        for minute in range(2):
            await emptied(tx, await owed_words.owed(tx), NOW + minute)
            stages += [one.stage for one in await owed_words.owed(tx)]
        words = [row["payload"] for row in await leaving.due(tx, 0, 1 << 40, 9) if row["kind"] == "erased"]
        for one in await owed_words.owed(tx):
            await owed_words.forget_account(tx, one)
        await emptied(tx, await owed_words.owed(tx), NOW + 9)
        left = await owed_words.owed(tx)

    assert stages == [owed_words.Stage.TELLING] * 2
    assert words == [payload_of(notices.Erased("zh_Hant").facts, False)]
    assert left == []

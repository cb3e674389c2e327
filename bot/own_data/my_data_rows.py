"""A new table that holds something of a person needs a statement here and one in ``erasing_rows``: a test compares both
with the schema."""

from bot.own_data.rules import Rows
from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value


@sql("""
SELECT activity.title, acknowledgement.what, acknowledgement.told_at, acknowledgement.seen_at
FROM acknowledgement JOIN activity ON activity.id = acknowledgement.activity_id
WHERE acknowledgement.person_id = :person_id ORDER BY acknowledgement.told_at, activity.id
""")
async def my_acknowledgements(tx: Tx, *, person_id: Value) -> list[Row]:
    """Changes and cancellations this person was told of."""


@sql("""
SELECT activity.title, shift.starts_at, attendance.state, attendance.late_minutes, attendance.early_minutes,
       attendance.here_at, attendance.left_at, attendance.overtime_minutes, attendance.walk_in, attendance.source,
       attendance.marked_at
FROM attendance JOIN shift ON shift.id = attendance.shift_id JOIN activity ON activity.id = shift.activity_id
WHERE attendance.person_id = :person_id ORDER BY attendance.id
""")
async def my_attendance(tx: Tx, *, person_id: Value) -> list[Row]:
    """What was marked at roll-calls."""


@sql("""
SELECT activity.title, shift.starts_at, c.before, c.after, c.reason, c.month, c.corrected_at
FROM roll_correction c JOIN shift ON shift.id = c.shift_id JOIN activity ON activity.id = shift.activity_id
WHERE c.person_id = :person_id ORDER BY c.id
""")
async def my_corrections(tx: Tx, *, person_id: Value) -> list[Row]:
    """Marks of roll-calls that were put right afterwards, and why."""


@sql("""
SELECT activity.title, call_entry.what, call_entry.why, call_entry.state, call_entry.added_at, call_entry.marked_at
FROM call_entry JOIN activity ON activity.id = call_entry.activity_id
WHERE call_entry.person_id = :person_id ORDER BY call_entry.added_at, activity.id
""")
async def my_calls(tx: Tx, *, person_id: Value) -> list[Row]:
    """For what somebody was to phone this person, because the bot was not sure to have reached them."""


@sql("""
SELECT way, guardian_name, companion_name, given_on, valid_until, created_at, withdrawn_at
FROM guardian_consent WHERE person_id = :person_id ORDER BY id
""")
async def my_consents(tx: Tx, *, person_id: Value) -> list[Row]:
    """What a guardian has agreed to; the names are still sealed."""


@sql("""
SELECT form, fields, updated_at FROM draft WHERE person_id = :person_id AND state <> 'closed' ORDER BY form
""")
async def my_drafts(tx: Tx, *, person_id: Value) -> list[Row]:
    """Forms that wait to be finished."""


@sql("""
SELECT activity.title FROM activity_helper JOIN activity ON activity.id = activity_helper.activity_id
WHERE activity_helper.person_id = :person_id ORDER BY activity.id
""")
async def my_helping(tx: Tx, *, person_id: Value) -> list[Row]:
    """Activities in which this person is named to help."""


@sql("SELECT kind, state, due_at, sent_at FROM outbox WHERE person_id = :person_id ORDER BY id")
async def my_messages(tx: Tx, *, person_id: Value) -> list[Row]:
    """What is on its way to this person, and the trace of what was sent within thirty days."""


@sql("""
SELECT id, kind, first, last, extent, content, issued_at, withdrawn_at FROM paper
WHERE person_id = :person_id ORDER BY id
""")
async def my_papers(tx: Tx, *, person_id: Value) -> list[Row]:
    """Papers that were issued about this person; what they say is still sealed."""


@sql("""
SELECT id, telegram_id, state, name, language, client_language, age_band, age_band_at, consent_at, volunteer_number,
       phone, unreachable_at, created_at
FROM person WHERE id = :person_id
""")
async def my_person(tx: Tx, *, person_id: Value) -> list[Row]:
    """The person's own row; the phone is still sealed."""


@sql("SELECT name, recorded_at FROM qualification WHERE person_id = :person_id ORDER BY name")
async def my_qualifications(tx: Tx, *, person_id: Value) -> list[Row]:
    """Trainings and skills of this person."""


@sql("""
SELECT service_record.id, activity.title, service_record.kind, service_record.nature, service_record.day,
       service_record.starts_at, service_record.ends_at, service_record.minutes, service_record.state,
       service_record.source, service_record.note, service_record.flags, service_record.entered_at,
       service_record.verified_at, service_record.returned_at, service_record.returned_reason,
       service_record.reverses_id, service_record.replaces_id
FROM service_record LEFT JOIN activity ON activity.id = service_record.activity_id
WHERE service_record.person_id = :person_id ORDER BY service_record.id
""")
async def my_records(tx: Tx, *, person_id: Value) -> list[Row]:
    """Every entry of hours, corrections as well."""


@sql("""
SELECT role_grant.role, station.name AS station, role_grant.granted_at, role_grant.withdrawn_at
FROM role_grant JOIN station ON station.id = role_grant.station_id
WHERE role_grant.person_id = :person_id ORDER BY role_grant.id
""")
async def my_roles(tx: Tx, *, person_id: Value) -> list[Row]:
    """Roles, those withdrawn as well."""


@sql("""
SELECT activity.title, shift.starts_at
FROM roll_card JOIN shift ON shift.id = roll_card.shift_id JOIN activity ON activity.id = shift.activity_id
WHERE roll_card.person_id = :person_id ORDER BY shift.id
""")
async def my_roll_cards(tx: Tx, *, person_id: Value) -> list[Row]:
    """Roll-calls whose card was opened in this person's chat."""


@sql("""
SELECT activity.title, shift.starts_at, shift.ends_at, sign_up.state, sign_up.answer, sign_up.answered_at,
       sign_up.late_minutes, sign_up.confirmed_at, sign_up.withdrawn_at, sign_up.reason, sign_up.late,
         sign_up.created_at
FROM sign_up JOIN shift ON shift.id = sign_up.shift_id JOIN activity ON activity.id = shift.activity_id
WHERE sign_up.person_id = :person_id ORDER BY sign_up.id
""")
async def my_sign_ups(tx: Tx, *, person_id: Value) -> list[Row]:
    """Every sign-up there ever was."""


@sql("SELECT notice, until FROM notice_off WHERE person_id = :person_id ORDER BY notice")
async def my_silenced(tx: Tx, *, person_id: Value) -> list[Row]:
    """Notices this person does not want."""


@sql("""
SELECT record_id, state, asked_at, answered_at, question FROM statement WHERE person_id = :person_id ORDER BY record_id
""")
async def my_statements(tx: Tx, *, person_id: Value) -> list[Row]:
    """Hours this person was asked to agree to."""


@sql("""
SELECT team.name AS team, station.name AS station, membership.captain, membership.joined_at, membership.left_at
FROM membership JOIN team ON team.id = membership.team_id JOIN station ON station.id = team.station_id
WHERE membership.person_id = :person_id ORDER BY membership.id
""")
async def my_teams(tx: Tx, *, person_id: Value) -> list[Row]:
    """Teams, those left as well."""


@sql("""
SELECT person.name, guardian_consent.given_on, guardian_consent.valid_until, guardian_consent.withdrawn_at
FROM guardian_consent JOIN person ON person.id = guardian_consent.person_id
WHERE guardian_consent.guardian_id = :person_id ORDER BY guardian_consent.id
""")
async def my_wards(tx: Tx, *, person_id: Value) -> list[Row]:
    """For whom this person has agreed as a guardian."""


@sql("""
SELECT activity.title, shift.starts_at, wish.wished_at
FROM wish JOIN shift ON shift.id = wish.shift_id JOIN activity ON activity.id = shift.activity_id
WHERE wish.person_id = :person_id
""")
async def my_wish(tx: Tx, *, person_id: Value) -> list[Row]:
    """What this person wanted to join before a guardian agreed."""


@sql("SELECT chat_id, message_id, state, created_at FROM pass_on WHERE person_id = :person_id ORDER BY id")
async def my_words(tx: Tx, *, person_id: Value) -> list[Row]:
    """Where something stands that was passed on, or could have been."""


SEALED = {"phone": "phone", "guardian_name": "guardian", "companion_name": "companion", "content": "paper"}
"""Columns that are encrypted, and what their place in the vault is called."""


@sql("""
SELECT at, act, subject, facts FROM audit
WHERE subject = :subject OR actor_id = :person_id
ORDER BY id
""")
async def my_notes(tx: Tx, *, subject: str, person_id: int) -> list[Row]:
    """What was noted about this person, or of what this person did as staff."""


SECTIONS = {
    "person": my_person,
    "teams": my_teams,
    "roles": my_roles,
    "guardian_consents": my_consents,
    "consents_given_as_guardian": my_wards,
    "qualifications": my_qualifications,
    "notices_switched_off": my_silenced,
    "sign_ups": my_sign_ups,
    "wanted_to_join": my_wish,
    "attendance": my_attendance,
    "attendance_put_right": my_corrections,
    "service_records": my_records,
    "changes_told": my_acknowledgements,
    "to_be_phoned": my_calls,
    "helping_in": my_helping,
    "roll_calls_open": my_roll_cards,
    "statements": my_statements,
    "papers": my_papers,
    "words_passed_on": my_words,
    "forms": my_drafts,
    "messages": my_messages,
}


async def held(tx: Tx, person_id: int) -> dict[str, Rows]:
    """By section, in plain text."""
    found = {
        section: tuple(opened(tx, row, person_id) for row in await statement(tx, person_id=person_id))
        for section, statement in SECTIONS.items()
    }
    notes = await my_notes(tx, person_id=person_id, subject=f"person:{person_id}")
    return {**found, "notes": tuple(dict(row) for row in notes)}


def opened(tx: Tx, row: Row, person_id: int) -> dict[str, int | str | None]:
    """Without the key a sealed value is left out, not shown as noise."""
    values = dict(row)
    for column, what in SEALED.items():
        if values.get(column):
            place = f"person:{person_id}:{what}"
            values[column] = tx.vault.open(str(values[column]), place) if tx.vault.has_key else None
    return values

"""What belongs to one person across all tables, in order to take it away. The nameless row that is left keeps totals.

On SQLite the write-ahead log still holds the old pages: a transaction that erases is followed by
a checkpoint that empties it.
"""

from bot.store.asking import sql
from bot.store.transaction import Tx, Value


@sql("DELETE FROM acknowledgement WHERE person_id = :person_id")
async def erase_acknowledgements(tx: Tx, *, person_id: Value) -> int:
    """Who was told of a change and has pressed "Got it"."""


@sql("""
UPDATE sign_up SET answer = NULL, answered_at = NULL, late_minutes = NULL,
    reason = CASE WHEN reason IS NULL THEN NULL ELSE 'erased' END
WHERE person_id = :person_id
""")
async def erase_answers(tx: Tx, *, person_id: Value) -> int:
    """What was answered to reminders and why somebody could not come."""


@sql("UPDATE call_entry SET marked_by = NULL WHERE marked_by = :person_id")
async def erase_call_marks(tx: Tx, *, person_id: Value) -> int:
    """Whom the person has phoned."""


@sql("DELETE FROM call_entry WHERE person_id = :person_id")
async def erase_calls(tx: Tx, *, person_id: Value) -> int:
    """For what somebody was to phone the person."""


@sql("UPDATE guardian_consent SET companion_id = NULL WHERE companion_id = :person_id")
async def erase_company(tx: Tx, *, person_id: Value) -> int:
    """With whom the erased person once came along."""


@sql("""
UPDATE guardian_consent SET guardian_name = NULL, companion_name = NULL, withdrawn_at = coalesce(withdrawn_at, :now)
WHERE person_id = :person_id
""")
async def erase_consents(tx: Tx, *, now: Value, person_id: Value) -> int:
    """The guardian's and the companion's names go; that there was consent on a day stays with the nameless row."""


@sql("DELETE FROM draft WHERE person_id = :person_id")
async def erase_drafts(tx: Tx, *, person_id: Value) -> int:
    """Forms, with what was typed."""


@sql("UPDATE role_grant SET withdrawn_at = :now WHERE person_id = :person_id AND withdrawn_at IS NULL")
async def erase_grants(tx: Tx, *, now: Value, person_id: Value) -> int:
    """The erased person holds no role any more."""


@sql("DELETE FROM activity_helper WHERE person_id = :person_id")
async def erase_helping(tx: Tx, *, person_id: Value) -> int:
    """Activities in which somebody is named to help."""


@sql("UPDATE invitation SET uses_left = 0 WHERE created_by = :person_id OR person_id = :person_id")
async def erase_invitations(tx: Tx, *, person_id: Value) -> int:
    """Links made by or for the person open nothing any more."""


@sql("UPDATE membership SET left_at = :now, captain = 0 WHERE person_id = :person_id AND left_at IS NULL")
async def erase_memberships(tx: Tx, *, now: Value, person_id: Value) -> int:
    """The erased person is in no team any more; the days stay, so that hours of then stay with the team of then."""


@sql("""
UPDATE service_record SET note = '', verified_reason = NULL, returned_reason = NULL WHERE person_id = :person_id
""")
async def erase_notes_of_records(tx: Tx, *, person_id: Value) -> int:
    """Verified minutes stay, without words."""


@sql("DELETE FROM notice_off WHERE person_id = :person_id")
async def erase_notice_choices(tx: Tx, *, person_id: Value) -> int:
    """Notices switched off."""


@sql("""
UPDATE person SET telegram_id = NULL, state = 'erased', name = '', language = NULL, client_language = '',
    age_band = NULL, age_band_at = NULL, consent_at = NULL, volunteer_number = NULL, phone = NULL, home_team_id = NULL,
    managed_by_id = NULL, unreachable_at = NULL, strikes = 0, first_strike_at = NULL
WHERE id = :person_id
""")
async def erase_person(tx: Tx, *, person_id: Value) -> int:
    """What is left is a row without anything of the person, so that past sign-ups and minutes still add up."""


@sql("DELETE FROM qualification WHERE person_id = :person_id")
async def erase_qualifications(tx: Tx, *, person_id: Value) -> int:
    """Trainings and skills."""


@sql("DELETE FROM roll_card WHERE person_id = :person_id")
async def erase_roll_cards(tx: Tx, *, person_id: Value) -> int:
    """In which messages the person had a roll-call open."""


@sql("DELETE FROM statement WHERE person_id = :person_id")
async def erase_statements(tx: Tx, *, person_id: Value) -> int:
    """Questions about hours, with their words."""


@sql("DELETE FROM service_record WHERE person_id = :person_id AND state <> 'verified'")
async def erase_waiting_records(tx: Tx, *, person_id: Value) -> int:
    """Hours that nobody has verified were never in a total."""


@sql("DELETE FROM wish WHERE person_id = :person_id")
async def erase_wish(tx: Tx, *, person_id: Value) -> int:
    """What somebody wanted to join before a guardian agreed."""


@sql("DELETE FROM pass_on WHERE person_id = :person_id")
async def erase_words(tx: Tx, *, person_id: Value) -> int:
    """Where something stands that was passed on."""


@sql("UPDATE person SET managed_by_id = NULL WHERE managed_by_id = :person_id")
async def release_managed(tx: Tx, *, person_id: Value) -> int:
    """People without Telegram whom an erased one looked after."""


@sql("DELETE FROM outbox WHERE person_id = :person_id OR chat_id = :telegram_id")
async def erase_messages(tx: Tx, *, person_id: int, telegram_id: int) -> int:
    """Whatever waits for the person or was sent."""


@sql("DELETE FROM wrong_try WHERE telegram_id = :telegram_id")
async def erase_tries(tx: Tx, *, telegram_id: int) -> int:
    """Wrong codes."""


@sql("UPDATE inbox SET lane = 0 WHERE lane = :telegram_id AND (state <> 'new' OR update_id = :update_id)")
async def erase_lanes(tx: Tx, *, telegram_id: int, update_id: int) -> int:
    """Updates that had their effect, and the very one that asks for this, do not say any more whose they were."""


OF_THE_PERSON = (
    erase_consents,
    erase_memberships,
    erase_grants,
)


WHOLLY = (
    erase_company,
    erase_qualifications,
    erase_notice_choices,
    erase_drafts,
    erase_wish,
    erase_words,
    erase_acknowledgements,
    erase_calls,
    erase_call_marks,
    erase_helping,
    erase_roll_cards,
    erase_invitations,
    erase_answers,
    erase_statements,
    erase_waiting_records,
    erase_notes_of_records,
    release_managed,
    erase_person,
)


async def erase(tx: Tx, person_id: int, *, telegram_id: int, update_id: int, now: int) -> None:
    """Everything but the nameless row. ``update_id``: the update by which the person asked for it."""
    for end in OF_THE_PERSON:
        await end(tx, person_id=person_id, now=now)
    for wipe in WHOLLY:
        await wipe(tx, person_id=person_id)
    await erase_messages(tx, person_id=person_id, telegram_id=telegram_id)
    await erase_tries(tx, telegram_id=telegram_id)
    await erase_lanes(tx, telegram_id=telegram_id, update_id=update_id)


@sql("""
SELECT activity.title AS name
FROM activity
WHERE activity.lead_id = :person_id AND activity.state <> 'cancelled'
  AND EXISTS (SELECT 1 FROM shift WHERE shift.activity_id = activity.id AND shift.ends_at > :now)
UNION
SELECT team.name FROM team WHERE team.lead_id = :person_id AND team.closed_at IS NULL
ORDER BY 1
""")
async def needed_for(tx: Tx, person_id: int, now: int) -> tuple[str, ...]:
    """Titles of coming activities this person leads, names of living teams this person answers for: somebody else must
    first.
    """


@sql("""
SELECT cast(count(DISTINCT role_grant.person_id) AS bigint) AS n
FROM role_grant JOIN person ON person.id = role_grant.person_id
WHERE role_grant.role = 'administrator' AND role_grant.withdrawn_at IS NULL AND person.state = 'active'
  AND role_grant.person_id <> :person_id
""")
async def other_administrators(tx: Tx, person_id: int) -> int:
    """How many others administer."""

"""Every reference of the schema, and the first that leads nowhere."""

from bot.reports.rules import Fault
from bot.store.asking import sql
from bot.store.transaction import Row, Tx


@sql("""
SELECT q.place, q.n FROM (
    SELECT 'person.managed_by_id' AS place, cast(count(*) AS bigint) AS n FROM person c
    WHERE c.managed_by_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.managed_by_id)
    UNION ALL
    SELECT 'person.merged_into_id' AS place, cast(count(*) AS bigint) AS n FROM person c
    WHERE c.merged_into_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.merged_into_id)
    UNION ALL
    SELECT 'station.parent_id' AS place, cast(count(*) AS bigint) AS n FROM station c
    WHERE c.parent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM station p WHERE p.id = c.parent_id)
    UNION ALL
    SELECT 'broadcast.author_id' AS place, cast(count(*) AS bigint) AS n FROM broadcast c
    WHERE c.author_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.author_id)
    UNION ALL
    SELECT 'draft.person_id' AS place, cast(count(*) AS bigint) AS n FROM draft c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'guardian_consent.companion_id' AS place, cast(count(*) AS bigint) AS n FROM guardian_consent c
    WHERE c.companion_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.companion_id)
    UNION ALL
    SELECT 'guardian_consent.guardian_id' AS place, cast(count(*) AS bigint) AS n FROM guardian_consent c
    WHERE c.guardian_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.guardian_id)
    UNION ALL
    SELECT 'guardian_consent.person_id' AS place, cast(count(*) AS bigint) AS n FROM guardian_consent c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'guardian_consent.taken_by' AS place, cast(count(*) AS bigint) AS n FROM guardian_consent c
    WHERE c.taken_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.taken_by)
    UNION ALL
    SELECT 'name_part.person_id' AS place, cast(count(*) AS bigint) AS n FROM name_part c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'notice_off.person_id' AS place, cast(count(*) AS bigint) AS n FROM notice_off c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'outbox.person_id' AS place, cast(count(*) AS bigint) AS n FROM outbox c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'paper.key_id' AS place, cast(count(*) AS bigint) AS n FROM paper c
    WHERE c.key_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM signing_key p WHERE p.id = c.key_id)
    UNION ALL
    SELECT 'paper.person_id' AS place, cast(count(*) AS bigint) AS n FROM paper c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'paper.station_id' AS place, cast(count(*) AS bigint) AS n FROM paper c
    WHERE c.station_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM station p WHERE p.id = c.station_id)
    UNION ALL
    SELECT 'pass_on.lead_id' AS place, cast(count(*) AS bigint) AS n FROM pass_on c
    WHERE c.lead_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.lead_id)
    UNION ALL
    SELECT 'pass_on.person_id' AS place, cast(count(*) AS bigint) AS n FROM pass_on c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'person_month.person_id' AS place, cast(count(*) AS bigint) AS n FROM person_month c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'person_month.station_id' AS place, cast(count(*) AS bigint) AS n FROM person_month c
    WHERE c.station_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM station p WHERE p.id = c.station_id)
    UNION ALL
    SELECT 'qualification.person_id' AS place, cast(count(*) AS bigint) AS n FROM qualification c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'qualification.recorded_by' AS place, cast(count(*) AS bigint) AS n FROM qualification c
    WHERE c.recorded_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.recorded_by)
    UNION ALL
    SELECT 'role_grant.granted_by' AS place, cast(count(*) AS bigint) AS n FROM role_grant c
    WHERE c.granted_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.granted_by)
    UNION ALL
    SELECT 'role_grant.person_id' AS place, cast(count(*) AS bigint) AS n FROM role_grant c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'role_grant.station_id' AS place, cast(count(*) AS bigint) AS n FROM role_grant c
    WHERE c.station_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM station p WHERE p.id = c.station_id)
    UNION ALL
    SELECT 'role_grant.withdrawn_by' AS place, cast(count(*) AS bigint) AS n FROM role_grant c
    WHERE c.withdrawn_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.withdrawn_by)
    UNION ALL
    SELECT 'station_setting.station_id' AS place, cast(count(*) AS bigint) AS n FROM station_setting c
    WHERE c.station_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM station p WHERE p.id = c.station_id)
    UNION ALL
    SELECT 'tally.station_id' AS place, cast(count(*) AS bigint) AS n FROM tally c
    WHERE c.station_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM station p WHERE p.id = c.station_id)
    UNION ALL
    SELECT 'team.lead_id' AS place, cast(count(*) AS bigint) AS n FROM team c
    WHERE c.lead_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.lead_id)
    UNION ALL
    SELECT 'team.station_id' AS place, cast(count(*) AS bigint) AS n FROM team c
    WHERE c.station_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM station p WHERE p.id = c.station_id)
    UNION ALL
    SELECT 'team_month.station_id' AS place, cast(count(*) AS bigint) AS n FROM team_month c
    WHERE c.station_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM station p WHERE p.id = c.station_id)
    UNION ALL
    SELECT 'activity.lead_id' AS place, cast(count(*) AS bigint) AS n FROM activity c
    WHERE c.lead_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.lead_id)
    UNION ALL
    SELECT 'activity.station_id' AS place, cast(count(*) AS bigint) AS n FROM activity c
    WHERE c.station_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM station p WHERE p.id = c.station_id)
    UNION ALL
    SELECT 'activity.team_id' AS place, cast(count(*) AS bigint) AS n FROM activity c
    WHERE c.team_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM team p WHERE p.id = c.team_id)
    UNION ALL
    SELECT 'invitation.created_by' AS place, cast(count(*) AS bigint) AS n FROM invitation c
    WHERE c.created_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.created_by)
    UNION ALL
    SELECT 'invitation.person_id' AS place, cast(count(*) AS bigint) AS n FROM invitation c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'invitation.station_id' AS place, cast(count(*) AS bigint) AS n FROM invitation c
    WHERE c.station_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM station p WHERE p.id = c.station_id)
    UNION ALL
    SELECT 'invitation.team_id' AS place, cast(count(*) AS bigint) AS n FROM invitation c
    WHERE c.team_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM team p WHERE p.id = c.team_id)
    UNION ALL
    SELECT 'membership.person_id' AS place, cast(count(*) AS bigint) AS n FROM membership c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'membership.team_id' AS place, cast(count(*) AS bigint) AS n FROM membership c
    WHERE c.team_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM team p WHERE p.id = c.team_id)
    UNION ALL
    SELECT 'roster.person_id' AS place, cast(count(*) AS bigint) AS n FROM roster c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'roster.team_id' AS place, cast(count(*) AS bigint) AS n FROM roster c
    WHERE c.team_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM team p WHERE p.id = c.team_id)
    UNION ALL
    SELECT 'team_name.person_id' AS place, cast(count(*) AS bigint) AS n FROM team_name c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'team_name.team_id' AS place, cast(count(*) AS bigint) AS n FROM team_name c
    WHERE c.team_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM team p WHERE p.id = c.team_id)
    UNION ALL
    SELECT 'acknowledgement.activity_id' AS place, cast(count(*) AS bigint) AS n FROM acknowledgement c
    WHERE c.activity_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM activity p WHERE p.id = c.activity_id)
    UNION ALL
    SELECT 'acknowledgement.person_id' AS place, cast(count(*) AS bigint) AS n FROM acknowledgement c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'activity_helper.activity_id' AS place, cast(count(*) AS bigint) AS n FROM activity_helper c
    WHERE c.activity_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM activity p WHERE p.id = c.activity_id)
    UNION ALL
    SELECT 'activity_helper.person_id' AS place, cast(count(*) AS bigint) AS n FROM activity_helper c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'call_entry.activity_id' AS place, cast(count(*) AS bigint) AS n FROM call_entry c
    WHERE c.activity_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM activity p WHERE p.id = c.activity_id)
    UNION ALL
    SELECT 'call_entry.marked_by' AS place, cast(count(*) AS bigint) AS n FROM call_entry c
    WHERE c.marked_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.marked_by)
    UNION ALL
    SELECT 'call_entry.person_id' AS place, cast(count(*) AS bigint) AS n FROM call_entry c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'roster_row.person_id' AS place, cast(count(*) AS bigint) AS n FROM roster_row c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'roster_row.roster_id' AS place, cast(count(*) AS bigint) AS n FROM roster_row c
    WHERE c.roster_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM roster p WHERE p.id = c.roster_id)
    UNION ALL
    SELECT 'shift.activity_id' AS place, cast(count(*) AS bigint) AS n FROM shift c
    WHERE c.activity_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM activity p WHERE p.id = c.activity_id)
    UNION ALL
    SELECT 'attendance.marked_by' AS place, cast(count(*) AS bigint) AS n FROM attendance c
    WHERE c.marked_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.marked_by)
    UNION ALL
    SELECT 'attendance.person_id' AS place, cast(count(*) AS bigint) AS n FROM attendance c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'attendance.shift_id' AS place, cast(count(*) AS bigint) AS n FROM attendance c
    WHERE c.shift_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM shift p WHERE p.id = c.shift_id)
    UNION ALL
    SELECT 'check_in_code.created_by' AS place, cast(count(*) AS bigint) AS n FROM check_in_code c
    WHERE c.created_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.created_by)
    UNION ALL
    SELECT 'check_in_code.shift_id' AS place, cast(count(*) AS bigint) AS n FROM check_in_code c
    WHERE c.shift_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM shift p WHERE p.id = c.shift_id)
    UNION ALL
    SELECT 'group_place.created_by' AS place, cast(count(*) AS bigint) AS n FROM group_place c
    WHERE c.created_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.created_by)
    UNION ALL
    SELECT 'group_place.shift_id' AS place, cast(count(*) AS bigint) AS n FROM group_place c
    WHERE c.shift_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM shift p WHERE p.id = c.shift_id)
    UNION ALL
    SELECT 'group_place.team_id' AS place, cast(count(*) AS bigint) AS n FROM group_place c
    WHERE c.team_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM team p WHERE p.id = c.team_id)
    UNION ALL
    SELECT 'roll_call.captain_id' AS place, cast(count(*) AS bigint) AS n FROM roll_call c
    WHERE c.captain_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.captain_id)
    UNION ALL
    SELECT 'roll_call.closed_by' AS place, cast(count(*) AS bigint) AS n FROM roll_call c
    WHERE c.closed_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.closed_by)
    UNION ALL
    SELECT 'roll_call.shift_id' AS place, cast(count(*) AS bigint) AS n FROM roll_call c
    WHERE c.shift_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM shift p WHERE p.id = c.shift_id)
    UNION ALL
    SELECT 'roll_call.taken_by' AS place, cast(count(*) AS bigint) AS n FROM roll_call c
    WHERE c.taken_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.taken_by)
    UNION ALL
    SELECT 'roll_card.person_id' AS place, cast(count(*) AS bigint) AS n FROM roll_card c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'roll_card.shift_id' AS place, cast(count(*) AS bigint) AS n FROM roll_card c
    WHERE c.shift_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM shift p WHERE p.id = c.shift_id)
    UNION ALL
    SELECT 'service_record.activity_id' AS place, cast(count(*) AS bigint) AS n FROM service_record c
    WHERE c.activity_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM activity p WHERE p.id = c.activity_id)
    UNION ALL
    SELECT 'service_record.entered_by' AS place, cast(count(*) AS bigint) AS n FROM service_record c
    WHERE c.entered_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.entered_by)
    UNION ALL
    SELECT 'service_record.person_id' AS place, cast(count(*) AS bigint) AS n FROM service_record c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'service_record.replaces_id' AS place, cast(count(*) AS bigint) AS n FROM service_record c
    WHERE c.replaces_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM service_record p WHERE p.id = c.replaces_id)
    UNION ALL
    SELECT 'service_record.returned_by' AS place, cast(count(*) AS bigint) AS n FROM service_record c
    WHERE c.returned_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.returned_by)
    UNION ALL
    SELECT 'service_record.reverses_id' AS place, cast(count(*) AS bigint) AS n FROM service_record c
    WHERE c.reverses_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM service_record p WHERE p.id = c.reverses_id)
    UNION ALL
    SELECT 'service_record.shift_id' AS place, cast(count(*) AS bigint) AS n FROM service_record c
    WHERE c.shift_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM shift p WHERE p.id = c.shift_id)
    UNION ALL
    SELECT 'service_record.station_id' AS place, cast(count(*) AS bigint) AS n FROM service_record c
    WHERE c.station_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM station p WHERE p.id = c.station_id)
    UNION ALL
    SELECT 'service_record.team_id' AS place, cast(count(*) AS bigint) AS n FROM service_record c
    WHERE c.team_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM team p WHERE p.id = c.team_id)
    UNION ALL
    SELECT 'service_record.verified_by' AS place, cast(count(*) AS bigint) AS n FROM service_record c
    WHERE c.verified_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.verified_by)
    UNION ALL
    SELECT 'wish.person_id' AS place, cast(count(*) AS bigint) AS n FROM wish c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'wish.shift_id' AS place, cast(count(*) AS bigint) AS n FROM wish c
    WHERE c.shift_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM shift p WHERE p.id = c.shift_id)
    UNION ALL
    SELECT 'roll_correction.corrected_by' AS place, cast(count(*) AS bigint) AS n FROM roll_correction c
    WHERE c.corrected_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.corrected_by)
    UNION ALL
    SELECT 'roll_correction.group_place_id' AS place, cast(count(*) AS bigint) AS n FROM roll_correction c
    WHERE c.group_place_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM group_place p WHERE p.id = c.group_place_id)
    UNION ALL
    SELECT 'roll_correction.person_id' AS place, cast(count(*) AS bigint) AS n FROM roll_correction c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'roll_correction.shift_id' AS place, cast(count(*) AS bigint) AS n FROM roll_correction c
    WHERE c.shift_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM shift p WHERE p.id = c.shift_id)
    UNION ALL
    SELECT 'sign_up.created_by' AS place, cast(count(*) AS bigint) AS n FROM sign_up c
    WHERE c.created_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.created_by)
    UNION ALL
    SELECT 'sign_up.group_place_id' AS place, cast(count(*) AS bigint) AS n FROM sign_up c
    WHERE c.group_place_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM group_place p WHERE p.id = c.group_place_id)
    UNION ALL
    SELECT 'sign_up.person_id' AS place, cast(count(*) AS bigint) AS n FROM sign_up c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'sign_up.shift_id' AS place, cast(count(*) AS bigint) AS n FROM sign_up c
    WHERE c.shift_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM shift p WHERE p.id = c.shift_id)
    UNION ALL
    SELECT 'sign_up.withdrawn_by' AS place, cast(count(*) AS bigint) AS n FROM sign_up c
    WHERE c.withdrawn_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.withdrawn_by)
    UNION ALL
    SELECT 'statement.person_id' AS place, cast(count(*) AS bigint) AS n FROM statement c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'statement.record_id' AS place, cast(count(*) AS bigint) AS n FROM statement c
    WHERE c.record_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM service_record p WHERE p.id = c.record_id)
) q WHERE q.n > 0 ORDER BY q.place LIMIT 1
""")
async def broken_reference_rows(tx: Tx) -> Row | None:
    """The first column that refers to a row that is not there. Written by tests/making/new_references.py."""


async def broken_reference(tx: Tx) -> Fault | None:
    row = await broken_reference_rows(tx)
    return Fault("reference", row["place"], found=row["n"]) if row else None

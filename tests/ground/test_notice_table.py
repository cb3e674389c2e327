"""Every notice says until when it is of use, and what becomes of it at night: those without an end have a reason."""

from bot.ground.notices import MINDED, TOLD, Night
from tests.wire.hello import ROWS

FOR_GOOD = {
    "asked for, and as good later": (
        "activity_paper calendar summary_file record_of_service key_sheet my_year my_data menu menu_for_all "
        "roster_template"
    ),
    "looked at when it leaves: nothing once it is done, answered, or somebody else's": (
        "handed_over helper_named hours_unseen roll_call_card roll_call_handed roll_call_submitted statement_question "
        "record_returned month_reminder missing_reminder passed_on guardian_took_back companion_asked "
        "role_given role_withdrawn captain_made captain_dismissed team_lead"
    ),
    "what happened to somebody's hours or marks stays worth knowing": (
        "mark_corrected mark_corrected_for statement statement_slip statement_explained hours_covered "
        "hours_covered_for hours_taken_back month_closed checkpoint"
    ),
    "words of a human being": "broadcast broadcast_done word_to passed_answer guardian_agreed companion_named",
}
"""Of use for as long as the outbox keeps them."""
AT_ONCE = {
    "about what goes on today or tonight, for who may be up for it": (
        "held goes_ahead decide handed_over helper_named withdrew_late running_late roll_call_card roll_call_handed "
        "finish_roll check_out"
    ),
    "from one human being to another: there when it is looked for, without waking anybody": (
        "broadcast broadcast_done passed_on word_to passed_answer guardian_agreed guardian_took_back companion_asked "
        "companion_named"
    ),
}
"""Without a sound in quiet hours; by day they ring."""


def named(reasons: dict[str, str]) -> list[str]:
    return sorted(kind for kinds in reasons.values() for kind in kinds.split())


def test_what_has_no_end_has_a_reason() -> None:
    assert named(FOR_GOOD) == sorted(kind for kind, row in ROWS.items() if row.lasts is None)


def test_what_comes_at_night_without_a_sound_has_a_reason() -> None:
    assert named(AT_ONCE) == sorted(kind for kind, row in ROWS.items() if row.night is Night.SILENT)


def test_what_is_of_no_use_in_the_morning_can_be_told_to_be_so() -> None:
    """Its teller says until when, or its row does: else it would wait for a morning that is too late."""
    waiting = {kind for kind, row in ROWS.items() if row.night is Night.WAITS and row.lasts is None}

    assert all(row.lasts == TOLD for row in ROWS.values() if row.class_ == "critical" and row.night is Night.WAITS)
    assert waiting <= set(named(FOR_GOOD))


def test_answers_and_what_has_its_own_rule_are_not_kept_by_the_night() -> None:
    assert {row.night for row in ROWS.values()} - MINDED == {Night.ANSWER, Night.OWN_RULE}

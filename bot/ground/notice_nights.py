"""In quiet hours nothing rings but a cancellation of what begins soon, and what its reader has just asked for.

Every kind of notice has its line here. A kind without one would ring at night, so a test wants them all.
"""

from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.ground.quiet_hours import QuietHours, is_quiet, out_of_quiet

NEVER_USELESS = 1 << 40


class Night(StrEnum):
    """What becomes of a notice that would leave in quiet hours."""

    ANSWER = "answer"  # to the reader's own press, phone in hand: as by day
    OWN_RULE = "own_rule"  # its use case reckons with the night: cancellations ring, an offer's hours stand still
    WAITS = "waits"  # until the morning; where it would be useless by then it comes at once, without a sound
    SILENT = "silent"  # at once, without a sound: somebody may be up for it, and nobody is woken


NIGHTS: dict[str, Night] = {
    "calendar": Night.ANSWER,
    "check_in_qr": Night.ANSWER,
    "erased": Night.ANSWER,
    "menu": Night.ANSWER,
    "menu_for_all": Night.ANSWER,
    "my_data": Night.ANSWER,
    "record_of_service": Night.ANSWER,
    "roll_call_fresh": Night.ANSWER,
    "summary_file": Night.ANSWER,
    "call_list": Night.OWN_RULE,
    "cancelled": Night.OWN_RULE,
    "offer": Night.OWN_RULE,
    "open_place": Night.OWN_RULE,
    "ask_age": Night.WAITS,
    "ask_waiting": Night.WAITS,
    "captain_dismissed": Night.WAITS,
    "captain_made": Night.WAITS,
    "digest": Night.WAITS,
    "group_moved": Night.WAITS,
    "group_names": Night.WAITS,
    "hours_taken_back": Night.WAITS,
    "hours_unseen": Night.WAITS,
    "lead_changes": Night.WAITS,
    "lead_list": Night.WAITS,
    "meeting": Night.WAITS,
    "month_closed": Night.WAITS,
    "month_reminder": Night.WAITS,
    "month_report": Night.WAITS,
    "moved": Night.WAITS,
    "offer_expired": Night.WAITS,
    "promoted": Night.WAITS,
    "record_returned": Night.WAITS,
    "recruiting": Night.WAITS,
    "recruiting_more": Night.WAITS,
    "reminder": Night.WAITS,
    "role_given": Night.WAITS,
    "role_withdrawn": Night.WAITS,
    "roll_call_submitted": Night.WAITS,
    "signed_up_for": Night.WAITS,
    "statement": Night.WAITS,
    "statement_explained": Night.WAITS,
    "statement_question": Night.WAITS,
    "team_lead": Night.WAITS,
    "too_few": Night.WAITS,
    "withdrawn_by": Night.WAITS,
    "broadcast": Night.SILENT,
    "broadcast_done": Night.SILENT,
    "companion_asked": Night.SILENT,
    "companion_named": Night.SILENT,
    "decide": Night.SILENT,
    "goes_ahead": Night.SILENT,
    "guardian_agreed": Night.SILENT,
    "guardian_took_back": Night.SILENT,
    "handed_over": Night.SILENT,
    "held": Night.SILENT,
    "helper_named": Night.SILENT,
    "passed_answer": Night.SILENT,
    "passed_on": Night.SILENT,
    "roll_call_card": Night.SILENT,
    "roll_call_handed": Night.SILENT,
    "running_late": Night.SILENT,
    "withdrew_late": Night.SILENT,
}
MINDED = frozenset({Night.WAITS, Night.SILENT})
"""Those for which it matters how late it is."""


def by_night(
    night: Night, due_at: int, useless_after: int | None, zone: ZoneInfo, quiet: QuietHours | None
) -> tuple[int, bool]:
    """When such a notice leaves that was to leave at `due_at`, and whether without a sound.

    `useless_after`: the first instant at which it has lost its point, such as the start of what it is about.
    """
    if night not in MINDED or not is_quiet(due_at, zone, quiet):
        return due_at, False
    morning = out_of_quiet(due_at, NEVER_USELESS, zone, quiet)
    if night is Night.WAITS and morning < (useless_after or NEVER_USELESS):
        return morning, False
    return due_at, True

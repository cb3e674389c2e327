"""Whoever acts for somebody else reads in every notice whom it is about."""

from collections.abc import Callable

import pytest

from bot.ground.frozen import replace
from bot.guardians.rules import CompanionSought
from bot.hours.statements.rules import TakenBack
from bot.leading.shown import Whose, WordTo
from bot.roll_call.shown import CoveredLook, MarkLook
from bot.sign_ups.in_care.shown import Places
from bot.speech.screens import Screen
from bot.speech.words import LANGUAGES, Words
from handlers.guardians import notices as guardians
from handlers.hours import notices as hours
from handlers.hours import slips
from handlers.leading import notices as leading
from handlers.leading import one_participant
from handlers.roll_call import notices as roll_call
from handlers.sign_ups import free_places, in_care, places_in_care
from handlers.sign_ups import notices as sign_ups
from handlers.sign_ups.groups import notices as groups
from tests.helpers.town import ZONE
from tests.samples.activities import NEWS, SHIFT
from tests.samples.hours import RECORD, RETURNED
from tests.samples.in_care import OPEN, SLIP
from tests.samples.roll_call import ASKED, LINES, LOOK
from tests.samples.sign_ups import CARED, GROUP, PLACE
from tests.samples.sign_ups import LOOK as SIGN_UP
from tests.wire.hello import ROWS

GRAN = "Gran Wu"
NOBODY = 0
ABOUT = replace(SIGN_UP, name=GRAN, by="Chan")
MANY = replace(CARED, listed=tuple(replace(one, name=GRAN) for one in CARED.listed[:2]))
FREE = Places(shift=ABOUT.shift, looks=(ABOUT, ABOUT), now=ABOUT.now)
THEIRS = replace(NEWS, whose=Whose(False, (GRAN,), ()))
PLACES = replace(PLACE, team=GRAN)
HERS = replace(RECORD, person=GRAN)
OWN_SLIP = replace(SLIP, looks=(replace(OPEN, record=HERS), replace(OPEN, record=HERS)))
Shown = Callable[[Words], Screen]

FOR_OTHERS: dict[str, Shown] = {
    "moved": lambda words: leading.moved(words, ABOUT, (0, 0), None),
    "moved_many": lambda words: in_care.moved(words, MANY, (0, 0)),
    "group_moved": lambda words: groups.moved(words, GROUP, PLACES, (0, 0)),
    "cancelled": lambda words: leading.cancelled(words, THEIRS),
    "held": lambda words: leading.held(words, THEIRS),
    "goes_ahead": lambda words: leading.goes_ahead(words, THEIRS),
    "after_all": lambda words: leading.after_all(words, ABOUT, None),
    "after_all_many": lambda words: in_care.after_all(words, MANY),
    "group_after_all": lambda words: groups.after_all(words, GROUP, PLACES),
    "promoted": lambda words: free_places.promoted(words, ABOUT),
    "offer": lambda words: free_places.offered(words, ABOUT),
    "open_place": lambda words: free_places.open_place(words, ABOUT),
    "promoted_many": lambda words: places_in_care.promoted(words, FREE),
    "offer_many": lambda words: places_in_care.offered(words, FREE),
    "open_place_many": lambda words: places_in_care.offered(words, FREE),
    "offer_expired_many": lambda words: places_in_care.ran_out(words, FREE),
    "offer_expired": lambda words: free_places.offer_expired(words, ABOUT),
    "signed_up_for": lambda words: sign_ups.signed_up_for(words, ABOUT),
    "signed_up_many": lambda words: in_care.signed_up(words, MANY, "Chan"),
    "withdrawn_by": lambda words: sign_ups.withdrawn_by(words, ABOUT),
    "switched_by": lambda words: one_participant.switched(words, ABOUT, SHIFT),
    "group_names": lambda words: groups.names_due(words, GROUP, PLACES),
    "reminder": lambda words: sign_ups.reminder(words, ABOUT),
    "reminder_short": lambda words: sign_ups.reminder_short(words, ABOUT),
    "reminder_many": lambda words: in_care.reminder(words, MANY),
    "meeting_many": lambda words: in_care.meeting(words, MANY),
    "meeting": lambda words: sign_ups.meeting(words, ABOUT),
    "statement": lambda words: hours.statement(words, replace(LOOK, name=GRAN)),
    "statement_slip": lambda words: slips.card(words, OWN_SLIP),
    "statement_explained": lambda words: hours.answered(words, replace(ASKED, name=GRAN)),
    "hours_confirmed": lambda words: hours.confirmed(words, [HERS], NOBODY),
    "hours_covered_for": lambda words: roll_call.covered(words, CoveredLook(SHIFT, (), GRAN)),
    "hours_taken_back": lambda words: hours.taken_back(words, TakenBack(RECORD, "Chan", "", GRAN)),
    "record_returned": lambda words: hours.returned_notice(words, RETURNED, words.say("👤 For {name}", name=GRAN)),
    "mark_corrected_for": lambda words: roll_call.mark_corrected(words, MarkLook(SHIFT, LINES[6], "Chan", "", GRAN)),
    "word_to": lambda words: one_participant.word(words, WordTo("Chan", GRAN, 1, 1))[0],
    "companion_asked": lambda words: guardians.asked_by_child(words, CompanionSought(5, GRAN, 0)),
}
"""What may come to a captain, a guardian or the head of a group for somebody else."""
ABOUT_ONESELF = frozenset(
    {
        "recruiting",
        "recruiting_more",
        "ask_waiting",
        "calendar",
        "hours_covered",
        "mark_corrected",
        "check_out",
        "check_in_qr",
        "broadcast",
        "passed_answer",
        "guardian_agreed",
        "guardian_took_back",
        "companion_named",
        "role_given",
        "role_withdrawn",
        "captain_made",
        "captain_dismissed",
        "team_lead",
        "ask_age",
        "menu",
        "menu_for_all",
        "summary_file",
        "record_of_service",
        "my_year",
        "key_sheet",
        "sent_paper",
        "my_data",
        "roster_arrived",
        "roster_done",
        "roster_progress",
        "roster_ready",
        "roster_template",
        "erased",
    }
)
"""To the person, or to many at once."""
TO_WHO_LEADS = frozenset(
    {
        "decide",
        "handed_over",
        "helper_named",
        "passed_over",
        "withdrew_late",
        "withdrew_fresh",
        "running_late",
        "lead_list",
        "lead_changes",
        "too_few",
        "call_list",
        "hours_unseen",
        "roll_call_card",
        "roll_call_handed",
        "finish_roll",
        "roll_call_submitted",
        "roll_call_fresh",
        "statement_question",
        "month_report",
        "month_closed",
        "checkpoint",
        "month_reminder",
        "digest",
        "broadcast_done",
        "long_days",
        "missing_reminder",
        "still_leading",
        "teams_for_now",
        "passed_on",
        "activity_paper",
    }
)
"""About the activities and the people of whoever leads, who are named where it is about one."""


def test_every_kind_is_thought_of() -> None:
    assert FOR_OTHERS.keys() | ABOUT_ONESELF | TO_WHO_LEADS == ROWS.keys()
    assert not FOR_OTHERS.keys() & (ABOUT_ONESELF | TO_WHO_LEADS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", FOR_OTHERS)
def test_notice_names_whom_it_is_about(kind: str, language: str) -> None:
    assert GRAN in str(FOR_OTHERS[kind](Words(language, ZONE)).text)

"""What a walk need not reach, and why; and where it may end."""

NOT_PRESSED = {
    "AnotherAdult": "only where no data key is set: tests/stories/own/test_guardians.py",
    "ConsentOnPaper": "only where no data key is set: tests/stories/leading/test_people_and_tree.py",
    "AnswerPlace": "places of several without a phone: tests/stories/captains/test_places_for_several.py",
    "CancelList": "a list was sent: tests/stories/captains/test_bringing_lists.py",
    "ImportList": "beside CancelList",
    "ListTeam": "a list that names no team: tests/stories/captains/test_bringing_lists.py",
    "ListTeamPage": "as ListTeam, of more than eight teams",
    "NameColumn": "a list without names of its columns: tests/stories/captains/test_bringing_lists.py",
    "UndoImport": "behind ImportList",
    "ChooseSession": "a second session with a place free: tests/stories/leading/test_one_participant.py",
    "GivePlace": "who waits has blocked the bot: tests/stories/leading/test_one_participant.py",
    "FirstSteps": "only until an agency is set up: tests/stories/leading/test_first_steps.py",
    "OpenSlip": "behind SlipNames",
    "SlipNames": "hours of several without a phone: tests/stories/captains/test_for_people_without_phones.py",
    "SlipRight": "beside SlipNames",
    "PrintKey": "only once a paper was signed: tests/stories/own/test_records_of_service.py",
    "SeePaper": "beside WithdrawPaper",
    "WithdrawPaper": "who holds a paper: tests/stories/own/test_records_of_service.py",
    "SlipText": "beside SlipNames",
    "Stop": "only while more than thirty messages wait, or at night: tests/wire/going_out/test_broadcast.py",
    "SwitchTo": "behind ChooseSession",
    "TakeInstead": "two at one hour: tests/stories/own/test_two_at_one_hour.py",
    "TakeInsteadSure": "behind TakeInstead",
    "WhyRecord": "hours that were corrected: tests/stories/leading/test_summary.py",
}
NOT_ASKED: dict[str, str] = {}
"""Questions that wait for words."""
NOT_HEARD = {
    "key_sheet": "behind PrintKey",
    "sent_paper": "a file that somebody sent: tests/stories/own/test_records_of_service.py",
    "after_all_many": "several without a phone, held after all: tests/leading/test_whom_notices_name.py",
    "hours_covered_for": "the same as hours_covered, of somebody without a phone",
    "mark_corrected_for": "the same as mark_corrected, of somebody without a phone",
    "moved_many": "several without a phone: tests/stories/captains/test_for_people_without_phones.py",
    "still_leading": "two days after a lead's role ended: tests/leading/test_notices_of_roles.py",
    "teams_for_now": "a team's lead whose role ended: tests/stories/leading/test_role_ends.py",
    "statement_slip": "hours of people without a phone: tests/stories/captains/test_for_people_without_phones.py",
    "check_out": "who checked in with a code, at the end: tests/stories/leading/test_roll_over.py",
    "hours_covered": "overtime over the next activity: tests/stories/leading/test_roll_over.py",
    "mark_corrected": "a mark that was put right: tests/stories/leading/test_roll_put_right.py",
    "companion_asked": "the night of a guardian: tests/guardians/test_companions.py",
    "group_after_all": "a group's activity is held after all: tests/leading/test_taking_up.py",
    "group_moved": "a group whose activity moves: tests/sign_ups/test_groups.py",
    "hours_taken_back": "a correction to nothing: tests/hours/test_statements.py",
    "hours_unseen": "a record that never arrived: tests/call_list/test_undelivered.py",
    "lead_changes": "a change after the evening's list: tests/reminders/test_acts.py",
    "open_place": "six hours before the start: tests/sign_ups/test_promotion.py",
    "meeting_many": "a captain with several without Telegram: tests/reminders/test_asking.py",
    "offer_many": "places of several without a phone: tests/stories/captains/test_places_for_several.py",
    "offer_expired_many": "as offer_many",
    "open_place_many": "as offer_many",
    "promoted_many": "as offer_many",
    "passed_over": "who waits has blocked the bot: tests/sign_ups/test_passed_over.py",
    "recruiting_more": "the third post of a day: tests/posting/test_acts.py",
    "reminder_many": "a captain with several without Telegram: tests/reminders/test_asking.py",
    "reminder_short": "an answer three days ahead: tests/reminders/test_asking.py",
    "roster_arrived": "a file was sent: tests/stories/captains/test_bringing_lists.py",
    "roster_done": "an import of many: tests/stories/captains/test_many_rows.py",
    "roster_progress": "as roster_done",
    "roster_ready": "as roster_arrived",
    "roll_call_fresh": "a card on a second phone: tests/stories/leading/test_roll_cards.py",
    "switched_by": "to a second session: tests/stories/leading/test_one_participant.py",
    "withdrew_fresh": "a reason after the lead was told: tests/stories/leading/test_late_withdrawals.py",
}
AT_A_TOUCH = {
    "MarkCall": "whom it is about and what is said of them: *Eve: reached*, and *take it back* below",
    "PickStation": "the last of three choices: whom, which role, where",
}
"""Labels that look like a value and are an act."""
SILENT = {"Inert": "a part of a calendar that is no day"}
"""Presses that change and say nothing."""

OTHERS = "it is for others, and says for whom"
DONE = "it is done, and what comes of it comes by itself"
LEFT = "it was left, and nothing is different"
HERE = "there is nothing to be done about it now"
PASSED = "it is to be passed on from here"
ENDS = {
    **dict.fromkeys(("/post", "/manage", "/verify", "/summary", "/broadcast", "/people"), OTHERS),
    **dict.fromkeys(("/teams", "/invite", "/stations", "/start g_…"), OTHERS),
    **dict.fromkeys(("/help", "/rollcall", "/forget", "OpenRollCall", "Do"), HERE),
    **dict.fromkeys(("/start t_…", "/start r_…"), HERE),
    **dict.fromkeys(("EraseMe", "HandOverTo", "PassOn", "PeopleHelped", "form people_helped"), DONE),
    **dict.fromkeys(("form answer", "form statement_question", "form statement_answer", "form statement_hours"), DONE),
    **dict.fromkeys(("Discard", "DropWords", "GuardianRefuses", "TakeTyped"), LEFT),
    **dict.fromkeys(("AskGuardian", "CopyText", "TextOfOne"), PASSED),
}
"""Sources after which a message stands without any button."""

QUESTION, CARD = "a question of Finish: to the roll", "the act before shows it"
BACK_ELSEWHERE = {
    **dict.fromkeys(("AllLeave", "CountOvertime", "SettleUnmarked"), QUESTION),
    **dict.fromkeys(("ChangePost", "Finish", "NameCompanion", "OwnTeam", "RecordConsent", "SeeRoles"), CARD),
    **dict.fromkeys(("RoleTerms", "TeamMembers", "VerifyOne"), CARD),
    "TickOne": "another part of the list itself",
    "OpenCallList": "a list that is worked on, with its pages: to the activity that it is about",
}
"""Screens whose *Back* does not lead to where one came from."""
STANDS = {
    **dict.fromkeys(("OpenSignUp", "ShowShift", "/start a_…"), "the own place"),
    **dict.fromkeys(("ShowRecord", "RecordOf", "RecordOfOne"), "hours that are confirmed"),
    "ShowProgress": "a post that has gone out",
    "SeeConsent": "a consent that is given",
}
"""Screens that begin as if something had been done, and show how it stands: who looks again changes nothing."""

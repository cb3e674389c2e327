"""What a walk need not reach, and why; and where it may end."""

NOT_PRESSED = {
    "AnotherAdult": "only where no data key is set: tests/stories/own/test_guardians.py",
    "ConsentOnPaper": "only where no data key is set: tests/stories/leading/test_people_and_tree.py",
    "Stop": "only while more than thirty messages wait, or at night: tests/wire/going_out/test_broadcast.py",
}
NOT_HEARD = {
    "companion_asked": "the night of a guardian: tests/guardians/test_companions.py",
    "group_moved": "a group whose activity moves: tests/sign_ups/test_groups.py",
    "hours_taken_back": "a correction to nothing: tests/hours/test_statements.py",
    "hours_unseen": "a record that never arrived: tests/call_list/test_undelivered.py",
    "lead_changes": "a change after the evening's list: tests/reminders/test_acts.py",
    "open_place": "six hours before the start: tests/sign_ups/test_promotion.py",
    "recruiting_more": "the third post of a day: tests/posting/test_acts.py",
    "roll_call_fresh": "a card on a second phone: tests/stories/leading/test_roll_cards.py",
    "withdrawn_by": "one withdraws another: tests/reminders/test_quiet_hours.py",
}
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
    **dict.fromkeys(("/help", "/rollcall", "/forget", "OpenRollCall", "ShowProgress", "Do"), HERE),
    **dict.fromkeys(("/start t_…", "/start r_…"), HERE),
    **dict.fromkeys(("EraseMe", "HandOverTo", "PassOn", "PeopleHelped", "form people_helped"), DONE),
    **dict.fromkeys(("form answer", "form statement_question", "form statement_answer", "form statement_hours"), DONE),
    **dict.fromkeys(("Discard", "DropWords", "GuardianRefuses", "TakeTyped"), LEFT),
    **dict.fromkeys(("AskGuardian", "CopyText"), PASSED),
}
"""Sources after which a message stands without any button."""

"""What is offered. Capacity is guarded here, by CHECK: forgetful code must abort, not overbook."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint

from bot.activities.kinds import KINDS
from bot.activities.rules import ActivityFacts, Audience, ShiftFacts
from bot.schema.columns import columns_of, flag, identity, instant, number, one_of, refers, table, text, where

activity = table(
    "activity",
    identity(),
    refers("station_id", "station.id"),
    refers("team_id", "team.id", null=True),
    refers("lead_id", "person.id"),
    *columns_of(ActivityFacts, but=("station_id", "team_id", "lead_id")),
    text("state"),
    text("cancel_reason", null=True),
    text("cancel_text", null=True),
    instant("cancelled_at", null=True),  # what was under way then is credited until then
    instant("decide_at", null=True),  # on hold: when it will be decided
    number("revision", default=0),
    instant("created_at"),
    instant("published_at", null=True),
    one_of("kind", *KINDS),
    one_of("audience", *(one.value for one in Audience)),
    one_of("state", "published", "on_hold", "closed", "cancelled"),
    Index("ix_activity_lead_id", "lead_id"),
    Index("ix_activity_station_id", "station_id"),
    Index("ix_activity_team_id", "team_id"),
    Index("ix_activity_training", "training", **where("training IS NOT NULL")),
)

activity_helper = table(
    "activity_helper",
    refers("activity_id", "activity.id", key=True),
    refers("person_id", "person.id", key=True),
    Index("ix_activity_helper_person_id", "person_id"),
)

shift = table(
    "shift",
    identity(),
    refers("activity_id", "activity.id"),
    *columns_of(ShiftFacts),
    number("taken", default=0),
    number("revision", default=0),  # grows only when time or place change: reminders carry it
    # When a tick looks at it next, 0 as soon as it can: whatever changes it says so. NULL: no more.
    number("remind_at", null=True, default=0),
    number("card_at", null=True, default=0),  # of the roll-call
    instant("over_at", null=True),  # whether its roll is finished
    instant("names_at", null=True),  # whether its groups have said who comes
    flag("lined"),  # somebody waits, or has waited
    flag("rolled"),  # its roll-call is finished
    CheckConstraint("0 <= taken AND taken <= capacity", name="capacity"),
    CheckConstraint("ends_at > starts_at AND ends_at - starts_at <= 86400", name="span"),
    Index("ix_shift_activity_id", "activity_id"),
    Index("ix_shift_starts_at", "starts_at"),
    Index("ix_shift_remind_at", "remind_at", "id", **where("remind_at IS NOT NULL")),
    Index("ix_shift_card_at", "card_at", "id", **where("card_at IS NOT NULL")),
    Index("ix_shift_over_at", "over_at", "id", **where("over_at IS NOT NULL")),
    Index("ix_shift_names_at", "names_at", "id", **where("names_at IS NOT NULL")),
    Index("ix_shift_lined", "starts_at", **where("lined = 1")),
    Index("ix_shift_unrolled", "starts_at", **where("rolled = 0")),
    Index("ix_shift_room", "id", **where("lined = 1 AND taken < capacity")),
)

group_place = table(
    "group_place",
    identity(),
    refers("shift_id", "shift.id"),
    refers("team_id", "team.id"),
    number("places"),
    number("heads_here", null=True),  # heads without names, counted at the roll-call
    refers("created_by", "person.id"),
    instant("created_at"),
    instant("cancelled_at", null=True),
    CheckConstraint("places > 0", name="places"),
    Index(
        "uq_group_place_live",
        "shift_id",
        "team_id",
        unique=True,
        **where("cancelled_at IS NULL"),
    ),
)

sign_up = table(
    "sign_up",
    identity(),
    refers("shift_id", "shift.id"),
    refers("person_id", "person.id"),
    refers("group_place_id", "group_place.id", null=True),  # its place is taken by the group, not by the person
    text("state"),
    flag("behind"),  # behind the line after too many no-shows, where the station wants it
    instant("line_at"),
    text("answer", null=True),  # the reminder's answer: coming
    instant("answered_at", null=True),
    number("answered_revision", null=True),
    number("asked_revision", null=True),  # a reminder, or news of another time or place, has asked for an answer
    number("late_minutes", null=True),  # told beforehand
    instant("offered_at", null=True),
    instant("offer_ends_at", null=True),
    instant("confirmed_at", null=True),
    instant("withdrawn_at", null=True),
    refers("withdrawn_by", "person.id", null=True),
    text("reason", null=True),
    flag("late"),
    refers("created_by", "person.id"),
    instant("created_at"),
    one_of("state", "confirmed", "waitlisted", "offered", "withdrawn"),
    one_of(
        "reason", "ill", "work", "family", "other", "declined", "expired", "staff", "too_late", "cancelled", "erased"
    ),
    Index(
        "uq_sign_up_live",
        "shift_id",
        "person_id",
        unique=True,
        **where("state <> 'withdrawn'"),
    ),
    Index("ix_sign_up_person_id", "person_id"),
    Index("ix_sign_up_waits", "shift_id", **where("state = 'waitlisted'")),
    Index("ix_sign_up_group_place_id", "group_place_id", "state", "id", **where("group_place_id IS NOT NULL")),
    Index("ix_sign_up_line", "shift_id", "state", "behind", "line_at"),
    Index(
        "ix_sign_up_offer_ends_at",
        "offer_ends_at",
        **where("state = 'offered'"),
    ),
)

# What somebody under 18 wanted to join when a guardian's word was missing: once it is there, the way leads back.
wish = table(
    "wish",
    refers("person_id", "person.id", key=True),
    refers("shift_id", "shift.id"),
    instant("wished_at"),
)

# Who was told of a cancellation or a change, and who has pressed "Got it".
acknowledgement = table(
    "acknowledgement",
    refers("activity_id", "activity.id", key=True),
    refers("person_id", "person.id", key=True),
    text("what", key=True),
    instant("told_at"),
    instant("seen_at", null=True),
)

# Whom somebody must phone about an activity, and whether they were reached: one row for a person and a matter.
call_entry = table(
    "call_entry",
    refers("activity_id", "activity.id", key=True),
    refers("person_id", "person.id", key=True),
    number("shift_id", key=True),  # 0: of the whole activity
    text("what", key=True),
    number("version"),  # a greater one is news: it takes the place of the older one, and asks anew
    text("why"),
    text("state", default="open"),
    instant("added_at"),
    instant("told_at", null=True),  # when those who lead were told
    refers("marked_by", "person.id", null=True),
    instant("marked_at", null=True),
    one_of("why", "doubt", "undelivered", "unreachable", "absent"),
    one_of("state", "open", "reached", "not_reached", "heard", "over"),
    Index("ix_call_entry_person_id", "person_id"),
    Index("ix_call_entry_untold", "activity_id", **where("told_at IS NULL AND state = 'open'")),
)

broadcast = table(
    "broadcast",
    identity(),
    refers("author_id", "person.id"),
    text("audience"),
    text("text"),
    text("state"),
    number("people", default=0),
    number("gathered", default=0),
    number("unreachable", default=0),
    instant("created_at"),
    instant("confirmed_at", null=True),
    number("next_team", null=True),  # where queueing goes on, NULL: everybody is queued, or it was stopped
    number("next_person", null=True),
    Index("ix_broadcast_audience", "audience"),
    Index("ix_broadcast_sending", "id", **where("state = 'sending'")),
    Index("ix_broadcast_next", "id", **where("next_person IS NOT NULL")),
    one_of("state", "draft", "sending", "stopped", "done"),
)

roll_call = table(
    "roll_call",
    refers("shift_id", "shift.id", key=True),
    text("state"),
    refers("captain_id", "person.id", null=True),
    number("beneficiaries", null=True),
    instant("opened_at"),
    refers("taken_by", "person.id", null=True),
    instant("closed_at", null=True),
    refers("closed_by", "person.id", null=True),
    text("month", null=True),  # once it is closed: in which its people helped and the two below count
    number("came", null=True),
    number("no_shows", null=True),
    instant("asked_at", null=True),  # when the lead was asked to finish it
    Index("ix_roll_call_month", "month"),
    one_of("state", "open", "handed", "submitted", "closed"),
)

# In whose private chat, and in which message, a roll-call's card stands: it follows what others mark.
roll_card = table(
    "roll_card",
    refers("shift_id", "shift.id", key=True),
    refers("person_id", "person.id", key=True),
    number("message_id"),
    number("page", default=0),
    flag("shown"),  # 0: the message shows something else now, such as a question about one name
    Index("ix_roll_card_person_id", "person_id"),
)

attendance = table(
    "attendance",
    identity(),
    refers("shift_id", "shift.id"),
    refers("person_id", "person.id"),
    text("state"),
    number("late_minutes", null=True),
    number("early_minutes", null=True),
    instant("here_at", null=True),
    instant("left_at", null=True),
    number("overtime_minutes", default=0),
    number("away_minutes", default=0),  # left under way and came back
    flag("walk_in"),
    text("source"),
    refers("marked_by", "person.id"),
    instant("marked_at"),
    UniqueConstraint("shift_id", "person_id"),
    Index("ix_attendance_person_id", "person_id"),
    one_of("state", "here", "done", "late", "left_early", "no_show", "excused"),
    one_of("source", "roll_call", "check_in"),
)

# What was put right after a roll-call was finished: a mark, the heads of a group, or how many people were helped.
roll_correction = table(
    "roll_correction",
    identity(),
    refers("shift_id", "shift.id"),
    refers("person_id", "person.id", null=True),
    refers("group_place_id", "group_place.id", null=True),
    text("before", null=True),  # the marks of a person
    text("after", null=True),
    number("came", default=0),  # what it adds to the figures of its month, or takes away
    number("no_shows", default=0),
    number("helped", default=0),
    text("month"),
    text("reason"),  # '' where the hours of the person were confirmed, which is reason enough
    refers("corrected_by", "person.id"),
    instant("corrected_at"),
    Index("ix_roll_correction_shift_id", "shift_id"),
    Index("ix_roll_correction_month", "month"),
    Index("ix_roll_correction_person_id", "person_id"),
)

check_in_code = table(
    "check_in_code",
    identity(),
    refers("shift_id", "shift.id"),
    text("way"),
    text("code_hash"),
    instant("starts_at"),
    instant("ends_at"),
    refers("created_by", "person.id"),
    one_of("way", "qr", "digits"),
    Index("ix_check_in_code_code_hash", "code_hash"),
)

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
)

activity_helper = table(
    "activity_helper", refers("activity_id", "activity.id", key=True), refers("person_id", "person.id", key=True)
)

shift = table(
    "shift",
    identity(),
    refers("activity_id", "activity.id"),
    *columns_of(ShiftFacts),
    number("taken", default=0),
    number("revision", default=0),  # grows only when time or place change: reminders carry it
    CheckConstraint("0 <= taken AND taken <= capacity", name="capacity"),
    CheckConstraint("ends_at > starts_at AND ends_at - starts_at <= 86400", name="span"),
    Index("ix_shift_activity_id", "activity_id"),
    Index("ix_shift_starts_at", "starts_at"),
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
    flag("walk_in"),
    text("source"),
    refers("marked_by", "person.id"),
    instant("marked_at"),
    UniqueConstraint("shift_id", "person_id"),
    one_of("state", "here", "done", "late", "left_early", "no_show", "excused"),
    one_of("source", "roll_call", "check_in"),
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

"""The books, in whole minutes. A record is never edited: a correction is a reversing record plus a new one."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint

from bot.schema.columns import day, identity, instant, number, one_of, refers, table, text, where

service_record = table(
    "service_record",
    identity(),
    refers("person_id", "person.id", null=True),  # NULL: heads of a team without names
    refers("team_id", "team.id", null=True),
    refers("station_id", "station.id"),
    refers("activity_id", "activity.id", null=True),
    refers("shift_id", "shift.id", null=True),
    text("kind"),
    text("nature", default="service"),
    day("day"),  # of the station's zone, where it began
    text("month"),  # in which it counts; later than its day where that month was closed
    instant("starts_at"),
    instant("ends_at"),
    number("minutes"),  # of one head
    number("heads", default=1),
    text("state"),
    text("source"),
    text("note", default=""),
    text("why", default="[]"),
    text("flags", default=""),
    text("needs", default=""),  # while it waits: the role above a social worker's that its day needs
    refers("entered_by", "person.id", null=True),
    instant("entered_at"),
    refers("verified_by", "person.id", null=True),
    instant("verified_at", null=True),
    text("verified_reason", null=True),
    refers("returned_by", "person.id", null=True),
    instant("returned_at", null=True),
    text("returned_reason", null=True),
    refers("reverses_id", "service_record.id", null=True),
    refers("replaces_id", "service_record.id", null=True),
    one_of("nature", "service", "training", "preparation"),
    one_of("state", "submitted", "verified", "returned"),
    one_of("needs", "", "coordinator", "administrator"),
    one_of("source", "roll_call", "check_in", "self_report", "late_entry", "head_count", "correction"),
    CheckConstraint(
        "CASE WHEN reverses_id IS NULL THEN minutes BETWEEN 1 AND 1440 ELSE minutes BETWEEN -1440 AND -1 END",
        name="minutes",
    ),
    CheckConstraint("heads > 0", name="heads"),
    CheckConstraint("ends_at > starts_at AND ends_at - starts_at <= 86400", name="span"),
    CheckConstraint("person_id IS NULL OR verified_by IS NULL OR person_id <> verified_by", name="own"),
    CheckConstraint("(state = 'verified') = (verified_at IS NOT NULL)", name="verified"),
    Index("ix_service_record_person_id", "person_id", "starts_at"),
    # Both hold all that a summary of 100,000 records reads of them.
    Index(
        "ix_service_record_month",
        *("month", "state", "station_id", "team_id", "person_id", "minutes", "day", "heads", "nature"),
    ),
    Index(
        "ix_service_record_day",
        *("day", "state", "station_id", "team_id", "person_id", "minutes", "heads", "kind", "nature"),
    ),
    Index("ix_service_record_shift_id", "shift_id"),
    Index(
        "ix_service_record_waiting",
        "station_id",
        "id",
        **where("state = 'submitted'"),
    ),
    Index("ix_service_record_submitted", "id", **where("state = 'submitted'")),
    Index(
        "ix_service_record_waiting_activity",
        *("activity_id", "station_id", "id"),
        **where("state = 'submitted' AND activity_id IS NOT NULL"),
    ),
    Index(
        "ix_service_record_waiting_team",
        *("team_id", "station_id", "id"),
        **where("state = 'submitted' AND activity_id IS NULL"),
    ),
    Index(
        "ix_service_record_words",
        "person_id",
        **where("note <> '' OR verified_reason IS NOT NULL OR returned_reason IS NOT NULL"),
    ),
    Index("ix_service_record_needs", "id", **where("state = 'submitted' AND needs <> ''")),
    Index("ix_service_record_undecided", "person_id", **where("state <> 'verified'")),
    Index("ix_service_record_reversing", "station_id", "id", **where("reverses_id IS NOT NULL")),
    Index("uq_service_record_reverses_id", "reverses_id", unique=True),
    Index("ix_service_record_replaces_id", "replaces_id", **where("replaces_id IS NOT NULL")),
)

# The running sums, kept in the transaction that verifies a record; team_id 0 is "no team".
team_month = table(
    "team_month",
    refers("station_id", "station.id", key=True),
    number("team_id", key=True),
    text("month", key=True),
    text("kind", key=True),
    text("nature", key=True),
    number("minutes", default=0),
    number("attendances", default=0),
)

# The sums of every team, and of every station with all below it; people by the choices of natures they count for.
running_sum = table(
    "running_sum",
    text("node", key=True),
    text("what", key=True),
    text("period", key=True),
    text("served", key=True),
    text("kind", key=True),
    text("nature", key=True),
    number("amount"),
)

# What is to be added to them: nobody waits for a sum that somebody else adds to.
running_sum_added = table(
    "running_sum_added",
    identity(),
    text("node"),
    text("what"),
    text("period"),
    text("served"),
    text("kind"),
    text("nature"),
    number("amount"),
    Index("ix_running_sum_added_node", "node", "what", "period"),
)

# Verified minutes of a person, by month of booking and place: whether somebody is counted is seen here.
person_month = table(
    "person_month",
    refers("person_id", "person.id", key=True),
    text("month", key=True),
    refers("station_id", "station.id", key=True),
    number("team_id", key=True),
    number("service"),
    number("training"),
    number("preparation"),
)

# A closed month, frozen: one row per station and team, the totals as JSON.
tally = table(
    "tally",
    refers("station_id", "station.id", key=True),
    text("month", key=True),
    number("team_id", key=True),
    text("totals"),
    instant("closed_at"),
)

statement = table(
    "statement",
    refers("record_id", "service_record.id", key=True),
    refers("person_id", "person.id", null=True),
    text("state"),
    instant("asked_at"),
    instant("stands_at"),
    instant("question_until"),
    instant("answered_at", null=True),
    text("question", default=""),
    one_of("state", "asked", "agreed", "disputed", "settled", "stood"),
    Index(
        "ix_statement_stands_at",
        "stands_at",
        **where("state = 'asked'"),
    ),
)

# Pairs of keys that sign papers. Those that are retired stay, for the papers that they have signed.
signing_key = table(
    "signing_key",
    identity(),
    text("public"),
    text("seed"),  # encrypted
    text("name"),
    instant("made_at"),
    instant("retired_at", null=True),
    UniqueConstraint("public"),
)

# Papers that went out, by the number on them. Of somebody who was erased the number and the hash stay, no more.
paper = table(
    "paper",
    identity(),
    text("kind"),
    refers("person_id", "person.id", null=True),
    refers("station_id", "station.id"),
    day("first", null=True),
    day("last", null=True),
    text("extent"),
    text("content", null=True),  # encrypted
    text("sha256", null=True),
    refers("key_id", "signing_key.id", null=True),
    text("records", default="[]"),  # what was verified of the person then, as ids
    instant("issued_at"),
    instant("withdrawn_at", null=True),
    one_of("extent", "entries", "totals"),
    Index("ix_paper_person_id", "person_id"),
)

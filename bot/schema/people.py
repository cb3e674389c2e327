"""Who there is. A person without telegram_id is managed by a captain or staff, and is as much a person as any other."""

from sqlalchemy import Column, Index, Text, UniqueConstraint

from bot.schema.columns import day, flag, identity, instant, number, one_of, refers, table, text, where

station = table(
    "station",
    identity(),
    refers("parent_id", "station.id", null=True),
    # '/1/4/9/': every ancestor and itself, so that a subtree is a range, in the order of bytes
    Column("path", Text().with_variant(Text(collation="C"), "postgresql"), nullable=False),
    text("level"),
    text("name"),
    text("zone"),  # effective: what the station sets, else what it inherits
    flag("own_zone"),  # whether it sets it
    text("preset", null=True),
    instant("created_at"),
    # When a tick looks at it next, as for a shift: its months, its report, the digests of who serves there.
    number("close_at", default=0),
    number("report_at", default=0),
    number("digest_at", default=0),
    flag("changed"),  # what holds here has changed, and its coming shifts were not looked at since
    UniqueConstraint("path"),
    Index("ix_station_parent_id", "parent_id", "name"),
    Index("ix_station_close_at", "close_at"),
    Index("ix_station_report_at", "report_at"),
    Index("ix_station_digest_at", "digest_at"),
    Index("ix_station_changed", "id", **where("changed = 1")),
    one_of("level", "province", "city", "district", "street", "community"),
)

station_setting = table(
    "station_setting",
    refers("station_id", "station.id", key=True),
    text("key", key=True),
    text("value"),
    number("set_by", null=True),
    instant("set_at"),
    Index("ix_station_setting_key", "key", "station_id"),
)

person = table(
    "person",
    identity(),
    number("telegram_id", null=True),
    text("state"),  # new: only the id is kept, nothing was agreed to yet
    text("name", default=""),
    text("language", null=True),  # chosen in settings; NULL follows the client
    text("client_language", default="en"),
    text("age_band", null=True),
    instant("age_band_at", null=True),
    instant("consent_at", null=True),
    text("volunteer_number", null=True),
    text("phone", null=True),  # encrypted
    number("home_team_id", null=True),
    refers("managed_by_id", "person.id", null=True),
    refers("merged_into_id", "person.id", null=True),
    instant("unreachable_at", null=True),
    number("strikes", default=0),
    instant("first_strike_at", null=True),
    instant("created_at"),
    UniqueConstraint("telegram_id"),
    one_of("state", "new", "active", "managed", "erased"),
    one_of("age_band", "minor", "under_14", "14_17", "adult", "18_59", "60_up"),
    Index("ix_person_name", "name"),
    Index("ix_person_managed_by_id", "managed_by_id"),
    Index("ix_person_age_band_at", "age_band_at", **where("age_band = '14_17' AND state = 'active'")),
    Index("ix_person_volunteer_number", "volunteer_number", **where("volunteer_number IS NOT NULL")),
)

# Every piece of a name of at most three characters, in small letters, and the empty one: whoever looks for part of a
# name reads those who have its beginning in theirs, in order of their names. Nothing else is known of anybody here.
name_part = table(
    "name_part",
    text("part", key=True),
    text("name", key=True),
    refers("person_id", "person.id", key=True),
    Index("ix_name_part_person_id", "person_id"),
)

# The same for the members of each team, so that a team is looked through in order of its names, however large.
team_name = table(
    "team_name",
    refers("team_id", "team.id", key=True),
    text("part", key=True),
    text("name", key=True),
    refers("person_id", "person.id", key=True),
    flag("managed"),
    Index("ix_team_name_person_id", "person_id"),
    Index("ix_team_name_managed", "team_id", "name", "person_id", **where("part = '' AND managed = 1")),
)

guardian_consent = table(
    "guardian_consent",
    identity(),
    refers("person_id", "person.id"),
    text("way"),
    refers("guardian_id", "person.id", null=True),
    text("guardian_name", null=True),  # encrypted
    text("companion_name", null=True),  # encrypted; asked for under 14
    refers("companion_id", "person.id", null=True),  # or a person here who comes along
    day("given_on"),
    day("valid_until"),
    refers("taken_by", "person.id", null=True),
    instant("created_at"),
    instant("withdrawn_at", null=True),
    one_of("way", "chat", "paper"),
    Index("ix_guardian_consent_person_id", "person_id"),
)

role_grant = table(
    "role_grant",
    identity(),
    refers("person_id", "person.id"),
    text("role"),
    refers("station_id", "station.id"),
    refers("granted_by", "person.id", null=True),
    instant("granted_at"),
    refers("withdrawn_by", "person.id", null=True),
    instant("withdrawn_at", null=True),
    one_of("role", "social_worker", "coordinator", "administrator"),
    Index("ix_role_grant_person_id", "person_id"),
    Index("ix_role_grant_station_id", "station_id", **where("withdrawn_at IS NULL")),
    Index(
        "uq_role_grant_live",
        "person_id",
        "role",
        "station_id",
        unique=True,
        **where("withdrawn_at IS NULL"),
    ),
)

team = table(
    "team",
    identity(),
    refers("station_id", "station.id"),
    text("name"),
    text("kind"),
    flag("open"),
    refers("lead_id", "person.id", null=True),
    number("chat_id", null=True),  # the team's Telegram group, once the bot is in it
    instant("created_at"),
    instant("closed_at", null=True),
    one_of("kind", "service", "group"),
    Index("ix_team_station_id", "station_id"),
    Index("ix_team_place", "station_id", "name", "id", **where("closed_at IS NULL")),
    Index("ix_team_groups", "station_id", **where("kind = 'group' AND closed_at IS NULL")),
    Index("ix_team_lead_id", "lead_id"),
)

membership = table(
    "membership",
    identity(),
    refers("team_id", "team.id"),
    refers("person_id", "person.id"),
    flag("captain"),
    instant("joined_at"),
    instant("left_at", null=True),
    Index(
        "uq_membership_live",
        "team_id",
        "person_id",
        unique=True,
        **where("left_at IS NULL"),
    ),
    Index("ix_membership_person_id", "person_id"),
    Index("ix_membership_captains", "team_id", "person_id", **where("captain = 1 AND left_at IS NULL")),
)

invitation = table(
    "invitation",
    identity(),
    text("code_hash"),
    text("purpose"),
    text("role", null=True),
    refers("station_id", "station.id", null=True),
    refers("team_id", "team.id", null=True),
    refers("person_id", "person.id", null=True),  # the child of a guardian's link, the managed person to be linked
    number("uses_left"),
    instant("expires_at"),
    refers("created_by", "person.id", null=True),
    instant("created_at"),
    UniqueConstraint("code_hash"),
    one_of("purpose", "role", "team", "guardian", "link"),
)

# Wrong codes, of invitations and of check-ins, by Telegram id: five in ten minutes pause for an hour.
wrong_try = table(
    "wrong_try",
    identity(),
    number("telegram_id"),
    text("what"),
    instant("at"),
    Index("ix_wrong_try_telegram_id", "telegram_id", "what", "at"),
)

qualification = table(
    "qualification",
    refers("person_id", "person.id", key=True),
    text("name", key=True),
    refers("recorded_by", "person.id", null=True),
    instant("recorded_at"),
)

# 'pause' stands for all that may be switched off, until an instant or until the person comes back.
notice_off = table(
    "notice_off",
    refers("person_id", "person.id", key=True),
    text("notice", key=True),
    instant("until", null=True),
    Index("ix_notice_off_until", "until", **where("until IS NOT NULL")),
)

draft = table(
    "draft",
    refers("person_id", "person.id", key=True),
    text("form", key=True),
    text("step"),
    text("fields"),
    number("card_id", null=True),
    number("revision", default=0),
    instant("updated_at"),
    # aside: its person turned to something else; closed: only the revision is left, so that no card meets it twice
    text("state", default="open"),
    one_of("state", "open", "aside", "closed"),
)

pass_on = table(
    "pass_on",
    identity(),
    refers("person_id", "person.id"),
    number("chat_id"),
    number("message_id"),
    refers("lead_id", "person.id", null=True),
    text("state", default="asked"),
    instant("created_at"),
    one_of("state", "asked", "passed", "kept"),
)

"""Lists of people that are being taken in."""

from sqlalchemy import Index

from bot.schema.columns import identity, instant, number, one_of, refers, table, text, where

# A list of people that somebody brought. The file itself is not kept; its rows are, sealed, until they are taken in,
# given up, or a day old. Afterwards only whom it made is known, as long as that can be taken back.
roster = table(
    "roster",
    identity(),
    refers("person_id", "person.id"),
    text("file_id", null=True),  # by which Telegram knows it, until it is fetched
    text("state"),
    refers("team_id", "team.id", null=True),  # where nothing else is said
    text("heads", default=""),  # what its columns are called, sealed
    text("columns", default=""),
    text("salt", default=""),  # sealed; what the marks of its rows are made with
    number("rows", default=0),
    number("card_id", null=True),
    instant("created_at"),
    instant("expires_at", null=True),
    instant("imported_at", null=True),
    one_of("state", "sent", "asking", "matching", "ready", "importing", "imported", "undoing", "undone", "cancelled"),
    Index("ix_roster_person_id", "person_id"),
    Index("ix_roster_at_work", "id", **where("state IN ('matching', 'importing', 'undoing')")),
    Index("ix_roster_expires_at", "expires_at", **where("expires_at IS NOT NULL")),
)

roster_row = table(
    "roster_row",
    refers("roster_id", "roster.id", key=True),
    number("line", key=True),
    text("cells", default=""),  # sealed
    text("mark", default=""),  # tells two rows of one person, by team and name
    text("outcome", default=""),  # '': not compared yet
    text("why", default=""),
    refers("person_id", "person.id", null=True),
    Index("ix_roster_row_outcome", "roster_id", "outcome", "line"),
    Index("ix_roster_row_mark", "roster_id", "mark", "line"),
    Index("ix_roster_row_person_id", "person_id"),
)

"""What has come in and what must go out. Both outlive the process; nothing here is a second source of truth."""

from sqlalchemy import Index, UniqueConstraint

from bot.schema.columns import flag, identity, instant, number, one_of, refers, table, text, where

UNDELIVERED = (
    "named = 0 AND class IN ('critical', 'normal')"
    " AND (state IN ('unknown', 'dead', 'expired') OR error IN ('unreachable', 'blocked'))"
)
"""What did not leave as it should, and nobody has been told of: few rows, and soon none. As in `newly_undelivered`."""

process = table("process", number("bot_id", key=True), number("epoch"), instant("started_at"))

receipt = table("receipt", number("bot_id", key=True), number("slot", key=True), number("token"))
"""What committed last in each slot: PostgreSQL only, where the answer to a COMMIT can be lost."""

inbox = table(
    "inbox",
    number("bot_id", key=True),
    number("update_id", key=True),
    number("lane"),
    text("raw"),
    text("state", default="new"),
    number("attempts", default=0),
    instant("received_at"),
    one_of("state", "new", "done", "dead"),
    Index("ix_inbox_new", "bot_id", "update_id", **where("state = 'new'")),
    Index("ix_inbox_received_at", "received_at"),
)

outbox = table(
    "outbox",
    identity(),
    number("bot_id"),
    text("key"),
    text("kind"),
    text("class"),
    number("chat_id"),
    refers("person_id", "person.id", null=True),
    text("subject", null=True),
    text("payload"),
    instant("created_at"),
    instant("due_at"),
    instant("expires_at", null=True),
    instant("not_before", null=True),
    text("state"),
    number("attempts", default=0),
    number("parts", default=0),  # messages of it that have arrived: a notice may be several
    number("epoch", default=0),
    number("message_id", null=True),
    instant("sent_at", null=True),
    text("error", null=True),
    flag("named"),  # 1: it was not delivered, and stands where somebody reads of it
    UniqueConstraint("key"),
    one_of("class", "critical", "normal", "reply", "edit"),
    one_of("state", "pending", "sending", "sent", "unknown", "dead", "expired", "dropped"),
    Index(
        "ix_outbox_leaving",
        *("bot_id", "class", "due_at", "id"),
        **where("state = 'pending'"),
    ),
    Index("ix_outbox_chat_id", "chat_id", "bot_id", **where("state = 'pending'")),
    # Its condition is one that no other question meets: PostgreSQL, where it thinks that little waits, takes any index.
    Index("ix_outbox_expires_at", "bot_id", "expires_at", **where("state = 'pending' AND expires_at IS NOT NULL")),
    Index(
        "ix_outbox_sending",
        "bot_id",
        "id",
        **where("state = 'sending'"),
    ),
    Index("ix_outbox_undelivered", "id", **where(UNDELIVERED)),
    Index("ix_outbox_subject", "subject"),
    Index("ix_outbox_unreached", "subject", **where("error = 'unreachable'")),
    Index("ix_outbox_person_id", "person_id"),
    Index("ix_outbox_sent_at", "sent_at"),
)

# Whoever has erased everything is owed the word that nothing is left. ``erasing``: the log may still hold what was;
# ``telling``: the word is on its way; ``closing``: the id is gone from the tables, and only the log may still hold it.
erasure = table(
    "erasure",
    identity(),
    number("telegram_id", null=True),
    text("language", null=True),
    text("state", default="erasing"),
    instant("asked_at"),
    one_of("state", "erasing", "telling", "closing"),
)

# A scheduled event that happens once: a month closed, a digest written, a lead's list made.
occurrence = table("occurrence", text("key", key=True), instant("done_at"))

audit = table(
    "audit",
    identity(),
    number("number", null=True),  # 1, 2, 3 …: its place in the chain, once it is sealed
    instant("at"),
    number("actor_id", null=True),
    text("act"),
    text("subject"),
    text("facts"),
    text("previous", null=True),
    text("hash", null=True),
    UniqueConstraint("number"),
    Index("ix_audit_subject", "subject"),
)

# Notes that wait to be sealed, and what each was written as: who changes or takes away one of the two is found out.
audit_unsealed = table("audit_unsealed", number("note_id", key=True), text("mark", key=True))

# The end of the chain of notes: who seals holds this row, so that there is one chain; and a tail that was cut shows.
audit_head = table("audit_head", number("id", key=True), number("notes"), text("hash"))

# The last record that was booked before lines of the books were noted in the chain: later ones all are.
books_noted = table("books_noted", number("id", key=True), number("since_record"))

# A word sealed with the data key of these books: tells it from any other before anything is read or written with it.
data_key = table("data_key", number("id", key=True), text("proof"))

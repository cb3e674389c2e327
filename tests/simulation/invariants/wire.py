"""The wire: no dead update, no error in the log, queues that drain, nothing that grows for ever."""

from collections.abc import Iterator

from tests.simulation.invariants.view import DAY, View

MANY = 500


def no_error_is_logged(view: View) -> Iterator[str]:
    errors, view.world.journal.errors = view.world.journal.errors, []
    yield from errors


def no_update_is_dead(view: View) -> Iterator[str]:
    for row in view.rows("SELECT update_id FROM inbox WHERE state = 'dead'"):
        yield f"update {row['update_id']}"


def no_message_is_dead(view: View) -> Iterator[str]:
    """What Telegram refuses for good is a fault of ours: too long, empty, badly marked up."""
    for row in view.rows("SELECT key, error FROM outbox WHERE state = 'dead' AND created_at > :since"):
        if "blocked" not in (row["error"] or "") and "chat not found" not in (row["error"] or ""):
            yield f"{row['key']}: {row['error']}"


def every_call_is_well_formed(view: View) -> Iterator[str]:
    """By the reference of the Bot API: also what Telegram would pass over in silence."""
    yield from list(view.world.simulator.violations)
    view.world.simulator.violations.clear()


def queues_drain(view: View) -> Iterator[str]:
    if not view.at_end:
        return
    for table, where in (
        ("inbox", "state = 'new'"),
        ("outbox", "state = 'sending'"),
        ("outbox", "state = 'pending' AND due_at < :now - 600 AND coalesce(not_before, 0) < :now - 600"),
    ):
        sql = f"SELECT count(*) AS n FROM {table} WHERE {where}"  # noqa: S608  # two words of our own
        n = view.rows(sql)[0]["n"]
        if n:
            yield f"{n} rows of {table} where {where}"


def old_rows_go(view: View) -> Iterator[str]:
    """Swept once an hour by a process that may have been killed in that hour."""
    for table, where, days in (
        ("inbox", "received_at", 7),
        ("outbox", "CASE WHEN state IN ('sent', 'dropped') THEN coalesce(sent_at, created_at) ELSE :now END", 30),
    ):
        sql = f"SELECT count(*) AS n FROM {table} WHERE {where} < :old"  # noqa: S608  # as above
        n = view.rows(sql, old=view.now - (days + 1) * DAY)[0]["n"]
        if n:
            yield f"{n} rows of {table} are older than {days} days"


def memory_is_bounded(view: View) -> Iterator[str]:
    app = view.process.app if view.process else None
    if app is None or not hasattr(app.engine, "delivery"):
        return
    delivery, ledger = app.engine.delivery, app.engine.ledger
    for name, held in (
        ("lanes", delivery.lanes),
        ("tasks of delivery", delivery.tasks),
        ("held chats", app.engine.sender.holds.ends),
        ("results", ledger.settled),
        ("postponed", ledger.postponed),
        ("deeds", ledger.deeds),
        ("tasks", view.process.tasks if view.process else ()),
    ):
        if len(held) > MANY:
            yield f"{len(held)} {name}"


INVARIANTS = (
    no_error_is_logged,
    no_update_is_dead,
    no_message_is_dead,
    every_call_is_well_formed,
    queues_drain,
    old_rows_go,
    memory_is_bounded,
)

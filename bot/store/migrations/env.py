"""Run by Alembic. SQLite's DDL is atomic only with BEGIN IMMEDIATE and the driver's own transactions off."""

from alembic import context

given = context.config.attributes
context.configure(
    connection=given["connection"],
    target_metadata=given.get("metadata"),  # only who drafts the next migration compares
    render_as_batch=True,
    transactional_ddl=True,
    transaction_per_migration=False,
)
context.run_migrations()

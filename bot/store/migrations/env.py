"""Run by Alembic. SQLite's DDL is atomic only with BEGIN IMMEDIATE and the driver's own transactions off."""

from alembic import context

from bot.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
    transaction_per_migration=False,
)
context.run_migrations()

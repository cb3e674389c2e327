"""Every table, as SQLAlchemy sees it: for migrations and for the test that compares them with what migrating makes."""

from bot.store.schema import activities, people, records, wire
from bot.store.schema.columns import metadata

__all__ = ["activities", "metadata", "people", "records", "wire"]

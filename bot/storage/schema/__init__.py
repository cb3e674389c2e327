"""Every table, as SQLAlchemy sees it: for migrations and for the test that compares them with what migrating makes."""

from bot.storage.schema import activities, people, records, wire
from bot.storage.schema.columns import metadata

__all__ = ["activities", "metadata", "people", "records", "wire"]

"""Every table, as SQLAlchemy sees it: for migrations and for the test that compares them with what migrating makes."""

from bot.schema import activities, people, records, rosters, wire
from bot.schema.columns import metadata

__all__ = ["activities", "metadata", "people", "records", "rosters", "wire"]

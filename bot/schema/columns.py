"""What both databases speak: an instant is whole seconds since 1970 UTC, a day is text, a flag is 0 or 1."""

from inspect import signature
from types import NoneType
from typing import Any, get_args, get_type_hints

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Identity,
    Integer,
    MetaData,
    SmallInteger,
    Table,
    Text,
)
from sqlalchemy import text as sql
from sqlalchemy.schema import SchemaItem

from bot.ground.frozen import Frozen, field_names

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Small = SmallInteger().with_variant(Integer, "sqlite")
Big = BigInteger().with_variant(Integer, "sqlite")


def table(name: str, *parts: SchemaItem) -> Table:
    flags = [part.name for part in parts if isinstance(part, Column) and part.type is Small]
    checks = [CheckConstraint(f"{flag} IN (0, 1)", name=flag) for flag in flags]
    return Table(name, metadata, *parts, *checks, sqlite_strict=True)


def identity(name: str = "id") -> Column[int]:
    return Column(name, Big, Identity(always=False), primary_key=True)


def number(name: str, *, null: bool = False, default: int | None = None, key: bool = False) -> Column[Any]:
    given = None if default is None else str(default)
    return Column(name, Big, nullable=null, primary_key=key, server_default=given, autoincrement=False)


def instant(name: str, *, null: bool = False) -> Column[Any]:
    return Column(name, Big, nullable=null)


def text(name: str, *, null: bool = False, default: str | None = None, key: bool = False) -> Column[Any]:
    return Column(name, Text, nullable=null, primary_key=key, server_default=default)


def day(name: str, *, null: bool = False) -> Column[Any]:
    return Column(name, Text, nullable=null)


def flag(name: str, *, default: int = 0) -> Column[Any]:
    return Column(name, Small, nullable=False, server_default=str(default))


def refers(name: str, target: str, *, null: bool = False, key: bool = False) -> Column[Any]:
    return Column(name, Big, ForeignKey(target), nullable=null, primary_key=key, autoincrement=False)


def columns_of(kind: type[Frozen], *, but: tuple[str, ...] = ()) -> list[Column[Any]]:
    """One for each field of a value that is kept as it stands, called like it, with its default."""
    given, hints = signature(kind).parameters, get_type_hints(kind)
    return [kept(name, hints[name], given[name].default) for name in field_names(kind) if name not in but]


def kept(name: str, hint: Any, default: Any) -> Column[Any]:
    sort, null = next(iter(get_args(hint)), hint), NoneType in get_args(hint)
    if sort is bool:
        return flag(name)
    if sort is int:
        return number(name, null=null, default=default if isinstance(default, int) else None)
    return text(name, null=null, default=default if isinstance(default, str) else None)


def one_of(column: str, *values: str) -> CheckConstraint:
    """The states a column may hold, said to the database as well."""
    return CheckConstraint(f"{column} IN ({', '.join(repr(value) for value in values)})", name=column)


def where(condition: str) -> dict[str, Any]:
    """Makes an index partial, on both databases."""
    return {"sqlite_where": sql(condition), "postgresql_where": sql(condition)}

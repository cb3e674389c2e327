"""A statement stands under its own signature: ``@sql`` reads from the annotations what goes in and what comes out.

A parameter is ``:name``, and ``:name.field`` for a field of it. Of the answers, ``list[Team]`` and ``tuple[Team, ...]``
are every row, ``dict[int, str]`` two columns of every row, ``Team`` is the one that must be there (NotFound) and
``Team | None`` the one that may be; ``int`` and ``str`` are the first column. A change without RETURNING answers how
many rows it changed, as ``bool`` whether it was any; a question answered by ``bool`` asks whether there is a row. What
is a value of ours (Frozen) is made out of the columns called like its fields; ``read`` makes it where that is not
enough. ``Row`` is the row as it is.
"""

from collections.abc import Callable, Coroutine, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import update_wrapper
from inspect import Parameter, getdoc, signature
from types import NoneType
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, get_args, get_origin, get_type_hints

from bot.ground.frozen import Frozen
from bot.ground.refusals import NotFound
from bot.store.picking import ByColumns, Members, Reader, by_position
from bot.store.statements import Statement, read_statement
from bot.store.transaction import Row, Tx, Value

P = ParamSpec("P")
R = TypeVar("R")
Answering = Callable[[Tx, Statement, dict[str, Value]], Coroutine[Any, Any, Any]]
STATED: dict[str, "Asked[..., Any]"] = {}
"""Every statement of the modules that are imported, by module and name."""


class Asked(Generic[P, R]):
    """A statement that can be called. ``statement`` is what it says, ``many`` runs it once for each set of values."""

    def __init__(self, function: Callable[..., Any], text: str, read: Reader | None) -> None:
        update_wrapper(self, function)
        self.function = function
        self.read = read
        self.statement = read_statement(f"{function.__module__}:{function.__name__}", text)
        parameters = list(signature(function).parameters.values())[1:]
        self.takes = [one.name for one in parameters]
        self.places = [
            (name, self.takes.index(of), field) for name, of, field in self.statement.sources if of in self.takes
        ]
        self.defaults = {one.name: one.default for one in parameters if one.default is not Parameter.empty}
        self.answering: Answering | None = None

    def __call__(self, tx: Tx, /, *values: P.args, **named: P.kwargs) -> Coroutine[Any, Any, R]:
        answering = self.answering
        if answering is None:
            answering = self.answering = answer_of(self.statement, get_type_hints(self.function)["return"], self.read)
        return answering(tx, self.statement, self.bind(values, named))

    async def many(self, tx: Tx, values: Sequence[Mapping[str, Any]]) -> None:
        """Arguments by name, for each time."""
        await tx.change_many(self.statement, [self.bind((), one) for one in values])

    def bind(self, values: tuple[Any, ...], named: Mapping[str, Any]) -> dict[str, Value]:
        """By place where every argument stands in its own; by name else."""
        if named or len(values) < len(self.takes):
            given: Mapping[Any, Any] = {**self.defaults, **dict(zip(self.takes, values, strict=False)), **named}
            sources: Sequence[tuple[str, Any, str | None]] = self.statement.sources
        else:
            given, sources = values, self.places  # type: ignore[assignment]  # asked by number instead of by name
        bound: dict[str, Value] = {}
        for name, of, field in sources:
            value = given[of] if field is None else getattr(given[of], field)
            bound[name] = value if type(value) in PLAIN else plain(value)
        return bound

    @property
    def purpose(self) -> str:
        return getdoc(self.function) or ""


PLAIN = frozenset({int, str, NoneType})
"""What most values are: nothing need be asked about them."""


def plain(value: Any) -> Value:
    """As a database keeps it."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, Enum):
        value = value.value
    kept: Value = value.isoformat() if isinstance(value, date) else value
    return kept


def sql(
    text: str, *, read: Reader | None = None
) -> Callable[[Callable[Concatenate[Tx, P], Coroutine[Any, Any, R]]], Asked[P, R]]:
    """The body of the function is its statement; its docstring says the purpose."""

    def stated(function: Callable[Concatenate[Tx, P], Coroutine[Any, Any, R]]) -> Asked[P, R]:
        asked: Asked[P, R] = Asked(function, text, read)
        if asked.statement.name in STATED:
            raise ValueError(f"two statements are called {asked.statement.name}")
        STATED[asked.statement.name] = asked
        return asked

    return stated


def answer_of(statement: Statement, answer: Any, read: Reader | None) -> Answering:
    many, needed, kind = wanted(answer)
    if statement.changes or answer is NoneType:
        return changed(answer)
    if kind is bool and not many:
        return found
    reader = read or row_reader(kind)
    if many:
        return every(reader, {tuple: tuple, dict: dict}.get(get_origin(answer), list))
    return one(reader, needed=needed, unseen=kind is Any)


def wanted(answer: Any) -> tuple[bool, bool, Any]:
    """Many or one, whether it must be there, and of what kind."""
    if get_origin(answer) is dict:
        return True, True, dict
    if get_origin(answer) in {list, tuple, Sequence} and not (
        get_origin(answer) is tuple and get_args(answer)[1:] != (...,)
    ):
        return True, True, get_args(answer)[0]
    kinds = [kind for kind in get_args(answer) if kind is not NoneType]
    optional = NoneType in get_args(answer)
    return False, not optional, kinds[0] if optional and len(kinds) == 1 else answer


def changed(answer: Any) -> Answering:
    async def change(tx: Tx, statement: Statement, values: dict[str, Value]) -> Any:
        rows = await tx.change(statement, **values)
        return None if answer is NoneType else rows > 0 if answer is bool else rows

    return change


async def found(tx: Tx, statement: Statement, values: dict[str, Value]) -> bool:
    return await tx.row(statement, **values) is not None


def every(reader: Reader, container: Callable[[list[Any]], Any]) -> Answering:
    async def rows(tx: Tx, statement: Statement, values: dict[str, Value]) -> Any:
        return container([reader(row) for row in await tx.rows(statement, **values)])

    return rows


def one(reader: Reader, *, needed: bool, unseen: bool) -> Answering:
    async def row(tx: Tx, statement: Statement, values: dict[str, Value]) -> Any:
        first = await tx.row(statement, **values)
        if first is None:
            if needed and not unseen:
                raise NotFound
            return None
        return reader(first)

    return row


def row_reader(kind: Any) -> Reader:
    if kind is Row:
        return lambda row: row
    if isinstance(kind, type) and issubclass(kind, Frozen):
        return ByColumns(kind)
    if kind is dict:
        return lambda row: (row[0], row[1])
    if get_origin(kind) is tuple:
        return by_position(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        members = Members(kind)
        return lambda row: members[row[0]]
    return lambda row: row[0]

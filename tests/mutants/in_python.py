"""Faults in rules and acts: a comparison, a sign, a number, a guard or a note is changed or lost."""

import ast
import copy
import gc
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import CodeType, FunctionType

from tests.mutants.mutant import Mutant

ROOT = Path(__file__).parents[2]
COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
Function = ast.FunctionDef | ast.AsyncFunctionDef
Making = Callable[[ast.AST], ast.AST]  # what stands there instead
Fault = tuple[str, Making]
Places = dict[tuple[str, str], list[FunctionType]]


def mutants(kind: str, paths: list[Path]) -> Iterator[Mutant]:
    for path in paths:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for qualified, function in functions(tree):
            yield from of_function(kind, path, qualified, function)


def functions(tree: ast.Module) -> Iterator[tuple[str, Function]]:
    """Of the module and of its classes; what stands within a function belongs to it. Statements of SQL have no body."""
    for node in tree.body:
        for within in node.body if isinstance(node, ast.ClassDef) else [node]:
            if isinstance(within, Function) and not stated(within):
                yield (f"{node.name}.{within.name}" if isinstance(node, ast.ClassDef) else within.name), within


def stated(function: Function) -> bool:
    return any(isinstance(one, ast.Call) and ast.unparse(one.func) == "sql" for one in function.decorator_list)


def of_function(kind: str, path: Path, qualified: str, function: Function) -> Iterator[Mutant]:
    where = str(path.relative_to(ROOT))
    for number, (statement, node, how, fault) in enumerate(sites(function)):
        yield Mutant(
            id=f"{where}:{qualified}#{number}",
            kind=kind,
            how=how,
            where=where,
            lines=span(statement),
            was=ast.unparse(node),
            becomes=ast.unparse(fault(copy.deepcopy(node))),
            put=partial(put, path, qualified, number),
        )


def sites(function: Function) -> Iterator[tuple[ast.stmt, ast.AST, str, Making]]:
    """Every place where something can be wrong, always in the same order: its statement, the node, what is done."""
    for statement in ast.walk(ast.Module(function.body, [])):
        if isinstance(statement, ast.stmt) and not isinstance(statement, Function):
            for node in [statement, *expressions(statement)]:
                for how, fault in faults(node):
                    yield statement, node, how, fault


def span(node: ast.AST) -> tuple[int, int]:
    """Of a statement that holds others only its head: where what decides stands."""
    first = getattr(node, "lineno", 0)
    if isinstance(node, ast.If | ast.While):
        return first, node.test.end_lineno or first
    if isinstance(node, ast.For | ast.AsyncFor):
        return first, node.iter.end_lineno or first
    if isinstance(node, ast.With | ast.AsyncWith | ast.Try | ast.Match):
        return first, first
    return first, getattr(node, "end_lineno", first)


def expressions(statement: ast.stmt) -> Iterator[ast.expr]:
    """What a statement says itself, without the statements within it, and without types."""
    waiting = list(ast.iter_child_nodes(statement))
    if isinstance(statement, ast.AnnAssign):
        waiting.remove(statement.annotation)
    while waiting:
        node = waiting.pop(0)
        if not isinstance(node, ast.stmt):
            waiting += ast.iter_child_nodes(node)
            if isinstance(node, ast.expr):
                yield node


def faults(node: ast.AST) -> Iterator[Fault]:
    match node:
        case ast.If(body=[ast.Raise()], orelse=[]):
            yield "guard", lambda made: ast.Pass()
        case ast.Expr(value=ast.Call() | ast.Await(value=ast.Call())):
            yield "call", lambda made: ast.Expr(ast.Constant(None))
        case ast.Compare(ops=[op]) if type(op) in COMPARED:
            yield "compare", compared
        case ast.BoolOp(values=values):
            yield "and-or", turned
            for number in range(len(values)):
                yield "term", partial(without, number)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield "not", lambda made: copy.deepcopy(operand)
        case ast.Constant(value=bool(value)):
            yield "flag", lambda made: ast.Constant(not value)
        case ast.Constant(value=int(value)):
            yield "number", lambda made: ast.Constant(value + 1)


def compared(node: ast.AST) -> ast.AST:
    assert isinstance(node, ast.Compare)
    node.ops = [COMPARED[type(node.ops[0])]()]
    return node


def turned(node: ast.AST) -> ast.AST:
    assert isinstance(node, ast.BoolOp)
    node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    return node


class Instead(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self.new if node is self.old else self.generic_visit(node)


def put(path: Path, qualified: str, number: int, among: Places | None = None) -> None:
    """The function, compiled anew with the fault in it, gives its code to every function that has the old one."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    _, node, _, fault = list(sites(dict(functions(tree))[qualified]))[number]
    Instead(node, fault(copy.deepcopy(node))).visit(tree)
    made = code_of(compile(ast.fix_missing_locations(tree), str(path), "exec"), qualified)
    found = (places() if among is None else among).get((str(path), qualified), [])
    if not found:
        raise LookupError(f"nothing is called {qualified} in {path}")
    for one in found:
        one.__code__ = made


def places() -> Places:
    """Every function there is, by its file and name. Who puts many asks once."""
    found: Places = defaultdict(list)
    for one in gc.get_objects():
        if isinstance(one, FunctionType):
            found[one.__code__.co_filename, one.__code__.co_qualname].append(one)
    return found


def without(number: int, node: ast.AST) -> ast.AST:
    assert isinstance(node, ast.BoolOp)
    del node.values[number]
    return node if len(node.values) > 1 else node.values[0]


def code_of(code: CodeType, qualified: str) -> CodeType:
    waiting = [code]
    while waiting:
        one = waiting.pop()
        if one.co_qualname == qualified:
            return one
        waiting += [const for const in one.co_consts if isinstance(const, CodeType)]
    raise LookupError(qualified)

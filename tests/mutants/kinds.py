"""What mutants are made of: the rules (what is pure), the acts (what else the subjects can do), the SQL of both."""

import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from tests.mutants import in_python, in_sql
from tests.mutants.in_python import ROOT
from tests.mutants.mutant import Mutant

KINDS = ("rules", "acts", "sql", "guards")
SUBJECTS = [
    "own_data", "leading", "call_list", "posting", "reports", "reminders", "messages", "guardians", "roll_call",
    "hours", "sign_ups", "joining", "activities", "invitations", "roles", "members", "teams", "people", "stations",
]  # fmt: skip


def pure() -> set[Path]:
    """The contract "rules are pure" of pyproject.toml names them."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = next(one for one in told["tool"]["importlinter"]["contracts"] if one["name"] == "rules are pure")
    names = [name.replace(".", "/") + ".py" for name in contract["source_modules"]]
    return {path for name in names for path in ROOT.glob(name)}


def acts() -> set[Path]:
    """What stands in a subject's folder and neither is pure nor holds statements alone."""
    found = {path for subject in SUBJECTS for path in (ROOT / "bot" / subject).rglob("*.py")}
    return {path for path in found - pure() if not path.stem.endswith("rows") and path.stem != "__init__"}


def made(kind: str) -> list[Mutant]:
    return list(of_kind(kind))


def of_kind(kind: str) -> Iterator[Mutant]:
    if kind == "sql":
        import_all()
        yield from in_sql.mutants()
    elif kind == "guards":
        for paths in (pure(), acts()):
            yield from (one for one in in_python.mutants(kind, sorted(paths)) if one.how == "guard")
    else:
        yield from in_python.mutants(kind, sorted(pure() if kind == "rules" else acts()))


def import_all() -> None:
    for path in sorted((ROOT / "bot").rglob("*.py")):
        if "migrations" not in path.parts and "@sql(" in path.read_text(encoding="utf-8"):
            import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))

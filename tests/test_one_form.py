"""What travels is declared in one typed line, and nothing is left in another form. Exceptions have a reason."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from bot.ground.notices import KINDS

ROOT = Path(__file__).parents[1]
Place = tuple[str, ast.Module]

ROUTED_BY_HAND = {
    "handlers.joining.joining": "stands in front of every route, and wraps them",
    "handlers.talk.forms": "leads back into whichever form was left",
    "handlers.talk.menu": "a menu's button is the command that it names",
    "handlers.talk.journeys": "makes routes of what is decorated",
}
SHOWN_BY_THE_PROGRAM = {
    "handlers.talk.troubles": "what the wire says in trouble, handed to it by the program",
}
MET = {
    ("invitations", "stations"): "for which station? is asked in the tree",
    ("joining", "activities"): "a link leads to the activity's card",
    ("messages", "joining"): "a contact that was shared is kept",
    ("messages", "talk"): "an unknown command is answered with help",
    ("roles", "stations"): "for which station? is asked in the tree",
    ("roll_call", "messages"): "what is no code may be meant for a human being",
    ("sign_ups", "guardians"): "who must come along is asked on the way to a place",
    ("teams", "stations"): "for which station? is asked in the tree",
}
"""Journeys of different subjects that know each other."""
SHOWN_BY_ANOTHER = {
    ("handlers.posting.posting", "handlers.posting.draft"): "what was begun is the draft, and its card shows it",
    (
        "handlers.sign_ups.sign_ups",
        "handlers.sign_ups.own_sign_ups",
    ): "a late press shows the sign-up as it is",
}
"""Journeys of one subject that know each other."""
IN_STEPS = {
    "handlers.guardians.paper": "consent on paper: an age, a day, a form, names, in a card that shows what is known",
    "handlers.hours.hours_of_person": "hours, then why: both belong to one correction",
    "handlers.hours.logging": "the fields of a self-report, by buttons and in one message",
    "handlers.leading.changing": "whichever field was chosen, and it is read in its own way",
    "handlers.leading.postponing": "a time that is typed is on the day that was proposed last, if there was one",
    "handlers.posting.draft": "the fields of an activity, by buttons and in one message",
    "handlers.roll_call.walk_ins": "a name that is looked for may be that of somebody new, who has an age",
    "handlers.sign_ups.for_others": "a name that is looked for may be that of somebody new",
    "handlers.sign_ups.groups.groups": "names, again and again, until they are kept",
    "handlers.teams.members": "a name, then an age",
}
"""What is typed into a draft with steps, and not in answer to one question."""


def modules(*rooms: str) -> Iterator[tuple[str, ast.Module]]:
    for room in rooms:
        for path in sorted((ROOT / room).rglob("*.py")):
            if "versions" not in path.parts:
                name = path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")
                yield name, ast.parse(path.read_text(encoding="utf-8"))


HANDLERS = dict(modules("handlers"))
HOUSE = dict(modules("bot", "handlers"))
JOURNEYS = {
    name
    for name, tree in HANDLERS.items()
    for node in tree.body
    if isinstance(node, ast.Assign) and ast.unparse(node) == "journey = Journey()"
}


def imported(tree: ast.Module) -> dict[str, str]:
    """What a name of a module stands for."""
    return {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def meant(module: str, tree: ast.Module, names: dict[str, str], node: ast.expr) -> str:
    """The whole name of what is called; '' for what cannot be told."""
    if isinstance(node, ast.Name):
        own = any(getattr(one, "name", "") == node.id for one in tree.body)
        return f"{module}.{node.id}" if own else names.get(node.id, "")
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in names:
        return f"{names[node.value.id]}.{node.attr}"
    return ""


def functions() -> dict[str, ast.AsyncFunctionDef | ast.FunctionDef]:
    return {
        f"{module}.{node.name}": node
        for module, tree in HANDLERS.items()
        for node in tree.body
        if isinstance(node, ast.AsyncFunctionDef | ast.FunctionDef)
    }


def screens() -> dict[str, ast.AsyncFunctionDef | ast.FunctionDef]:
    return {name: node for name, node in functions().items() if "Screen" in ast.unparse(node.returns or ast.Pass())}


def test_no_statement_stands_in_a_file_of_its_own() -> None:
    assert sorted(ROOT.joinpath("bot").rglob("*.sql")) == []


def test_no_button_is_a_class_of_its_own() -> None:
    found = [
        f"{module}.{node.name}"
        for module, tree in HOUSE.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and any(ast.unparse(base).endswith("Button") for base in node.bases)
    ]

    assert found == []


def test_no_notice_is_told_by_a_bare_word() -> None:
    found = [
        f"{module}:{keyword.value.lineno}"
        for module, tree in HOUSE.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg in {"kind", "news"} and isinstance(keyword.value, ast.Constant) and keyword.value.value in KINDS
    ]

    assert found == []


def test_no_route_is_registered_by_hand() -> None:
    made = {"Command", "Press", "Form", "StartLink", "Other", "Unread", "Stale", "on_press", "on_command"}
    found = {
        module
        for module, tree in HANDLERS.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in made
    }

    assert found == set(ROUTED_BY_HAND)


def test_no_screen_is_made_where_nobody_shows_it() -> None:
    """A screen whose only caller is in another file belongs into that file."""
    callers = defaultdict(set)
    for module, tree in HOUSE.items():
        names = imported(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Name | ast.Attribute) and (called := meant(module, tree, names, node)):
                callers[called].add(module)
    apart = {
        name.rsplit(".", 1)[0]
        for name, node in functions().items()
        if not node.decorator_list
        and len(callers[name]) == 1
        and callers[name] != {name.rsplit(".", 1)[0]}
        and name in screens()
    }

    assert apart == set(SHOWN_BY_THE_PROGRAM)


def test_few_things_are_left_in_an_old_form() -> None:
    assert len(ROUTED_BY_HAND) + len(SHOWN_BY_THE_PROGRAM) <= 10


def test_no_screen_is_made_and_dropped() -> None:
    known = screens()
    dropped = []
    for module, tree in HANDLERS.items():
        names = imported(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Expr):
                call = node.value.value if isinstance(node.value, ast.Await) else node.value
                if isinstance(call, ast.Call) and meant(module, tree, names, call.func) in known:
                    dropped.append(f"{module}:{node.lineno}")

    assert dropped == []


def test_what_is_typed_answers_a_question() -> None:
    """But for what has several steps."""
    typed = [
        module
        for module, tree in HANDLERS.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.AsyncFunctionDef)
        for one in node.decorator_list
        if ast.unparse(one).startswith("journey.typed(")
    ]

    assert sorted(typed) == sorted(IN_STEPS)
    assert len(IN_STEPS) <= 10


def subject(module: str) -> str:
    return module.split(".")[1]


def known() -> set[tuple[str, str]]:
    """Which journey knows which other."""
    return {
        (module, other)
        for module in JOURNEYS
        for whole in imported(HANDLERS[module]).values()
        for other in (whole, whole.rsplit(".", 1)[0])
        if other in JOURNEYS - {module}
    }


def test_journeys_of_different_subjects_do_not_know_each_other() -> None:
    assert {(subject(one), subject(other)) for one, other in known() if subject(one) != subject(other)} == set(MET)


def test_journeys_of_one_subject_do_not_know_each_other() -> None:
    """They meet in `lines`, or in the file named after the card that several show."""
    assert {(one, other) for one, other in known() if subject(one) == subject(other)} == set(SHOWN_BY_ANOTHER)
    assert len(MET) + len(SHOWN_BY_ANOTHER) <= 10


def test_there_is_one_way_back() -> None:
    """``handlers/talk/ways.py``."""
    assert [
        path.name for path in (ROOT / "handlers").rglob("*.py") if 'label("Back")' in path.read_text(encoding="utf-8")
    ] == ["ways.py"]

"""What a walk is made of: steps that are still to be taken, what each role has met, and what was found."""

from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field
from functools import cache

from bot.ground.frozen import Frozen
from bot.speech.buttons import KINDS
from bot.speech.parts import OneOf, OrNothing, Part, YesOrNo
from tests.walking.memory import State
from tests.walking.sorts import Sorts
from tests.walking.updates import Who

ENTITIES = 3
"""Of each kind, by each role; and further ones where they are of another sort, up to twice as many."""
MANY = 6
"""Choices of one kind of which each is pressed for one entity only: of a setting there are forty."""
Shape = tuple[str, ...]
"""A kind of button with the choices that it carries: ``("rck", "late")``."""


class Step(Frozen):
    """Something that somebody is about to do. ``by``: what it is, as the map names it."""

    who: Who
    role: str  # '' is looked up when it is taken
    what: str  # press, text, group, voice, contact, place
    said: str
    by: str
    state: State
    now: int
    message_id: int = 0
    trail: tuple[str, ...] = ()  # how one comes here
    language: str = ""  # chosen on the way; '' is the agency's
    label: str = ""  # of the button that is pressed

    @property
    def way(self) -> str:
        return f"{self.role}: {' > '.join((*self.trail, self.by))}"


class Waiting:
    """First comes all that leads somewhere without changing anything, then what follows each change in turn."""

    def __init__(self) -> None:
        self.by_state: dict[int, deque[Step]] = {}

    def push(self, step: Step) -> None:
        self.by_state.setdefault(id(step.state), deque()).append(step)

    def pop(self) -> Step | None:
        """None when all is done."""
        while self.by_state:
            state, steps = next(iter(self.by_state.items()))
            if steps:
                return steps.popleft()
            del self.by_state[state]
        return None


class Met:
    """Which entities each role has met, by kind; so that no more of them are pressed than teach anything."""

    def __init__(self, sorts: Sorts) -> None:
        self.sorts = sorts
        self.seen: dict[tuple[str, Shape], set[object]] = defaultdict(set)
        self.seen_sorts: dict[tuple[str, Shape], set[str]] = defaultdict(set)
        self.others: dict[object, set[str]] = defaultdict(set)

    def is_worth(self, role: str, data: str) -> bool:
        """Whether this press is to be taken. Asked again it says no."""
        shape, entity = told_apart(data)
        sort = self.sort(data)
        seen, sorts = self.seen[role, shape], self.seen_sorts[role, shape]
        if entity in seen or (has_many_choices(shape[0]) and seen):
            return False
        if len(seen) >= ENTITIES and (sort in sorts or len(seen) >= 2 * ENTITIES):
            return False
        seen.add(entity)
        sorts.add(sort)
        return True

    def sort(self, data: str) -> str:
        """Of what the press is about."""
        return " ".join(self.sorts.get(one, "") for one in told_apart(data)[1])

    def is_new(self, where: object, what: str, most: int = 1 << 30) -> bool:
        """Whether this was not met there before. Asked again it says no."""
        seen = self.others[where]
        if what in seen or len(seen) >= most:
            return False
        seen.add(what)
        return True


@dataclass(slots=True)
class Found:
    """What the walk has seen. A source is what leads somewhere: a kind, ``/teams``, ``notice held``, ``form edit``."""

    steps: int = 0
    faults: dict[str, str] = field(default_factory=dict)  # what is wrong, with a way there
    ends: dict[str, str] = field(default_factory=dict)  # sources after which nothing leads on, with what is said
    pressed: Counter[tuple[str, str]] = field(default_factory=Counter)  # by role and kind
    screens: Counter[str] = field(default_factory=Counter)  # by role
    shown: dict[str, dict[str, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    """By source: kinds of button, and which roles are shown them."""
    backs: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    """By where one came from and what was pressed there: kinds that *Back* is."""
    told: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # by source: notices that leave at once
    notices: set[str] = field(default_factory=set)  # that have left at all
    forms: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # by source: what waits then

    def wrong(self, step: Step, said: str) -> None:
        self.faults.setdefault(f"{step.by}: {said}", step.way)

    @property
    def kinds(self) -> set[str]:
        return {kind for _, kind in self.pressed}


@cache
def told_apart(data: str) -> tuple[Shape, tuple[tuple[str, str], ...]]:
    """What kind of press it is, with its choices; and whom or what it is about. A revision is neither."""
    verb, *texts = data.split(":")
    shape, entity = [verb], list[tuple[str, str]]()
    for (name, part), text in zip(KINDS[verb].parts.items(), texts, strict=True):
        if is_choice(part):
            shape.append(text)
        elif name != "revision":
            entity.append((name, text))
    return tuple(shape), tuple(entity)


@cache
def has_many_choices(verb: str) -> bool:
    return any(isinstance(one, OneOf) and len(one.values) > MANY for one in map(bare, KINDS[verb].parts.values()))


def is_choice(part: Part) -> bool:
    return isinstance(bare(part), OneOf | YesOrNo)


def bare(part: Part) -> Part:
    return part.part if isinstance(part, OrNothing) else part


def chosen(data: str, before: str) -> str:
    """The language in which is answered: some buttons choose one."""
    verb, *texts = data.split(":")
    return dict(zip(KINDS[verb].parts, texts, strict=True)).get("language", before)

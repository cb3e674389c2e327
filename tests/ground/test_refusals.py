"""Refusals carry facts and print none of them."""

import contextlib
import re
from collections.abc import Iterator

import pytest

from bot.ground import refusals
from bot.ground.refusals import Clash, EmptyText, NotFound, Refusal, all_refusals


def test_all_refusals_have_distinct_codes_in_snake_case() -> None:
    codes = [kind.code for kind in all_refusals()]
    assert codes == sorted(set(codes))
    assert [code for code in codes if not re.fullmatch(r"[a-z]+(_[a-z]+)*", code)] == []
    assert len(codes) > 80


def test_all_refusals_can_be_imported_from_the_one_door() -> None:
    ours = [kind for kind in all_refusals() if kind.__module__.startswith("bot.ground.refusals")]
    assert [getattr(refusals, kind.__name__) for kind in ours] == ours


@pytest.mark.parametrize("kind", all_refusals(), ids=lambda kind: kind.code)
def test_refusal_says_its_cause_in_a_docstring_of_its_own(kind: type[Refusal]) -> None:
    assert (kind.__doc__ or "").endswith(".")


@pytest.mark.parametrize("kind", all_refusals(), ids=lambda kind: kind.code)
def test_refusal_never_prints_its_facts(kind: type[Refusal]) -> None:
    canaries = dict.fromkeys(kind.fields, "canary")
    refusal = kind(**canaries)
    assert refusal.facts() == canaries
    assert "canary" not in f"{refusal} {refusal!r}"


def test_refusal_gives_facts_by_name() -> None:
    refusal = Clash(activity="Beach clean-up", starts_at=10, ends_at=20)
    assert refusal.code == "clash"
    instead = {"shift": 0, "person": 0, "revision": 0}
    assert refusal.facts() == {"activity": "Beach clean-up", "starts_at": 10, "ends_at": 20, **instead}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(EmptyText(field="title"), EmptyText(field="title"), True, id="same facts"),
        pytest.param(EmptyText(field="title"), EmptyText(field="place"), False, id="other facts"),
        pytest.param(NotFound(), EmptyText(field="title"), False, id="other cause"),
        pytest.param(NotFound(), Exception(), False, id="no refusal"),
    ],
)
def test_refusals_compare_by_cause_and_facts(one: Refusal, other: Exception, same: bool) -> None:
    assert (one == other) is same
    assert (len({one, other}) == 1) is same


def test_refusal_passes_through_a_context_manager() -> None:
    @contextlib.contextmanager
    def transaction() -> Iterator[None]:
        yield

    with pytest.raises(Clash) as caught, transaction():
        raise Clash(activity="a", starts_at=1, ends_at=2)
    assert caught.value == Clash(activity="a", starts_at=1, ends_at=2)

"""Kinds of service are read by any of their names."""

import pytest

from bot.activities.kinds import KINDS, read_kind
from bot.ground.refusals import UnknownChoice


def test_kinds_are_the_fifteen_of_the_table() -> None:
    assert KINDS == (
        "elderly", "youth", "disabled", "patients", "environment", "community", "events", "public",
        "hotline", "legal", "visits", "culture", "emergency", "teaching", "other",
    )  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_read_kind_knows_every_code(kind: str) -> None:
    assert read_kind(f" {kind.upper()} ") == kind


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("老人", "elderly"), ("長者", "elderly"), ("安老服務", "elderly"), ("Children", "youth"), ("青少年", "youth"),
        ("残疾人", "disabled"), ("傷健", "disabled"), ("hospital", "patients"), ("醫院", "patients"),
        ("环保", "environment"), ("環保", "environment"), ("社区服务", "community"), ("社區", "community"),
        ("大型活动", "events"), ("大型", "events"), ("綠化", "environment"),
        ("neighb", "community"), ("公共", "public"),
        ("公共服務支援", "public"), ("热线", "hotline"), ("legal aid", "legal"), ("探访", "visits"), ("家訪", "visits"),
        ("文体", "culture"), ("康體", "culture"), ("应急", "emergency"), ("支教", "teaching"), ("其他", "other"),
    ],
)  # fmt: skip
def test_read_kind_knows_names_in_three_languages(typed: str, expected: str) -> None:
    assert read_kind(typed) == expected


@pytest.mark.parametrize("typed", ["", "gardening party", "服务", "老", "大", "p", "ed of"])
def test_read_kind_refuses_with_the_choices(typed: str) -> None:
    with pytest.raises(UnknownChoice) as caught:
        read_kind(typed)
    assert caught.value == UnknownChoice(field="kind", value=typed, choices=KINDS)

"""The one reader: whatever bytes come, a value within its bounds comes out, or none."""

import json
import math
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.simulator.server import DEFAULT_TOKEN
from bot.wire.coming_in.acting import parse
from bot.wire.coming_in.arrivals import arrival
from bot.wire.coming_in.progress import AGAIN_SECONDS, LEAP, PAGE, Progress
from bot.wire.coming_in.router import build_router
from bot.wire.coming_in.shapes import fits
from bot.wire.going_out.client import Client
from bot.wire.going_out.verdicts import read_answer
from bot.wire.reading import (
    DEEPEST,
    LARGEST,
    LONGEST_WAIT,
    ODD,
    Answer,
    answer_of,
    number,
    object_of,
    parts,
    printable,
    seconds,
    shallow,
    too_deep,
    update_of,
    updates_of,
    value_of,
)
from tests.wire.going_out.odd_answers import NO_ANSWERS, REFUSALS, RESULTS, WAITS

NUMBERS = st.one_of(st.integers(-(2**70), 2**70), st.floats(allow_nan=True), st.booleans(), st.none())
JSON = st.recursive(
    st.one_of(NUMBERS, st.text(max_size=20)),
    lambda inside: st.one_of(st.lists(inside, max_size=4), st.dictionaries(st.text(max_size=8), inside, max_size=4)),
    max_leaves=20,
)
NAMES = ("ok", "result", "error_code", "description", "parameters", "retry_after", "migrate_to_chat_id", "message_id")
KINDS = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "chat",
    "from",
    "id",
    "date",
    "text",
    "entities",
)
ANSWERS = st.dictionaries(st.sampled_from(NAMES), st.one_of(JSON, st.sampled_from([True, False, 400, 429, 200])))
UPDATES = st.recursive(
    st.one_of(JSON, st.integers(0, 9)),
    lambda inside: st.dictionaries(st.sampled_from(("update_id", "message_id", *KINDS)), inside, max_size=6),
    max_leaves=30,
)
STATUS = st.one_of(st.sampled_from([200, 400, 401, 403, 404, 409, 429, 500, 502]), st.integers(0, 1000))


STEADY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # on a machine that others use as well


def bounded(answer: Answer) -> bool:
    return (
        (answer.retry_after is None or 1 <= answer.retry_after <= LONGEST_WAIT)
        and (answer.migrate_to is None or 0 < abs(answer.migrate_to) < LARGEST)
        and (answer.words == "" or answer.words.isprintable())
    )


def looked_at(status: int, body: bytes) -> None:
    """Every door that bytes of the line come in by."""
    answer = answer_of(status, body)
    assert answer is None or (bounded(answer) and answer.ok == (status == 200))
    verdict = read_answer(status, body)
    assert verdict.message_id is None or 0 < verdict.message_id < LARGEST
    assert verdict.seconds is None or 1 <= verdict.seconds <= LONGEST_WAIT
    for update in updates_of(status, body) or []:
        kept = arrival(update)
        assert kept is None or (0 <= kept.update_id < LARGEST and abs(kept.lane) < LARGEST)
        assert kept is None or isinstance(object_of(kept.raw), dict)


@STEADY
@given(STATUS, st.binary())
@example(200, b"[" * 100_000)
@example(200, b'{"ok":true,"result":[' + b"[" * 100_000)
@example(200, b'{"ok":true,"result":["' + b'\\"' * 100_000)
@example(200, b"9" * 100_000)
def test_no_bytes_raise(status: int, body: bytes) -> None:
    looked_at(status, body)


@STEADY
@given(STATUS, ANSWERS)
def test_no_answer_raises(status: int, said: dict[str, Any]) -> None:
    looked_at(status, json.dumps(said).encode())


@STEADY
@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=3))
def test_no_damaged_byte_of_a_batch_raises(place: int, damage: bytes) -> None:
    batch = [{"update_id": n, "message": {"message_id": n, "text": f'a\\n"{n}'}} for n in range(20)]
    sound = json.dumps({"ok": True, "result": batch}).encode()
    at = place % len(sound)

    looked_at(200, sound[:at] + damage + sound[at + len(damage) :])
    looked_at(200, sound[:at])


@STEADY
@given(st.lists(UPDATES, max_size=5))
def test_no_update_raises(updates: list[Any]) -> None:
    looked_at(200, json.dumps({"ok": True, "result": updates}).encode())


ROUTER = build_router(Client("http://127.0.0.1:9", DEFAULT_TOKEN), DEFAULT_TOKEN, "http://127.0.0.1:9", [])


@STEADY
@given(UPDATES)
def test_what_the_library_gets_has_every_number_in_its_bounds(update: Any) -> None:
    said = value_of(json.dumps(update))
    parsed = parse(said, ROUTER)

    assert parsed is None or fits(said)
    for what in (parsed.effective_chat, parsed.effective_user) if parsed else ():
        assert what is None or (type(what.id) is int and abs(what.id) < LARGEST)


@pytest.mark.parametrize("kind", NO_ANSWERS)
def test_what_no_bot_api_says_is_no_answer(kind: str) -> None:
    assert answer_of(*NO_ANSWERS[kind]) is None
    assert read_answer(*NO_ANSWERS[kind]).means == "unknown"


@pytest.mark.parametrize("kind", WAITS)
def test_wait_is_an_hour_at_most(kind: str) -> None:
    answer = answer_of(429, WAITS[kind])

    assert answer is not None
    known = {"a fraction": 1, "nothing": 1, "minus zero": 1, "a billion": 3600, "a billion and a half": 3600}
    assert answer.retry_after == known.get(kind)


@pytest.mark.parametrize("kind", RESULTS)
def test_odd_result_leaves_the_outcome_unknown(kind: str) -> None:
    verdict = read_answer(200, b'{"ok":true,"result":' + RESULTS[kind] + b"}")

    assert (verdict.means, verdict.message_id) == ("unknown", None)


@pytest.mark.parametrize("kind", REFUSALS)
def test_refusal_is_read_whatever_stands_around_it(kind: str) -> None:
    answer = answer_of(*REFUSALS[kind])

    assert answer is not None
    assert (answer.ok, answer.code, answer.migrate_to, answer.retry_after) == (False, REFUSALS[kind][0], None, None)
    assert read_answer(*REFUSALS[kind]).means in {"refused", "no_token"}


def test_answer_is_read_whole() -> None:
    given = b'{"migrate_to_chat_id":-1001,"retry_after":2.1}'
    body = b'{"ok":false,"error_code":400,"description":"moved","parameters":' + given + b"}"

    answer = answer_of(400, body)

    assert answer == Answer(ok=False, code=400, words="moved", retry_after=3, migrate_to=-1001)
    assert answer_of(200, b'{"ok":true,"result":[7]}') == Answer(ok=True, result=[7])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, 0), (5_000_000_001, 5_000_000_001), (-(10**12), -(10**12)), (LARGEST - 1, LARGEST - 1),
        (1 - LARGEST, 1 - LARGEST), (LARGEST, None), (-LARGEST, None), (True, None), (7.0, None), ("7", None),
        (None, None), ([7], None), (ODD, None), (math.nan, None),
    ],
    ids=repr,
)  # fmt: skip
def test_number_is_one_that_every_table_holds(value: Any, expected: int | None) -> None:
    assert number(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, 1),
        (1, 1),
        (1.2, 2),
        (3600.5, 3600),
        (10**400, 3600),
        (-1, None),
        (True, None),
        (math.inf, None),
        ("5", None),
    ],
    ids=["0", "1", "1.2", "3600.5", "10^400", "-1", "yes", "infinity", "text"],
)
def test_seconds_are_whole_and_an_hour_at_most(value: Any, expected: int | None) -> None:
    assert seconds(value) == expected


def test_number_out_of_bounds_spoils_nothing_around_it() -> None:
    assert value_of('[1, %s, "x", -%s, 9]' % ("9" * 5000, "9" * 18)) == [1, ODD, "x", ODD, 9]  # noqa: UP031  # braces


@STEADY
@given(st.lists(st.dictionaries(st.text(max_size=5), JSON, max_size=3), max_size=5))
def test_batch_is_cut_where_its_updates_end(batch: list[dict[str, Any]]) -> None:
    said = json.dumps(batch, ensure_ascii=False)

    assert [json.dumps(json.loads(part)) for part in parts(said)] == [json.dumps(one) for one in batch]


def test_deep_update_keeps_its_number_and_its_sender() -> None:
    deep = "[" * 10_000 + "]" * 10_000
    body = f'{{"ok":true,"result":[{{"update_id":7,"message":{{"from":{{"id":5}},"x":{deep}}}}},{{"update_id":8}}]}}'

    odd, sound = updates_of(200, body.encode()) or [None, None]

    assert (odd["update_id"], odd["message"]["from"], odd[""]) == (7, {"id": 5}, ODD)
    assert sound == {"update_id": 8}
    assert (kept := arrival(odd)) is not None
    assert (kept.update_id, kept.lane, kept.raw) == (7, 5, '{"message":{"from":{"language_code":null}}}')


def test_update_that_is_no_json_is_kept_by_its_number() -> None:
    assert update_of('{"update_id": 9, "message": nonsense}') == {"update_id": 9, "": ODD}


def test_depth_is_counted_outside_of_texts() -> None:
    level = "[" * DEEPEST

    assert not too_deep(level + "]" * DEEPEST)
    assert not too_deep(json.dumps(["[" * 1000, '"[' * 1000]))
    assert too_deep(f"[{level}")
    assert shallow(f"[{level}1{']' * DEEPEST}]") == level + "null" + "]" * DEEPEST


def test_words_fit_on_a_line_of_a_log() -> None:
    assert printable("a\0b\nc\ud83dd" + "x" * 1000) == "a b c d" + "x" * 293


def test_next_is_asked_for_after_those_that_follow_each_other() -> None:
    progress = Progress()

    assert progress.offset is None
    assert [progress.moved({5, 6, 7}), progress.offset] == [0.0, 8]
    assert [progress.moved({3}), progress.offset] == [0.0, 4]  # numbers began anew
    assert [progress.moved({9, 10, 10 + LEAP + 1}), progress.offset] == [0.0, 11]


def test_what_comes_again_is_stepped_over_and_then_waited_for() -> None:
    progress = Progress()
    progress.moved({5, LEAP * 2})

    steps = [(progress.moved({LEAP * 2}), progress.offset) for _ in range(3)]

    assert steps == [(0.0, LEAP * 2 + 1), (AGAIN_SECONDS, LEAP * 2 + 1), (AGAIN_SECONDS, LEAP * 2 + 1)]
    assert progress.moved({6, LEAP * 2}) == 0.0
    assert progress.offset == 7


def test_page_without_numbers_is_looked_behind() -> None:
    progress = Progress()
    progress.moved({5})

    waits = [progress.blocked(PAGE - 1), progress.offset, progress.blocked(PAGE), progress.offset]

    assert waits == [AGAIN_SECONDS, 6, AGAIN_SECONDS, -PAGE]

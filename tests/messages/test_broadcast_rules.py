"""Whom a message goes to, by the code of a button; what was lost on the way, and what of it is worth a phone call."""

import pytest

from bot.call_list.rules import BY_SIGN_UP, HARMLESS_LATE, PAGE, WHOLE, CallList, Undelivered, Why
from bot.ground.frozen import replace
from bot.ground.notices import KINDS, Matter
from bot.ground.refusals import NotFound, WrongState
from bot.messages.broadcast_rules import STEPS, Broadcast, BroadcastState, audience_of, check_broadcast_step

SENT = Broadcast(7, 1, "team:3", "Hello", BroadcastState.SENDING, 1, 0, 0, 0, None)
LOST = Undelivered(1, "key", next(iter(KINDS)), "dead", None, 5, "shift:17", 77)
OF_MATTER = {row.matter: kind for kind, row in KINDS.items() if row.matter}


@pytest.mark.parametrize("wanted", list(BroadcastState))
@pytest.mark.parametrize("state", list(BroadcastState))
def test_broadcast_goes_only_where_its_steps_lead(state: BroadcastState, wanted: BroadcastState) -> None:
    try:
        check_broadcast_step(state, wanted)
        refusal = None
    except WrongState as wrong:
        refusal = wrong
    assert refusal == (None if wanted in STEPS[state] else WrongState(state=state, wanted=wanted))


@pytest.mark.parametrize(
    ("code", "audience"),
    [("t3", "team:3"), ("s4", "station:4"), ("a17", "activity:17"), ("a" + "9" * 15, "activity:" + "9" * 15)],
)
def test_audience_of_a_button(code: str, audience: str) -> None:
    assert audience_of(code) == audience
    one = replace(SENT, audience=audience)
    assert (one.code, f"{one.kind}:{one.target_id}", one.subject) == (code, audience, "broadcast:7")


@pytest.mark.parametrize("code", ["", "t", "3", "x3", "tx", "t٣", "t²", "t" + "9" * 16, "t-1"])
def test_code_that_no_button_says_is_refused(code: str) -> None:
    with pytest.raises(NotFound):
        audience_of(code)


@pytest.mark.parametrize(
    ("state", "error", "why"),
    [
        ("dead", "unreachable", Why.UNREACHABLE),
        ("unknown", "blocked", Why.UNREACHABLE),
        ("unknown", None, Why.DOUBT),
        ("dead", None, Why.UNDELIVERED),
        ("expired", "HTTP 502", Why.UNDELIVERED),
    ],
)
def test_why_it_takes_a_call(state: str, error: str | None, why: Why) -> None:
    assert replace(LOST, state=state, error=error).why is why


@pytest.mark.parametrize("state", ["expired", "dead"])
@pytest.mark.parametrize("matter", list(OF_MATTER))
def test_what_came_too_late_is_worth_a_call_unless_harmless(matter: Matter, state: str) -> None:
    expected = None if state == "expired" and matter in HARMLESS_LATE else matter

    assert replace(LOST, kind=OF_MATTER[matter], state=state).matter == expected
    assert replace(LOST, kind="unheard of", state=state).matter is None


@pytest.mark.parametrize(
    ("key", "expected"),
    [("notice:rev4:9", 4), ("notice:rev5:9", None), ("notice:rev44:9", None), ("notice", 4)],
    ids=["as it is", "another", "not the first digit alone", "not told"],
)
@pytest.mark.parametrize("matter", [one for one in OF_MATTER if one not in WHOLE | BY_SIGN_UP])
def test_version_is_that_of_the_session_as_it_is_now(matter: Matter, key: str, expected: int | None) -> None:
    assert replace(LOST, kind=OF_MATTER[matter], key=key).version(4) == expected


@pytest.mark.parametrize("matter", [one for one in OF_MATTER if one in WHOLE | BY_SIGN_UP])
def test_version_of_an_activity_is_its_moment_and_of_a_place_its_sign_up(matter: Matter) -> None:
    lost = replace(LOST, kind=OF_MATTER[matter])

    assert lost.version(4) == (77 if matter in WHOLE else 0)
    assert replace(lost, key="notice:sign_up:31").version(4) == (77 if matter in WHOLE else 31)


@pytest.mark.parametrize(
    ("total", "page", "more"), [(0, 0, False), (PAGE, 0, False), (PAGE + 1, 0, True), (2 * PAGE, 1, False)]
)
def test_another_page_is_there_for_what_is_left(total: int, page: int, more: bool) -> None:
    assert CallList(1, 1, "Visit", "Asia/Shanghai", (), page, total, 0).more is more

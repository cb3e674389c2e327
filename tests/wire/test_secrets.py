"""Fault 70: a token, a phone number or what somebody wrote is in no log, no traceback and no repr."""

import asyncio
import io
import logging
from collections.abc import Iterator

import pytest

from bot.settings import Settings
from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from bot.wire.going_out.client import Client, NoAnswer, NotSent
from bot.wire.logs import LAYOUT, Discreet, hush
from tests.wire.conftest import MakeApp, settings_for
from tests.wire.looking import eventually

PHONE, WORDS = "+85291234567", "canary-in-a-message"


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """All that the program logs, down to DEBUG, as it would stand in the file."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Discreet(LAYOUT))
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    hush()
    yield stream
    root.removeHandler(handler)
    root.setLevel(level)


async def test_no_canary_in_the_log_whatever_goes_wrong(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, logged: io.StringIO
) -> None:
    app = await make_app()

    anna.send(f"/fail {WORDS} {PHONE}")
    anna.send_contact(anna.id, PHONE)
    simulator.inject({"message": {"text": WORDS, "from": {"id": "x"}}})
    await app.settle()
    await simulator.refuse_connections()
    anna.send(f"/count {WORDS}")
    await eventually(lambda: bool(app.health.reasons))
    await simulator.accept_connections()
    await eventually(lambda: not app.health.reasons)
    simulator.faults.bad_request(f"can't parse entities: {WORDS}", method="sendMessage", times=1)
    anna.send(f"/shout 3{WORDS}")
    await app.settle()
    simulator.faults.unauthorized()
    anna.send(WORDS)
    async with asyncio.timeout(10):
        await app.wait()
    simulator.faults.clear()

    text = logged.getvalue()
    assert "ZeroDivisionError" in text
    assert [canary for canary in (simulator.token, simulator.token.split(":")[1], PHONE, WORDS) if canary in text] == []


@pytest.mark.parametrize("address", ["http://127.0.0.1:9", "http://no-such-host.invalid", "nonsense://"], ids=str)
async def test_errors_of_the_network_do_not_tell_the_token(address: str) -> None:
    client = Client(address, "7000000001:SECRETSECRETSECRETSECRETSECRETSECRET", seconds=2)

    for call in (client.post("getMe", b"{}"), client.fetch("documents/file_1.csv")):
        with pytest.raises((NotSent, NoAnswer)) as caught:
            await call
        assert "SECRET" not in f"{caught.value!r} {caught.value} {caught.value.__context__} {client!r}"
    await client.close()


def test_settings_do_not_show_secrets(simulator: Simulator) -> None:
    settings = settings_for(simulator, "sqlite:///x.db")

    assert "SIMULATOR" not in f"{settings!r} {settings}"
    assert isinstance(settings, Settings)


def test_log_names_where_it_was_raised_but_not_what_was_said() -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Discreet("%(message)s"))
    log = logging.Logger("alone")
    log.addHandler(handler)

    try:
        try:
            raise ValueError(WORDS)
        except ValueError as error:
            raise KeyError(PHONE) from error
    except KeyError:
        log.exception("it failed with 7000000001:SECRETSECRETSECRETSECRETSECRETSECRET")

    text = stream.getvalue()
    assert "it failed with <token>\nbuiltins.KeyError\n" in text
    assert "builtins.ValueError" in text
    assert "in test_log_names_where_it_was_raised_but_not_what_was_said" in text
    assert [canary for canary in (WORDS, PHONE, "SECRET") if canary in text] == []

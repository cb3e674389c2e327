"""Faults 13, 14 and 22 where they happen: on real sockets, plain and with TLS, from the first packet to the last byte.

What the outbox repeats follows from which of two errors it gets. So *not sent* is said only of what no server has seen.
"""

import asyncio
import logging
import ssl
import traceback
from collections.abc import AsyncIterator, Iterator
from functools import partial
from pathlib import Path

import pytest
import trustme

from bot.wire.going_out import client as seam
from bot.wire.going_out.client import Client, NoAnswer, NotSent
from tests.wire.going_out.conftest import TOKEN, MakeClient
from tests.wire.going_out.faulty import (
    FINE,
    Behaviour,
    Server,
    answers,
    certified,
    closes,
    closes_when_read,
    deaf,
    hangs,
    never_answers,
    never_reads,
    proxy_to,
    resets,
    resets_at_first_byte,
    resets_when_read,
    saying,
    serving,
    unasked,
)

SECRET = TOKEN.split(":")[1]
LARGE = b"x" * 30_000_000  # more than the system keeps for a server that does not read
HALF = FINE[:-1]
WAYS = ("http", "https")
AWAY = "api.telegram.test"  # only a proxy knows the way

NOT_BEGUN: dict[str, Behaviour] = {
    "TLS hangs": hangs,
    "TLS is closed": closes,
    "TLS is reset": resets,
    "TLS is junk": unasked(b"SSH-2.0-OpenSSH_9.6\r\n" * 5),
    "TLS is HTTP": unasked(FINE),
}
BEGUN: dict[str, Behaviour] = {
    "reset while it is written": resets_at_first_byte,
    "closed when it was read": closes_when_read,
    "reset when it was read": resets_when_read,
    "no word": never_answers,
    "half a head, closed": saying(FINE[:20]),
    "half a head, reset": saying(FINE[:20], resets),
    "half a head, hangs": saying(FINE[:20], hangs),
    "half a body, closed": saying(HALF),
    "half a body, reset": saying(HALF, resets),
    "half a body, hangs": saying(HALF, hangs),
    "junk": saying(b"SSH-2.0-OpenSSH_9.6\r\n" * 5),
}
REFUSING_PROXIES: dict[str, Behaviour] = {
    "wants a password": saying(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"),
    "finds nobody": saying(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"),
    "says junk": saying(b"SSH-2.0\r\n\r\n"),
    "closes": closes_when_read,
    "hangs": never_answers,
    "closes the way again": saying(b"HTTP/1.1 200 Connection established\r\n\r\n"),
    "leaves the way open to nobody": saying(b"HTTP/1.1 200 Connection established\r\n\r\n", hangs),
}


@pytest.fixture(autouse=True)
def nothing_tells_the_token(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Whatever was logged, down to DEBUG, while it went wrong."""
    caplog.set_level(logging.DEBUG)
    yield
    assert SECRET not in caplog.text


async def failure_of(client: Client, body: bytes = b"{}") -> NotSent | NoAnswer:
    """Of a call. It holds no error that tells the token, and neither do its words."""
    with pytest.raises((NotSent, NoAnswer)) as caught:
        await client.post("sendMessage", body)
    failure = caught.value
    assert isinstance(failure, NotSent | NoAnswer)
    assert SECRET not in "".join(traceback.format_exception(failure)) + f"{failure!r} {failure.args} {client!r}"
    assert failure.__cause__ is None
    assert failure.__context__ is None
    assert str(failure)
    return failure


@pytest.mark.parametrize("address", ["http://127.0.0.1:9", "https://localhost:9", "http://[::1]:9"], ids=str)
async def test_refused_is_not_sent(make_client: MakeClient, address: str) -> None:
    failure = await failure_of(make_client(address))

    assert isinstance(failure, NotSent)
    assert "Connection refused" in str(failure)


@pytest.mark.parametrize("way", WAYS)
async def test_name_that_nobody_knows_is_not_sent(make_client: MakeClient, way: str) -> None:
    assert isinstance(await failure_of(make_client(f"{way}://no-such-host.invalid")), NotSent)


@pytest.mark.parametrize("way", WAYS)
async def test_nobody_takes_the_connection(make_client: MakeClient, way: str) -> None:
    with deaf() as port:
        assert isinstance(await failure_of(make_client(f"{way}://127.0.0.1:{port}")), NotSent)


@pytest.mark.parametrize("kind", NOT_BEGUN)
async def test_nothing_is_sent_before_tls_is_agreed_on(make_client: MakeClient, kind: str) -> None:
    async with serving(NOT_BEGUN[kind]) as server:
        failure = await failure_of(make_client(f"https://localhost:{server.port}"))

    assert isinstance(failure, NotSent)
    assert server.connections == 1


@pytest.mark.parametrize("known", [True, False], ids=["another name", "an unknown authority"])
async def test_nothing_is_sent_to_whom_we_do_not_know(
    make_client: MakeClient, authority: trustme.CA, known: bool
) -> None:
    theirs = certified(authority, "elsewhere.test") if known else certified(trustme.CA(), "localhost")
    async with serving(answers, theirs) as server:
        failure = await failure_of(make_client(f"https://localhost:{server.port}"))

    assert isinstance(failure, NotSent)
    assert server.bodies == []


async def test_system_without_authorities_is_named(make_client: MakeClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """The demo talks to this machine, without TLS: it works all the same."""
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere")
    monkeypatch.setenv("SSL_CERT_DIR", "/nowhere")
    async with serving(answers) as server:
        failure = await failure_of(make_client(f"https://localhost:{server.port}"))
        assert await make_client(f"http://127.0.0.1:{server.port}").post("getMe", b"{}") == (200, b"{}")

    assert isinstance(failure, NotSent)
    assert "No CA certificates" in str(failure)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", BEGUN)
async def test_whatever_comes_after_is_unknown_and_not_repeated(
    make_client: MakeClient, tls: ssl.SSLContext, kind: str, way: str
) -> None:
    async with serving(BEGUN[kind], tls if way == "https" else None) as server:
        failure = await failure_of(make_client(f"{way}://localhost:{server.port}", seconds=1.0))

    assert isinstance(failure, NoAnswer)
    assert server.connections == 1
    assert len(server.bodies) <= 1


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("behaviour", [closes, resets])
async def test_connection_that_ends_at_once_is_told_from_none(
    make_client: MakeClient, tls: ssl.SSLContext, behaviour: Behaviour, way: str
) -> None:
    """It may end while it is made, or after the call was put on it: both are said as they were, and nothing is read."""
    async with serving(behaviour, tls if way == "https" else None) as server:
        await failure_of(make_client(f"{way}://localhost:{server.port}", seconds=1.0))

    assert (server.connections, server.bodies) == (1, [])


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("behaviour", [never_reads, resets_at_first_byte], ids=["hangs", "reset"])
async def test_half_a_call_is_unknown(
    make_client: MakeClient, tls: ssl.SSLContext, behaviour: Behaviour, way: str
) -> None:
    async with serving(behaviour, tls if way == "https" else None) as server:
        failure = await failure_of(make_client(f"{way}://localhost:{server.port}", seconds=1.5), LARGE)

    assert isinstance(failure, NoAnswer)
    assert (server.connections, server.bodies) == (1, [])


@pytest.fixture
async def beyond(authority: trustme.CA) -> AsyncIterator[Server]:
    """What only a proxy leads to."""
    async with serving(answers, certified(authority, AWAY)) as server:
        yield server


async def test_proxy_leads_there_and_never_sees_the_token(
    make_client: MakeClient, beyond: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serving(partial(proxy_to, port=beyond.port)) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
        client = make_client(f"https://{AWAY}")
        said = [await client.post("getMe", b'{"a":1}') for _ in range(3)]

    assert said == [(200, b"{}")] * 3
    assert beyond.bodies == [b'{"a":1}'] * 3
    assert (proxy.connections, beyond.connections) == (1, 1)
    assert proxy.heads[0].startswith(f"CONNECT {AWAY}:443 ".encode())
    assert SECRET.encode() not in b"".join(proxy.heads)


@pytest.mark.parametrize("kind", REFUSING_PROXIES)
async def test_nothing_is_sent_where_a_proxy_finds_no_way(
    make_client: MakeClient, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    async with serving(REFUSING_PROXIES[kind]) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
        failure = await failure_of(make_client(f"https://{AWAY}"))

    assert isinstance(failure, NotSent)
    assert SECRET.encode() not in b"".join(proxy.heads)


async def test_proxy_that_is_not_there(make_client: MakeClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")

    assert isinstance(await failure_of(make_client(f"https://{AWAY}")), NotSent)


async def test_call_that_a_proxy_took_is_unknown(make_client: MakeClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server of the Bot API in the same network, without TLS: the proxy itself is sent the call."""
    async with serving(closes_when_read) as proxy:
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{proxy.port}")
        failure = await failure_of(make_client(f"http://{AWAY}"))

    assert isinstance(failure, NoAnswer)
    assert (proxy.connections, proxy.bodies) == (1, [b"{}"])


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_this_machine_is_reached_without_a_proxy(
    make_client: MakeClient, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    async with serving(answers) as server:
        assert (await make_client(f"http://{host}:{server.port}").post("getMe", b"{}"))[0] == 200


async def test_no_time_was_left_for_a_connection(
    make_client: MakeClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who waits for a connection that never becomes free has sent nothing."""
    monkeypatch.setattr(seam, "CONNECTIONS", 1)
    async with serving(never_answers) as server:
        client = make_client(f"http://127.0.0.1:{server.port}", seconds=2.0)
        first = asyncio.create_task(client.post("sendMessage", b"1"))
        await asyncio.sleep(0.05)
        failure = await failure_of(client, b"2")
        with pytest.raises(NoAnswer):
            await first

    assert isinstance(failure, NotSent)
    assert server.bodies == [b"1"]

"""Connections are kept, and closed by the server as it likes: a call that has begun to leave is never repeated."""

import asyncio
import random
import ssl

import pytest

from bot.wire.going_out import client as seam
from bot.wire.going_out.client import NoAnswer, NotSent
from tests.wire.going_out.conftest import MakeClient
from tests.wire.going_out.faulty import (
    FINE,
    Behaviour,
    Reader,
    Server,
    Writer,
    answers,
    closes,
    closes_when_read,
    never_answers,
    reset,
    resets,
    resets_at_first_byte,
    resets_when_read,
    say,
    saying,
    serving,
)

WAYS = ("http", "https")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("host", ["localhost", "[::1]"])
async def test_one_connection_for_one_call_after_the_other(
    make_client: MakeClient, tls: ssl.SSLContext, way: str, host: str
) -> None:
    async with serving(answers, tls if way == "https" else None, host.strip("[]")) as server:
        client = make_client(f"{way}://{host}:{server.port}")
        for number in range(20):
            assert await client.post("sendMessage", b"%d" % number) == (200, b"{}")

    assert server.connections == 1
    assert server.bodies == [b"%d" % number for number in range(20)]
    assert server.heads[0].startswith(b"POST /bot7000000001:SECRET")


async def test_no_more_connections_than_allowed(make_client: MakeClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seam, "CONNECTIONS", 4)
    monkeypatch.setattr(seam, "CONNECT_SECONDS", 60.0)
    async with serving(answers) as server:
        client = make_client(f"http://127.0.0.1:{server.port}")
        said = await asyncio.gather(*(client.post("sendMessage", b"%d" % number) for number in range(200)))

    assert said == [(200, b"{}")] * 200
    assert server.connections <= 4
    assert sorted(server.bodies) == sorted(b"%d" % number for number in range(200))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("end", [closes, resets], ids=["closed", "reset"])
async def test_idle_connection_that_is_gone_costs_nothing(
    make_client: MakeClient, tls: ssl.SSLContext, way: str, end: Behaviour
) -> None:
    """Where it is seen before a byte has left. Where it is not, nobody knows: see below."""
    async with serving(saying(FINE, end), tls if way == "https" else None) as server:
        client = make_client(f"{way}://localhost:{server.port}")
        for number in range(5):
            assert await client.post("sendMessage", b"%d" % number) == (200, b"{}")
            await asyncio.sleep(0.2)

    assert server.bodies == [b"%d" % number for number in range(5)]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "then", [closes_when_read, resets_when_read, resets_at_first_byte], ids=lambda one: one.__name__
)
async def test_call_on_a_kept_connection_is_not_repeated(
    make_client: MakeClient, tls: ssl.SSLContext, way: str, then: Behaviour
) -> None:
    async with serving(saying(FINE, then), tls if way == "https" else None) as server:
        client = make_client(f"{way}://localhost:{server.port}")
        await client.post("sendMessage", b"1")
        with pytest.raises(NoAnswer):
            await client.post("sendMessage", b"2")
        await asyncio.sleep(0.1)  # a repetition would have come
        assert server.connections == 1
        assert await client.post("sendMessage", b"3") == (200, b"{}")

    assert server.bodies in ([b"1", b"2", b"3"], [b"1", b"3"])


async def ends_when_it_likes(server: Server, reader: Reader, writer: Writer) -> None:
    """Some calls are answered, and then it ends around the moment at which the next begins."""
    while random.random() < 0.6:
        await server.read(reader)
        await say(writer, FINE)
    await asyncio.sleep(random.random() * 0.002)
    if random.random() < 0.5:
        reset(writer)


@pytest.mark.parametrize("way", WAYS)
async def test_no_call_is_read_twice_however_connections_end(
    make_client: MakeClient, tls: ssl.SSLContext, way: str
) -> None:
    """Four hundred calls, some at once, over connections that end at any moment."""
    outcomes: dict[bytes, str] = {}
    async with serving(ends_when_it_likes, tls if way == "https" else None) as server:
        client = make_client(f"{way}://localhost:{server.port}")

        async def calling(numbers: range) -> None:
            for number in numbers:
                try:
                    await client.post("sendMessage", b"%d" % number)
                except (NotSent, NoAnswer) as failure:
                    outcomes[b"%d" % number] = type(failure).__name__
                else:
                    outcomes[b"%d" % number] = "answered"
                await asyncio.sleep(random.random() * 0.002)

        await asyncio.gather(*(calling(range(start, start + 50)) for start in range(0, 400, 50)))

    read = {body: server.bodies.count(body) for body in outcomes}
    assert {body for body, times in read.items() if times > 1} == set()
    assert {body for body, outcome in outcomes.items() if outcome == "answered" and not read[body]} == set()
    assert {body for body, outcome in outcomes.items() if outcome == "NotSent" and read[body]} == set()
    assert "answered" in outcomes.values()
    assert "NoAnswer" in outcomes.values()


async def test_answer_that_nobody_asked_for_is_not_taken_for_the_next(make_client: MakeClient) -> None:
    async with serving(saying(FINE + FINE.replace(b"{}", b"[]"), never_answers)) as server:
        client = make_client(f"http://127.0.0.1:{server.port}")
        first = await client.post("getMe", b"1")
        await asyncio.sleep(0.05)
        second = await client.post("getMe", b"2")

    assert (first, second) == ((200, b"{}"), (200, b"{}"))
    assert server.connections == 2


async def test_poll_may_wait_longer_than_a_call(make_client: MakeClient) -> None:
    async def takes_its_time(server: Server, reader: Reader, writer: Writer) -> None:
        await server.read(reader)
        await asyncio.sleep(0.5)
        await say(writer, FINE)

    async with serving(takes_its_time) as server:
        client = make_client(f"http://127.0.0.1:{server.port}", seconds=0.1)
        assert await client.post("getUpdates", b"{}", seconds=5.0) == (200, b"{}")
        with pytest.raises(NoAnswer, match="timed out"):
            await client.post("sendMessage", b"{}")


async def test_who_is_cancelled_while_waiting_sends_nothing(
    make_client: MakeClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seam, "CONNECTIONS", 1)
    monkeypatch.setattr(seam, "CONNECT_SECONDS", 5.0)
    go_on = asyncio.Event()

    async def held_up(server: Server, reader: Reader, writer: Writer) -> None:
        while True:
            await server.read(reader)
            await go_on.wait()
            await say(writer, FINE)

    async with serving(held_up) as server:
        client = make_client(f"http://127.0.0.1:{server.port}")
        calls = [asyncio.create_task(client.post("sendMessage", b"%d" % number)) for number in range(3)]
        await asyncio.sleep(0.1)
        calls[1].cancel()
        go_on.set()
        await asyncio.gather(calls[0], calls[2])
        await asyncio.sleep(0.1)

    assert calls[1].cancelled()
    assert server.bodies == [b"0", b"2"]


async def test_who_is_cancelled_in_the_middle_gives_the_place_back(
    make_client: MakeClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seam, "CONNECTIONS", 1)
    silent = True

    async def behaviour(server: Server, reader: Reader, writer: Writer) -> None:
        await (never_answers if silent else answers)(server, reader, writer)

    async with serving(behaviour) as server:
        client = make_client(f"http://127.0.0.1:{server.port}")
        call = asyncio.create_task(client.post("sendMessage", b"1"))
        await asyncio.sleep(0.1)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        silent = False
        assert await client.post("sendMessage", b"2") == (200, b"{}")

    assert server.bodies == [b"1", b"2"]


async def test_cancellation_that_comes_with_the_answer_is_heeded(make_client: MakeClient) -> None:
    """A poll that forgot it would go on for ever, and whoever stops the bot would wait for it."""
    async with serving(answers) as server:
        client = make_client(f"http://127.0.0.1:{server.port}")
        await client.post("getMe", b"{}")
        told_in_time, pause = 0, 0.002  # a busy machine wakes us after the answer: then we wait for less
        while told_in_time < 60:
            call = asyncio.create_task(client.post("getMe", b"{}"))
            await asyncio.sleep(random.random() * pause)
            if call.cancel():
                told_in_time += 1
                with pytest.raises(asyncio.CancelledError):
                    await call
            else:
                pause *= 0.97

    assert len(server.bodies) > 1


async def test_closing_ends_what_waits(make_client: MakeClient) -> None:
    async with serving(never_answers) as server:
        client = make_client(f"http://127.0.0.1:{server.port}", seconds=60.0)
        call = asyncio.create_task(client.post("getUpdates", b"{}"))
        await asyncio.sleep(0.1)
        await client.close()
        async with asyncio.timeout(1):
            with pytest.raises(NoAnswer):
                await call

    assert server.bodies == [b"{}"]

"""``python -m bot`` as a process, with settings of its own and none of ours."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.simulator.server import Simulator

ROOT = Path(__file__).parents[2]
PIPE = asyncio.subprocess.PIPE
Process = asyncio.subprocess.Process


@asynccontextmanager
async def simulated() -> AsyncIterator[Simulator]:
    simulator = Simulator()
    await simulator.start()
    try:
        yield simulator
    finally:
        await simulator.stop()
    assert not simulator.violations, str(simulator.violations)


def connected(simulator: Simulator, url: str, **others: str) -> dict[str, str]:
    """The settings of a bot on this Telegram and this database."""
    return {"bot_token": simulator.token, "api_url": simulator.api_url, "database_url": url, **others}


@asynccontextmanager
async def started(*command: str, **settings: str) -> AsyncIterator[Process]:
    """Runs as long as the block, if it does not end by itself before."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("LIANDONG_")}
    ours = {f"LIANDONG_{name.upper()}": value for name, value in settings.items() if value}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *command,
        env={**inherited, "PYTHONPATH": str(ROOT), **ours}, stdout=PIPE, stderr=PIPE,
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def ended(*command: str, **settings: str) -> tuple[int | None, str, str]:
    """Exit code, what it answered, and what it said to the operator. Raises TimeoutError after half a minute."""
    async with started(*command, **settings) as process, asyncio.timeout(30):
        answered, said = await process.communicate()
    return process.returncode, answered.decode(), said.decode()


async def until_said(process: Process, part: str) -> None:
    """Reads what it says until this part of a line comes."""
    assert process.stderr is not None
    async with asyncio.timeout(30):
        while part not in (line := (await process.stderr.readline()).decode()):
            assert line, f"it ended without saying {part!r}"

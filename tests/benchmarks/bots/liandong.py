"""(c) liandong as it runs, durable; only the pacing is lifted, for the server is ours."""

import asyncio
import sys

import uvloop

from bot.__main__ import importing

with importing():  # as it does
    from bot.app import build
    from bot.settings import Secret, Settings
    from bot.wire.limits import LIFTED
    from tests.benchmarks.bots.token import TOKEN


async def main(api_url: str, database_url: str) -> None:
    settings = Settings(bot_token=Secret(TOKEN), api_url=api_url, database_url=database_url)
    app = await build(settings, limits=LIFTED)
    await app.start()
    await app.wait()


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:  # as bot/console.py does
        runner.run(main(sys.argv[1], sys.argv[2]))

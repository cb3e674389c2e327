"""(b) The same bot as (a), with aiohttp under it instead of httpx."""

import sys

from telegram import Update
from telegram.ext import Application, CallbackQueryHandler

from bot.simulator.server import DEFAULT_TOKEN
from bot.wire.coming_in.requests import AioRequest
from bot.wire.going_out.client import Client
from tests.benchmarks.bots.stock import button


def main(api_url: str) -> None:
    client = Client(api_url, DEFAULT_TOKEN)
    builder = Application.builder().token(DEFAULT_TOKEN).base_url(f"{api_url}/bot")
    application = builder.request(AioRequest(client)).get_updates_request(AioRequest(client)).build()
    application.add_handler(CallbackQueryHandler(button))
    application.run_polling(allowed_updates=Update.ALL_TYPES)


if __name__ == "__main__":
    main(sys.argv[1])

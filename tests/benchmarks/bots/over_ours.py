"""(b) The same bot as (a), with the HTTP of ours under it instead of httpx."""

import sys
from typing import Any

from telegram import Update
from telegram.ext import Application, CallbackQueryHandler
from telegram.request import RequestData

from bot.wire.coming_in.requests import ClientRequest
from bot.wire.going_out.client import Client
from tests.benchmarks.bots.stock import button
from tests.benchmarks.bots.token import TOKEN


class Asking(ClientRequest):
    """Ours reads nothing but who we are; this one hands on whatever comes."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_timeouts: Any, **_more: Any
    ) -> tuple[int, bytes]:
        return await self.posted(url, request_data)


def main(api_url: str) -> None:
    client = Client(api_url, TOKEN)
    builder = Application.builder().token(TOKEN).base_url(f"{api_url}/bot")
    application = builder.request(Asking(client)).get_updates_request(Asking(client)).build()
    application.add_handler(CallbackQueryHandler(button))
    application.run_polling(allowed_updates=Update.ALL_TYPES)


if __name__ == "__main__":
    main(sys.argv[1])

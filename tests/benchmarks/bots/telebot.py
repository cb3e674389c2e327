"""(d) The same bot as (a) on pyTelegramBotAPI, as its documentation writes it: nothing is kept."""

import asyncio
import sys

from telebot import asyncio_helper
from telebot.async_telebot import AsyncTeleBot
from telebot.types import CallbackQuery

from tests.benchmarks.bots.token import TOKEN

bot = AsyncTeleBot(TOKEN)


@bot.callback_query_handler(func=lambda _query: True)  # type: ignore[no-untyped-call,untyped-decorator]  # the library's
async def button(query: CallbackQuery) -> None:
    await bot.answer_callback_query(query.id)
    if query.message is not None:
        await bot.edit_message_text(f"Selected option: {query.data}", query.message.chat.id, query.message.message_id)


def main(api_url: str) -> None:
    asyncio_helper.API_URL = f"{api_url}/bot{{0}}/{{1}}"
    asyncio.run(bot.infinity_polling())


if __name__ == "__main__":
    main(sys.argv[1])

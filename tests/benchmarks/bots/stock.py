"""(a) A bot as python-telegram-bot's documentation writes it: answers every press and edits its message."""

import sys

from telegram import Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes

from tests.benchmarks.bots.token import TOKEN


async def button(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    if query is not None:
        await query.answer()
        await query.edit_message_text(text=f"Selected option: {query.data}")


def main(api_url: str) -> None:
    application = Application.builder().token(TOKEN).base_url(f"{api_url}/bot").build()
    application.add_handler(CallbackQueryHandler(button))
    application.run_polling(allowed_updates=Update.ALL_TYPES)


if __name__ == "__main__":
    main(sys.argv[1])

"""python-telegram-bot parses and routes, nothing more: no updater, no job queue, and no swallowing of errors."""

from collections.abc import Sequence
from typing import Any

from telegram.ext import Application, ApplicationBuilder, BaseHandler, ContextTypes, ExtBot

from bot.wire.coming_in.requests import ClientRequest
from bot.wire.context import Context
from bot.wire.going_out.client import Client


class Router(Application[Any, Any, Any, Any, Any, Any]):
    """``process_update`` raises what a handler raises, so that the transaction around it learns of it."""

    async def process_error(self, update: object | None, error: Exception, *_job: Any, **_coroutine: Any) -> bool:
        raise error


def build_router(client: Client, token: str, api_url: str, handlers: Sequence[BaseHandler[Any, Any, Any]]) -> Router:
    """Raises ValueError for a handler with block=False."""
    if any(not handler.block for handler in handlers):
        raise ValueError("a handler with block=False would lose its errors")
    request = ClientRequest(client)
    base = f"{api_url.rstrip('/')}/bot"
    bot: ExtBot[None] = ExtBot(token, base_url=base, request=request, get_updates_request=request)
    router = (
        ApplicationBuilder()
        .application_class(Router)
        .bot(bot)
        .updater(None)
        .job_queue(None)
        .context_types(ContextTypes(context=Context))
        .build()
    )
    router.add_handlers(handlers)
    assert isinstance(router, Router)  # noqa: S101 - tells the type checker what application_class made
    return router

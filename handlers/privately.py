"""Hours never appear in a group: whoever asks there gets the answer in the own chat."""

from bot.views.screens import Screen
from bot.wire.context import Context


def privately(context: Context, screen: Screen) -> None:
    if context.in_private:
        context.show(screen)
    else:
        context.send(screen, to=context.viewer.telegram_id)

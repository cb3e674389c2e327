"""Hours never appear in a group: whoever asks there gets the answer in the own chat."""

from bot.speech.screens import Screen
from bot.wire.context import Context


def privately(context: Context, screen: Screen, *, subject: str | None = None) -> None:
    if context.in_private:
        context.show(screen, subject=subject)
    else:
        context.send(screen, to=context.viewer.telegram_id, subject=subject)

"""The end of the chain of notes, once a day, to whoever owns the agency's bot."""

from bot.ground import notices
from bot.ground.viewer import Role
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.wire.rendering import Telling
from handlers.talk.journeys import Journey

journey = Journey()


@journey.notice(notices.Checkpoint)
async def show_checkpoint(to: Telling, number: int, hash: str) -> Screen | None:
    desk = await to.desk()
    return checkpoint(to.words, number, hash) if desk.viewer.has(Role.ADMINISTRATOR) else None


def checkpoint(words: Words, number: int, hash: str) -> Screen:
    text = words.say(
        "🔏 <b>The books are sealed up to now.</b>\n<code>{number} {hash}</code>\n"
        "Keep this message. With it, whoever runs the bot can show later that nothing was changed.",
        number=str(number),
        hash=hash,
    )
    return Screen(text, ((Key(words.label("Copy"), copy=f"{number} {hash}"),),), silent=True)

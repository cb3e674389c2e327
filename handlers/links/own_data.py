"""Erasing takes two steps; the second carries nothing, because it can only ever concern who presses it."""

from bot.speech.buttons import Link

EraseMe = Link[()]("ers")
KeepMe = Link[()]("ekp")

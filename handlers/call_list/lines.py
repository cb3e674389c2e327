"""Who must be phoned about an activity, and who was reached. Numbers stand there only where they were asked for."""

from markupsafe import Markup

from bot.call_list.rules import CallLine
from bot.ground.notices import Matter
from bot.speech.screens import Key
from bot.speech.words import Words, later
from handlers.links.call_list import OpenCallList

ABOUT = {
    Matter.CANCELLED: later("cancelled: {time}"),
    Matter.HELD: later("on hold: {time}"),
    Matter.GOES_AHEAD: later("takes place: {time}"),
    Matter.MOVED: later("new time or place: {time}"),
    Matter.GROUP_MOVED: later("news for the group: {time}"),
    Matter.AFTER_ALL: later("takes place after all: {time}"),
    Matter.REMINDER: later("reminder: {time}"),
    Matter.PROMOTED: later("got a place: {time}"),
    Matter.OFFER: later("a place is free: {time}"),
    Matter.SIGNED_UP: later("was signed up: {time}"),
    Matter.WITHDRAWN: later("sign-up cancelled: {time}"),
    Matter.COMING: later("signed up: {time}"),
}


def key(words: Words, activity_id: int, waiting: int = 0) -> Key:
    """Opens it; says how many wait."""
    label = words.label("Call list ({n})", n=words.number(waiting)) if waiting else words.label("Call list")
    return Key(label, OpenCallList(activity_id, 0))


def whom(words: Words, zone: str, line: CallLine) -> Markup:
    return words.say("<b>{name}</b> ({about})", name=line.name, about=about(words, zone, line))


def about(words: Words, zone: str, line: CallLine) -> str:
    return words.label(ABOUT[line.what], time=words.at(zone).moment(line.starts_at))

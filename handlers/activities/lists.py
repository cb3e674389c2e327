"""/activities: the list, a page at a time, and the two filters over it."""

from bot.activities.rules import ActivityState
from bot.sign_ups.looks import Offered
from bot.sign_ups.rules import SignUpState
from bot.speech.words import Words


def grouped(words: Words, offers: tuple[Offered, ...]) -> list[str]:
    """Numbered lines: buttons are too narrow for a whole title."""
    return [
        f"{offer_mark(offer)} {offer.title} — {words.at(offer.zone).when(offer.starts_at, offer.ends_at)}"
        for offer in offers
    ]


def offer_mark(offer: Offered) -> str:
    if offer.mine == SignUpState.CONFIRMED:
        return "✅"
    if offer.mine is not None:
        return "⏳"
    return "⏸" if offer.state == ActivityState.ON_HOLD else "🌱"


def offer_label(words: Words, offer: Offered) -> str:
    """A phone cuts its end: the title, which stands above."""
    left = words.label("full") if offer.free <= 0 else words.label("{n} left", n=words.number(offer.free))
    there = words.at(offer.zone)
    when = f"{there.short_day(offer.starts_at)} {there.time(offer.starts_at)}"
    return f"{when} · {left} · {offer.title[:40]}"

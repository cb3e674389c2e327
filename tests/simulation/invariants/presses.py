"""Each press has an effect or an answer that the person sees: a card that changed, a message, or words that fade."""

from collections.abc import Iterator

from tests.simulation.invariants.view import View

PATIENCE = 120.0  # seconds; Telegram keeps a press for 150, and an outage may swallow what it had to say


def presses_are_answered(view: View) -> Iterator[str]:
    journal = view.world.journal
    done: int = view.memory.get("presses", 0)
    seen = sorted((one.at, one.chat_id) for one in journal.shown[view.memory.get("shown", 0) :])
    view.memory["presses"], view.memory["shown"] = len(journal.presses), len(journal.shown)
    for one in journal.presses[done:]:
        if one.press.answer is not None or view.world.weather.disturbed(one.at - 60, one.at + PATIENCE):
            continue
        if not any(chat == one.chat_id and one.at <= at <= one.at + PATIENCE for at, chat in seen):
            yield f"{one.person} pressed {one.press.label!r} at {one.at:.0f} and nothing came of it"


INVARIANTS = (presses_are_answered,)

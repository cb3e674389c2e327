"""How far an administrator's agency is, as the menu tells it."""

from bot.speech.screens import Key
from bot.speech.words import LANGUAGES, Words
from bot.stations import first_steps as looking
from bot.stations.first_step_rules import STEPS, Begun
from bot.wire.context import Context
from handlers.links.stations import FirstSteps
from handlers.stations.root import root_name


async def left_to_do(context: Context) -> Key | None:
    """For the menu: how far an administrator's agency is; nothing once it is set up, and for everybody else."""
    begun = await looking.begun(context)
    if begun is None:
        return None
    done = len(done_of(begun))
    label = context.words.label("First steps: {done} of {all} done", done=done, all=len(STEPS))
    return Key(label, FirstSteps()) if done < len(STEPS) else None


def done_of(begun: Begun) -> frozenset[str]:
    return begun.done(tuple(root_name(Words(language, "UTC")) for language in LANGUAGES))

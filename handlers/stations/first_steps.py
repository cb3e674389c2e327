"""The first steps of an agency, for its administrator: what is done, and the button for each that is not."""

from markupsafe import Markup

from bot.speech.buttons import Button
from bot.speech.screens import LINE, Key, Screen
from bot.speech.words import Words, later
from bot.stations import first_steps as looking
from bot.stations.first_step_rules import STEPS, Begun
from bot.wire.context import Context
from handlers.links.invitations import InviteTeams
from handlers.links.menu import Do
from handlers.links.posting import NewPost
from handlers.links.stations import ChoosePreset, FirstSteps, StationSettingsGroup
from handlers.links.teams import NewTeam
from handlers.stations.first_step_keys import done_of
from handlers.talk.journeys import Journey
from handlers.talk.ways import back_to

journey = Journey()
NAMES = {
    "name": later("Say who we are"),
    "preset": later("Choose the preset: Mainland or Hong Kong"),
    "contact": later("Phone and privacy contact"),
    "team": later("Make the first team"),
    "invitation": later("Invite people"),
    "activity": later("Post the first activity"),
}


@journey.on(FirstSteps)
async def show_steps(context: Context) -> Screen | None:
    begun = await looking.begun(context)
    return steps(context.words, begun) if begun else None


def steps(words: Words, begun: Begun) -> Screen:
    """A step that is done stays in the list; its button goes."""
    done = done_of(begun)
    lines = [Markup("{} {}").format("✅" if step in done else "⬜️", words.say(NAMES[step])) for step in STEPS]
    head = (
        words.say("<b>All is set up.</b> From here on the menu is enough.")
        if len(done) == len(STEPS)
        else words.say("<b>First steps</b>")
    )
    keys = [(Key(words.label(NAMES[step]), way(step, begun.root_id)),) for step in STEPS if step not in done]
    return Screen(LINE.join([head, *lines]), (*keys, (back_to(words, Do("menu")),)))


def way(step: str, root: int) -> Button:
    return {
        "name": StationSettingsGroup(root, "agency"),
        "preset": ChoosePreset(root),
        "contact": StationSettingsGroup(root, "agency"),
        "team": NewTeam(""),
        "invitation": InviteTeams(0),
        "activity": NewPost(),
    }[step]

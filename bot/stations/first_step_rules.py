"""The way of an agency that begins from nothing: six steps, in this order."""

from bot.ground.frozen import Frozen

STEPS = ("name", "preset", "contact", "team", "invitation", "activity")


class Begun(Frozen):
    """What stands of it. `named`: by a setting; so does a station above all that was renamed."""

    root_id: int
    root_name: str
    named: bool
    preset: bool
    contact: bool
    team: bool
    invitation: bool
    activity: bool

    def done(self, first_names: tuple[str, ...]) -> frozenset[str]:
        """The steps that are behind; ``first_names`` is what the station is called before anybody names it."""
        held = {step for step in STEPS[1:] if getattr(self, step)}
        return frozenset(held | ({"name"} if self.named or self.root_name not in first_names else set()))

"""What is in the way of a sign-up, in few words behind a name: where people are chosen, and after several at once."""

from markupsafe import Markup

from bot.ground import refusals as why
from bot.speech.words import Words, later
from handlers.refusals.refusals import refuse, shown

FEW: dict[type[why.Refusal], str] = {
    why.OthersClash: later("is down for “{activity}” then ({when})"),
    why.OthersWaitThen: later("waits for “{activity}” then ({when})"),
    why.OthersConsentMissing: later("under 18: a parent or guardian must agree first"),
    why.OthersCompanionMissing: later("under 14: an adult must come along"),
    why.OthersAgeMissing: later("the age group is not known yet"),
    why.TooYoung: later("too young for this"),
    why.TrainingMissing: later("needs a training first: {training}"),
    why.NotInAudience: later("this is for {audience} only"),
    why.AlreadySignedUp: later("signed up already"),
}
LEADS_ON = (why.OthersConsentMissing, why.OthersCompanionMissing, why.OthersWaitThen)
"""Behind these names the button asks for what is missing; the sign-up then goes on by itself."""
BY_NAME = (*LEADS_ON, why.OthersClash)
"""Asked for by name, who is elsewhere then may take this one instead."""


def why_line(words: Words, zone: str, name: str, refusal: why.Refusal) -> Markup:
    """· Gran: a parent or guardian must agree first."""
    there = words.at(zone)
    said = words.label(FEW[type(refusal)], **shown(there, refusal)) if type(refusal) in FEW else None
    reason = said if said is not None else refuse(there, refusal).text
    return words.say("⛔ {name}: {reason}", name=name, reason=reason)

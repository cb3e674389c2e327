"""Why there is no place, or no longer the one that was pressed."""

from bot.ground import refusals as why
from bot.speech.words import later

PLACES: dict[type[why.Refusal], str] = {
    why.TrainingMissing: later("This needs a training first: {training}. Your social worker can tell you when it is."),
    why.NotInAudience: later("This is for {audience} only. /activities shows what is open to you."),
    why.ActivityClosed: later("Sign-ups for this are closed. /activities shows what else is coming."),
    why.ActivityOnHold: later("This is on hold. You'll be told as soon as it is decided."),
    why.ActivityStarted: later("This began at {starts_at}. Please call the lead."),
    why.ActivityOver: later("This was over at {ends_at}."),
    why.ActivityCancelled: later("This activity is cancelled. /activities shows what else is coming."),
    why.Clash: later("At that time you are down for “{activity}” ({when}). You can come to one of the two."),
    why.WaitsThen: later(
        "At that time you wait for a place in “{activity}” ({when}). Leave that list and take this one?"
    ),
    why.OthersClash: later("At that time {name} is down for “{activity}” ({when}). One of the two is possible."),
    why.OthersWaitThen: later(
        "At that time {name} waits for a place in “{activity}” ({when}). Leave that list and take this one?"
    ),
    why.FullInstead: later("“{wanted}” is full, so nothing has changed: “{kept}” stays as it is."),
    why.DeadlinePassed: later(
        "Sign-ups ended on {deadline_at}. Still want to come? Ask the lead, who can move the deadline."
    ),
    why.AlreadySignedUp: later("{name} is signed up already. Please leave that name out."),
    why.NotSignedUp: later("There is no sign-up to change."),
    why.NotEnoughPlaces: later("{wanted} asked for, {free} free."),
    why.GroupTeamsOnly: later("Group places are for partner groups."),
    why.NamesClosed: later("The names were due on {due_at}. Please call the lead."),
    why.OfferGone: later("That place has run out or gone to somebody else."),
    why.StaleCard: later("Something has changed since. Please look at the newest card."),
    why.WrongState: later("That's not possible any more. Please look at the newest card."),
    why.RollCallNotOpen: later("The roll-call opens at {opens_at}."),
    why.NotBegun: later("It begins at {starts_at}; this is possible from then on."),
    why.NotOnRoll: later("You are not on this list. Please ask the lead to add you."),
    why.RollCallFinished: later("The roll-call is finished. The lead can still correct hours."),
    why.CheckInClosed: later("Check-in is open only around the activity itself."),
    why.AlreadyCheckedIn: later("Checked in already, at {at}."),
    why.AlreadyCheckedOut: later("You left already, at {at}. If that's not right, please tell the lead."),
}

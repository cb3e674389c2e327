"""Who may not, and why: consent, age, roles, teams, links and codes."""

from bot.ground import refusals as why
from bot.speech.words import later

PEOPLE: dict[type[why.Refusal], str] = {
    why.NotFound: later("I can't find that. It may be gone, or the link is wrong."),
    why.NoWayIn: later(
        "I can't find that. It may be gone, or it is for one team only: then ask whoever sent the link to invite you."
    ),
    why.NotRegistered: later("Please join first, with /start: it takes two taps."),
    why.NoConsent: later("Please read and agree to the privacy notice first: /start"),
    why.NoGuardianConsent: later("Under 18, a parent or guardian must agree first. Then sign up again."),
    why.ConsentExpired: later("The parent's or guardian's consent ran out on {expired_at}. Please ask for it again."),
    why.CompanionMissing: later("Under 14, an adult must come along. A parent or guardian says who."),
    why.AgeBandMissing: later("The age group is needed for this. Say it once, then sign up again."),
    why.MinorOnRecord: later(
        "You are on record as under {age}. If that is wrong or you have turned {age}, a social worker can change it: "
        "please ask one."
    ),
    why.OthersConsentMissing: later(
        "{name} is under 18: a parent or guardian must agree first. A social worker can record the signed form."
    ),
    why.OthersCompanionMissing: later("{name} is under 14: an adult must come along. Please say who."),
    why.OthersAgeMissing: later(
        "{name}'s age group is needed for this. They can say it in /settings, or a social worker records it with the "
        "form."
    ),
    why.TooYoung: later("This activity is for people of {minimum_age} and over."),
    why.NotAnAdult: later("Only somebody of 18 or over can agree here. Age is set in /settings."),
    why.GuardianIsSelf: later("This link is for your parent or guardian: please forward it to them."),
    why.NotAllowed: later("For that, please ask your {needs}."),
    why.NotForManagedPeople: later("That only works with a Telegram account of their own."),
    why.NotAMember: later("Not a member of {team}."),
    why.AlreadyMember: later("Already a member of {team}."),
    why.TooManyCaptains: later("A team has at most {limit} captains. Please take one off first."),
    why.RoleHeldAlready: later("This role is held already: {role}."),
    why.LastAdministrator: later("You are the only administrator. Make another one first."),
    why.StillNeeded: later("Somebody else must take over first: {names}. Hand them over, then come back."),
    why.NameTaken: later("There is a “{name}” here already. Please choose another name."),
    why.InvitationInvalid: later("This link is not valid. Please ask for a new one."),
    why.InvitationExpired: later("This link ran out on {expired_at}. Please ask for a new one."),
    why.InvitationUsed: later("This link has been used up. Please ask for a new one."),
    why.InvitationsPaused: later("Too many wrong links. Please try again after {until}."),
    why.CodeWrong: later("That code is not right. Tries left: {tries_left}."),
    why.CodeExpired: later("That code has run out. The current one is on the lead's screen."),
    why.TooManyTries: later("Too many wrong codes. Please try again after {until}, or ask the lead to mark you."),
    why.ContactOfSomeoneElse: later("That is not your own number. Please use the button to share yours."),
    why.NoDataKey: later("Phone numbers and guardians' names are not kept here: encryption is not set up."),
}

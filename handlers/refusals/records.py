"""Why hours are not taken, verified or corrected; and what was typed that fits no field."""

from bot.ground import refusals as why
from bot.speech.words import later

OVERLAPS_UNNAMED = later("There are hours for that time already ({when}).")
"""Of what was done then nobody left a word."""

BOOKS: dict[type[why.Refusal], str] = {
    why.OwnRecord: later("Nobody verifies their own hours. Another social worker can."),
    why.StaffOnDuty: later("Staff on duty earn no volunteer hours."),
    why.NeedsCoordinator: later("{minutes} in one day: over {limit} a coordinator verifies."),
    why.NeedsAdministrator: later("{minutes} in one day: over {limit} an administrator verifies, with a reason."),
    why.ReasonMissing: later("Please give a reason in words."),
    why.RecordsOverlap: later("There are hours for that time already: “{activity}” ({when})."),
    why.InTheFuture: later("That is still to come. Only past time can be entered."),
    why.TooOldToLog: later("Older than {limit} days: your {needs} can enter it."),
    why.TooShort: later("{minutes} is too short; at least {lowest}."),
    why.TooLong: later("{minutes} is too long; at most {highest}."),
    why.AlreadyVerified: later("Verified already. A change is a correction."),
    why.AlreadyCorrected: later("Corrected already. Please correct the newer entry."),
    why.NothingToCorrect: later("The entry says that already."),
    why.MonthClosed: later("{month} is closed. Corrections count in the month in which they are made."),
    why.QuestionTooLate: later("Questions were possible until {until}. Please talk to the lead."),
    why.BadCode: later("A check-in code has six digits. It is on the lead's screen."),
    why.BadPeriod: later("I can't read “{text}” as a period. Try 2026-10, 2026Q3 or last month."),
    why.UnknownScope: later("You lead or coordinate no team or station called “{name}”. /summary lists them."),
    why.BadPhone: later("That is not a telephone number I can keep."),
    why.DraftIncomplete: later("Still missing: {missing}"),
    why.UnknownSetting: later("There is no setting “{key}”."),
}

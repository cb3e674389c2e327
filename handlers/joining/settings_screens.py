"""What people see and change of themselves. A phone number is never shown, not even to its owner: cards travel."""

from markupsafe import Markup

from bot.members.profiles import OwnSettings
from bot.people.consent import EXACT, AgeBand
from bot.people.notice_choices import Silenced
from bot.speech.pages import in_rows
from bot.speech.screens import Key, Screen
from bot.speech.words import Words, later
from handlers.joining.joining import OWN_NAMES
from handlers.links.joining import Change, RemovePart, SettingsPart, TellAge
from handlers.talk.menu_screens import do
from handlers.talk.roles import band_name

AGE_LABELS = {
    AgeBand.UNDER_14: later("Under 14"),
    AgeBand.TEEN: later("14–17"),
    AgeBand.MIDDLE: later("18–59"),
    AgeBand.SENIOR: later("60 or over"),
}
NOTICES = {
    Silenced.RECRUITING: later("New activities"),
    Silenced.EARLY: later("Reminder 3 days before"),
    Silenced.SHORT: later("Reminder 2 hours before"),
    Silenced.DIGEST: later("Weekly summary"),
}


def back(words: Words, part: SettingsPart = "") -> Key:
    return Key(words.label("Back"), Change(part))


def overview(words: Words, mine: OwnSettings) -> Screen:
    profile = mine.profile
    none = words.say("none")
    home = next((team.name for team in mine.teams if team.id == profile.home_team_id), None)
    names = words.list([team.name for team in mine.teams]) if mine.teams else none
    as_the_app = words.say("as my Telegram app")
    lines = [
        words.say("⚙️ <b>Settings of {name}</b>", name=profile.name),
        words.say("Language: {language}", language=OWN_NAMES.get(profile.language or "", as_the_app)),
        words.say("Phone: {phone}", phone=words.say("kept, encrypted") if profile.has_phone else none),
        words.say("Volunteer number: {number}", number=profile.volunteer_number or none),
        words.say("Age: {age}", age=band_name(words, profile.age_band)),
        words.say("Teams: {teams} · main one: {home}", teams=names, home=home)
        if home
        else words.say("Teams: {teams}", teams=names),
        words.say("Notices switched off: {notices}", notices=off_list(words, mine.silenced)),
    ]
    keys = [
        Key(words.label("About me"), Change("about")),
        Key(words.label("Teams"), Change("teams")),
        Key(words.label("Notices"), Change("notices")),
        do(words, "language"),
    ]
    return Screen(Markup("\n").join(lines), in_rows(keys))


def off_list(words: Words, silenced: frozenset[Silenced]) -> Markup:
    named = [words.say(text) for notice, text in NOTICES.items() if notice in silenced]
    return words.list(named) if named else words.say("none")


def phone(words: Words, *, has_phone: bool) -> Screen:
    """Shown in place; the contact button comes in a message of its own, as Telegram wants it."""
    if not has_phone:
        return Screen(words.say("No phone number is kept of you."), ((back(words),),))
    text = words.say("Your phone number is kept, encrypted. Each look at it by staff is noted.")
    return Screen(text, ((back(words), Key(words.label("Remove it"), RemovePart("phone"))),))


def ask_age(words: Words, *, ask_guardian: bool = False) -> Screen:
    """``ask_guardian``: goes on to a parent or guardian where one is needed."""
    text = words.say("Which age group are you in? Some activities and rules depend on it.")
    keys = [Key(words.label(AGE_LABELS[band]), TellAge(band, ask_guardian)) for band in EXACT]
    return Screen(text, in_rows(keys))

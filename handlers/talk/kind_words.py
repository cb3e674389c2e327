"""What a kind of service is called, and what people are warned of where the lead has said nothing."""

from bot.speech.words import Words, later

NAMES = {
    "elderly": later("Elderly people"),
    "youth": later("Children and youth"),
    "disabled": later("Disabled people"),
    "patients": later("Patients"),
    "environment": later("Environment"),
    "community": later("Community"),
    "events": later("Large events"),
    "public": later("Public-service support"),
    "hotline": later("Hotline"),
    "legal": later("Legal aid"),
    "visits": later("Visits and mentoring"),
    "culture": later("Culture and sports"),
    "emergency": later("Emergency"),
    "teaching": later("Teaching"),
    "other": later("Other"),
}

RISKS = {
    "elderly": later("wet floors; ask staff before helping anyone up"),
    "youth": later("never be alone with a child; tell staff about any injury"),
    "disabled": later("ask before you help; leave lifting to staff"),
    "patients": later("wash your hands; stay at home if you have a cough or fever"),
    "environment": later("sun, traffic and sharp objects: hat, gloves and closed shoes"),
    "community": later("mind stairs and traffic; go in pairs"),
    "events": later("crowds: note the exits and stay at your post"),
    "public": later("stay with your group and follow the staff"),
    "hotline": later("calls can weigh on you: take breaks, and tell staff about any danger to life"),
    "legal": later("give no advice of your own; keep what you hear to yourself"),
    "visits": later("go in pairs; take no money or gifts"),
    "culture": later("warm up first; stop if anything hurts"),
    "emergency": later("do only what staff assign; your own safety comes first"),
    "teaching": later("never be alone with a child; keep the door open"),
    "other": later("listen to the briefing; ask staff when in doubt"),
}


def kind_name(words: Words, kind: str) -> str:
    return words.label(NAMES[kind])


def risk_note(words: Words, kind: str, risk: str) -> str:
    """What the lead said, else the usual warning of this kind of service."""
    return risk or words.label(RISKS[kind])

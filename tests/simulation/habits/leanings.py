"""How likely somebody presses a label that stands before them, in English. What is not named here is a name, a day, a
number, or the way back: it is pressed now and then, and nothing is pressed at times.
"""

Leaning = dict[str, float]

VOLUNTEER: Leaning = {
    "Sign me up": 9, "Details": 0.4, "I'll be there": 8, "Can't make it": 0.7, "Yes, cancel": 3, "No, I'll come": 1,
    "I'm ill": 1, "Work or school": 1, "Family": 1, "Great": 4, "I'll come": 6, "Not this time": 1.5,
    "I'll be late": 0.8, "That's right": 6, "Not right": 0.8, "That's right after all": 1, "Got it": 8,
    "Leave the list": 0.4, "Yes, leave": 1, "Yes, leave the team": 1,
    "No, I'll wait": 1, "See other activities": 0.5, "Add to calendar": 0.3,
    "Pass it on": 4, "No": 0.5, "Join a team": 0.5, "Not now": 0.5, "Back": 0.3, "Entries": 1, "Record of service": 0.3,
    "I agree, I'm 18 or over": 6, "Use this name": 8, "Sign up someone else": 0, "Send": 4, "Nothing to add": 3,
    "Yes, change it": 2, "No, leave it": 1, "Yes, I want to": 1, "Other sessions": 1, "Put right and send": 2,
    "Past ones": 0.5, "Coming ones": 0.5, "Menu": 0.3, "Yesterday": 3, "Today": 0.5, "Week": 0.2, "Kind": 0.2,
    "Make it my main team": 0.1, "Leave": 0.05, "Erase me": 0.0, "Yes, erase it all": 0.0, "Remove it": 0.1,
    "Share my phone number": 1, "Language": 0.0, "As my Telegram app": 1, "Weekly summary": 0.2,
    "New activities": 0.1, "Reminder 3 days before": 0.1, "Reminder 2 hours before": 0.1, "Say my age group": 2,
    "14–17": 0.0, "Under 14": 0.0, "18–59": 3, "60 or over": 1, "I agree": 6, "I don't agree": 0.3, "I come along": 3,
    "Yes, this name": 3, "Take it back": 0.2, "No, it stands": 2, "Yes, take it back": 0.5,
    "Take this one instead": 3, "Leave it, take this one": 3, "Yes, take this one": 3, "No, leave it as it is": 1,
}  # fmt: skip
CAPTAIN: Leaning = {
    **VOLUNTEER, "Sign up someone else": 2.5, "All here": 9, "All leave now": 5, "Finish": 5, "Add walk-in": 0.3,
    "Skip": 2, "They were here": 3, "They didn't come": 1, "Not yet": 0.5, "Yes, all leave now": 4, "Confirm": 5,
    "Yes, sign them up": 5, "Under 18": 0.4, "Places for a group": 2, "Add names": 4, "Yes, add them": 4,
    "Give the places back": 0.2, "Yes, give back": 1, "No, keep them": 1, "Yes, each name once": 2,
    "New, 18 or over": 3, "New, under 18": 0.3, "Do roll-call": 3, "Yes, count it": 2, "No, keep the place": 1,
    "Make captain": 0.0, "All coming": 5, "Change names": 0.4,
    "Several at once": 2, "Tick all": 4, "Only who is known": 1, "Tap names instead": 0.5, "All right": 5,
    "Text to pass on": 0.7, "Hours of my people": 0.5,
    "Take out": 0.05, "Yes, take out": 0.3, "Invite": 0.3, "Make the link": 3, "Add without Telegram": 0.3,
    "18 or over": 3, "See list": 0.3, "Here": 2, "Late": 2, "Didn't come": 2, "Told us": 1, "Left early": 1,
}  # fmt: skip
LEAD: Leaning = {
    **CAPTAIN, "Sign me up": 0.1, "Sign up someone else": 0.4, "Confirm all of these": 6, "Send back": 0.4,
    "Yes, confirm": 4, "Correct the hours": 2, "Explain": 2, "Answer": 4, "Send reminders": 4, "Send again": 0.6,
    "What is missing": 3, "Yes, remind them": 4, "Why": 0.5,
    "Ask the waiting list": 2, "It takes place": 4, "Cancel it": 0.5, "Publish": 9, "Discard": 0.1, "Send it": 6,
    "Change": 0.3, "Manage": 0.6, "Copy text": 1, "Participants": 1, "How far?": 1, "Stop sending": 0.1,
    "Hand to captain": 0.7, "Check-in code": 0.8, "More": 0.6, "Confirm, with the extra time": 1, "Only as planned": 1,
    "Look at it": 0.5, "Refresh": 0.5, "Show phone numbers": 0.5, "Who has seen it": 0.5, "Postpone or cancel": 0.1,
    "Cancel activity": 0.1, "Weather": 2, "Venue": 1, "Put on hold": 0.2, "Postpone": 0.2, "Yes, move it": 4,
    "Close sign-ups": 0.05, "Open sign-ups": 2, "Add a session": 0.2, "Withdraw": 0.1, "Consent form": 1,
    "Cancel all my outdoor activities today": 0.02, "Yes, cancel all": 0.3, "Hand over": 0.05, "New code": 0.3,
    "Hold it after all": 0.3, "Yes, hold it": 3, "Another session": 0.5, "Give them the place": 2, "Ill": 1,
    "Give a role": 0.0, "Yes, withdraw": 0.0, "New team": 0.05, "No, keep the role": 3, "Name": 0.05,
    "Kind": 0.1, "Yes, take out": 0.1, "Staff lead": 0.0, "Do it again": 0.2,
}  # fmt: skip
OFFICE: Leaning = {
    **LEAD, "By team": 2, "Activity list": 1, "Export": 1.5, "This month": 2, "Last month": 2, "This year": 1,
    "This quarter": 1, "Into a team": 2, "For a role": 0.2, "Make the link": 4, "My links": 1, "Settings": 0.3,
    "Inherit again": 0.5, "Add below": 0.0, "Cancel the station's outdoor activities today": 0.01,
}  # fmt: skip
LEANINGS = {
    "volunteer": VOLUNTEER,
    "newcomer": VOLUNTEER,
    "captain": CAPTAIN,
    "lead": LEAD,
    "coordinator": OFFICE,
    "administrator": OFFICE,
}
SOME_NAME = 0.5  # what is no label of ours: somebody's name, a day, a number
OTHER_LABEL = 0.08
NOTHING = 0.8

"""Everything said about an activity, the way to it, its file for a calendar, and the words to paste elsewhere."""

from bot.activities.rules import Activity


def contact(activity: Activity) -> str:
    return activity.contact or activity.lead_name

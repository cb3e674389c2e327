"""Whom people phone about an activity: who the lead has named, else the lead."""

from bot.activities.rules import Activity


def contact(activity: Activity) -> str:
    return activity.contact or activity.lead_name

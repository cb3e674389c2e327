"""Statements that still grow with the data, and a screen, notice or tick where each takes most: this list shrinks.

Whoever mends one takes it off; the test asks for that. At most five may stay, each with a reason: those of ``REASONS``.
"""

REASONS = {
    "reports.sessions_booked": "a file of a year holds a year",
    "reports.sessions_rolled": "as above",
    "stations.count_under": "how many teams a station has in all; 20,000 entries of an index at the most",
    "stations.spread_zones": "a changed zone is written to every station below: 2,000 rows, once in years",
    "teams.members": "one team's members in order of their names: 5,000 at the most",
}
OWN = {
    "hours.days_served",
    "hours.own_sums",
    "own_data.my_records",
    "reports.entries_of_person_rows",
    "reports.verified_of",
}
"""Read one person's own rows: they grow here because who has most has more of them in the larger world."""
BOUNDED = {
    "activities.led_by_work": 100_000,
    "sign_ups.upcoming": 20_000,
    "teams.open_under": 20_000,
    "teams.teams_under": 20_000,
}
"""Read on to the end of the tenth page, so that a page can say which of how many it is; steps that it may take."""
GROWING = {
    "activities.led_by_work": "ChooseAudience",
    "hours.days_served": "notice my_year",
    "hours.own_sums": "/hours",
    "hours.waiting_under": "SetPreset",
    "members.find_people_rows": "form walk_in",
    "own_data.my_records": "notice my_data",
    "reports.entries_of_person_rows": "MakeRecord",
    "reports.sessions_booked": "notice summary_file",
    "reports.sessions_rolled": "notice summary_file",
    "reports.verified_of": "MakeRecord",
    "reports.waiting_by_verifier": "WhatIsMissing",
    "sign_ups.upcoming": "/activities",
    "stations.count_under": "TakeTyped",
    "stations.spread_zones": "form station_zone",
    "teams.members": "OpenTeam",
    "teams.open_under": "OpenTeams",
    "teams.teams_under": "/broadcast",
}

"""Databases of released versions, as SQL text of both kinds, and what their books added up to."""

from pathlib import Path

from tests.helpers.raw_sql import fetched

FOLDER = Path(__file__).with_name("released")
RELEASES = sorted(path.stem for path in FOLDER.glob("*.json"))
COUNTED = {
    "minutes": "SELECT coalesce(sum(minutes), 0) FROM team_month",
    "attendances": "SELECT coalesce(sum(attendances), 0) FROM team_month",
    "records": "SELECT count(*) FROM service_record",
    "people": "SELECT count(*) FROM person",
    "sign-ups": "SELECT count(*) FROM sign_up WHERE state = 'confirmed'",
    "notices that wait": "SELECT count(*) FROM outbox WHERE state = 'pending'",
    "audit rows": "SELECT count(*) FROM audit",
}


async def totals(url: str) -> dict[str, int]:
    """Asked around the program, whose statements go with its schema."""
    found = {}
    for what, statement in COUNTED.items():
        ((n,),) = await fetched(url, statement)
        found[what] = int(str(n))
    return found

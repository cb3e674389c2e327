"""Who said 14 to 17 is asked again every year. No answer changes nothing at once; the next sign-up waits for one."""

from bot import telling
from bot.ground import notices
from bot.ground.quiet_hours import out_of_quiet
from bot.ground.times import DAY, zone_named
from bot.people import rows as people
from bot.people.ages import ASKED_AGAIN_AFTER, AgeBand, must_ask_age
from bot.stations import rows as stations
from bot.store import occurrences
from bot.store.transaction import Tx

USEFUL = 30 * DAY


async def ask_again(tx: Tx, now: int, most: int) -> int:
    """Queues the question once for each year; how many it was."""
    due = await people.ages_to_ask_again(tx, now - ASKED_AGAIN_AFTER, most)
    at = await waking_hour(tx, now) if due else now
    for person_id, said_at in due:
        key = f"age:person:{person_id}:{said_at}"
        await occurrences.claim(tx, key, now)
        await telling.tell(tx, notices.AskAge(), person_id, key=key, subject=f"person:{person_id}", now=now, due_at=at)
    return len(due)


async def waking_hour(tx: Tx, now: int) -> int:
    """Now, or after the quiet hours of the root station."""
    root = await stations.root(tx)
    if root is None:
        return now
    settings = await stations.settings_of(tx, root.id)
    return out_of_quiet(now, now + USEFUL, zone_named(root.zone), settings.quiet)


async def still_to_ask(tx: Tx, person_id: int, now: int) -> bool | None:
    """None where the answer has come meanwhile, or the person has gone."""
    person = await people.person(tx, person_id)
    return True if person.age_band == AgeBand.TEEN and must_ask_age(person, now) else None

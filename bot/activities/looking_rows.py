"""When ticks look at a shift next: found by index, and kept wherever something changes. 0: as soon as they can."""

from collections.abc import Sequence

from bot.store.asking import sql
from bot.store.transaction import Tx, Value


@sql("""
UPDATE shift SET remind_at = 0, card_at = 0, over_at = 0, names_at = 0 WHERE activity_id = :activity_id
""")
async def look_again(tx: Tx, activity_id: int) -> None:
    """Whatever is due for the shifts of this activity is reckoned anew."""


@sql("""
UPDATE shift SET remind_at = 0, card_at = 0, over_at = 0, names_at = 0
WHERE starts_at > :since AND activity_id IN (SELECT id FROM activity WHERE station_id = :station_id)
""")
async def look_again_at_station(tx: Tx, station_id: int, since: int) -> int:
    """What holds at the station has changed: the same for all its shifts that began later than this."""


@sql("UPDATE shift SET over_at = 0 WHERE id = :shift_id")
async def roll_changed(tx: Tx, shift_id: int) -> None:
    """Its roll-call was opened, or given to somebody else."""


@sql("UPDATE shift SET rolled = 1, over_at = NULL WHERE id = :shift_id")
async def roll_finished(tx: Tx, shift_id: int) -> None:
    """Its roll-call is closed, for good."""


@sql("UPDATE shift SET names_at = 0 WHERE id = :shift_id")
async def groups_changed(tx: Tx, shift_id: int) -> None:
    """A group holds places, or more of them."""


@sql("UPDATE shift SET remind_at = :at WHERE id = :shift_id")
async def next_reminder(tx: Tx, *, at: Value, shift_id: Value) -> None:
    """When the next reminder comes; NULL: none."""


@sql("UPDATE shift SET card_at = :at WHERE id = :shift_id")
async def next_roll_card(tx: Tx, *, at: Value, shift_id: Value) -> None:
    """When the card comes; NULL: it has, or nobody is in the shift."""


@sql("UPDATE shift SET over_at = :at WHERE id = :shift_id")
async def next_over(tx: Tx, *, at: Value, shift_id: Value) -> None:
    """When it is asked to finish the roll; NULL: not again."""


@sql("UPDATE shift SET names_at = :at WHERE id = :shift_id")
async def next_names(tx: Tx, *, at: Value, shift_id: Value) -> None:
    """When captains are reminded of names; NULL: not again."""


@sql("SELECT id FROM station WHERE changed = 1 ORDER BY id LIMIT cast(:limit AS bigint)")
async def changed_stations(tx: Tx, limit: int) -> Sequence[int]:
    """Stations where something has changed that holds below, too."""


@sql("""
UPDATE station SET changed = CASE WHEN id = :station_id THEN 0 ELSE 1 END,
  close_at = CASE WHEN id = :station_id THEN 0 ELSE close_at END,
  report_at = CASE WHEN id = :station_id THEN 0 ELSE report_at END,
  digest_at = CASE WHEN id = :station_id THEN 0 ELSE digest_at END
WHERE id = :station_id OR parent_id = :station_id
""")
async def pass_on(tx: Tx, station_id: int) -> None:
    """The activities of this station are looked at again; those of the stations directly below are next."""

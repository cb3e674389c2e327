"""Sums as rows: what a transaction adds is appended, so that it waits for nobody; a tick folds it into what is kept."""

from bot.hours.sums.rules import PersonMonth, Roll
from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value


@sql("""
INSERT INTO running_sum_added (node, what, period, served, kind, nature, amount)
VALUES (:node, :what, :period, :served, :kind, :nature, :amount)
""")
async def append(tx: Tx, /, **values: Value) -> None:
    """One thing more, or less, of a sum."""


@sql("""
DELETE FROM running_sum_added WHERE id IN (SELECT id FROM running_sum_added ORDER BY id LIMIT :limit)
RETURNING node, what, period, served, kind, nature, amount
""")
async def take_added(tx: Tx, *, limit: int) -> list[Row]:
    """The oldest of what was appended, out of where it stood."""


@sql("""
INSERT INTO running_sum (node, what, period, served, kind, nature, amount)
VALUES (:node, :what, :period, :served, :kind, :nature, :amount)
ON CONFLICT (node, what, period, served, kind, nature) DO UPDATE SET amount = running_sum.amount + excluded.amount
""")
async def fold(tx: Tx, /, **values: Value) -> None:
    """Into the sum that is kept."""


@sql("""
SELECT m.month, s.path, m.team_id, m.service, m.training, m.preparation
FROM person_month m JOIN station s ON s.id = m.station_id
WHERE m.person_id = :person_id AND m.month BETWEEN :first AND :last
ORDER BY m.month, m.station_id, m.team_id
""")
async def months_of_person(tx: Tx, person_id: int, *, first: str, last: str) -> list[PersonMonth]:
    """A person's minutes by month of booking and place."""


@sql("""
INSERT INTO person_month (person_id, month, station_id, team_id, service, training, preparation)
VALUES (:person_id, :month, :station_id, :team_id, :service, :training, :preparation)
ON CONFLICT (person_id, month, station_id, team_id) DO UPDATE SET service = person_month.service + excluded.service,
    training = person_month.training + excluded.training,
    preparation = person_month.preparation + excluded.preparation
""")
async def add_to_person_month(tx: Tx, /, **values: Value) -> None:
    """A person's minutes of one month, under the person's lock."""


@sql("""
SELECT s.path, coalesce(a.team_id, 0) AS team_id, c.month, coalesce(c.beneficiaries, 0) AS helped,
    coalesce(c.came, 0) AS came, coalesce(c.no_shows, 0) AS no_shows
FROM roll_call c JOIN shift h ON h.id = c.shift_id JOIN activity a ON a.id = h.activity_id
JOIN station s ON s.id = a.station_id
WHERE c.shift_id = :shift_id AND c.month IS NOT NULL
""")
async def roll(tx: Tx, shift_id: int) -> Roll | None:
    """What a roll-call counts for; nothing before it is closed."""


@sql("""
SELECT s.path, coalesce(r.team_id, 0) AS team_id, substr(r.day, 1, 7) AS month,
    cast(count(*) AS bigint) AS records, cast(sum(r.minutes * r.heads) AS bigint) AS minutes
FROM service_record r JOIN station s ON s.id = r.station_id
WHERE r.person_id = :person_id AND r.state <> 'verified' AND r.state = 'submitted'
GROUP BY s.path, coalesce(r.team_id, 0), substr(r.day, 1, 7)
""")
async def waiting_of_person(tx: Tx, person_id: int) -> list[Row]:
    """What waits of one person, by place and month."""

"""An audience, piece by piece: a page of a team's members, or of everybody, in the order of their ids."""

from bot.messages.audience_rows import Told
from bot.messages.broadcast_rows import Addressee
from bot.store.asking import sql
from bot.store.transaction import Tx

TOLD = """
SELECT p.id,
    CASE WHEN p.telegram_id IS NULL OR p.unreachable_at IS NOT NULL THEN 0 ELSE 1 END AS reachable,
    CASE WHEN p.telegram_id IS NOT NULL AND p.unreachable_at IS NOT NULL THEN 1 ELSE 0 END AS blocked,
    CASE WHEN EXISTS (SELECT 1 FROM notice_off n WHERE n.person_id = p.id AND n.notice IN ('recruiting', 'pause'))
        THEN 1 ELSE 0 END AS silenced,
    (SELECT cast(count(*) AS bigint) FROM outbox o
        WHERE o.person_id = p.id AND o.kind IN ('recruiting', 'recruiting_more')
          AND o.due_at >= :day_start AND o.due_at < :day_end AND o.state NOT IN ('dropped', 'expired',
            'dead')) AS today,
    CASE WHEN EXISTS (SELECT 1 FROM outbox o WHERE o.person_id = p.id AND o.kind = 'recruiting_more'
        AND o.state = 'pending') THEN 1 ELSE 0 END AS gathering,
    CASE WHEN p.state IN ('active', 'managed') AND p.id <> :lead_id
      AND NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = p.id AND g.withdrawn_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM sign_up u JOIN shift h ON h.id = u.shift_id
        WHERE u.person_id = p.id AND h.activity_id = :activity_id AND u.state <> 'withdrawn')
      {once} THEN 1 ELSE 0 END AS meant
FROM {near} JOIN person p ON p.id = near.id
ORDER BY p.id
"""
MEMBERS = """(SELECT m.person_id AS id FROM membership m
  WHERE m.team_id = :team_id AND m.left_at IS NULL AND m.person_id > :after
  ORDER BY m.person_id LIMIT cast(:limit AS bigint)) AS near"""
ANYBODY = """(SELECT id FROM person WHERE id > :after ORDER BY id LIMIT cast(:limit AS bigint)) AS near"""
ONCE = """AND NOT EXISTS (SELECT 1 FROM membership o JOIN team y ON y.id = o.team_id
        JOIN station z ON z.id = y.station_id
        WHERE o.person_id = p.id AND o.left_at IS NULL AND y.id < :team_id
          AND z.path >= cast(:path AS text) AND z.path < cast(:path AS text) || ':')"""
"""Of several teams of a station the first counts; in no station no other does."""


@sql(TOLD.format(once="", near=ANYBODY))
async def anybody_told(
    tx: Tx, after: int, limit: int, *, lead_id: int, activity_id: int, day_start: int, day_end: int
) -> list[Told]:
    """The next people, with what each was told today, and whether they are meant: not the lead, nor staff on duty, nor
    who is signed up already.
    """


@sql(TOLD.format(once=ONCE, near=MEMBERS))
async def members_told(
    tx: Tx, team_id: int, after: int, limit: int, *, path: str, lead_id: int, activity_id: int, day_start: int,
    day_end: int,
) -> list[Told]:  # fmt: skip
    """The same of a team's members. `path`: of the station whose people they are told as, '-' for none."""


@sql(f"""
SELECT p.id, p.name, CASE WHEN p.telegram_id IS NULL THEN 'absent'
    WHEN p.unreachable_at IS NOT NULL THEN 'blocked' ELSE 'reached' END AS reach,
  CASE WHEN p.state IN ('active', 'managed') AND p.id <> :author_id {ONCE} THEN 1 ELSE 0 END AS meant
FROM {MEMBERS} JOIN person p ON p.id = near.id
ORDER BY p.id
""")  # noqa: S608 - constants of this file; every value is a parameter
async def members_addressed(
    tx: Tx, team_id: int, after: int, limit: int, *, path: str, author_id: int
) -> list[Addressee]:
    """A team's next members, and whether Telegram reaches them. `path`: as above."""


@sql("""
SELECT t.id FROM station b JOIN team t ON t.station_id = b.id
WHERE b.path >= cast(:path AS text) AND b.path < cast(:path AS text) || ':'
  AND b.path >= coalesce((SELECT s.path FROM team o JOIN station s ON s.id = o.station_id WHERE o.id = :after), '')
  AND (t.id > :after
    OR b.path > coalesce((SELECT s.path FROM team o JOIN station s ON s.id = o.station_id WHERE o.id = :after), ''))
ORDER BY b.path, t.id LIMIT 1
""")
async def next_team(tx: Tx, path: str, after: int) -> int | None:
    """The team after this one (0: the first) at a station and below."""

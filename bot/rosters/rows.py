"""Rows of lists that are being taken in. What stands in them is sealed; a mark tells two rows of one person."""

from bot.rosters.rules import Outcome, Roster, RosterState
from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value


@sql("""
INSERT INTO roster (person_id, file_id, state, team_id, created_at, expires_at)
VALUES (:person_id, :file_id, :state, :team_id, :now, :expires_at) RETURNING id
""")
async def add(
    tx: Tx, *, person_id: int, file_id: str | None, state: RosterState, team_id: int | None, now: int, expires_at: int
) -> int:
    """A list that somebody brings; its id."""


@sql("""
SELECT id, person_id, file_id, state, team_id, heads, columns, salt, rows, card_id, created_at, expires_at, imported_at
FROM roster WHERE id = :id
""")
async def get(tx: Tx, id: int) -> Roster | None:
    """One list."""


@sql("""
SELECT id, person_id, file_id, state, team_id, heads, columns, salt, rows, card_id, created_at, expires_at, imported_at
FROM roster WHERE state IN ('matching', 'importing', 'undoing') ORDER BY id LIMIT 1
""")
async def at_work(tx: Tx) -> Roster | None:
    """One that is not done with yet."""


@sql("UPDATE roster SET state = :to WHERE id = :id AND state = :before")
async def step(tx: Tx, id: int, before: RosterState, to: RosterState) -> bool:
    """From one state to another; False where it is in another, or another transaction was faster."""


@sql("UPDATE roster SET state = state WHERE id = :id AND state = :state")
async def hold(tx: Tx, id: int, state: RosterState) -> bool:
    """Until the transaction ends nobody else goes on with it."""


@sql("UPDATE roster SET file_id = NULL, heads = :heads, salt = :salt, rows = :rows WHERE id = :id")
async def keep_heads(tx: Tx, id: int, *, heads: str, salt: str, rows: int) -> None:
    """It was read: what its columns are called, and how many rows there are."""


@sql("UPDATE roster SET columns = :columns WHERE id = :id")
async def set_columns(tx: Tx, id: int, columns: str) -> None:
    """Which column is what."""


@sql("UPDATE roster SET team_id = :team_id WHERE id = :id")
async def set_team(tx: Tx, id: int, team_id: int) -> None:
    """Where people go of whom the list does not say it."""


@sql("UPDATE roster SET card_id = :card_id WHERE id = :id")
async def set_card(tx: Tx, id: int, card_id: int | None) -> None:
    """The message that shows how far it has come."""


@sql("UPDATE roster SET imported_at = :now, expires_at = :until, heads = '', columns = '', salt = '' WHERE id = :id")
async def set_imported(tx: Tx, id: int, *, now: int, until: int) -> None:
    """What it held is not needed any more; whom it made is, until then."""


@sql("""
UPDATE roster SET state = :state, file_id = NULL, heads = '', columns = '', salt = '', expires_at = NULL, card_id = NULL
WHERE id = :id
""")
async def end(tx: Tx, id: int, state: RosterState) -> None:
    """Nothing of it is needed any more."""


@sql("SELECT id FROM roster WHERE expires_at <= :now ORDER BY expires_at, id LIMIT :most")
async def expired(tx: Tx, now: int, most: int) -> list[int]:
    """Lists that nobody took in, and those that can no longer be taken back."""


@sql("INSERT INTO roster_row (roster_id, line, cells) VALUES (:roster_id, :line, :cells)")
async def add_row(tx: Tx, *, roster_id: int, line: int, cells: str) -> None:
    """One row of a list, sealed."""


@sql("DELETE FROM roster_row WHERE roster_id = :roster_id")
async def forget_rows(tx: Tx, *, roster_id: int) -> None:
    """All that is left of it."""


@sql("DELETE FROM roster_row WHERE roster_id = :roster_id AND line <= :line")
async def forget_above(tx: Tx, *, roster_id: int, line: int) -> None:
    """The names of the columns, and what stands above them."""


@sql("UPDATE roster_row SET cells = '', mark = '' WHERE roster_id = :roster_id")
async def wipe(tx: Tx, *, roster_id: int) -> None:
    """What stood in its rows; what became of them stays."""


@sql("""
SELECT line, cells, mark, outcome, why, person_id FROM roster_row
WHERE roster_id = :roster_id AND outcome = cast(:outcome AS text) AND line > cast(:after AS bigint)
ORDER BY line LIMIT cast(:most AS bigint)
""")
async def rows_of(tx: Tx, *, roster_id: int, outcome: str, most: int, after: int = -1) -> list[Row]:
    """The next rows of which this became; '': not compared yet."""


@sql("""
SELECT line, cells, mark, outcome, why, person_id FROM roster_row
WHERE roster_id = :roster_id AND line > cast(:after AS bigint) ORDER BY line LIMIT cast(:most AS bigint)
""")
async def every_row(tx: Tx, *, roster_id: int, after: int, most: int) -> list[Row]:
    """In the order of the list."""


@sql("""
SELECT outcome, cast(count(*) AS bigint) AS n FROM roster_row WHERE roster_id = :roster_id GROUP BY outcome
""")
async def counts_of(tx: Tx, *, roster_id: int) -> dict[str, int]:
    """How many rows became what."""


@sql("""
SELECT why, cast(count(*) AS bigint) AS n FROM roster_row
WHERE roster_id = :roster_id AND outcome = cast(:outcome AS text) GROUP BY why ORDER BY why
""")
async def reasons_of(tx: Tx, *, roster_id: int, outcome: str) -> dict[str, int]:
    """Why, and how often."""


@sql("""
UPDATE roster_row SET outcome = :outcome, why = :why, mark = :mark, person_id = :person_id
WHERE roster_id = :roster_id AND line = :line
""")
async def judge(tx: Tx, /, **values: Value) -> None:
    """What becomes of a row."""


@sql("""
UPDATE roster_row SET outcome = :outcome, why = :why, person_id = :person_id, cells = '', mark = ''
WHERE roster_id = :roster_id AND line = :line
""")
async def book(
    tx: Tx, *, roster_id: int, line: int, outcome: Outcome, why: str = "", person_id: int | None = None
) -> None:
    """What became of a row, which is not needed any more."""


@sql("""
SELECT line, cells FROM roster_row
WHERE roster_id = :roster_id AND mark = cast(:mark AS text) AND line < cast(:line AS bigint) AND outcome <> 'bad'
ORDER BY line LIMIT 1
""")
async def row_before(tx: Tx, *, roster_id: int, mark: str, line: int) -> Row | None:
    """Above this one, of the same name in the same team."""


@sql("UPDATE roster_row SET person_id = NULL WHERE person_id = :person_id")
async def forget_person(tx: Tx, *, person_id: int) -> None:
    """Who is erased was made by no list any more."""


@sql("SELECT id FROM roster WHERE person_id = :person_id ORDER BY id")
async def brought_by(tx: Tx, person_id: int) -> list[int]:
    """What somebody has brought."""

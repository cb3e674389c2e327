"""Papers and the keys that sign them. What a paper said is sealed under its person, so that it goes with them."""

from bot.ground.frozen import Frozen
from bot.reports.issued.rules import Key
from bot.store.asking import sql
from bot.store.transaction import Row, Tx


class Paper(Frozen):
    """``content`` is sealed; None: never kept, or erased with its person. ``records``: ids, as JSON."""

    id: int
    kind: str
    person_id: int | None
    station_id: int
    first: str | None
    last: str | None
    extent: str
    content: str | None
    sha256: str | None
    key_id: int | None
    records: str
    issued_at: int
    withdrawn_at: int | None


@sql("""
INSERT INTO paper (kind, person_id, station_id, first, last, extent, issued_at)
VALUES (:kind, :person_id, :station_id, :first, :last, :extent, :now) RETURNING id
""")
async def add(
    tx: Tx, *, kind: str, person_id: int, station_id: int, first: str | None, last: str | None, extent: str, now: int
) -> int:
    """Its number; what it says is written once that is known."""


@sql("UPDATE paper SET content = :content, sha256 = :sha256, key_id = :key_id, records = :records WHERE id = :id")
async def fill(tx: Tx, *, id: int, content: str, sha256: str, key_id: int, records: str) -> None:
    """What it says, sealed, and what it is of."""


@sql("SELECT * FROM paper WHERE id = :id")
async def find(tx: Tx, *, id: int) -> Paper | None:
    """By the number on it."""


@sql("SELECT * FROM paper WHERE person_id = :person_id ORDER BY id DESC LIMIT 1")
async def newest_of(tx: Tx, *, person_id: int) -> Paper | None:
    """The last that somebody asked for."""


@sql("UPDATE paper SET withdrawn_at = :now WHERE id = :id AND withdrawn_at IS NULL")
async def withdraw(tx: Tx, *, id: int, now: int) -> bool:
    """It counts no more, and says so to whoever asks."""


@sql("UPDATE paper SET person_id = NULL, content = NULL, records = '[]' WHERE person_id = :person_id")
async def erase(tx: Tx, *, person_id: int) -> None:
    """What they said goes; that there was a paper of this number stays."""


@sql("""
SELECT r.id, r.reverses_id, o.day, o.minutes AS before, coalesce(n.id, 0) AS newer,
    coalesce(n.minutes, 0) AS afterwards, o.nature, coalesce(a.title, o.note) AS activity
FROM service_record r
JOIN service_record o ON o.id = r.reverses_id
LEFT JOIN service_record n ON n.replaces_id = r.reverses_id
LEFT JOIN activity a ON a.id = o.activity_id
WHERE r.person_id = :person_id AND r.reverses_id IS NOT NULL AND r.state = 'verified'
ORDER BY r.id
""")
async def reversals_of(tx: Tx, *, person_id: int) -> list[Row]:
    """Every correction of somebody's hours: of which record, and what stands for it."""


@sql("SELECT id FROM service_record WHERE person_id = :person_id AND state = 'verified' ORDER BY id")
async def verified_of(tx: Tx, *, person_id: int) -> tuple[int, ...]:
    """What a paper of this moment can be of."""


@sql("SELECT id, public, name, made_at, retired_at FROM signing_key WHERE retired_at IS NULL ORDER BY id DESC LIMIT 1")
async def key_in_use(tx: Tx) -> Key | None:
    """The pair that signs now."""


@sql("SELECT id, public, name, made_at, retired_at FROM signing_key WHERE id = :id")
async def key(tx: Tx, *, id: int) -> Key:
    """One that has signed."""


@sql("SELECT id, public, name, made_at, retired_at FROM signing_key ORDER BY id DESC")
async def keys(tx: Tx) -> tuple[Key, ...]:
    """All that ever signed, the newest first: what they have signed stays ours."""


@sql("SELECT seed FROM signing_key WHERE id = :id")
async def sealed_seed(tx: Tx, *, id: int) -> str:
    """The private half, sealed as it is."""


@sql("""
INSERT INTO signing_key (public, seed, name, made_at) VALUES (:public, :seed, :name, :now) RETURNING id
""")
async def add_key(tx: Tx, *, public: str, seed: str, name: str, now: int) -> int:
    """``seed``: sealed."""


@sql("UPDATE signing_key SET retired_at = :now WHERE retired_at IS NULL")
async def retire_keys(tx: Tx, *, now: int) -> None:
    """They sign nothing more."""

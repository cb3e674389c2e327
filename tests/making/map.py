"""``python -m tests.making.map`` (or ``make map``): walks the demo's agency and draws docs/map.md anew."""

import asyncio
import tempfile
from pathlib import Path

from bot.store.migrating import migrate
from tests.walking.drawing import MAP, drawn
from tests.walking.walking import MAPPED, walked


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        migrated = Path(folder) / "liandong.db"
        asyncio.run(migrate(f"sqlite:///{migrated}"))
        MAP.write_text(drawn(walked(migrated, MAPPED)))


if __name__ == "__main__":
    main()

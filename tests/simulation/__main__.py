import asyncio
import sys
from pathlib import Path

from bot.storage.migrating import migrate
from tests.simulation.plan import Plan
from tests.simulation.play import play


def main() -> None:
    template = Path("/dev/shm/sim-template.db")
    if not template.exists():
        asyncio.run(migrate(f"sqlite:///{template}"))
    seed, days, people = (int(x) for x in sys.argv[1:4])
    done = play(Plan(seed, days, people), template)
    print("\n".join(done.lines[-int(sys.argv[4]) :]) if len(sys.argv) > 4 else "")
    print(done.acts, done.notices, done.faults, done.digest[:12], f"{done.seconds:.1f}s", done.findings)


main()

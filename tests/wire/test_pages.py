"""What the program takes of the system: small pages, also where a library would ask for large ones."""

import subprocess
import sys

LARGE = """
from bot.__main__ import importing

with importing():
    from bot.wire.going_out.client import Client
assert Client("https://127.0.0.1:9", "1:x").http
with open("/proc/self/smaps") as file:
    print(sum(int(line.split()[1]) for line in file if line.startswith("AnonHugePages")))
"""


def test_who_calls_telegram_takes_no_large_pages() -> None:
    """Each would count 2 MiB as soon as a byte of it is touched."""
    told = subprocess.run([sys.executable, "-c", LARGE], capture_output=True, text=True, check=True)

    assert told.stdout == "0\n"

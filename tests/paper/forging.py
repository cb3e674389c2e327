"""``python -m tests.paper.forging 100000``: that many random bits of a signed paper, flipped one at a time.

None of the changed papers may pass. It also tells how long one look takes.
"""

import random
import sys
import time
from collections.abc import Iterable

import typst

from bot.paper.signing import signed
from bot.paper.verifying import NotOurs, verified

FLIPS = 2_000
"""With every run of the tests."""
SEED, NAME = "11" * 32, "Futian"
PUBLIC = "d04ab232742bb4ab3a1368bd4615e4e6d0224ab71a016baf8520a332c9778737"


def signed_paper(content: str, *, seed: str = SEED) -> bytes:
    pdf = typst.compile(b"= Record\n2 h 30 min")
    assert isinstance(pdf, bytes)
    return signed(pdf, {"content": content, "seed": seed, "name": NAME, "made_at": 1_790_000_000})


def accepted(paper: bytes, flips: int, chance: random.Random, places: Iterable[int] | None = None) -> list[int]:
    """The bits that could be flipped unseen; ``places``: which, instead of any."""
    found = []
    for at in places if places is not None else (chance.randrange(len(paper) * 8) for _ in range(flips)):
        forged = bytearray(paper)
        forged[at // 8] ^= 1 << at % 8
        try:
            verified(bytes(forged), [PUBLIC])
        except NotOurs:
            continue
        found.append(at)
    return found


def main() -> None:
    flips, paper, began = int(sys.argv[1]), signed_paper('{"number":7}'), time.monotonic()
    found = accepted(paper, flips, random.Random(13))
    each = (time.monotonic() - began) / flips * 1000
    print(f"{flips} bits of {len(paper)} bytes flipped, {len(found)} accepted, {each:.1f} ms each {found}")


if __name__ == "__main__":
    main()

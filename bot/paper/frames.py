"""How the two processes speak: a length in four bytes, then so many bytes."""

import struct
from typing import IO

LENGTH = struct.Struct(">I")
MADE, FAILED = b"+", b"-"


def write(pipe: IO[bytes], content: bytes) -> None:
    """Raises OSError where nobody reads."""
    pipe.write(LENGTH.pack(len(content)))
    pipe.write(content)
    pipe.flush()


def read(pipe: IO[bytes]) -> bytes | None:
    """None where the other side has ended, also in the middle."""
    head = pipe.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    content = pipe.read(length)
    return content if len(content) == length else None

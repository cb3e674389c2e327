"""Lists longer than a screen: how much is read for a page, and how many pages there are where ten hold it all."""

COUNTED = 10
"""Pages that are counted: nothing that is shown goes through a list to its end."""


def to_read(page: int, size: int) -> int:
    """So many things from the first of this page on, of ``size`` a page: to the end of the tenth, and one more."""
    return max(COUNTED - page, 1) * size + 1


def pages_of(page: int, size: int, found: int) -> int | None:
    """How many pages a list has of which so many were ``found`` from this page on; None for more than are counted."""
    here = page * size + found
    return -(-here // size) if found and here <= COUNTED * size else None

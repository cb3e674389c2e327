"""`python -m bot`, and `liandong`.

While the program is imported nothing is garbage, and looking for it takes a tenth of the start: the collector rests.
"""

import gc


def main() -> None:
    gc.disable()
    from bot.console import console  # noqa: PLC0415  # only once the collector rests

    gc.freeze()  # what has been imported stays: no full collection needs to look at it again
    gc.enable()
    console(prog_name="liandong")


if __name__ == "__main__":
    main()

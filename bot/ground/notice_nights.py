"""In quiet hours nothing rings but a cancellation of what begins soon, and what its reader has just asked for."""

from zoneinfo import ZoneInfo

from bot.ground.notices import MINDED, Night
from bot.ground.quiet_hours import QuietHours, is_quiet, out_of_quiet

NEVER_USELESS = 1 << 40


def by_night(
    night: Night, due_at: int, useless_after: int | None, zone: ZoneInfo, quiet: QuietHours | None
) -> tuple[int, bool]:
    """When such a notice leaves that was to leave at `due_at`, and whether without a sound.

    `useless_after`: the first instant at which it has lost its point, such as the start of what it is about.
    """
    if night not in MINDED or not is_quiet(due_at, zone, quiet):
        return due_at, False
    morning = out_of_quiet(due_at, NEVER_USELESS, zone, quiet)
    if night is Night.WAITS and morning < (useless_after or NEVER_USELESS):
        return morning, False
    return due_at, True

"""What a look through the whole database may find. Only the first fault is named: one often brings others about."""

from bot.ground.frozen import Frozen


class Fault(Frozen):
    """`code` says what kind; `place` where: 'shift:17', 'record:5', 'audit:3', 'activity.station_id'."""

    code: str
    place: str
    found: int = 0
    expected: int = 0

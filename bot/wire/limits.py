"""How fast we may send. Telegram names about 30 a second, 1 a second to a chat, 20 a minute to a group: stay below."""

from bot.ground.frozen import Frozen


class Limits(Frozen):
    """``per_second`` 0 lifts the pacing altogether: for a server of our own, never for Telegram's."""

    per_second: float = 25.0
    per_chat: float = 1.0  # a second, to one person
    per_group: float = 18 / 60  # a second, to one group
    at_once: int = 64  # calls in flight
    first_poll: float = 10.0  # seconds in which another poller may still make itself known
    call_seconds: float = 30.0
    poll_seconds: int = 30
    flood_burst: int = 30  # updates that one person may send at once; 0 lifts it
    flood_per_second: float = 3.0  # and in the long run
    look_seconds: float = 1.0  # between two looks at what nobody tells: what is due, whose the files are, the clock
    token_seconds: float = 60.0  # between two questions whether Telegram still knows the token
    retry_seconds: float = 1.0  # the first wait after nothing could be reached; doubles, up to a minute


LIFTED = Limits(per_second=0, first_poll=0, flood_burst=0, call_seconds=10.0, token_seconds=0.5, retry_seconds=0.2)

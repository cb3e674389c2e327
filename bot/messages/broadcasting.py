"""Words to many: written, looked at, confirmed, stoppable. One confirmation queues it all; rows are the progress."""

from collections.abc import Sequence

from bot.activities import rows as activities
from bot.activities.rules import Shift
from bot.desk import Desk, note
from bot.ground import notices
from bot.ground.quiet_hours import out_of_quiet
from bot.ground.refusals import NotFound
from bot.ground.text import lines
from bot.ground.times import zone_named
from bot.messages import rows as broadcasts
from bot.messages.audiences import audience_name, named_audience
from bot.messages.looks import NAMES, Preview, Progress
from bot.messages.rows import Addressee, Reach
from bot.messages.rules import TEXT_LIMIT, Broadcast, BroadcastState, audience_of, check_step
from bot.people import drafting
from bot.stations import rows as stations
from bot.store import outbox
from bot.store.outbox import drop_subject, note_unreached
from bot.store.transaction import Tx
from bot.telling import tell, tell_many

FORM = "broadcast"
FOREVER = 1 << 40


async def begin(desk: Desk, *, code: str) -> str:
    """Waits for the words to this audience, whose name it gives back. Raises NotFound."""
    audience = audience_of(code)
    name, _ = await named_audience(desk, *parted(audience))
    await drafting.start(desk, FORM, "text", {"audience": audience})
    return name


async def asked(desk: Desk) -> str:
    """To whom the words that are waited for go. Raises NotFound."""
    draft = await drafting.find(desk, FORM)
    name, _ = await named_audience(desk, *parted(draft.fields["audience"]))
    return name


def parted(audience: str) -> tuple[str, int]:
    kind, _, number = audience.partition(":")
    return kind, int(number)


async def write(desk: Desk, *, text: str) -> Preview:
    """The words, as they would leave. Raises NotFound, EmptyText, TextTooLong."""
    draft = await drafting.find(desk, FORM)
    written = lines("text", text, TEXT_LIMIT)
    audience: str = draft.fields["audience"]
    await named_audience(desk, *parted(audience))
    made = await broadcasts.add(desk.tx, author_id=desk.viewer.id, audience=audience, text=written, now=desk.now)
    await drafting.finish(desk, FORM)
    return await preview(desk, broadcast_id=made)


async def preview(desk: Desk, *, broadcast_id: int) -> Preview:
    """Raises NotFound."""
    broadcast = await own(desk, broadcast_id)
    people = await broadcasts.addressees(desk.tx, broadcast)
    name = await audience_name(desk, broadcast)
    return Preview(
        broadcast,
        name,
        desk.viewer.person.name,
        people=sum(one.reach is Reach.REACHED for one in people),
        absent=sum(one.reach is Reach.ABSENT for one in people),
        blocked=tuple(sorted(one.name for one in people if one.reach is Reach.BLOCKED)),
    )


async def drop_words(desk: Desk) -> None:
    await drafting.finish(desk, FORM)


async def own(desk: Desk, broadcast_id: int) -> Broadcast:
    """Nobody else's words can be sent or rewritten. Raises NotFound."""
    broadcast = await broadcasts.get(desk.tx, broadcast_id)
    if broadcast is None or broadcast.author_id != desk.viewer.id or broadcast.kind == "offer":
        raise NotFound
    return broadcast


async def rewrite(desk: Desk, *, broadcast_id: int) -> str:
    """Waits for other words to the same audience. Raises NotFound."""
    return await begin(desk, code=(await own(desk, broadcast_id)).code)


async def send(desk: Desk, *, broadcast_id: int) -> Progress:
    """Queues it for everybody whom Telegram reaches; a second press changes nothing. Raises NotFound, WrongState."""
    broadcast = await own(desk, broadcast_id)
    _, station_id = await named_audience(desk, broadcast.kind, broadcast.target_id)
    if broadcast.state == BroadcastState.SENDING:
        return await progress(desk, broadcast_id=broadcast_id)
    check_step(broadcast.state, BroadcastState.SENDING)
    people = await broadcasts.addressees(desk.tx, broadcast)
    keys = keys_of(broadcast, people, Reach.REACHED)
    blocked = keys_of(broadcast, people, Reach.BLOCKED)
    absent = len(people) - len(keys) - len(blocked)
    await broadcasts.start(desk.tx, broadcast_id, people=len(keys), gathered=0, unreachable=absent, now=desk.now)
    await note_unreached(desk.tx, blocked, kind=notices.Broadcast.kind, subject=broadcast.subject, now=desk.now)
    await tell_many(
        desk.tx,
        notices.Broadcast(broadcast_id),
        keys,
        subject=broadcast.subject,
        now=desk.now,
        station_id=station_id,
        due_at=await leaves_at(desk.tx, broadcast, station_id, desk.now),
    )
    facts: dict[str, int | str | None] = {"audience": broadcast.audience, "people": len(keys)}
    await note(desk, "broadcast", broadcast.subject, **facts)
    return await progress(desk, broadcast_id=broadcast_id)


def keys_of(broadcast: Broadcast, people: Sequence[Addressee], reach: Reach) -> dict[int, str]:
    """The keys of the messages to those of the audience, by person id."""
    return {one.id: f"{broadcast.subject}:person:{one.id}" for one in people if one.reach is reach}


async def leaves_at(tx: Tx, broadcast: Broadcast, station_id: int, now: int) -> int:
    """After the quiet hours, unless those it is for would have begun by then."""
    station = await stations.station(tx, station_id)
    settings = await stations.settings_of(tx, station_id)
    shifts: list[Shift] = []
    if broadcast.kind == "activity":
        shifts = await activities.shifts_of(tx, broadcast.target_id)
    next_start = min((shift.starts_at for shift in shifts if shift.starts_at > now), default=FOREVER)
    return max(now, out_of_quiet(now, next_start, zone_named(station.zone), settings.quiet))


async def progress(desk: Desk, *, broadcast_id: int) -> Progress:
    """How far it has come, for its author and whoever else may write to that audience. Raises NotFound."""
    broadcast = await broadcasts.get(desk.tx, broadcast_id)
    if broadcast is None:
        raise NotFound
    name, station_id = await named_audience(desk, broadcast.kind, broadcast.target_id)
    return await progress_of(desk.tx, broadcast, name, station_id, desk.now)


async def progress_of(tx: Tx, broadcast: Broadcast, name: str, station_id: int, now: int) -> Progress:
    delivered, waiting, failed, doubtful = await broadcasts.sent_so_far(tx, broadcast)
    leaves = await leaves_at(tx, broadcast, station_id, broadcast.confirmed_at or now)
    zone = (await stations.station(tx, station_id)).zone
    held = leaves if leaves > now and waiting else None
    return Progress(
        broadcast,
        name,
        delivered,
        waiting,
        failed,
        held,
        zone,
        blocked=tuple(await outbox.unreached(tx, broadcast.subject)),
        missed=tuple(await outbox.undelivered(tx, broadcast.subject, NAMES)) if failed else (),
        doubtful=doubtful,
        doubts=tuple(await outbox.doubtful(tx, broadcast.subject, NAMES)) if doubtful else (),
    )


async def stop(desk: Desk, *, broadcast_id: int) -> Progress:
    """What has not left stays; where everything has, nothing is stopped. Raises NotFound."""
    seen = await progress(desk, broadcast_id=broadcast_id)
    if seen.waiting and await broadcasts.end(desk.tx, broadcast_id, BroadcastState.STOPPED):
        await drop_subject(desk.tx, seen.broadcast.subject)
        await note(desk, "stop_broadcast", seen.broadcast.subject)
    return await progress(desk, broadcast_id=broadcast_id)


async def close_finished(tx: Tx, now: int, limit: int) -> int:
    """Those of which everything has left are done, and their authors told how it went; how many there were."""
    ended = await broadcasts.finished(tx, limit)
    for broadcast_id in ended:
        await broadcasts.end(tx, broadcast_id, BroadcastState.DONE)
        broadcast = await broadcasts.get(tx, broadcast_id)
        if broadcast is not None and broadcast.people > broadcast.gathered:
            await tell(
                tx,
                notices.BroadcastDone(broadcast_id),
                broadcast.author_id,
                key=f"broadcast_done:{broadcast_id}",
                subject=None,
                now=now,
                silent=True,
            )
    return len(ended)

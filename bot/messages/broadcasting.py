"""Words to many: written, looked at, confirmed, stoppable. One confirmation queues it all; rows are the progress."""

from collections.abc import Sequence

from bot.activities import rows as activities
from bot.activities.acts import CalledOff
from bot.activities.rules import Shift
from bot.desk import Desk, note
from bot.ground import notices
from bot.ground.quiet_hours import out_of_quiet
from bot.ground.refusals import NotFound
from bot.ground.text import lines
from bot.ground.times import zone_named
from bot.happened import hears
from bot.messages import broadcast_rows as broadcasts
from bot.messages import piece_rows
from bot.messages.audiences import audience_name, audience_station, named_audience
from bot.messages.broadcast_rows import Addressee, Reach
from bot.messages.broadcast_rules import TEXT_LIMIT, Broadcast, BroadcastState, audience_of, check_broadcast_step
from bot.messages.pieces import COUNTED, NOWHERE, PIECE, At, following, of_station
from bot.messages.shown import NAMES, Preview, Progress
from bot.stations import rows as stations
from bot.store import outbox
from bot.store.outbox import drop_some, note_unreached
from bot.store.transaction import Tx
from bot.telling import tell, tell_many

FOREVER = 1 << 40
DROPPED = 500
"""So many are dropped at once: what leaves next comes first, so that nothing leaves before its turn comes."""


async def name_of(desk: Desk, *, audience: str) -> str:
    """To whom words would go. Raises NotFound where this viewer may not write to them."""
    name, _ = await named_audience(desk, *parted(audience))
    return name


def parted(audience: str) -> tuple[str, int]:
    kind, _, number = audience.partition(":")
    return kind, int(number)


async def write(desk: Desk, *, audience: str, text: str) -> Preview:
    """The words, as they would leave. Raises NotFound, EmptyText, TextTooLong."""
    written = lines("text", text, TEXT_LIMIT)
    await named_audience(desk, *parted(audience))
    made = await broadcasts.add(desk.tx, author_id=desk.viewer.id, audience=audience, text=written, now=desk.now)
    return await preview(desk, broadcast_id=made)


async def preview(desk: Desk, *, broadcast_id: int) -> Preview:
    """To how many, of a very large audience to how many of the first. Raises NotFound."""
    broadcast = await own(desk, broadcast_id)
    found, more = await addressed(desk.tx, broadcast, At(), COUNTED)
    people = [one for one in found if one.meant]
    name = await audience_name(desk, broadcast)
    return Preview(
        broadcast,
        name,
        desk.viewer.person.name,
        people=sum(one.reach is Reach.REACHED for one in people),
        absent=sum(one.reach is Reach.ABSENT for one in people),
        blocked=tuple(sorted(one.name for one in people if one.reach is Reach.BLOCKED)),
        more=more is not None,
    )


async def addressed(tx: Tx, broadcast: Broadcast, at: At, limit: int = PIECE) -> tuple[list[Addressee], At | None]:
    """The next of its audience, and where it goes on."""
    author, target = broadcast.author_id, broadcast.target_id
    if broadcast.kind == "activity":
        return await broadcasts.people_of_activity(tx, id=target, author_id=author), None
    if broadcast.kind == "team":
        found = await piece_rows.members_addressed(tx, target, at.person, limit, path=NOWHERE, author_id=author)
        return found, following(found, limit)
    path = (await stations.station(tx, target)).path

    async def page(team: int, after: int, many: int) -> list[Addressee]:
        return await piece_rows.members_addressed(tx, team, after, many, path=path, author_id=author)

    return await of_station(tx, path, at, page, limit)


async def own(desk: Desk, broadcast_id: int) -> Broadcast:
    """Nobody else's words can be sent or rewritten. Raises NotFound."""
    broadcast = await broadcasts.get(desk.tx, broadcast_id)
    if broadcast is None or broadcast.author_id != desk.viewer.id or broadcast.kind == "offer":
        raise NotFound
    return broadcast


async def audience_again(desk: Desk, *, broadcast_id: int) -> str:
    """For other words to the same people. Raises NotFound."""
    return audience_of((await own(desk, broadcast_id)).code)


async def send(desk: Desk, *, broadcast_id: int) -> Progress:
    """Queues it for everybody whom Telegram reaches, of many for the first; ticks go on.

    A second press changes nothing. Raises NotFound, WrongState.
    """
    broadcast = await own(desk, broadcast_id)
    await named_audience(desk, broadcast.kind, broadcast.target_id)
    if broadcast.state == BroadcastState.SENDING:
        return await progress(desk, broadcast_id=broadcast_id)
    check_broadcast_step(broadcast.state, BroadcastState.SENDING)
    await broadcasts.start(desk.tx, broadcast_id, now=desk.now)
    people = await queue_piece(desk.tx, broadcast, At(), desk.now)
    facts: dict[str, int | str | None] = {"audience": broadcast.audience, "people": people}
    await note(desk, "broadcast", broadcast.subject, **facts)
    return await progress(desk, broadcast_id=broadcast_id)


async def queue_piece(tx: Tx, broadcast: Broadcast, at: At, now: int) -> int:
    """For the next of its audience; how many it is for."""
    found, more = await addressed(tx, broadcast, at)
    people = [one for one in found if one.meant]
    keys, blocked = keys_of(broadcast, people, Reach.REACHED), keys_of(broadcast, people, Reach.BLOCKED)
    await broadcasts.add_people(
        tx, broadcast.id, people=len(keys), gathered=0, unreachable=len(people) - len(keys) - len(blocked),
        team=more.team if more else None, person=more.person if more else None,
    )  # fmt: skip
    await note_unreached(tx, blocked, kind=notices.Broadcast.kind, subject=broadcast.subject, now=now)
    station_id = await audience_station(tx, broadcast)
    await tell_many(
        tx,
        notices.Broadcast(broadcast.id),
        keys,
        subject=broadcast.subject,
        now=now,
        station_id=station_id,
        due_at=await leaves_at(tx, broadcast, station_id, now),
    )
    return len(keys)


async def queue_next(tx: Tx, now: int) -> bool:
    """The next piece of words to many that are not queued whole; False where there are none."""
    broadcast = await broadcasts.to_go_on(tx, "words")
    if broadcast is None:
        return False
    await queue_piece(tx, broadcast, At(broadcast.next_team or 0, broadcast.next_person or 0), now)
    return True


async def drop_next(tx: Tx) -> bool:
    """The next of what was stopped and waits; False where there is none."""
    broadcast = await broadcasts.to_go_on(tx, "stopped")
    if broadcast is None:
        return False
    await drop_piece(tx, broadcast)
    return True


async def drop_piece(tx: Tx, broadcast: Broadcast) -> None:
    """What would leave first is dropped first."""
    dropped = await drop_some(tx, broadcast.subject, DROPPED)
    await broadcasts.drop_on(tx, broadcast.id, 0 if dropped == DROPPED else None)


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
        shift_id=await first_shift(tx, broadcast),
    )


async def first_shift(tx: Tx, broadcast: Broadcast) -> int | None:
    if broadcast.kind not in {"activity", "offer"}:
        return None
    return next((shift.id for shift in await activities.shifts_of(tx, broadcast.target_id)), None)


async def stop(desk: Desk, *, broadcast_id: int) -> Progress:
    """What has not left stays; where everything has, nothing is stopped. Raises NotFound."""
    seen = await progress(desk, broadcast_id=broadcast_id)
    if (seen.waiting or seen.broadcast.queueing) and await broadcasts.end(
        desk.tx, broadcast_id, BroadcastState.STOPPED
    ):
        await drop_piece(desk.tx, seen.broadcast)
        await note(desk, "stop_broadcast", seen.broadcast.subject)
    return await progress(desk, broadcast_id=broadcast_id)


@hears(CalledOff)
async def stop_calling(desk: Desk, activity_id: int) -> None:
    """Nobody is called any more to what does not take place."""
    for broadcast in await broadcasts.about(desk.tx, f"offer:{activity_id}"):
        if await broadcasts.end(desk.tx, broadcast.id, BroadcastState.STOPPED):
            await drop_piece(desk.tx, broadcast)


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

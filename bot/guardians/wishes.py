"""A sign-up that is refused for want of a guardian's word is remembered, so that the good news leads back to it."""

from bot import telling
from bot.activities import rows as activities
from bot.desk import Desk, Seated
from bot.ground.notices import Notice
from bot.ground.refusals import NotFound, NotRegistered, OfferGone
from bot.ground.viewer import Person
from bot.guardians import wish_rows as wishes
from bot.guardians.rules import MayJoin, Wanted
from bot.people import rows as people
from bot.people.ages import AgeBand, is_minor
from bot.people.consent import rows as consents
from bot.people.notice_readers import reader
from bot.sign_ups import rows as sign_ups
from bot.sign_ups.looking import shift_card
from bot.sign_ups.rules import SignUpState
from bot.sign_ups.shown import ShiftCard
from bot.stations.acts import who_we_are
from bot.store.transaction import Tx


async def wanted(tx: Tx, child_id: int) -> Wanted:
    """What a guardian is asked about."""
    shift_id = await wishes.wished(tx, child_id)
    shift = await activities.get_shift(tx, shift_id) if shift_id else None
    if shift is None:
        return Wanted(None, await who_we_are(tx))
    return Wanted(shift.title, await who_we_are(tx, shift.station_id))


async def keep(desk: Desk, *, shift_id: int) -> None:
    """After the refusal, for a shift this viewer may see."""
    await wishes.keep(desk.tx, desk.viewer.id, shift_id, desk.now)


async def keep_offer(desk: Desk, *, sign_up_id: int) -> None:
    """The same for a place that was offered. Raises OfferGone."""
    offered = await sign_ups.get_sign_up(desk.tx, sign_up_id)
    if offered is None or offered.person_id != desk.viewer.id:
        raise OfferGone
    await keep(desk, shift_id=offered.shift_id)


async def tell(tx: Tx, news: Notice[int, int], child_id: int, now: int, *, by: int | None) -> None:
    """The minor hears that nothing stands in the way any more. `by`: the guardian, or who comes along."""
    shift_id = await wishes.take(tx, child_id)
    key, subject = f"{news.kind}:person:{child_id}:{now}", f"person:{child_id}"
    await telling.tell(tx, news(by or 0, shift_id or 0), child_id, key=key, subject=subject, now=now)


async def look(tx: Tx, child_id: int, now: int, *, by: int, shift_id: int) -> MayJoin | None:
    """None where it is not so any more: taken back meanwhile, or the guardian has erased themselves."""
    child = await people.person(tx, child_id)
    named = (await people.person(tx, by)).name if by else ""
    if (by and not named) or not await stands(tx, child):
        return None
    return MayJoin(named or None, await still_open(tx, child_id, now, shift_id))


async def stands(tx: Tx, child: Person) -> bool:
    consent = await consents.consent_of(tx, child.id)
    alone = child.age_band == AgeBand.UNDER_14 and consent is not None and not consent.companion
    return is_minor(child) and consent is not None and not alone


async def still_open(tx: Tx, child_id: int, now: int, shift_id: int) -> ShiftCard | None:
    """The card, where one press still signs up or takes the offered place."""
    viewer = await reader(tx, child_id, "UTC")
    try:
        card = await shift_card(Seated(tx, viewer, now), shift_id=shift_id) if viewer else None
    except (NotFound, NotRegistered):
        return None
    if card is None or card.started:
        return None
    offered = card.mine is not None and card.mine.state is SignUpState.OFFERED
    return card if offered or (card.mine is None and card.open) else None

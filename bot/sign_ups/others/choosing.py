"""Whom one may choose from for a sign-up, and what is in the way of those who cannot be signed up now."""

from collections.abc import Sequence

from bot.activities.rules import Shift
from bot.desk import Desk
from bot.ground.frozen import replace
from bot.ground.refusals import Refusal
from bot.sign_ups.acting_for import acted_for
from bot.sign_ups.acts import as_it_is, check_person
from bot.sign_ups.shown import Candidate


async def weighed(desk: Desk, shift: Shift, people: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Each with what is in the way, if anything is: the very question that the sign-up itself asks."""
    return tuple([replace(one, why=await in_the_way(desk, shift, one.id)) for one in people])


async def in_the_way(desk: Desk, shift: Shift, person_id: int) -> Refusal | None:
    try:
        await check_person(desk, await acted_for(desk, person_id), await as_it_is(desk.tx, shift.id, person_id))
    except Refusal as refusal:
        return refusal
    return None

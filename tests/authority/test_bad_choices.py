"""A choice that does not exist is a refusal in the act as well, whoever calls it: never a failure."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.desk import Seated
from bot.ground import refusals as why
from bot.ground.times import DAY, HOUR
from bot.guardians import paper as paper_consent
from bot.hours import log_form
from bot.joining import acts as joining
from bot.joining import own_settings
from bot.leading import cancelling, changing, postponing
from bot.members import acts as people
from bot.people import drafting
from bot.reports.missing import acts as missing_work
from bot.sign_ups import withdrawing
from bot.stations import acts as stations
from bot.store.database import Database
from bot.teams import acts as teams
from tests.helpers.gatherings import activity_of
from tests.helpers.lines import sign_up_id, signs_up
from tests.helpers.offers import START, offer
from tests.helpers.town import NOW, Town, build_town

BAD = ("", "nope", "../../etc/passwd", "\0")
Call = Callable[[Town, Any], Awaitable[Any]]


async def chooses_language(town: Town, bad: Any) -> None:
    await own_settings.choose_language(Seated(town.tx, await town.viewer("anna"), NOW), bad)


async def agrees_in(town: Town, bad: Any) -> None:
    if "nora" not in town.people:
        await town.person("nora", state="new")
    await joining.agree(
        Seated(town.tx, await town.viewer("nora"), NOW), adult=True, language=bad, client_language="en", link=""
    )


async def tells_age(town: Town, bad: Any) -> None:
    await own_settings.tell_age(Seated(town.tx, await town.viewer("anna"), NOW), bad)


async def switches_notice(town: Town, bad: Any) -> None:
    await own_settings.switch_notice(Seated(town.tx, await town.viewer("anna"), 0), bad)


async def sets_age(town: Town, bad: Any) -> None:
    await people.set_age(Seated(town.tx, await town.viewer("olga"), NOW), town.people["gran"], bad)


async def records_consent(town: Town, bad: Any) -> None:
    paper_consent.check_band(bad, "Mum")


async def sets_kind(town: Town, bad: Any) -> None:
    await teams.set_kind(Seated(town.tx, await town.viewer("olga"), NOW), town.teams["first"], bad)


async def sets_zone(town: Town, bad: Any) -> None:
    await stations.set_zone(Seated(town.tx, await town.viewer("olga"), NOW), town.stations["futian"], bad)


async def sets_preset(town: Town, bad: Any) -> None:
    await stations.set_preset(Seated(town.tx, await town.viewer("olga"), NOW), town.stations["futian"], bad)


async def changes_setting(town: Town, bad: Any) -> None:
    await stations.change_setting(Seated(town.tx, await town.viewer("olga"), NOW), town.stations["futian"], bad, "1")


async def adds_station(town: Town, bad: Any) -> None:
    viewer = await town.viewer("olga")
    await stations.add_station(Seated(town.tx, viewer, NOW), parent_id=town.stations["city"], level=bad, name="West")


async def cancels_for(town: Town, bad: Any) -> None:
    activity = await activity_of(town, await offer(town))
    await cancelling.cancel(Seated(town.tx, await town.viewer("chan"), NOW), activity_id=activity, reason=bad)


async def lists_who_saw(town: Town, bad: Any) -> None:
    activity = await activity_of(town, await offer(town))
    await cancelling.got_it_list(Seated(town.tx, await town.viewer("chan"), 0), activity_id=activity, what=bad)


async def edits_field(town: Town, bad: Any) -> None:
    shift = await offer(town)
    await changing.ask_for(Seated(town.tx, await town.viewer("chan"), NOW), shift_id=shift, field=bad)


async def says_reason(town: Town, bad: Any) -> None:
    shift = await offer(town)
    await signs_up(town, "anna", shift)
    asked = await sign_up_id(town, "anna", shift)
    viewer = await town.viewer("anna")
    await withdrawing.withdraw(Seated(town.tx, viewer, NOW), sign_up_id=asked)
    await withdrawing.say_reason(Seated(town.tx, viewer, NOW), sign_up_id=asked, reason=bad)


async def reports_kind(town: Town, bad: Any) -> None:
    viewer = await town.viewer("anna")
    fields = {"person": viewer.id, "record": 0, "day": "2026-11-20", "start": "09:00", "end": "10:00"}
    draft = await drafting.start(Seated(town.tx, viewer, NOW), log_form.FORM, "kind", fields)
    await log_form.of_kind(town.tx, draft, NOW, bad)


async def reminds_of_month(town: Town, bad: Any) -> None:
    viewer = await town.viewer("olga")
    await missing_work.open_month(Seated(town.tx, viewer, NOW), town.stations["city"], bad)


CALLS: tuple[Call, ...] = (
    *(chooses_language, agrees_in, tells_age, switches_notice, sets_age, records_consent, sets_kind, sets_zone),
    *(sets_preset, changes_setting, adds_station, cancels_for, lists_who_saw, edits_field, says_reason),
    *(reports_kind, reminds_of_month),
)


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.__name__)
async def test_choice_that_does_not_exist_is_refused(database: Database, call: Call) -> None:
    """Fault 86."""
    async with database.write() as tx:
        town = await build_town(tx)
        for bad in BAD:
            with pytest.raises(why.Refusal):
                await call(town, bad)


async def test_shift_is_moved_to_no_more_than_a_day(database: Database) -> None:
    """Its times travel in the button of the yes."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift, chan = await offer(town), await town.viewer("chan")
        with pytest.raises(why.LongerThanADay):
            await postponing.postpone(
                Seated(tx, chan, NOW), shift_id=shift, starts_at=START, ends_at=START + DAY + HOUR, revision=0
            )

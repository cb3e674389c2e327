"""Presses that no card offers: forged ones, and those of old cards. Each is refused, and says for what it is."""

from collections.abc import Awaitable, Callable
from datetime import date

import pytest

from bot.desk import Seated
from bot.ground import refusals as why
from bot.ground.frozen import replace
from bot.ground.months import month_period
from bot.ground.times import DAY, HOUR
from bot.hours import hours_of_person, log_form
from bot.hours.crediting import credit_roll_call
from bot.hours.logging import Report, log_hours
from bot.hours.rules import Source
from bot.leading import cancelling, changing, postponing
from bot.members import trainings
from bot.people import drafting
from bot.posting import acts as posting
from bot.reports.acts import scope_by_key, summarize
from bot.roll_call import acts as roll_call
from bot.roll_call import check_in, check_in_rows, finishing
from bot.roll_call.check_in_rules import Way
from bot.sign_ups.answering import say_late
from bot.sign_ups.groups import acts as groups
from bot.sign_ups.groups import names as group_names
from bot.sign_ups.looking import shifts_seen, upcoming
from bot.sign_ups.offers import accept
from bot.sign_ups.telling import known_shift
from bot.sign_ups.withdrawing import decline, withdraw
from bot.store.database import Database
from tests.helpers.books import LATER, entered
from tests.helpers.gatherings import activity_of
from tests.helpers.lines import sign_up_id, signs_up
from tests.helpers.offers import START, offer
from tests.helpers.rolls import END, all_here, shift_with
from tests.helpers.town import NOW, Town, build_town, viewer_of

Case = Callable[[Town], Awaitable[object]]
NOWHERE = 1_000_000_007
CASES: list[tuple[Case, type[Exception]]] = []


def refused(refusal: type[Exception]) -> Callable[[Case], Case]:
    def kept(case: Case) -> Case:
        CASES.append((case, refusal))
        return case

    return kept


async def desk(town: Town, name: str, at: int = NOW) -> Seated:
    return Seated(town.tx, await town.viewer(name), at)


async def confirmed(town: Town) -> tuple[Seated, int]:
    """Anna, and her place."""
    shift_id = await offer(town)
    await signs_up(town, "anna", shift_id)
    return await desk(town, "anna"), await sign_up_id(town, "anna", shift_id)


async def reserved(town: Town) -> tuple[Seated, int, int]:
    """Finn as captain of the company, with three places of its own; the shift, and the places."""
    await town.person("finn", team="company")
    await town.joins("finn", "company", captain=True)
    finn, shift_id = await desk(town, "finn"), await offer(town, audience="everyone")
    made = await groups.reserve(finn, shift_id=shift_id, team_id=town.teams["company"], places=3)
    assert made.place is not None
    return finn, shift_id, made.place.id


@refused(why.ReasonMissing)
async def cancels_for_another_reason_without_a_word(town: Town) -> object:
    activity = await activity_of(town, await offer(town))
    return await cancelling.cancel(await desk(town, "chan"), activity_id=activity, reason="other")


@refused(why.NotFound)
async def cancels_another_activity_with_the_words_kept_for_this_one(town: Town) -> object:
    chan, meant = await desk(town, "chan"), await activity_of(town, await offer(town))
    other = await activity_of(town, await offer(town, title="Sorting"))
    await drafting.start(chan, cancelling.FORM, "words", {"activity": meant})
    _, _, revision = await cancelling.keep_words(chan, activity_id=meant, text="the hall is flooded")
    return await cancelling.cancel_in_words(chan, activity_id=other, revision=revision)


@refused(why.NotFound)
async def cancels_today_where_nothing_is_outdoors(town: Town) -> object:
    await offer(town)
    return await cancelling.cancel_today(await desk(town, "chan", START), whole=False)


@refused(why.ActivityOver)
async def changes_what_is_over(town: Town) -> object:
    shift_id = await offer(town)
    await changing.ask_for(await desk(town, "chan", END - 1), shift_id=shift_id, field="title")
    return await changing.ask_for(await desk(town, "chan", END), shift_id=shift_id, field="title")


@refused(why.StartsInThePast)
async def adds_a_session_that_has_begun(town: Town) -> object:
    shift_id, day = await offer(town), date(2026, 12, 3)
    await changing.add_session(await desk(town, "chan", START - 2 * DAY - 1), shift_id=shift_id, day=day)
    return await changing.add_session(await desk(town, "chan", START - 2 * DAY), shift_id=shift_id, day=day)


@refused(why.StartsInThePast)
async def postpones_into_the_past(town: Town) -> object:
    return await postpones(town, NOW, NOW + HOUR)


@refused(why.EndsBeforeStart)
async def postpones_to_end_when_it_begins(town: Town) -> object:
    return await postpones(town, START, START)


async def postpones(town: Town, starts_at: int, ends_at: int) -> object:
    chan, shift_id = await desk(town, "chan"), await offer(town)
    return await postponing.postpone(chan, shift_id=shift_id, starts_at=starts_at, ends_at=ends_at, revision=0)


@refused(why.NotFound)
async def takes_the_place_of_what_others_lead(town: Town) -> object:
    theirs = await offer(town, lead_id=town.people["li"], station_id=town.stations["nanshan"], team_id=None)
    chan = await desk(town, "chan")
    draft = await posting.begin(chan)
    return await posting.place_again(chan, revision=draft.revision, shift_id=theirs)


@refused(why.NotFound)
async def removes_the_own_training(town: Town) -> None:
    chan = town.people["chan"]
    await trainings.add_training(await desk(town, "olga"), person_id=chan, name="First aid")
    await trainings.remove_training(await desk(town, "chan"), person_id=chan, name="First aid")


@refused(why.NotFound)
async def sums_up_a_station_of_others(town: Town) -> object:
    scope = await scope_by_key(await desk(town, "olga"), f"s{town.stations['city']}")
    return await summarize(await desk(town, "chan"), scope, month_period("2026-11"))


@refused(why.NotBegun)
async def lets_all_leave_before_it_begins(town: Town) -> None:
    shift_id = await shift_with(town, "anna")
    await roll_call.all_leave(await desk(town, "chan", START - 1), shift_id=shift_id)


@refused(why.OutOfRange)
async def has_helped_fewer_than_nobody(town: Town) -> object:
    return await helped(town, -1)


@refused(why.OutOfRange)
async def has_helped_a_whole_city(town: Town) -> object:
    return await helped(town, finishing.MOST_HELPED + 1)


async def helped(town: Town, many: int) -> object:
    shift_id = await shift_with(town, "anna")
    await all_here(town, shift_id)
    return await finishing.finish(await desk(town, "chan", END), shift_id=shift_id, helped=many)


@refused(why.NotFound)
async def confirms_as_a_captain(town: Town) -> object:
    shift_id = await shift_with(town, "anna", "carl")
    await roll_call.hand_to(await desk(town, "chan", START), shift_id=shift_id, captain_id=town.people["carl"])
    await all_here(town, shift_id)
    return await finishing.confirm(await desk(town, "carl", END), shift_id=shift_id)


@refused(why.NotFound)
async def checks_in_where_no_roll_was_opened(town: Town) -> object:
    shift_id = await shift_with(town, "anna")
    await check_in_rows.add_code(town.tx, shift_id, Way.QR, "letters", by=town.people["chan"], now=START)
    return await check_in.check_in(await desk(town, "anna", START), "letters")


@refused(why.OutOfRange)
async def is_late_by_less_than_nothing(town: Town) -> object:
    return await late(town, -1)


@refused(why.OutOfRange)
async def is_late_by_more_than_half_a_day(town: Town) -> object:
    return await late(town, 241)


@refused(why.StaleCard)
async def is_late_for_what_was_moved(town: Town) -> object:
    return await late(town, 5, revision=1)


async def late(town: Town, minutes: int, revision: int = 0) -> object:
    anna, place = await confirmed(town)
    return await say_late(anna, sign_up_id=place, revision=revision, minutes=minutes)


@refused(why.OfferGone)
async def accepts_after_withdrawing(town: Town) -> object:
    anna, place = await confirmed(town)
    await withdraw(anna, sign_up_id=place)
    return await accept(anna, sign_up_id=place)


@refused(why.OfferGone)
async def declines_what_was_never_offered(town: Town) -> object:
    anna, place = await confirmed(town)
    return await decline(anna, sign_up_id=place)


@refused(why.NotRegistered)
async def looks_without_having_joined(town: Town) -> object:
    activity = await activity_of(town, await offer(town, audience="everyone"))
    return await shifts_seen(await stranger(town), activity_id=activity)


@refused(why.NotRegistered)
async def looks_for_what_comes_without_having_joined(town: Town) -> object:
    return await upcoming(await stranger(town))


async def stranger(town: Town) -> Seated:
    anna = await desk(town, "anna")
    return replace(anna, viewer=replace(anna.viewer, person=replace(anna.viewer.person, state="new")))


@refused(why.NotFound)
async def opens_the_card_of_another_group(town: Town) -> object:
    finn, shift_id, _ = await reserved(town)
    return await groups.group_card(finn, shift_id=shift_id, team_id=town.teams["first"])


@refused(why.NamesClosed)
async def names_a_group_when_names_are_closed(town: Town) -> object:
    finn, _, place = await reserved(town)
    return await group_names.ask_names(replace(finn, now=START - HOUR), group_place_id=place)


@refused(why.EmptyText)
async def names_nobody(town: Town) -> object:
    finn, _, place = await reserved(town)
    await group_names.ask_names(finn, group_place_id=place)
    return await group_names.typed_names(finn, " \n ")


@refused(why.NotFound)
async def says_the_kind_before_the_day(town: Town) -> object:
    anna = await desk(town, "anna", LATER)
    return await log_form.of_kind(town.tx, await log_form.begin(anna, None), LATER, "elderly")


@refused(why.NotFound)
async def says_the_note_before_the_times(town: Town) -> object:
    anna = await desk(town, "anna", LATER)
    draft = await drafting.advance(town.tx, await log_form.begin(anna, None), LATER, day="2026-12-05", start="09:00")
    return await log_form.with_note(town.tx, draft, LATER, "Sorting")


@refused(why.NotFound)
async def looks_up_heads_without_names(town: Town) -> object:
    heads = await entered(town, None, source=Source.HEAD_COUNT, heads=3)
    return await hours_of_person.record_of(await desk(town, "olga", LATER), heads.id)


@refused(why.NotFound)
async def credits_a_shift_that_is_not_there(town: Town) -> object:
    return await credit_roll_call(await desk(town, "chan"), shift_id=NOWHERE, entries=[])


@refused(LookupError)
async def reads_a_shift_that_must_be_there(town: Town) -> object:
    return await known_shift(town.tx, NOWHERE)


@refused(why.NotFound)
async def changes_a_shift_that_is_gone(town: Town) -> object:
    return await changing.known(town.tx, NOWHERE)


@pytest.mark.parametrize(("case", "refusal"), CASES, ids=[case.__name__ for case, _ in CASES])
async def test_refused(database: Database, case: Case, refusal: type[Exception]) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        with pytest.raises(refusal):
            await case(town)


async def test_before_there_is_a_station_nobody_reports_hours(database: Database) -> None:
    async with database.write() as tx:
        await Town(tx).person("anna")
        anna = await viewer_of(tx, 1)
        with pytest.raises(why.NotFound):
            await log_hours(Seated(tx, anna, LATER), Report(anna.id, date(2026, 12, 5), "09:00", "10:00"))

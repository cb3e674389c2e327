"""Looking for something to do: /activities, the card behind a link, details, the way there, the calendar file."""

from markupsafe import Markup

from bot.activities.kinds import KINDS
from bot.ground.filling import in_order
from bot.sign_ups import looking
from bot.sign_ups.shown import WEEKS, OfferedPage, ShiftCard
from bot.speech.buttons import Button
from bot.speech.pages import in_a_row, in_rows, turns
from bot.speech.screens import Key, Place, Rows, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.activities.cards import activity_card, choose_shift, own_key, shut_line, started_line
from handlers.activities.fields import SHOWN
from handlers.activities.lines import (
    contact,
    grouped,
    lead_line,
    meet_line,
    offer_label,
    places_line,
    risk_line,
    stack,
    state_line,
    title_line,
    when_line,
)
from handlers.activities.maps import map_url
from handlers.activities.weather import weather_line
from handlers.links.activities import (
    AddToCalendar,
    ChooseKind,
    ChooseWeek,
    CopyText,
    Details,
    DetailsOfLed,
    HowToGetThere,
    ListActivities,
    ShowActivity,
    ShowShift,
    Week,
)
from handlers.links.joining import OpenTeams
from handlers.links.leading import Handouts, Manage, More
from handlers.talk.agency_words import agency_lines
from handlers.talk.journeys import Journey
from handlers.talk.kind_words import kind_name
from handlers.talk.ways import back_to

journey = Journey()
MOST = 4  # beside the way back


@journey.command("activities")
async def open_list(context: Context) -> None:
    context.send(upcoming(context.words, await looking.upcoming(context)))


@journey.on(ListActivities)
async def turn_list(context: Context, page_id: int, kind: str, week: Week) -> Screen:
    return upcoming(context.words, await looking.upcoming(context, page=page_id, kind=kind, week=week))


@journey.on(ChooseKind)
async def show_choose_kind(context: Context, week: Week) -> Screen:
    keys = [Key(kind_name(context.words, kind), ListActivities(0, kind, week)) for kind in KINDS]
    keys.append(Key(context.words.label("Any kind"), ListActivities(0, "", week)))
    return Screen(context.words.say("Which kind of service?"), in_rows(keys, 2))


@journey.on(ChooseWeek)
async def show_choose_week(context: Context, kind: str) -> Screen:
    keys = [Key(week_name(context.words, week), ListActivities(0, kind, week)) for week in range(WEEKS)]
    keys.append(Key(context.words.label("Any time"), ListActivities(0, kind, -1)))
    return Screen(context.words.say("Which week?"), in_rows(keys, 2))


@journey.on(ShowShift)
async def show_shift(context: Context, shift: int) -> Screen:
    return activity_card(context.words, await looking.shift_card(context, shift_id=shift))


@journey.on(ShowActivity)
async def show_activity(context: Context, activity: int) -> Screen:
    shifts = await looking.shifts_seen(context, activity_id=activity)
    if len(shifts) == 1:
        return await show_shift(context, shifts[0].id)
    return choose_shift(context.words, shifts)


@journey.on(Details)
async def show_details(context: Context, shift: int) -> Screen:
    return details(context.words, await looking.shift_card(context, shift_id=shift))


@journey.on(DetailsOfLed)
async def show_details_of_led(context: Context, shift: int) -> Screen:
    return details(context.words, await looking.shift_card(context, shift_id=shift), led=True)


@journey.on(HowToGetThere)
async def show_way(context: Context, shift: int) -> None:
    card = await looking.shift_card(context, shift_id=shift)
    venue = point(card)
    if venue is not None:
        context.send(venue)
    context.send(way_there(context.words, card))


@journey.on(CopyText)
async def copy_text(context: Context, shift: int) -> None:
    context.send(shared_text(context.words, await looking.shift_card(context, shift_id=shift), context.bot_name))


@journey.on(AddToCalendar)
async def add_to_calendar(context: Context, shift: int) -> None:
    await looking.ask_for_file(context, shift_id=shift)
    context.toast(context.words.label("The file is on its way."))


def upcoming(words: Words, page: OfferedPage) -> Screen:
    """One button a shift; the filters and the pages below."""
    if not page.offers:
        return Screen(nothing_line(words, page), filter_keys(words, page))
    text = stack(
        words.say("<b>Coming activities</b>{chosen}", chosen=chosen_line(words, page)),
        *(Markup("{}").format(line) for line in grouped(words, page.offers)),
    )
    listed = tuple((Key(offer_label(words, offer), ShowShift(offer.shift_id)),) for offer in page.offers)
    return Screen(text, (*listed, *page_keys(words, page), *filter_keys(words, page)))


def details(words: Words, card: ShiftCard, *, led: bool = False) -> Screen:
    """Line by line; what was not said is left out. `led`: opened by who leads it, who goes back there."""
    shift, activity = card.shift, card.shift.activity
    text = stack(
        state_line(words, activity) or started_line(words, card) or shut_line(words, card),
        title_line(words, activity.title),
        when_line(words, shift),
        meet_line(words, shift, exact=card.exact),
        words.say("Place: {place}", place=activity.place) if card.exact else None,
        None if card.started else places_line(words, shift),
        *([SHOWN[code].in_details(words, shift, code) for code in DETAILS]),
        lead_line(words, activity),
        words.say("Contact on the day: {contact}", contact=contact(activity)) if card.exact else None,
        weather_line(words, card.weather, card.weather_hours),
        *agency_lines(words, card.agency),
    )
    return Screen(text, detail_keys(words, card, led=led and card.may_manage))


def point(card: ShiftCard) -> Place | None:
    """For the phone's own map, where the lead gave the point and this viewer may know it."""
    activity = card.shift.activity
    if not (card.exact and activity.latitude and activity.longitude):
        return None
    return Place(activity.place, activity.meet_place, float(activity.latitude), float(activity.longitude))


def way_there(words: Words, card: ShiftCard) -> Screen:
    """In words that can be copied, with a link to the map."""
    activity = card.shift.activity
    if not card.exact:
        return Screen(words.say("You'll get the exact place when you're in."))
    text = stack(
        Markup("📍 <b>{}</b>").format(activity.place),
        meet_line(words, card.shift),
        words.say("Getting there: {transport}", transport=activity.transport) if activity.transport else None,
        words.say("Contact on the day: {contact}", contact=contact(activity)),
    )
    on_map = Key(words.label("Open the map"), url=map_url(card.map_service, activity))
    return Screen(text, ((on_map, Key(words.label("Copy the address"), copy=activity.place[:256])),))


def shared_text(words: Words, card: ShiftCard, bot_name: str) -> Screen:
    """Plain words and a link; a tap on them copies. Exact places that are for confirmed people stay out."""
    shift, activity = card.shift, card.shift.activity
    plain = stack(
        Markup("🌱 {}").format(activity.title),
        when_line(words, shift),
        meet_line(words, shift, exact=not activity.confirmed_only),
        places_line(words, shift),
        risk_line(words, activity),
        lead_line(words, activity),
        words.say("Sign up: {link}", link=(f"https://t.me/{bot_name}?start=a_{shift.id}")),
    )
    return Screen(stack(words.say("Tap the text to copy it:"), Markup("<pre>{}</pre>").format(plain)))


def nothing_line(words: Words, page: OfferedPage) -> Markup:
    if page.kind or page.week >= 0:
        return words.say("Nothing coming{chosen}.", chosen=chosen_line(words, page))
    if page.alone:
        return words.say("Nothing is coming up for everybody. In a team you hear of its activities at once.")
    return words.say("Nothing is coming up yet. We'll tell you as soon as something is.")


def page_keys(words: Words, page: OfferedPage) -> Rows:
    return in_a_row(*turns(page.page, page.more, lambda to: ListActivities(to, page.kind, page.week), page.pages))


def filter_keys(words: Words, page: OfferedPage) -> Rows:
    kind = Key(words.label("Kind"), ChooseKind(page.week))
    week = Key(words.label("Week"), ChooseWeek(page.kind))
    join: Rows = ((Key(words.label("Join a team"), OpenTeams(0, 0)),),) if page.alone else ()
    if page.kind or page.week >= 0:
        return ((kind, week, Key(words.label("All activities"), ListActivities(0, "", -1))), *join)
    return ((kind, week), *join)


def detail_keys(words: Words, card: ShiftCard, *, led: bool) -> Rows:
    """What the card offered stays within reach, and beside it what there is room for; leads share it first."""
    shift = card.shift.id
    own = own_key(words, card)
    calendar = Key(words.label("Add to calendar"), AddToCalendar(shift))
    text = Key(words.label("Copy text"), CopyText(shift))
    manage = (Key(words.label("Manage"), Manage(shift)),) if card.may_manage else ()
    there = Key(words.label("How to get there"), HowToGetThere(shift))
    others = (there, text, calendar) if card.may_manage else (there, calendar, text)
    shown = (*own, *others[: MOST - len(own) - len(manage)], *manage)
    return (*in_rows(shown), (back_to(words, where_from(card) if led else ShowShift(shift)),))


def where_from(card: ShiftCard) -> Button:
    """Where *Details* stand for who leads it: beside the papers, of which what is over has none."""
    shift = card.shift
    return More(shift.id) if card.over or shift.activity.cancelled else Handouts(shift.id)


DETAILS = in_order(
    ("description", "requires", "companions", "bring", "transport", "risk", "insurance", "break", "deadline"), SHOWN
)
"""In the order in which *Details* tell them; what is new is told after these."""


def chosen_line(words: Words, page: OfferedPage) -> str:
    chosen = [kind_name(words, page.kind)] if page.kind in KINDS else []
    chosen += [week_name(words, page.week)] if page.week >= 0 else []
    return f" · {' · '.join(chosen)}" if chosen else ""


def week_name(words: Words, week: int) -> str:
    if week == 0:
        return words.label("This week")
    return words.label("Next week") if week == 1 else str(words.say_n("In {n} week", "In {n} weeks", week))

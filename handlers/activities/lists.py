"""/activities: the list, a page at a time, and the two filters over it."""

from markupsafe import Markup

from bot.activities.kinds import KINDS
from bot.activities.rules import ActivityState
from bot.sign_ups.looks import WEEKS, Offered, OfferedPage
from bot.sign_ups.rules import SignUpState
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from handlers.activities.lines import stack
from handlers.links.activities import ChooseKind, ChooseWeek, ListActivities, ShowShift
from handlers.links.joining import OpenTeams
from handlers.talk.kinds import kind_name


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


def nothing_line(words: Words, page: OfferedPage) -> Markup:
    if page.kind or page.week >= 0:
        return words.say("Nothing coming{chosen}.", chosen=chosen_line(words, page))
    if page.alone:
        return words.say("Nothing is coming up for everybody. In a team you hear of its activities at once.")
    return words.say("Nothing is coming up yet. We'll tell you as soon as something is.")


def chosen_line(words: Words, page: OfferedPage) -> str:
    chosen = [kind_name(words, page.kind)] if page.kind in KINDS else []
    chosen += [week_name(words, page.week)] if page.week >= 0 else []
    return f" · {' · '.join(chosen)}" if chosen else ""


def grouped(words: Words, offers: tuple[Offered, ...]) -> list[str]:
    """Numbered lines: buttons are too narrow for a whole title."""
    return [f"{offer_mark(offer)} {offer.title} — {offer_when(words, offer)}" for offer in offers]


def offer_when(words: Words, offer: Offered) -> str:
    return words.at(offer.zone).when(offer.starts_at, offer.ends_at)


def offer_mark(offer: Offered) -> str:
    if offer.mine == SignUpState.CONFIRMED:
        return "✅"
    if offer.mine is not None:
        return "⏳"
    return "⏸" if offer.state == ActivityState.ON_HOLD else "🌱"


def offer_label(words: Words, offer: Offered) -> str:
    """A phone cuts its end: the title, which stands above."""
    left = words.label("full") if offer.free <= 0 else words.label("{n} left", n=words.number(offer.free))
    there = words.at(offer.zone)
    when = f"{there.short_day(offer.starts_at)} {there.time(offer.starts_at)}"
    return f"{when} · {left} · {offer.title[:40]}"


def page_keys(words: Words, page: OfferedPage) -> Rows:
    keys = []
    if page.page > 0:
        keys.append(Key("‹", ListActivities(page.page - 1, page.kind, page.week)))
    if page.more:
        keys.append(Key("›", ListActivities(page.page + 1, page.kind, page.week)))
    return (tuple(keys),) if keys else ()


def filter_keys(words: Words, page: OfferedPage) -> Rows:
    kind = Key(words.label("Kind"), ChooseKind(page.week))
    week = Key(words.label("Week"), ChooseWeek(page.kind))
    join: Rows = ((Key(words.label("Join a team"), OpenTeams(0, 0)),),) if page.alone else ()
    if page.kind or page.week >= 0:
        return ((kind, week, Key(words.label("All activities"), ListActivities(0, "", -1))), *join)
    return ((kind, week), *join)


def choose_kind(words: Words, week: int) -> Screen:
    keys = [Key(kind_name(words, kind), ListActivities(0, kind, week)) for kind in KINDS]
    keys.append(Key(words.label("Any kind"), ListActivities(0, "", week)))
    return Screen(words.say("Which kind of service?"), in_rows(keys, 2))


def choose_week(words: Words, kind: str) -> Screen:
    keys = [Key(week_name(words, week), ListActivities(0, kind, week)) for week in range(WEEKS)]
    keys.append(Key(words.label("Any time"), ListActivities(0, kind, -1)))
    return Screen(words.say("Which week?"), in_rows(keys, 2))


def week_name(words: Words, week: int) -> str:
    if week == 0:
        return words.label("This week")
    return words.label("Next week") if week == 1 else words.label("In {n} weeks", n=words.number(week))


def in_rows(keys: list[Key], wide: int) -> Rows:
    return tuple(tuple(keys[at : at + wide]) for at in range(0, len(keys), wide))

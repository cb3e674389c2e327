"""Places that came free for several whom somebody reads for: one message for all of them, with an answer for each."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from bot.ground import notices
from bot.sign_ups.in_care import places
from bot.sign_ups.in_care.shown import Places
from bot.sign_ups.rules import SignUpState
from bot.sign_ups.shown import SignUpLook
from bot.speech.pages import in_rows
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from bot.wire.rendering import Telling
from handlers.activities.lines import bring_line, stack
from handlers.links.sign_ups import AllComing, AnswerPlace, CantMakeIt, NamesInCare
from handlers.sign_ups import free_places as alone
from handlers.sign_ups.lines import brief_line, card_key, few, moment_from, which_line
from handlers.sign_ups.outcomes import GONE
from handlers.talk.journeys import Journey

journey = Journey()
MOST = 30
"""So many have buttons of their own; the others stand behind *Change names*, or are offered again when these answer."""
SHORT = 12
"""Names that are no longer have both their buttons in one row."""


@journey.notice(notices.PromotedMany)
async def show_promoted(to: Telling, shift: int, since: int) -> Screen | None:
    found = await places.promoted(to.tx, shift, since, reader_id=to.person_id, now=to.now)
    return of_one_or_more(to.words, found, alone.promoted, promoted)


@journey.notice(notices.OfferMany)
async def show_offered(to: Telling, shift: int, since: int) -> Screen | None:
    found = await places.offered(to.tx, shift, since, reader_id=to.person_id, now=to.now)
    return of_one_or_more(to.words, found, alone.offered, offered)


@journey.notice(notices.OpenPlaceMany)
async def show_opened(to: Telling, shift: int, since: int) -> Screen | None:
    found = await places.opened(to.tx, shift, since, reader_id=to.person_id, now=to.now)
    return of_one_or_more(to.words, found, alone.open_place, offered)


@journey.notice(notices.OfferExpiredMany)
async def show_ran_out(to: Telling, shift: int, since: int) -> Screen | None:
    found = await places.ran_out(to.tx, shift, since, reader_id=to.person_id, now=to.now)
    return of_one_or_more(to.words, found, alone.offer_expired, ran_out)


def of_one_or_more(
    words: Words,
    found: Places | None,
    one: Callable[[Words, SignUpLook], Screen],
    more: Callable[[Words, Places], Screen],
) -> Screen | None:
    if found is None:
        return None
    return one(words, found.looks[0]) if len(found.looks) == 1 else more(words, found)


@journey.on(AnswerPlace)
async def answer(context: Context, sign_up: int, yes: bool) -> Screen:
    found = await places.answer(context, sign_up_id=sign_up, yes=yes)
    if found.gone:
        context.alert(context.words.label(GONE))
    return offered(context.words, found)


def promoted(words: Words, found: Places) -> Screen:
    """They have their places; whoever acts for them tells them, or says who cannot come."""
    shift = found.shift
    text = stack(
        words.say("🎉 Places opened and they're yours."),
        who_line(words, found.looks),
        brief_line(words, shift),
        bring_line(words, shift.activity),
        words.say("Please tell them. Who can't come? Tap the name."),
    )
    keys = [Key(f"✗ {named(look)[:40]}", CantMakeIt(look.sign_up.id)) for look in found.looks[:MOST]]
    last = (
        Key(words.label("All coming"), AllComing(shift.id, shift.revision)),
        Key(words.label("Change names"), NamesInCare(shift.id)),
    )
    return Screen(text, (*in_rows(keys, 2 if short(found.looks) else 1), last))


def offered(words: Words, found: Places) -> Screen:
    """Held for each of them, or open to whoever presses first; with what was answered already."""
    taken = [look for look in found.looks if look.sign_up.state is SignUpState.CONFIRMED]
    waiting = [look for look in found.looks if look not in taken]
    asked = (
        words.say("🎉 A place has opened! {what}", what=brief_line(words, found.shift)),
        who_line(words, waiting),
        until_line(words, found, waiting),
        words.say("✓ takes the place, ✗ leaves it to the next person."),
    )
    text = stack(
        *(asked if waiting else (words.say("👍 All of them are answered for."), which_line(words, found.shift))),
        words.say("✅ In: {names}", names=few(words, [named(look) for look in taken])) if taken else None,
    )
    return Screen(text, (*answer_keys(waiting[:MOST]), (card_key(words, found.shift),)))


def ran_out(words: Words, found: Places) -> Screen:
    text = stack(
        words.say("We didn't hear from you, so these places went to the next people. Maybe next time!"),
        who_line(words, found.looks),
        which_line(words, found.shift),
    )
    return Screen(text, ((card_key(words, found.shift),),))


def until_line(words: Words, found: Places, waiting: Sequence[SignUpLook]) -> Markup:
    ends = [look.sign_up.offer_ends_at for look in waiting if look.sign_up.offer_ends_at is not None]
    if not ends:
        return words.say("It begins soon: the first to press has it.")
    time = moment_from(words, found.shift, min(ends), found.now)
    return words.say("Please answer by {time}, or it goes to the next person.", time=time)


def answer_keys(waiting: Sequence[SignUpLook]) -> Rows:
    keys = [
        Key(f"{mark} {named(look)[:40]}", AnswerPlace(look.sign_up.id, yes))
        for look in waiting
        for mark, yes in (("✓", True), ("✗", False))
    ]
    return in_rows(keys, 2 if short(waiting) else 1)


def who_line(words: Words, these: Sequence[SignUpLook]) -> Markup:
    names = few(words, [named(look) for look in these])
    return words.say_n("👥 For {n} person: {names}", "👥 For {n} people: {names}", len(these), names=names)


def named(look: SignUpLook) -> str:
    return look.name or ""


def short(these: Sequence[SignUpLook]) -> bool:
    return all(len(named(look)) <= SHORT for look in these)

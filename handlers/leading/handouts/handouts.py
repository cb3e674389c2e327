"""*Poster and lists*: what goes out on paper; each is made after the press and comes as a file."""

from bot.ground import notices
from bot.leading.handouts import acts as handouts
from bot.leading.handouts.rules import ComingList, Handout, HandoutsLook, InsurersList, PaperOf, Poster
from bot.speech.pages import in_rows
from bot.speech.screens import Key, Screen, Worded
from bot.speech.words import Words
from bot.wire.context import Context
from bot.wire.rendering import Later, Telling
from handlers.activities.lines import stack, title_line, when_line
from handlers.leading.handouts.lists import insurers_list, sign_in_sheet
from handlers.leading.handouts.posters import poster
from handlers.leading.lead_card import details_key
from handlers.links.leading import AskPaper, Handouts, MoreOf
from handlers.talk import going_on
from handlers.talk.journeys import Journey
from handlers.talk.ways import back_to

journey = Journey()


@journey.on(Handouts)
async def show_handouts(context: Context, shift: int) -> Screen:
    return choices(context.words, await handouts.look(context, shift_id=shift))


@journey.on(AskPaper)
async def ask_paper(context: Context, shift: int, paper: PaperOf) -> None:
    link = f"https://t.me/{context.bot_name}?start=a_{shift}"
    await handouts.ask(context, shift_id=shift, paper=paper, link=link)
    context.toast(going_on.file_comes(context.words))


@journey.notice(notices.ActivityPaper)
async def show_paper(to: Telling, shift: int, paper: str, link: str) -> Later | None:
    return to.later(made, await handouts.gathered(await to.desk(), shift_id=shift, paper=paper, link=link))


def choices(words: Words, look: HandoutsLook) -> Screen:
    shift = look.shift
    keys = [Key(words.label("Poster"), AskPaper(shift.id, "poster"))]
    keys.append(Key(words.label("Sign-in sheet"), AskPaper(shift.id, "sheet")))
    if look.insured:
        keys.append(Key(words.label("List for the insurer"), AskPaper(shift.id, "insurer")))
    text = stack(
        words.say("<b>What shall go on paper?</b>"),
        title_line(words, shift.title),
        when_line(words, shift),
        words.say("The list for the insurer holds names; it is noted who asks for it.") if look.insured else None,
    )
    back = (back_to(words, MoreOf(shift.id, "sign_ups")),)
    return Screen(text, (*in_rows([*keys, details_key(words, shift.id)], 2), back))


def made(words: Words, found: Handout) -> Worded | tuple[Worded, ...]:
    if isinstance(found, Poster):
        return poster(words, found)
    if isinstance(found, InsurersList):
        return insurers_list(words, found)
    return sign_in_sheet(words, found) if isinstance(found, ComingList) else ()

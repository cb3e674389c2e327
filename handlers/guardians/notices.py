"""What a minor hears of a guardian's answer, and a guardian of a minor's question."""

from bot.ground import notices
from bot.guardians import acts as guardians
from bot.guardians import companions, wishes
from bot.speech.screens import Screen
from bot.wire.rendering import Telling
from handlers.guardians import companion_screens as companion_views
from handlers.guardians import screens as views
from handlers.talk.journeys import Journey

journey = Journey()


@journey.notice(notices.GuardianAgreed)
async def guardian_agreed(to: Telling, by: int, shift: int) -> Screen | None:
    found = await wishes.look(to.tx, to.person_id, to.now, by=by, shift_id=shift)
    return to.say(companion_views.guardian_agreed, found)


@journey.notice(notices.CompanionNamed)
async def companion_named(to: Telling, by: int, shift: int) -> Screen | None:
    found = await wishes.look(to.tx, to.person_id, to.now, by=by, shift_id=shift)
    return to.say(companion_views.companion_named, found)


@journey.notice(notices.CompanionAsked)
async def companion_asked(to: Telling, child: int) -> Screen | None:
    return to.say(companion_views.asked_by_child, await companions.still_sought(await to.desk(), child))


@journey.notice(notices.GuardianTookBack)
async def guardian_took_back(to: Telling, guardian: int) -> Screen | None:
    return to.say(views.guardian_took_back, await guardians.ended(to.tx, guardian))

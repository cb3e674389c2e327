import pytest

from bot.speech.words import Words
from bot.teams.rules import Member
from handlers.links.members import OpenPerson
from handlers.links.teams import MarkCaptain, TakeOut, TeamMembers
from handlers.teams import members
from tests.helpers.town import NOW, ZONE
from tests.samples.people import BOSS, TEAM


@pytest.mark.parametrize("managed", [True, False], ids=["without Telegram", "with Telegram"])
def test_captaincy_is_offered_only_to_who_has_telegram(managed: bool) -> None:
    screen = members.member(Words("en", ZONE), TEAM, Member(7, "Gran", False, managed, NOW), BOSS)

    offered = [] if managed else [MarkCaptain(TEAM.id, 7, True)]
    assert [key.press for row in screen.keys for key in row] == [
        *offered,
        OpenPerson(7),
        TakeOut(TEAM.id, 7, False),
        TeamMembers(TEAM.id, 0),
    ]

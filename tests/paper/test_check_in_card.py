"""The picture for the lead's screen: what it says is what is true of it, and it can be scanned."""

import pytest

from bot.paper.child import make
from bot.roll_call.check_in_rules import CheckInCard
from bot.speech.words import LANGUAGES, Words
from handlers.roll_call.check_in_card import card
from tests.paper.reading import as_a_chat_shows_it, packed, printed, scanned
from tests.paper.test_templates import rendered, texts
from tests.samples.activities import SHIFT

LINK = "https://t.me/liandong_demonstration_a_bot?start=c_" + "Az-_9" * 2 + "Qq"
UNTIL = SHIFT.starts_at - 29 * 60 - 30  # 8:30:30
FULL = CheckInCard(SHIFT, LINK, UNTIL, "004711", UNTIL + 270)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("look", [FULL, CheckInCard(SHIFT, LINK, UNTIL, "", 0)], ids=["full", "from before"])
def test_card_says_everything_and_can_be_scanned(language: str, look: CheckInCard) -> None:
    paper = card(Words(language, "Asia/Shanghai"), look)
    data = {name: value for name, value in paper.order.data.items() if name != "qr"}
    text = printed(make(paper.order.template, "pdf", paper.order.data))
    picture = rendered(paper)

    assert [one for one in texts(data) if packed(one) not in text] == []
    assert scanned(picture) == [LINK]
    assert scanned(as_a_chat_shows_it(picture)) == [LINK]
    assert "08:30:30" in text
    assert ("004711" in text, "08:35:00" in text) == (bool(look.digits), bool(look.digits))

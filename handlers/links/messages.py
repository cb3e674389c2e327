"""Buttons of messages to many. The text itself is a draft or a row, never in the button."""

from bot.messages.shown import What
from bot.speech.buttons import Link
from bot.speech.parts import Audience, Flag, Id, Page

WriteTo = Link[Audience]("bw", "audience")
"""Asks for the text; the audience is like t3 (team), s4 (station) or a17 (who takes part)."""
ChooseAudience = Link[What, Page]("bc", "what page")
"""A page of teams, stations or coming activities (`what`: t, s or a)."""
DropWords = Link[()]("bd")
"""Writes nothing after all."""
Send = Link[Id]("bs", "broadcast")
"""Lets it leave."""
Rewrite = Link[Id]("be", "broadcast")
"""Asks for the text again."""
ShowProgress = Link[Id]("bp", "broadcast")
Stop = Link[Id]("bx", "broadcast")
"""What has not left stays here."""
PassOn = Link[Id, Flag]("pon", "said yes")
"""``yes``: 1 passes it on, 0 keeps it."""
CancelOfWord = Link[Id]("pcs", "sign_up")
"""Of who spoke: asks once more, beside the words."""
AnswerWord = Link[Id]("pan", "said")
"""By the lead it was passed to."""

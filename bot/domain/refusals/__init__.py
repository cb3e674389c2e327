"""Every "no" that people can get. Import them from here; the files inside only keep them short."""

from bot.domain.refusals.base import Refusal as Refusal
from bot.domain.refusals.base import all_refusals as all_refusals
from bot.domain.refusals.people import *  # noqa: F403 - one door for every refusal; each file defines nothing else
from bot.domain.refusals.records import *  # noqa: F403 - as above
from bot.domain.refusals.signing_up import *  # noqa: F403 - as above
from bot.domain.refusals.typed import *  # noqa: F403 - as above

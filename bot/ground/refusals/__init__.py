"""Every "no" that people can get. Import them from here; the files inside only keep them short."""

from bot.ground.refusals.base import Refusal as Refusal
from bot.ground.refusals.base import all_refusals as all_refusals
from bot.ground.refusals.people import *  # noqa: F403 - one door for every refusal; each file defines nothing else
from bot.ground.refusals.records import *  # noqa: F403 - as above
from bot.ground.refusals.signing_up import *  # noqa: F403 - as above
from bot.ground.refusals.typed import *  # noqa: F403 - as above

"""Buttons of /stations, and of choosing a station for something else. A choice travels as its place in the list."""

from typing import Annotated, Literal

from bot.people.permissions import GRANTABLE
from bot.speech.buttons import Link
from bot.speech.parts import Id, IdOrNone, OneOf, Page, Place, ZoneName
from bot.stations.rules import LEVELS
from bot.stations.settings import KEYS, PRESETS
from bot.teams.rules import KINDS
from handlers.stations.setting_words import GROUPS

Level = Annotated[str, OneOf(("", *LEVELS))]
Preset = Annotated[str, OneOf(("", *PRESETS))]
SettingKey = Annotated[str, OneOf(KEYS)]
SettingsGroup = Annotated[str, OneOf(("", *GROUPS))]
Purpose = Literal["g", "t", "i"]
"""What a station is looked for: giving a role, a new team, inviting for a role."""
Detail = Annotated[str, OneOf((*GRANTABLE, *KINDS))]
"""Which role, or which kind of team."""
OpenStation = Link[Id, Page]("zso", "station page")
AddStation = Link[Id, Level]("zsa", "station level")
"""Below this one; ``level`` '' asks which."""
ChangeStation = Link[Id]("zse", "station")
RenameStation = Link[Id]("zsr", "station")
ChooseZone = Link[Id]("zsz", "station")
SetZone = Link[Id, ZoneName | None]("zsy", "station zone")
"""'' inherits."""
ChoosePreset = Link[Id]("zsp", "station")
SetPreset = Link[Id, Preset]("zsq", "station preset")
"""'' inherits."""
StationSettingsGroup = Link[Id, SettingsGroup]("zsg", "station group")
"""``group`` '' shows the groups."""
OpenSetting = Link[Id, SettingKey]("zsh", "station key")
SetSetting = Link[Id, SettingKey, Place]("zsv", "station key choice")
InheritSetting = Link[Id, SettingKey]("zsi", "station key")
BrowseStations = Link[Purpose, IdOrNone, Detail, IdOrNone, Page]("zsb", "purpose subject detail station page")
"""Looking for a station: ``purpose`` says what for, ``subject`` and ``detail`` belong to it. Station 0: the top."""
PickStation = Link[Purpose, IdOrNone, Detail, Id]("zsc", "purpose subject detail station")
FirstSteps = Link[()]("xf")
"""What an agency that begins has still to set up."""

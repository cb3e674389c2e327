"""Presses of /stations, and of choosing a station for something else. A choice travels as its place in the list."""

from typing import Annotated, Literal

from bot.people.permissions import GRANTABLE
from bot.speech.buttons import Button
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


class OpenStation(Button, verb="zso"):
    station: Id
    page: Page


class AddStation(Button, verb="zsa"):
    """Below this one; ``level`` '' asks which."""

    station: Id
    level: Level


class ChangeStation(Button, verb="zse"):
    station: Id


class RenameStation(Button, verb="zsr"):
    station: Id


class ChooseZone(Button, verb="zsz"):
    station: Id


class SetZone(Button, verb="zsy"):
    """'' inherits."""

    station: Id
    zone: ZoneName | None


class ChoosePreset(Button, verb="zsp"):
    station: Id


class SetPreset(Button, verb="zsq"):
    """'' inherits."""

    station: Id
    preset: Preset


class StationSettingsGroup(Button, verb="zsg"):
    """``group`` '' shows the groups."""

    station: Id
    group: SettingsGroup


class OpenSetting(Button, verb="zsh"):
    station: Id
    key: SettingKey


class SetSetting(Button, verb="zsv"):
    station: Id
    key: SettingKey
    choice: Place


class InheritSetting(Button, verb="zsi"):
    station: Id
    key: SettingKey


class BrowseStations(Button, verb="zsb"):
    """Looking for a station: ``purpose`` says what for, ``subject`` and ``detail`` belong to it. Station 0: the top."""

    purpose: Purpose
    subject: IdOrNone
    detail: Detail
    station: IdOrNone
    page: Page


class PickStation(Button, verb="zsc"):
    purpose: Purpose
    subject: IdOrNone
    detail: Detail
    station: Id

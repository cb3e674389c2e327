"""Presses of /stations, and of choosing a station for something else. A choice travels as its place in the list."""

from bot.views.buttons import Button


class OpenStation(Button, verb="zso"):
    station: int
    page: int


class AddStation(Button, verb="zsa"):
    """Below this one; ``level`` '' asks which."""

    station: int
    level: str


class ChangeStation(Button, verb="zse"):
    station: int


class RenameStation(Button, verb="zsr"):
    station: int


class ChooseZone(Button, verb="zsz"):
    station: int


class SetZone(Button, verb="zsy"):
    """'' inherits."""

    station: int
    zone: str


class ChoosePreset(Button, verb="zsp"):
    station: int


class SetPreset(Button, verb="zsq"):
    """'' inherits."""

    station: int
    preset: str


class StationSettingsGroup(Button, verb="zsg"):
    """``group`` '' shows the groups."""

    station: int
    group: str


class OpenSetting(Button, verb="zsh"):
    station: int
    key: str


class SetSetting(Button, verb="zsv"):
    station: int
    key: str
    choice: int


class InheritSetting(Button, verb="zsi"):
    station: int
    key: str


class BrowseStations(Button, verb="zsb"):
    """Looking for a station: ``purpose`` says what for, ``subject`` and ``detail`` belong to it. Station 0: the top."""

    purpose: str
    subject: int
    detail: str
    station: int
    page: int


class PickStation(Button, verb="zsc"):
    purpose: str
    subject: int
    detail: str
    station: int

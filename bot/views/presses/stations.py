"""Presses of /stations, and of choosing a station for something else. A choice travels as its place in the list."""

from dataclasses import dataclass

from bot.views.buttons import Button


@dataclass(frozen=True, slots=True)
class OpenStation(Button, verb="zso"):
    station: int
    page: int


@dataclass(frozen=True, slots=True)
class AddStation(Button, verb="zsa"):
    """Below this one; ``level`` '' asks which."""

    station: int
    level: str


@dataclass(frozen=True, slots=True)
class ChangeStation(Button, verb="zse"):
    station: int


@dataclass(frozen=True, slots=True)
class RenameStation(Button, verb="zsr"):
    station: int


@dataclass(frozen=True, slots=True)
class ChooseZone(Button, verb="zsz"):
    station: int


@dataclass(frozen=True, slots=True)
class SetZone(Button, verb="zsy"):
    """'' inherits."""

    station: int
    zone: str


@dataclass(frozen=True, slots=True)
class ChoosePreset(Button, verb="zsp"):
    station: int


@dataclass(frozen=True, slots=True)
class SetPreset(Button, verb="zsq"):
    """'' inherits."""

    station: int
    preset: str


@dataclass(frozen=True, slots=True)
class StationSettingsGroup(Button, verb="zsg"):
    """``group`` '' shows the groups."""

    station: int
    group: str


@dataclass(frozen=True, slots=True)
class OpenSetting(Button, verb="zsh"):
    station: int
    key: str


@dataclass(frozen=True, slots=True)
class SetSetting(Button, verb="zsv"):
    station: int
    key: str
    choice: int


@dataclass(frozen=True, slots=True)
class InheritSetting(Button, verb="zsi"):
    station: int
    key: str


@dataclass(frozen=True, slots=True)
class BrowseStations(Button, verb="zsb"):
    """Looking for a station: ``purpose`` says what for, ``subject`` and ``detail`` belong to it. Station 0: the top."""

    purpose: str
    subject: int
    detail: str
    station: int
    page: int


@dataclass(frozen=True, slots=True)
class PickStation(Button, verb="zsc"):
    purpose: str
    subject: int
    detail: str
    station: int

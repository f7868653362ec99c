"""What a person has chosen and what the window remembers; never a secret."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import Any

from desktop_app.core.errors import FieldRefusedError, FileUnusableError
from desktop_app.core.preferences import (
    Language,
    PreferenceValues,
    SchemeChoice,
    SuggestionLanguage,
    TextSize,
)
from desktop_app.core.spelling import Alphabet
from desktop_app.system.connection_settings import (
    ConnectionSettings,
    connection_document,
    connection_of,
)
from desktop_app.system.files import read_bounded, require_replaceable, unusable, write_whole
from desktop_app.system.folders import DEFAULT_PROFILE, require_profile
from desktop_app.system.instance_lock import held

_LARGEST_FILE = 1024 * 1024
_MOST_DAMAGED = 100
_PROFILES = frozenset({"profile", "connections"})


class LogLevel(StrEnum):
    """How much the log says."""

    WARNING = "warning"
    INFO = "info"
    DEBUG = "debug"


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One user's settings.

    ``profile`` is the one that is used where none is named; ``connections`` has the shared
    database of every profile that has one, the others are of this workstation; ``profiles`` are
    those whose database was made or opened here, so that a lost one does not come back empty, and
    ``recovery_files`` those whose team key was saved.
    ``unknown`` are the fields of another version, kept as they are.
    """

    profile: str = DEFAULT_PROFILE
    preferences: PreferenceValues = field(default_factory=PreferenceValues)
    log_level: LogLevel = LogLevel.INFO
    connections: Mapping[str, ConnectionSettings] = field(default_factory=_nothing)
    profiles: tuple[str, ...] = ()
    recovery_files: tuple[str, ...] = ()
    unknown: Mapping[str, Any] = field(default_factory=_nothing)

    def with_connection(self, profile: str, connection: ConnectionSettings) -> "Settings":
        """The same settings with another shared database of one profile."""
        return replace(self, connections={**self.connections, profile: connection})

    def without_profile(self, profile: str) -> "Settings":
        """The same settings with nothing about one profile."""

        def rest(mapping: Mapping[str, Any]) -> Mapping[str, Any]:
            return {name: value for name, value in mapping.items() if name != profile}

        def others(names: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(name for name in names if name != profile)

        return replace(
            self,
            profile=DEFAULT_PROFILE if self.profile == profile else self.profile,
            connections=rest(self.connections),
            profiles=others(self.profiles),
            recovery_files=others(self.recovery_files),
        )


class SettingsFault(StrEnum):
    """What was wrong with the settings file."""

    DAMAGED = "settings-damaged"
    UNREADABLE = "settings-unreadable"
    VALUES = "settings-values"


@dataclass(frozen=True, slots=True)
class SettingsWarning:
    """Settings that fell back to their defaults.

    ``fields`` are the names whose values, or some of them, were of no use (``VALUES`` only).
    """

    fault: SettingsFault
    path: Path
    fields: tuple[str, ...] = ()

    @property
    def hides_profiles(self) -> bool:
        """Whether a profile may be missing, or another one be named, than was set."""
        return self.fault is not SettingsFault.VALUES or not _PROFILES.isdisjoint(self.fields)


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """Settings as they were found, and what was wrong with them."""

    settings: Settings
    warning: SettingsWarning | None = None


class SettingsStore:
    """The settings file of one user; one object for each process, shared by its threads.

    Other processes of the user wait for each other's changes at a lock file beside it. A file that
    cannot be used stays as it is until somebody was told: until ``recovered``.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._changing = Lock()

    def update(self, change: Callable[[Settings], Settings]) -> None:
        """Save what ``change`` makes of the settings, unless that is nothing new.

        A copy of the file stays where some of its values were of no use.

        Raises:
            FileUnusableError: the file cannot be written, or is ``damaged``: what is saved over it
                would make the profiles that it had unknown for good.
        """
        with self._alone():
            loaded = self.load()
            after = change(loaded.settings)
            if after == loaded.settings:
                return
            if loaded.warning is not None:
                if loaded.warning.hides_profiles:
                    raise FileUnusableError(str(self._path), "damaged")
                self._put_aside()
            self.save(after)

    def recovered(self) -> LoadedSettings:
        """The settings, for somebody who is told the warning: what can be used is saved anew.

        The file that could not be used is put aside, unless it cannot be moved.
        """
        loaded = self.load()
        if loaded.warning is None:
            return loaded
        with suppress(FileUnusableError), self._alone():
            loaded = self.load()
            if loaded.warning is not None:
                self._put_aside()
                self.save(loaded.settings)
        return loaded

    def load(self) -> LoadedSettings:
        """The settings; defaults and a warning where the file cannot be used."""
        try:
            data = read_bounded(self._path, _LARGEST_FILE)
        except FileUnusableError as error:
            return self._without_file(error)
        try:
            document = json.loads(data)
        except (ValueError, RecursionError):
            return self._damaged()
        if not isinstance(document, dict):
            return self._damaged()
        settings, refused = _decode(document)
        if not refused:
            return LoadedSettings(settings)
        return LoadedSettings(settings, SettingsWarning(SettingsFault.VALUES, self._path, refused))

    def save(self, settings: Settings) -> None:
        """Replace the file.

        Raises:
            FileUnusableError: it cannot be written.
        """
        text = json.dumps(_encode(settings), indent=2, ensure_ascii=False, sort_keys=True)
        write_whole(self._path, (text + "\n").encode("utf-8"), replace=True)

    def _without_file(self, error: FileUnusableError) -> LoadedSettings:
        if error.reason == "missing":
            return LoadedSettings(Settings())
        if error.reason == "foreign":
            return self._damaged()
        return LoadedSettings(Settings(), SettingsWarning(SettingsFault.UNREADABLE, self._path))

    def _damaged(self) -> LoadedSettings:
        return LoadedSettings(Settings(), SettingsWarning(SettingsFault.DAMAGED, self._path))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with self._changing, held(self._path.with_name(f"{self._path.name}.lock")):
            yield

    def _put_aside(self) -> None:
        aside = self._free_name()
        if aside is None:
            raise FileUnusableError(str(self._path), "exists")
        require_replaceable(self._path)
        # A second name first: whoever looks meanwhile must not take this for a first start.
        with suppress(OSError):
            aside.hardlink_to(self._path)
            return
        try:
            self._path.replace(aside)
        except OSError as error:
            raise unusable(self._path, error) from error

    def _free_name(self) -> Path | None:
        names = (
            self._path.with_name(f"{self._path.name}.damaged-{number}")
            for number in range(1, _MOST_DAMAGED + 1)
        )
        return next((name for name in names if not name.exists()), None)


_OF_NO_USE = (FieldRefusedError, KeyError, OverflowError, TypeError, ValueError)
"""What reading a value of another kind raises."""


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _by_name(value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise TypeError
    return value


def _texts(value: object) -> Mapping[str, str]:
    return {name: _text(entry) for name, entry in _by_name(value).items()}


def _names(value: list[Any]) -> tuple[str, ...]:
    return tuple(_text(name) for name in value)


def _profile(value: object) -> str:
    return require_profile(_text(value))


def _connections(value: object) -> tuple[dict[str, ConnectionSettings], bool]:
    """Those of use, and whether these are all: one bad entry costs no other profile."""
    if not isinstance(value, dict):
        return {}, False
    usable: dict[str, ConnectionSettings] = {}
    for profile, entry in value.items():
        with suppress(*_OF_NO_USE):
            usable[_profile(profile)] = connection_of(_by_name(entry))
    return usable, len(usable) == len(value)


_Decoders = Mapping[str, Callable[[Any], Any]]

# The file is flat: who looks into it finds a name, not our classes.
_PREFERENCES: _Decoders = MappingProxyType(
    {
        "theme": SchemeChoice,
        "language": Language,
        "text_size": TextSize,
        "key_caps": _flag,
        "entry_shown": _flag,
        "alphabet": Alphabet,
        "suggestion_language": SuggestionLanguage,
        "allow_screen_capture": _flag,
        "geometries": _texts,
        "columns": _texts,
    }
)
_OTHERS: _Decoders = MappingProxyType(
    {
        "profile": _profile,
        "log_level": LogLevel,
        "profiles": _names,
        "recovery_files": _names,
    }
)


def _decode(document: Mapping[str, Any]) -> tuple[Settings, tuple[str, ...]]:
    refused: list[str] = []

    def taken(decoders: _Decoders) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name in decoders.keys() & document.keys():
            try:
                values[name] = decoders[name](document[name])
            except _OF_NO_USE:
                refused.append(name)
        return values

    preferences = PreferenceValues(**taken(_PREFERENCES))
    others = taken(_OTHERS)
    connections, are_all = _connections(document.get("connections", {}))
    if not are_all:
        refused.append("connections")
    known = _PREFERENCES.keys() | _OTHERS.keys() | {"connections"}
    unknown = {name: value for name, value in document.items() if name not in known}
    settings = Settings(**others, preferences=preferences, connections=connections, unknown=unknown)
    return settings, tuple(sorted(refused))


def _encode(settings: Settings) -> dict[str, Any]:
    preferences = settings.preferences
    return {
        **settings.unknown,
        **{name: getattr(preferences, name) for name in _PREFERENCES},
        **{name: getattr(settings, name) for name in _OTHERS},
        "geometries": dict(preferences.geometries),
        "columns": dict(preferences.columns),
        "connections": {
            profile: connection_document(connection)
            for profile, connection in settings.connections.items()
        },
    }

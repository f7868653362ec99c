"""What a user has chosen about the windows; who keeps it, and where, is not decided here."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True)
class PreferenceValues:
    """All preferences with their defaults.

    ``theme`` is ``system``, ``light`` or ``dark``; ``language`` is ``system``, ``en`` or ``de``;
    ``alphabet`` is ``din-5009``, ``older-german`` or ``icao``; ``geometries``
    maps a window and the screens it stands on to the base64 text of Qt's own state, ``columns`` a
    table likewise to the text that its heads make and read.
    """

    theme: str = "system"
    language: str = "system"
    key_caps: bool = True
    alphabet: str = "din-5009"
    suggestion_language: str = "de"
    allow_screen_capture: bool = False
    geometries: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)


class Preferences(QObject):
    """The preferences in force; every change is announced, so that somebody can keep it."""

    changed = Signal()

    def __init__(self, values: PreferenceValues | None = None) -> None:
        super().__init__()
        self._values = values or PreferenceValues()

    @property
    def values(self) -> PreferenceValues:
        """What is chosen now."""
        return self._values

    def change(self, **changes: Any) -> None:  # noqa: ANN401 - replace() checks the names
        """Replace the named values."""
        values = replace(self._values, **changes)
        if values != self._values:
            self._values = values
            self.changed.emit()

    def remember_geometry(self, window: str, state: str) -> None:
        """Keep where a window stands and how large it is."""
        self.change(geometries={**self._values.geometries, window: state})

    def remember_columns(self, table: str, state: str) -> None:
        """Keep a table's columns."""
        self.change(columns={**self._values.columns, table: state})

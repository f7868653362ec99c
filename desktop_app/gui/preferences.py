"""Tells the windows what their user chooses; who keeps it, and where, is not decided here."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_app.core.preferences import PreferenceValues


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

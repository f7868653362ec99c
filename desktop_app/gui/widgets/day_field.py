"""A day that is typed."""

from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

_LONGEST: Final = 12
_YEARS: Final = range(2000, 2100)


class DayField(QLineEdit):
    """Takes a day as this locale writes it, or as ISO 8601; what is none is marked as refused.

    ``day_changed`` is emitted for each other day, and where there is none any more.
    """

    day_changed = Signal()

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pattern = _with_whole_year(QLocale().dateFormat(QLocale.FormatType.ShortFormat))
        self._day: date | None = None
        self.setMaxLength(_LONGEST)
        self.setAccessibleName(name)
        self.setPlaceholderText(self._written(date.today()))  # noqa: DTZ011 - the calendar's day
        self.textChanged.connect(self._on_text_changed)

    @property
    def day(self) -> date | None:
        """What is typed, None where it is no day."""
        return self._day

    def set_day(self, day: date) -> None:
        """Put a day into the field."""
        self.setText(self._written(day))

    def _on_text_changed(self, text: str) -> None:
        before, self._day = self._day, self._read(text.strip())
        refused = bool(text.strip()) and self._day is None
        self.setAccessibleDescription(self.tr("This is no day.") if refused else "")
        if self.property("refused") != refused:
            self.setProperty("refused", refused)
            self.style().unpolish(self)
            self.style().polish(self)
        if self._day != before:
            self.day_changed.emit()

    def _read(self, text: str) -> date | None:
        for found in (
            QLocale().toDate(text, self._pattern),
            QDate.fromString(text, Qt.DateFormat.ISODate),
        ):
            if found.isValid() and found.year() in _YEARS:
                return date(found.year(), found.month(), found.day())
        return None

    def _written(self, day: date) -> str:
        return QLocale().toString(QDate(day.year, day.month, day.day), self._pattern)


def _with_whole_year(pattern: str) -> str:
    return pattern if "yyyy" in pattern else pattern.replace("yy", "yyyy")

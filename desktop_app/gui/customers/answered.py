"""Which search the customers on the screen answer, and what is said of it."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject

from desktop_app.gui.customers.customer_data import Found
from desktop_app.gui.texts import sentences

_LONGEST_QUOTED: Final = 40


class Answered(QObject):
    """The newest search that was answered, if any was since ``forget``."""

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._text: str | None = None
        self._at = now()

    def take(self, text: str) -> None:
        """This text was answered just now."""
        self._text = text.strip()
        self._at = self._now()

    def forget(self) -> None:
        """Nothing on the screen answers a search."""
        self._text = None

    def is_for(self, typed: str) -> bool:
        """Whether the answer is to what is typed; spaces around it make no other search."""
        return self._text == typed.strip()

    def origin(self, typed: str) -> str:
        """Whose rows are on the screen where they are not those of ``typed``, else nothing."""
        if not typed.strip() or self.is_for(typed):
            return ""
        not_searched = self.tr("“{typed}” could not be searched yet.").format(typed=_quoted(typed))
        if self._text is None:
            return not_searched
        results = self.tr("Results for “{text}” from {time}.").format(
            text=_quoted(self._text), time=sentences.clock_time(self._at)
        )
        return f"{results} {not_searched}"

    def age(self) -> str:
        """When it was answered, or nothing."""
        if self._text is None:
            return ""
        return self.tr("Results from {time}").format(time=sentences.clock_time(self._at))

    def count(self, found: Found) -> str:
        """How many customers there are in an answer, and how long it took."""
        count, milliseconds = len(found.rows.rows), found.milliseconds
        if found.rows.more:
            return self.tr("First {count} customers, {milliseconds} ms").format(
                count=count, milliseconds=milliseconds
            )
        if count == 1:
            return self.tr("1 customer, {milliseconds} ms").format(milliseconds=milliseconds)
        return self.tr("{count} customers, {milliseconds} ms").format(
            count=count, milliseconds=milliseconds
        )


def _quoted(text: str) -> str:
    """The beginning of a long text: the sentence around it is what matters."""
    plain = text.strip()
    return plain if len(plain) <= _LONGEST_QUOTED else f"{plain[:_LONGEST_QUOTED]}…"

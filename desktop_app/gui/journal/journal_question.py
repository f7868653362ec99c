"""The journal page's filter as a question that is read page by page."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from desktop_app.core.entities import JournalQuery
from desktop_app.core.journal_filter import JournalFilter
from desktop_app.gui.journal.history_pages import HistoryLine

_LONGEST_CHECK: Final = timedelta(minutes=5)
"""How long after an attempt its answer can be fetched (SECURITY §2)."""


@dataclass(frozen=True, slots=True)
class JournalQuestion:
    """Which lines are wanted, as they were at ``now``."""

    chosen: JournalFilter
    now: datetime
    names_customers: bool = True

    @property
    def query(self) -> JournalQuery:
        """The entries, and beyond the last day the answers to what was tried before its end."""
        query = self.chosen.query(self.now)
        if query.until is None:
            return query
        return replace(query, until=query.until + _LONGEST_CHECK)

    def wants(self, line: HistoryLine) -> bool:
        """Whether the line lies before the end of the last day."""
        until = self.chosen.query(self.now).until
        return until is None or line.entry.at < until

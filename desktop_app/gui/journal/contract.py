"""What the journal's windows need from the opened profile beside its storage."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.entities import JournalReport
from desktop_app.core.journal_head import JournalHead

CheckJournal = Callable[[Path | None, Callable[[int], None]], JournalReport]
"""Recomputes the chain, with the head in a file or the remembered one; tells how far it is."""


@dataclass(frozen=True, slots=True)
class JournalCare:
    """A lead's care for the journal; every call blocks.

    ``length`` is how many entries a check reads. ``check`` remembers the newest entry of a sound
    journal, and raises ``FileUnusableError`` where the file holds no head. ``save_head`` writes
    the newest entry's number and hash into a new file; None where the journal is empty.
    """

    length: Callable[[], int]
    check: CheckJournal
    save_head: Callable[[Path], JournalHead | None]

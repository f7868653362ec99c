"""Saves what is chosen of the journal as CSV."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from desktop_app.core import journal_export
from desktop_app.core.entities import EventKind, JournalEntry
from desktop_app.core.journal_filter import JournalFilter
from desktop_app.core.spreadsheet import write_rows
from desktop_app.gui.long_job import LongJob
from desktop_app.gui.session import Session

_ENTRIES_PER_REPORT: Final = 1_000


def save_journal(session: Session, chosen: JournalFilter, path: Path, job: LongJob) -> int | None:
    """Write every entry that is chosen, and journal that; how many, None where it was given up.

    Blocks. Entries are read and written page by page. The file appears whole, and only once its
    export stands in the journal.

    Raises:
        FileUnusableError: the file cannot be written.
        StorageError: the journal cannot be read or written.
    """

    def save() -> int:
        journal, now = session.storage.journal, session.clock()
        with session.written_whole(path) as stream:
            entries = journal_export.every_entry(journal.entries, chosen.query(now))
            rows = map(journal_export.row, _reported(entries, job))
            count = write_rows(stream, journal_export.HEADS, rows)
            details = {"file": path.name, "rows": str(count), **chosen.described(now)}
            journal.record(EventKind.EXPORTED, "journal", details)
        return count

    return LongJob.or_none(save)


def _reported(entries: Iterable[JournalEntry], job: LongJob) -> Iterator[JournalEntry]:
    for count, entry in enumerate(entries):
        if count % _ENTRIES_PER_REPORT == 0:
            job.tell(count)
        yield entry

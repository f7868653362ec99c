"""Saves what is chosen of the journal as CSV."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from desktop_app.core import journal_export
from desktop_app.core.entities import EventKind, JournalEntry
from desktop_app.core.journal_export import Exported
from desktop_app.core.journal_filter import JournalFilter
from desktop_app.gui.long_job import LongJob
from desktop_app.gui.session import Session

_ENTRIES_PER_REPORT: Final = 1_000


def save_journal(
    session: Session, chosen: JournalFilter, path: Path, job: LongJob
) -> Exported | None:
    """Write every entry that is chosen, and journal that; None where it was given up.

    Blocks. Entries are read and written page by page. The file appears whole, and only once its
    export stands in the journal.

    Raises:
        FileUnusableError: the file cannot be written.
        StorageError: the journal cannot be read or written.
    """

    def save() -> Exported:
        journal, now = session.storage.journal, session.clock()
        with session.written_whole(path) as stream:
            entries = journal_export.every_entry(journal.entries, chosen.query(now))
            exported = journal_export.write_entries(stream, _reported(entries, job))
            rows = {"file": path.name, "rows": str(exported.entries)}
            journal.record(EventKind.EXPORTED, "journal", rows | chosen.described(now))
        return exported

    return LongJob.or_none(save)


def _reported(entries: Iterable[JournalEntry], job: LongJob) -> Iterator[JournalEntry]:
    for count, entry in enumerate(entries):
        if count % _ENTRIES_PER_REPORT == 0:
            job.tell(count)
        yield entry

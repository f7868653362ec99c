"""What a lead does with the journal of an opened profile, by window or command."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from desktop_app.core.entities import JournalReport
from desktop_app.core.errors import FileUnusableError, JournalFaultError
from desktop_app.core.journal import find_head, head_line
from desktop_app.core.journal_head import JournalHead
from desktop_app.core.ports import JournalStore
from desktop_app.gui.journal.contract import JournalCare
from desktop_app.profiles.base import OpenProfile
from desktop_app.system.files import read_bounded, require_not_in_use, written_whole

_LARGEST_HEAD_FILE: Final = 64 * 1024


def journal_care_of(profile: OpenProfile) -> JournalCare:
    """The calls that a window makes."""

    def check(head_file: Path | None, on_progress: Callable[[int], None]) -> JournalReport:
        exported = None if head_file is None else read_head(head_file)
        return check_journal(profile, exported, on_progress)

    return JournalCare(
        length=profile.storage.journal.length,
        check=check,
        save_head=lambda target: save_head(profile, target),
    )


def check_journal(
    profile: OpenProfile,
    exported: JournalHead | None,
    on_progress: Callable[[int], None] | None = None,
) -> JournalReport:
    """Recompute the chain and remember the newest entry of a sound one.

    Raises:
        FileUnusableError: it cannot be remembered.
        StorageError: the journal cannot be read.
    """
    report = profile.verify_journal(exported, on_progress)
    if report.fault is None and report.head is not None:
        profile.remember_head(report.head)
    return report


def read_head(path: Path) -> JournalHead:
    """The head in an exported file or on a recovery sheet's text.

    Raises:
        FileUnusableError: it cannot be read, or there is none in it.
    """
    head = find_head(read_bounded(path, _LARGEST_HEAD_FILE).decode("utf-8", "replace"))
    if head is None:
        raise FileUnusableError(str(path), "foreign")
    return head


def save_head(profile: OpenProfile, target: Path) -> JournalHead | None:
    """Write the newest entry's number and hash into a file; None where there is no entry.

    Raises:
        FileUnusableError: it cannot be written, or the program keeps one of this name.
    """
    require_not_in_use(target, profile.profile.files)
    return save_head_of(profile.storage.journal, target)


def save_head_of(journal: JournalStore, target: Path) -> JournalHead | None:
    """The same for a journal that no profile keeps."""
    journal.seal()
    head = journal.head()
    if head is not None:
        with written_whole(target) as stream:
            stream.write(f"{head_line(head)}\n")
    return head


def shorten_journal(profile: OpenProfile) -> int:
    """Remove the months that the policy does not keep; how many entries.

    Nothing is removed from a journal that is not the one that is known: it is evidence.

    Raises:
        JournalFaultError: it does not hold the entry that this workstation remembers.
        StorageError: it cannot be read or written.
    """
    fault = profile.keep_head()
    if fault is not None:
        raise JournalFaultError(fault.sequence, fault.kind.value)
    removed = profile.storage.journal.prune()
    profile.keep_head()
    return removed

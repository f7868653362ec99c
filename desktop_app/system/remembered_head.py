"""The newest journal entry that this workstation has seen, in a file of its own.

It is apart from the settings, which are put aside when they are damaged. Whoever can write the
database can also write this file; it finds an old copy that was put back, and whoever cut the
journal without thinking of it.
"""

from pathlib import Path

from desktop_app.core.errors import FileUnusableError
from desktop_app.core.journal import find_head, head_line
from desktop_app.core.journal_head import JournalHead
from desktop_app.system.files import read_bounded, write_whole

_LARGEST_FILE = 4_096
_NOTHING_SEEN = JournalHead(0, bytes(32))


class RememberedHead:
    """One profile's file; it holds the line in which a head is exported."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def exists(self) -> bool:
        """Whether there is a file, whatever is in it."""
        return self._path.exists()

    def begin(self) -> None:
        """Make the file, so that from now on a missing one is noticed; one that is there stays.

        Raises:
            FileUnusableError: it cannot be made.
        """
        try:
            write_whole(self._path, _content(_NOTHING_SEEN), replace=False)
        except FileUnusableError as error:
            if error.reason != "exists":
                raise

    def load(self) -> JournalHead | None:
        """The head; None where no entry was seen yet.

        Raises:
            FileUnusableError: it cannot be read; ``missing``, or ``foreign`` where it is damaged.
        """
        data = read_bounded(self._path, _LARGEST_FILE)
        if data == _content(_NOTHING_SEEN):
            return None
        head = find_head(data.decode("utf-8", "replace"))
        if head is None or data != _content(head):
            raise FileUnusableError(str(self._path), "foreign")
        return head

    def save(self, head: JournalHead) -> None:
        """Replace the head.

        Raises:
            FileUnusableError: it cannot be written.
        """
        write_whole(self._path, _content(head), replace=True)


def _content(head: JournalHead) -> bytes:
    return f"{head_line(head)}\n".encode("ascii")

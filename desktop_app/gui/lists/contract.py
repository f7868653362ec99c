"""What the import window needs of this workstation."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from desktop_app.core.entities import RejectedRow


class RejectSpool(Protocol):
    """Rejected rows, put aside in their order until they are saved or forgotten."""

    def write(self, row: RejectedRow) -> None:
        """Put one more aside.

        Raises:
            FileUnusableError: there is no room.
        """
        ...

    def rows(self) -> Iterator[RejectedRow]:
        """All of them.

        Raises:
            FileUnusableError: they cannot be read again.
        """
        ...

    def close(self) -> None:
        """Forget them."""
        ...


@dataclass(frozen=True, slots=True)
class ListFiles:
    """How lists are opened, and where rejected rows are put aside.

    ``open`` blocks and raises ``FileUnusableError``; ``version`` is equal for an open list as long
    as nobody writes it; ``name`` is what the journal calls a file.
    """

    open: Callable[[Path], BinaryIO]
    version: Callable[[BinaryIO], Hashable]
    name: Callable[[Path], str]
    new_spool: Callable[[], RejectSpool]

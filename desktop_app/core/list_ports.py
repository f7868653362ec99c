"""What core and the windows need of storage about imported lists, beside the import itself."""

from typing import Protocol

from desktop_app.core.entities import Customer
from desktop_app.core.list_columns import Column
from desktop_app.core.missing_customers import MissingChoice


class ListStore(Protocol):
    """Remembered mappings, and customers that a list did not have; a lead's right."""

    def mapping(self, kind: str) -> tuple[Column, ...] | None:
        """The columns of the last import of this kind of list; None where there was none.

        Raises:
            ListUnusableError: ``unknown-field``, where a newer program has stored them.
        """
        ...

    def missing(self, list_id: str, after: str = "", limit: int = 200) -> list[Customer]:
        """Customers that the list did not have and that are active still, by number.

        ``after`` is the number of the last one that is known already.

        Raises:
            ChangedMeanwhileError: another import has looked for missing customers since, or has
                had every one of these.
        """
        ...

    def set_missing_inactive(self, list_id: str, choice: MissingChoice, source: str) -> int:
        """Set some of them inactive; how many were active. One journal entry for all of them.

        ``source`` is the list's name.

        Raises:
            ChangedMeanwhileError: another import has looked for missing customers since, or has
                had every one of these.
        """
        ...

"""The end of the journal, by itself: the settings remember it, and every start reads them."""

from dataclasses import dataclass

_MOST_ENTRIES = 2**63 - 1


@dataclass(frozen=True, slots=True)
class JournalHead:
    """The newest sealed entry: its number and its hash.

    Raises:
        ValueError: no journal can have so many entries; a database could not even be asked.
    """

    sequence: int
    digest: bytes

    def __post_init__(self) -> None:
        """Refuse a number that a database cannot hold."""
        if not 0 <= self.sequence <= _MOST_ENTRIES:
            raise ValueError("no number of an entry")

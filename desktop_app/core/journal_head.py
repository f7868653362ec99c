"""The end of the journal, by itself: the settings remember it, and every start reads them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class JournalHead:
    """The newest sealed entry: its number and its hash."""

    sequence: int
    digest: bytes

"""What looks wrong in a customer list and is imported all the same, as it stands there.

Nothing here refuses a row: an address may be unusual, and a telephone number without a country
can still be searched for.
"""

import re
from typing import Final

from desktop_app.core.entities import CustomerDraft

_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_DOMAIN: Final = re.compile(r"[^@\s./:]+(\.[^@\s./:]+)+\.?")
_LINES_KEPT: Final = 3
_LEAST_DIGITS: Final = 3


def _is_phone(number: str, country: str) -> bool:
    """Without a country a number stays as it stands; with one it is made complete, or is none."""
    if number.startswith("+"):
        return True
    return not country and sum(map(str.isdigit, number)) >= _LEAST_DIGITS


class ListChecks:
    """Counts, for each field, the rows in which it looks wrong, and keeps the first few lines."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}
        self.lines: dict[str, list[int]] = {}

    @property
    def fields(self) -> list[str]:
        """Those that look wrong somewhere, the most frequent first."""
        return sorted(self.counts, key=lambda field: -self.counts[field])

    def look(self, line: int, draft: CustomerDraft, *, country: str, language: str) -> None:
        """Look at one customer; ``country`` and ``language`` are as they stand in the list."""
        if not all(map(_EMAIL.fullmatch, draft.emails)):
            self._count("email", line)
        if not all(_is_phone(number, draft.country) for number in draft.phones):
            self._count("phone", line)
        if not all(map(_DOMAIN.fullmatch, draft.domains)):
            self._count("domain", line)
        if country and not draft.country:
            self._count("country", line)
        if language and not draft.language:
            self._count("language", line)

    def _count(self, field: str, line: int) -> None:
        lines = self.lines.setdefault(field, [])  # first: a window may read meanwhile
        if len(lines) < _LINES_KEPT:
            lines.append(line)
        self.counts[field] = self.counts.get(field, 0) + 1

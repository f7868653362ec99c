"""Reads a part of the journal as lines, newest first, page by page."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Protocol

from desktop_app.core.entities import Answer, EventKind, JournalEntry, JournalQuery
from desktop_app.core.ports import JournalStore
from desktop_app.core.receipts import looks_like_receipt
from desktop_app.gui.texts.journal_sentences import (
    EntryWords,
    entry_words,
    lock_words,
    unanswered_words,
)

PAGE_LINES: Final = 100
_PAGE_ENTRIES: Final = 200
_PASSWORD: Final = frozenset(
    {EventKind.PASSWORD_SET, EventKind.PASSWORD_REMOVED, EventKind.PASSWORD_REFRESHED}
)
_CLOSED: Final = frozenset({Answer.LOCKED.value, Answer.BLOCKED.value})


class Show(StrEnum):
    """Which lines are wanted."""

    ALL = "all"
    CHECKS = "checks"
    PASSWORD = "password"  # noqa: S105 - the name of a filter
    LOCKS = "locks"


class LineKind(StrEnum):
    """What a line of the history stands for."""

    ENTRY = "entry"
    LOCK = "lock"
    """The wait or block that the wrong try in the same entry brought; it has no receipt."""
    UNANSWERED = "unanswered"
    """An attempt whose answer nobody fetched."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line: the entry, what of it is meant, and its words."""

    entry: JournalEntry
    kind: LineKind
    words: EntryWords

    @property
    def receipt(self) -> str:
        """The receipt to show beside it, empty where another line of the entry has it."""
        return "" if self.kind is LineKind.LOCK else self.entry.receipt


class Question(Protocol):
    """Which lines are wanted."""

    @property
    def query(self) -> JournalQuery:
        """The entries that hold them, answers of their attempts included."""
        ...

    @property
    def names_customers(self) -> bool:
        """Whether each line says whom it is about."""
        ...

    def wants(self, line: HistoryLine) -> bool:
        """Whether this line is one of them."""
        ...


@dataclass(frozen=True, slots=True)
class HistoryQuestion:
    """Whose lines are wanted, which, and what must stand in them."""

    customer_id: int
    show: Show = Show.ALL
    text: str = ""
    names_customers: bool = False

    @property
    def query(self) -> JournalQuery:
        """Everything about the customer."""
        return JournalQuery(customer_id=self.customer_id)

    def wants(self, line: HistoryLine) -> bool:
        """Whether it is of the kind that is shown and has the text in it."""
        return _is_shown(line, self.show) and _has_text(line, self.text.strip())


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Some lines, newest first.

    ``before_id`` is where the next page goes on, None where this is the end. ``answered`` are the
    attempts that are still to come and whose verdict has been read.
    """

    lines: tuple[HistoryLine, ...] = ()
    before_id: int | None = None
    answered: frozenset[str] = frozenset()


def read_page(
    journal: JournalStore,
    question: Question,
    after: HistoryPage | None = None,
    *,
    until_receipt: str = "",
) -> HistoryPage:
    """The next ``PAGE_LINES`` lines or somewhat more; as many more as ``until_receipt`` takes.

    An attempt is no line of its own where its verdict follows: that says all of it.
    """
    before = after.before_id if after is not None else None
    answered = set(after.answered) if after is not None else set()
    lines: list[HistoryLine] = []
    missing = until_receipt
    while True:
        query = replace(question.query, before_id=before, limit=_PAGE_ENTRIES)
        entries = journal.entries(query)
        found = [
            _naming(line) if question.names_customers else line
            for entry in entries
            for line in _lines_of(entry, answered)
            if question.wants(line)
        ]
        lines += found
        if any(line.receipt == missing for line in found):
            missing = ""
        if len(entries) < _PAGE_ENTRIES:
            return HistoryPage(tuple(lines))
        before = entries[-1].id
        if len(lines) >= PAGE_LINES and not missing:
            return HistoryPage(tuple(lines), before, frozenset(answered))


def every_line(journal: JournalStore, question: Question) -> list[HistoryLine]:
    """All lines that are wanted, however many pages they take."""
    page = read_page(journal, question)
    lines = list(page.lines)
    while page.before_id is not None:
        page = read_page(journal, question, page)
        lines += page.lines
    return lines


def line_of(entry: JournalEntry, kind: LineKind) -> HistoryLine:
    """The line of this kind that an entry has."""
    match kind:
        case LineKind.UNANSWERED:
            return HistoryLine(entry, kind, unanswered_words(entry))
        case LineKind.LOCK:
            return HistoryLine(entry, kind, lock_words(entry) or entry_words(entry))
        case LineKind.ENTRY:
            return HistoryLine(entry, kind, entry_words(entry))


def _lines_of(entry: JournalEntry, answered: set[str]) -> Iterator[HistoryLine]:
    attempt = entry.details.get("attempt", "")
    if entry.kind is EventKind.ATTEMPT:
        if attempt in answered:
            answered.discard(attempt)
        else:
            yield line_of(entry, LineKind.UNANSWERED)
        return
    if entry.kind is EventKind.VERDICT:
        answered.add(attempt)
        if lock_words(entry) is not None:
            yield line_of(entry, LineKind.LOCK)
    yield line_of(entry, LineKind.ENTRY)


def _naming(line: HistoryLine) -> HistoryLine:
    """The same line with its customer: the number as it was, the name as it is now."""
    entry = line.entry
    if not entry.customer_number:
        return line
    customer = " ".join(filter(None, (entry.customer_number, entry.customer_name)))
    text = " · ".join(filter(None, (customer, line.words.text)))
    return replace(line, words=replace(line.words, text=text))


def _is_shown(line: HistoryLine, show: Show) -> bool:
    kind = line.entry.kind
    match show:
        case Show.ALL:
            return True
        case Show.CHECKS:
            return kind in {EventKind.VERDICT, EventKind.ATTEMPT} and line.kind is not LineKind.LOCK
        case Show.PASSWORD:
            return kind in _PASSWORD
        case Show.LOCKS:
            refused = kind is EventKind.VERDICT and line.entry.outcome in _CLOSED
            return refused or line.kind is LineKind.LOCK or kind is EventKind.UNLOCKED


def _has_text(line: HistoryLine, text: str) -> bool:
    receipt = looks_like_receipt(text)
    if receipt is not None:
        return line.receipt == receipt
    wanted = text.casefold()
    return any(
        wanted in each.casefold()
        for each in (line.words.spoken, line.receipt, line.entry.person, line.entry.workstation)
    )

r"""Reading a customer list: what it looks like, then its rows as customers, one after the other.

The stream is opened by the caller and read with the same memory however long the list is. The
literal ``NULL`` (capitals) and ``\N``, which databases write for a missing value, are empty cells.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import BinaryIO

from desktop_app.core.countries import country_code
from desktop_app.core.customer_fields import (
    LONGEST_NUMBER,
    items_value,
    language_code,
    line_value,
    number_value,
    text_value,
)
from desktop_app.core.entities import (
    CustomerDraft,
    ImportRow,
    ListRow,
    RejectedRow,
    RejectReason,
)
from desktop_app.core.errors import FieldRefusedError, ListUnusableError
from desktop_app.core.list_checks import ListChecks
from desktop_app.core.list_columns import (
    FIELDS,
    Column,
    find_columns,
    fold_head,
    is_known_head,
    looks_secret,
)
from desktop_app.core.list_encoding import detect_encoding, named_encoding
from desktop_app.core.list_format import (
    Record,
    detect_delimiter,
    is_excel_hint,
    named_delimiter,
    read_records,
)
from desktop_app.core.list_mapping import list_kind
from desktop_app.core.phone_completion import PhoneCompleter
from desktop_app.core.spreadsheet import original_cell

PREVIEW_ROWS = 10

# A byte order mark that the named encoding does not know stands before the first quotation mark.
_BEFORE_HEADS = '\ufeff"'
_MOST_COUNTRIES = 1_000
_MISSING = frozenset({"NULL", "\\N"})
_DRAFT_FIELDS = {
    "first_name": "name", "last_name": "name", "phone": "phones", "email": "emails",
    "domain": "domains",
}  # fmt: skip
_REASONS = {"control": RejectReason.CONTROL_CHARACTER, "too-long": RejectReason.CELL_TOO_LONG}


@dataclass(frozen=True, slots=True)
class ListOptions:
    """What a person said about a list; empty is found out. ``columns`` are (field, head).

    Without heads the columns are called by their numbers, from 1.
    """

    encoding: str = ""
    delimiter: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    has_heads: bool = True


Remembered = Callable[[str], Sequence[Column] | None]
"""The columns that were imported of a kind of list the last time."""


def nothing_remembered(_kind: str) -> None:
    """Every kind of list is new."""


@dataclass(frozen=True, slots=True)
class ListLayout:
    """How a list is read.

    ``heads`` stand in ``head_line``, or are numbers where ``has_heads`` is False; rows begin below
    that line. ``columns`` are (index of the column, field), ``is_remembered`` where they are those
    of the last list of this kind, and ``is_forgotten`` where those are of no use. ``preview`` holds
    the first rows. Another choice of columns is made with ``dataclasses.replace``.
    """

    encoding: str
    delimiter: str
    heads: tuple[str, ...]
    head_line: int
    columns: tuple[Column, ...]
    preview: tuple[Record, ...] = field(repr=False)
    has_heads: bool = True
    is_remembered: bool = False
    is_forgotten: bool = False

    @property
    def kind(self) -> str:
        """What it has in common with other lists that are written alike."""
        return list_kind(self.heads, has_heads=self.has_heads)

    @property
    def fields(self) -> frozenset[str]:
        """The fields of a customer that the list has, by their names in ``CustomerDraft``."""
        return frozenset(_DRAFT_FIELDS.get(field, field) for _, field in self.columns)

    @property
    def secret_heads(self) -> tuple[str, ...]:
        """The heads of columns that seem to hold readable passwords and are not imported."""
        imported = {index for index, _ in self.columns}
        return tuple(
            head
            for index, head in enumerate(self.heads)
            if index not in imported and looks_secret(head)
        )


def inspect_list(
    stream: BinaryIO,
    options: ListOptions,
    remembered: Remembered = nothing_remembered,
    *,
    complete: bool = True,
) -> ListLayout:
    """Find out how the list in ``stream`` is written and which of its columns are imported.

    The whole file is read once where its encoding has to be found out. Columns that a person named
    come before those of the last list of this kind, these before what their heads say. Unless it
    has to be ``complete``, the column of the customer number may be missing, a head appear twice,
    and what is remembered be of no use: a person chooses then.

    Raises:
        ListUnusableError: it cannot be imported as a whole; ``reason`` says why.
    """
    encoding = named_encoding(options.encoding) if options.encoding else detect_encoding(stream)
    delimiter = (
        named_delimiter(options.delimiter)
        if options.delimiter
        else detect_delimiter(stream, encoding, _known_head(options))
    )
    records = _after_hint(read_records(stream, encoding, delimiter))
    heads, head_line, rows = _heads_and_rows(records, options)
    kept, is_forgotten = None, False
    if not options.columns:
        try:
            kept = _remembered_columns(heads, options, remembered)
        except ListUnusableError:
            if complete:
                raise
            is_forgotten = True
    columns = find_columns(heads, options.columns, complete=complete) if kept is None else kept
    if not rows:
        raise ListUnusableError("no-rows")
    return ListLayout(
        encoding,
        delimiter,
        heads,
        head_line,
        columns,
        rows,
        options.has_heads,
        is_remembered=kept is not None,
        is_forgotten=is_forgotten,
    )


def count_rows(
    stream: BinaryIO, layout: ListLayout, on_row: Callable[[int], None] = lambda _count: None
) -> int:
    """How many rows ``read_rows`` would give; ``on_row`` gets the number so far.

    Raises:
        ListUnusableError: ``encoding`` or ``cell-too-long``.
    """
    fit, count = _Width(layout.heads).fit, 0
    for record in read_records(stream, layout.encoding, layout.delimiter, fit):
        if record.line > layout.head_line and not _is_blank(record):
            count += 1
            on_row(count)
    return count


def read_rows(
    stream: BinaryIO,
    layout: ListLayout,
    phones: PhoneCompleter,
    checks: ListChecks | None = None,
) -> Iterator[ListRow]:
    """Every row of the list, in the file's order: a customer, or why it is none.

    ``checks`` looks at what is imported and may be wrong all the same.

    Raises:
        ListUnusableError: ``encoding``, ``cell-too-long`` or ``no-number-column``.
    """
    rows = _Rows(layout, phones, checks)
    for record in read_records(stream, layout.encoding, layout.delimiter, rows.fit):
        if record.line > layout.head_line and not _is_blank(record):
            yield rows.read(record)


def preview_rows(layout: ListLayout, phones: PhoneCompleter) -> list[ListRow]:
    """The first rows as ``read_rows`` would give them.

    Raises:
        ListUnusableError: ``no-number-column``.
    """
    rows = _Rows(layout, phones, None)
    return [rows.read(record) for record in layout.preview if not _is_blank(record)]


def _heads_and_rows(
    records: Iterator[Record], options: ListOptions
) -> tuple[tuple[str, ...], int, tuple[Record, ...]]:
    """The heads, the line they stand in, and the first rows below it."""
    first = next(records, None)
    if first is None:
        raise ListUnusableError("empty")
    if first.cells is None:
        raise ListUnusableError("no-heads", first.line)
    if options.has_heads:
        heads = tuple(" ".join(cell.strip(_BEFORE_HEADS).split()) for cell in first.cells)
        return heads, first.line, tuple(islice(records, PREVIEW_ROWS))
    numbers = tuple(str(number) for number in range(1, len(first.cells) + 1))
    return numbers, first.line - 1, (first, *islice(records, PREVIEW_ROWS - 1))


def _remembered_columns(
    heads: Sequence[str], options: ListOptions, remembered: Remembered
) -> tuple[Column, ...] | None:
    """The columns of the last list of this kind, None where there was none.

    Raises:
        ListUnusableError: they do not fit this list, or a newer program has stored them.
    """
    columns = remembered(list_kind(heads, has_heads=options.has_heads))
    if columns is None:
        return None
    for index, _ in columns:
        if index >= len(heads):
            raise ListUnusableError("unknown-column", name=str(index + 1))
    if all(name != "number" for _, name in columns):
        raise ListUnusableError("no-number-column")
    return tuple(columns)


def _known_head(options: ListOptions) -> Callable[[str], bool]:
    chosen = {fold_head(head) for _, head in options.columns}
    return lambda head: is_known_head(head) or fold_head(head) in chosen


def _after_hint(records: Iterator[Record]) -> Iterator[Record]:
    for position, record in enumerate(records):
        if position or record.cells is None or not is_excel_hint(record.cells):
            yield record


def _is_blank(record: Record) -> bool:
    return record.cells is not None and not any(map(str.strip, record.cells))


class _Width:
    """How many cells a row may have."""

    def __init__(self, heads: Sequence[str]) -> None:
        self.most = len(heads)
        self.least = max((index for index, head in enumerate(heads, 1) if head), default=0)

    def fit(self, cells: Sequence[str]) -> bool:
        """Whether a record has as many cells as there are heads; empty ones behind are nothing."""
        count = len(cells)
        return count >= self.least and (count <= self.most or not any(cells[self.most :]))


class _Rows:
    """Makes customers of a list's records."""

    def __init__(
        self, layout: ListLayout, phones: PhoneCompleter, checks: ListChecks | None
    ) -> None:
        self._width = _Width(layout.heads)
        self.fit = self._width.fit
        self._phones = phones
        self._checks = checks
        self._countries: dict[str, str] = {}
        self._columns: dict[str, list[int]] = {name: [] for name in FIELDS}
        for index, name in layout.columns:
            self._columns[name].append(index)
        if not self._columns["number"]:
            raise ListUnusableError("no-number-column")
        self._names = [
            *self._columns["first_name"], *self._columns["last_name"], *self._columns["name"]
        ]  # fmt: skip

    def read(self, record: Record) -> ListRow:
        """The customer of a record that is not blank, or why it is none."""
        line, cells = record
        if cells is None:
            return RejectedRow(line, "", RejectReason.QUOTE_OPEN)
        if not self.fit(cells):
            few = len(cells) < self._width.least
            reason = RejectReason.TOO_FEW_CELLS if few else RejectReason.TOO_MANY_CELLS
            return RejectedRow(line, self._shown_number(cells), reason)
        try:
            draft = self._draft(cells)
        except FieldRefusedError as error:
            return RejectedRow(line, self._shown_number(cells), _REASONS[error.reason])
        if not draft.number:
            return RejectedRow(line, "", RejectReason.NUMBER_EMPTY)
        if self._checks is not None:
            self._checks.look(
                line,
                draft,
                country=self._first("country", cells),
                language=self._first("language", cells),
            )
        return ImportRow(line, draft)

    def _draft(self, cells: Sequence[str]) -> CustomerDraft:
        columns = self._columns
        country = self._country(self._first("country", cells))
        return CustomerDraft(
            number=number_value(self._first("number", cells)),
            name=line_value("name", _joined(cells, self._names, " ")),
            company=line_value("company", _joined(cells, columns["company"], " ")),
            phones=self._phone_numbers(cells, country),
            emails=items_value("emails", _joined(cells, columns["email"], " ")),
            domains=items_value("domains", _joined(cells, columns["domain"], " ")),
            country=country,
            language=language_code(self._first("language", cells)),
            authorised=text_value("authorised", _joined(cells, columns["authorised"], "\n")),
        )

    def _phone_numbers(self, cells: Sequence[str], country: str) -> tuple[str, ...]:
        text = text_value("phones", _joined(cells, self._columns["phone"], "\n"))
        if not text:
            return ()
        numbers = self._phones.complete_all(text, country)
        for number in numbers:
            line_value("phones", number)
        return numbers

    def _country(self, text: str) -> str:
        known = self._countries.get(text)
        if known is None:
            known = country_code(text)
            if len(self._countries) < _MOST_COUNTRIES:
                self._countries[text] = known
        return known

    def _first(self, field: str, cells: Sequence[str]) -> str:
        for index in self._columns[field]:
            cell = _text(cells[index])
            if cell and cell not in _MISSING:
                return cell
        return ""

    def _shown_number(self, cells: Sequence[str]) -> str:
        index = self._columns["number"][0]
        cell = cells[index] if index < len(cells) else ""
        return "".join(filter(str.isprintable, cell)).strip()[:LONGEST_NUMBER]


def _joined(cells: Sequence[str], indexes: Sequence[int], separator: str) -> str:
    """The cells that hold something, joined."""
    if len(indexes) == 1:
        cell = _text(cells[indexes[0]])
        return "" if cell in _MISSING else cell
    if not indexes:
        return ""
    found = (_text(cells[index]) for index in indexes)
    return separator.join(cell for cell in found if cell and cell not in _MISSING)


def _text(cell: str) -> str:
    """What a cell says, without the apostrophe that keeps a spreadsheet from computing it."""
    cell = cell.strip()
    return original_cell(cell) if "'" in cell else cell

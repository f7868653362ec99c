r"""Reading a customer list: what it looks like, then its rows as customers, one after the other.

The stream is opened by the caller and read with the same memory however long the list is. The
literal ``NULL`` (capitals) and ``\N``, which databases write for a missing value, are empty cells.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
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
from desktop_app.core.entities import CustomerDraft, ImportRow, RejectedRow, RejectReason
from desktop_app.core.errors import FieldRefusedError, ListUnusableError
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
    """What a person said about a list; empty is found out. ``columns`` are (field, head)."""

    encoding: str = ""
    delimiter: str = ""
    columns: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ListLayout:
    """How a list is read.

    ``heads`` stand in ``head_line``; ``columns`` are (index of the column, field). ``preview``
    holds the cells of the first rows. Another choice of columns is made with
    ``dataclasses.replace``.
    """

    encoding: str
    delimiter: str
    heads: tuple[str, ...]
    head_line: int
    columns: tuple[Column, ...]
    preview: tuple[tuple[str, ...], ...]

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


def inspect_list(stream: BinaryIO, options: ListOptions) -> ListLayout:
    """Find out how the list in ``stream`` is written and which of its columns are imported.

    The whole file is read once where its encoding has to be found out.

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
    first = next(records, None)
    if first is None:
        raise ListUnusableError("empty")
    if first.cells is None:
        raise ListUnusableError("no-heads", first.line)
    heads = tuple(" ".join(cell.strip(_BEFORE_HEADS).split()) for cell in first.cells)
    columns = find_columns(heads, options.columns)
    rows = tuple(islice(records, PREVIEW_ROWS))
    if not rows:
        raise ListUnusableError("no-rows")
    preview = tuple(tuple(row.cells) for row in rows if row.cells is not None)
    return ListLayout(encoding, delimiter, heads, first.line, columns, preview)


def read_rows(
    stream: BinaryIO,
    layout: ListLayout,
    phones: PhoneCompleter,
    on_reject: Callable[[RejectedRow], None],
) -> Iterator[ImportRow]:
    """Every customer of the list, in the file's order; rows that are none go to ``on_reject``.

    Raises:
        ListUnusableError: ``encoding``, ``cell-too-long`` or ``no-number-column``.
    """
    rows = _Rows(layout, phones)
    for record in read_records(stream, layout.encoding, layout.delimiter, rows.fit):
        if record.line > layout.head_line:
            row = rows.read(record)
            if isinstance(row, ImportRow):
                yield row
            elif row is not None:
                on_reject(row)


def _known_head(options: ListOptions) -> Callable[[str], bool]:
    chosen = {fold_head(head) for _, head in options.columns}
    return lambda head: is_known_head(head) or fold_head(head) in chosen


def _after_hint(records: Iterator[Record]) -> Iterator[Record]:
    for position, record in enumerate(records):
        if position or record.cells is None or not is_excel_hint(record.cells):
            yield record


class _Rows:
    """Makes customers of a list's records."""

    def __init__(self, layout: ListLayout, phones: PhoneCompleter) -> None:
        heads = list(layout.heads)
        self._most = len(heads)
        while heads and not heads[-1]:
            heads.pop()
        self._least = len(heads)
        self._phones = phones
        self._countries: dict[str, str] = {}
        self._columns: dict[str, list[int]] = {field: [] for field in FIELDS}
        for index, field in layout.columns:
            self._columns[field].append(index)
        if not self._columns["number"]:
            raise ListUnusableError("no-number-column")
        self._names = [
            *self._columns["first_name"], *self._columns["last_name"], *self._columns["name"]
        ]  # fmt: skip

    def fit(self, cells: Sequence[str]) -> bool:
        """Whether a record has as many cells as there are heads; empty ones behind are nothing."""
        count = len(cells)
        return count >= self._least and (count <= self._most or not any(cells[self._most :]))

    def read(self, record: Record) -> ImportRow | RejectedRow | None:
        """The customer of a record, or why it is none; None where all cells are blank."""
        line, cells = record
        if cells is None:
            return RejectedRow(line, "", RejectReason.QUOTE_OPEN)
        if not self.fit(cells):
            if not any(map(str.strip, cells)):
                return None
            few = len(cells) < self._least
            reason = RejectReason.TOO_FEW_CELLS if few else RejectReason.TOO_MANY_CELLS
            return RejectedRow(line, self._shown_number(cells), reason)
        try:
            draft = self._draft(cells)
        except FieldRefusedError as error:
            return RejectedRow(line, self._shown_number(cells), _REASONS[error.reason])
        if draft.number:
            return ImportRow(line, draft)
        if not any(map(str.strip, cells)):
            return None
        return RejectedRow(line, "", RejectReason.NUMBER_EMPTY)

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

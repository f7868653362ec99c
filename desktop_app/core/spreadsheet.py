"""CSV that is safe to open in a spreadsheet (SECURITY §6)."""

import csv
from collections.abc import Callable, Iterable, Sequence
from typing import TextIO

_FORMULA_STARTS = (
    *("=", "+", "-", "@", "\t", "\r", "\n"),
    *("\uff1d", "\uff0b", "\uff0d", "\uff20"),  # full-width, which some programs take for the same
)
_ESCAPE = "'"
_BYTE_ORDER_MARK = "\ufeff"


def safe_cell(text: str) -> str:
    """``text`` so that no spreadsheet takes it for a formula; plain text stays as it is.

    A cell that already begins like an escaped one is escaped once more, which makes
    ``original_cell`` an exact reverse.
    """
    return _ESCAPE + text if text.lstrip(_ESCAPE).startswith(_FORMULA_STARTS) else text


def original_cell(cell: str) -> str:
    """The text that ``safe_cell`` was given."""
    escaped = cell.startswith(_ESCAPE) and cell.lstrip(_ESCAPE).startswith(_FORMULA_STARTS)
    return cell[1:] if escaped else cell


def row_writer(stream: TextIO, heads: Sequence[str]) -> Callable[[Sequence[str]], None]:
    """Write heads as CSV (RFC 4180) and return what writes one row below them.

    Every cell is quoted, so that no separator or line end within one is ever mistaken for its end.

    ``stream`` is opened with ``encoding="utf-8", newline=""``: the byte order mark, by which Excel
    recognises UTF-8, and the CRLF line ends are written here.
    """
    stream.write(_BYTE_ORDER_MARK)
    writer = csv.writer(stream, lineterminator="\r\n", quoting=csv.QUOTE_ALL)

    def write(row: Sequence[str]) -> None:
        writer.writerow([safe_cell(cell) for cell in row])

    write(heads)
    return write


def write_rows(stream: TextIO, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Write heads and rows to a stream as ``row_writer`` does; returns how many rows there were."""
    write = row_writer(stream, heads)
    count = 0
    for row in rows:
        write(row)
        count += 1
    return count

"""CSV that is safe to open in a spreadsheet (SECURITY §6).

A spreadsheet of a German system takes ``;`` for the separator, whatever the file has. It then ends
a cell in the middle of a text, and what follows would be a cell of its own, or a row after a line
end. So a formula is escaped behind those characters too, with the spaces and quotation marks that
a reader drops.
"""

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from typing import TextIO

_ESCAPE = "'"
_BYTE_ORDER_MARK = "\ufeff"
# The last four are full-width, which some programs take for the same.
_SIGNS = r"=+\-@\uff1d\uff0b\uff0d\uff20"
_ENDS = r"\t\r\n"
_PLACE = rf'(\A(?={{escapes}}[{_SIGNS}{_ENDS}])|[;{_ENDS}][ "]*(?={{escapes}}[{_SIGNS}]))'
_TO_ESCAPE = re.compile(_PLACE.format(escapes="'*"))
_ESCAPED = re.compile(_PLACE.format(escapes="'+") + _ESCAPE)


def safe_cell(text: str) -> str:
    """``text`` so that no spreadsheet takes it for a formula; plain text stays as it is.

    What already looks escaped is escaped once more, which makes ``original_cell`` an exact
    reverse.
    """
    return _TO_ESCAPE.sub(rf"\1{_ESCAPE}", text)


def original_cell(cell: str) -> str:
    """The text that ``safe_cell`` was given."""
    return _ESCAPED.sub(r"\1", cell)


def row_writer(stream: TextIO, heads: Sequence[str]) -> Callable[[Sequence[str]], None]:
    """Write heads as CSV (RFC 4180) and return what writes one row below them.

    Every cell is quoted, so that a reader of this separator mistakes nothing within for its end.

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

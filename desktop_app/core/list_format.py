"""The records of a customer list: separators, quotes and line numbers (RFC 4180, read strictly)."""

import csv
import io
import re
from collections import deque
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple, TextIO

from desktop_app.core.errors import ListUnusableError

DELIMITERS = (";", ",", "\t", "|")
# The csv module's own limit for one cell, so that no cell can meet it.
LONGEST_RECORD = 131_072
MOST_LINES = 1_000

_SAMPLE_LINES = 100
_DELIMITER_NAMES = {
    "comma": ",", "semicolon": ";", "tab": "\t", "\\t": "\t", "pipe": "|",
}  # fmt: skip
_EXCEL_HINT = re.compile(r'"?sep=(.)"?[;,]*\s*', re.IGNORECASE)
_LINE_END = re.compile(r"\r\n?|\n")


class Record(NamedTuple):
    """One row of a list, which begins in ``line`` (from 1).

    ``cells`` is None where a quotation mark is not closed, or text stands behind the closing one:
    the record then is that single line, and the next one begins below it.
    """

    line: int
    cells: list[str] | None


def named_delimiter(name: str) -> str:
    """The separator that a person named, by itself or by a word.

    Raises:
        ListUnusableError: ``unknown-delimiter``.
    """
    delimiter = _DELIMITER_NAMES.get(name.casefold(), name)
    if len(delimiter) != 1 or delimiter.isalnum() or delimiter in '" \r\n\0':
        raise ListUnusableError("unknown-delimiter", name=name)
    return delimiter


def detect_delimiter(stream: BinaryIO, encoding: str, known: Callable[[str], bool]) -> str:
    """The separator of a list: the one under which most column heads are ``known``.

    Where that does not tell, most lines of the beginning have as many cells as the heads.

    Raises:
        ListUnusableError: ``no-delimiter``, ``encoding`` or ``cell-too-long``.
    """
    lines = _first_lines(stream, encoding)
    if lines and (hint := _EXCEL_HINT.fullmatch(lines[0])):
        return named_delimiter(hint[1])
    scores = {delimiter: _score(lines, delimiter, known) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=scores.__getitem__)
    recognised, _, width = scores[best]
    if width <= 1 and not recognised:
        raise ListUnusableError("no-delimiter")
    return best


def is_excel_hint(cells: list[str]) -> bool:
    """Whether a record is Excel's ``sep=;``, which says what the separator is."""
    return cells[0].casefold().startswith("sep=") and not any(cells[1:])


def read_records(
    stream: BinaryIO,
    encoding: str,
    delimiter: str,
    fits: Callable[[list[str]], bool] = lambda _: True,
) -> Iterator[Record]:
    """Every record of the file in ``stream`` that is not empty, read as it is asked for.

    A record over several lines that does not ``fit`` the columns counts as an unclosed quotation
    mark: otherwise a missing one would swallow all rows up to the next mark.

    Raises:
        ListUnusableError: ``encoding`` or ``cell-too-long``.
    """
    stream.seek(0)
    text = io.TextIOWrapper(stream, encoding, newline=None)
    lines = _Lines(text)
    reader = _strict_reader(lines, delimiter)
    try:
        while True:
            lines.begin()
            try:
                cells: list[str] | None = next(reader)
                if lines.several and not fits(cells or []):
                    cells = None
            except csv.Error:
                cells = None
            except StopIteration:
                return
            if cells is None:
                lines.give_back()
                reader = _strict_reader(lines, delimiter)
            if cells is None or any(cells):
                yield Record(lines.first, cells)
    finally:
        # The wrapper would close the caller's stream otherwise.
        if not stream.closed:
            text.detach()


class _Lines:
    """The lines of a text, counted, that can be read once more from the second of a record on."""

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._again: deque[str] = deque()
        self._taken: list[str] = []
        self._length = 0
        self.first = 1

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else self._read()
        self._length += len(line)
        if self._taken and (self._length > LONGEST_RECORD or len(self._taken) == MOST_LINES):
            # Ends the record: the reader sees the end of the text within quotation marks.
            self._again.appendleft(line)
            raise StopIteration
        self._taken.append(line)
        return line

    @property
    def several(self) -> bool:
        """Whether the record has more than one line."""
        return len(self._taken) > 1

    def begin(self) -> None:
        """The next line is the first one of a record."""
        self.first += len(self._taken)
        self._taken = []
        self._length = 0

    def give_back(self) -> None:
        """Make the record end with its first line."""
        self._again.extendleft(reversed(self._taken[1:]))
        del self._taken[1:]

    def _read(self) -> str:
        number = self.first + len(self._taken)
        try:
            line = self._text.readline(LONGEST_RECORD + 1)
        except UnicodeError as error:
            raise ListUnusableError("encoding", number + _lines_before(error)) from error
        if not line:
            raise StopIteration
        if len(line) > LONGEST_RECORD:
            raise ListUnusableError("cell-too-long", number)
        return line


def _lines_before(error: UnicodeError) -> int:
    """How many lines end between what was read and the bytes that cannot be."""
    if not isinstance(error, UnicodeDecodeError):
        return 0  # a file without the byte order mark that UTF-16 must have
    before = error.object[: error.start].decode(error.encoding, "ignore")
    return len(_LINE_END.findall(before))


def _strict_reader(lines: Iterator[str], delimiter: str) -> Iterator[list[str]]:
    return csv.reader(lines, delimiter=delimiter, strict=True, skipinitialspace=True)


def _first_lines(stream: BinaryIO, encoding: str) -> list[str]:
    stream.seek(0)
    text = io.TextIOWrapper(stream, encoding, newline=None)
    try:
        lines = _Lines(text)
        return [line for _, line in zip(range(_SAMPLE_LINES), lines, strict=False)]
    finally:
        text.detach()


def _score(
    lines: list[str], delimiter: str, known: Callable[[str], bool]
) -> tuple[int, float, int]:
    """Known heads, share of the rows that are as wide as the heads, and that width."""
    rows = [row for row in csv.reader(lines, delimiter=delimiter, skipinitialspace=True) if row]
    if not rows:
        return 0, 0.0, 0
    heads, *data = rows
    even = sum(len(row) == len(heads) for row in data)
    share = even / len(data) if data and len(heads) > 1 else 0.0
    return sum(map(known, heads)), share, len(heads)

"""CSV for spreadsheets."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.spreadsheet import original_cell, safe_cell, write_rows

_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_STARTS = (*_SIGNS, "\t", "\r", "\n")


@pytest.mark.parametrize("start", _STARTS)
def test_formulas_are_escaped(start: str) -> None:
    """A cell that a spreadsheet would compute begins with an apostrophe."""
    assert safe_cell(f"{start}cmd|' /C calc'!A0") == f"'{start}cmd|' /C calc'!A0"


@pytest.mark.parametrize("text", ["", "Anja", "a=b", "1-2", "'quoted'", "O'Hara"])
def test_plain_text_stays(text: str) -> None:
    """What is no formula is not touched."""
    assert safe_cell(text) == text
    assert original_cell(text) == text


@pytest.mark.parametrize(
    "name",
    [
        "Weber;=HYPERLINK(1)",
        'Weber; "=HYPERLINK(1);"',
        "Weber\t+HYPERLINK(1)",
        "Weber;\n=HYPERLINK(1)",
        'Weber";\r\n"@HYPERLINK(1)',
        "'=HYPERLINK(1)",
        "Weber;'=HYPERLINK(1)",
    ],
)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_no_separator_makes_a_formula_of_a_part(name: str, separator: str) -> None:
    """A spreadsheet that splits at another character than the file's finds no formula either."""
    stream = io.StringIO(newline="")
    write_rows(stream, ["number", "name", "company"], [["104233", name, name]])
    stream.seek(1)
    read = [cell for row in csv.reader(stream, delimiter=separator) for cell in row]
    assert not [cell for cell in read if cell.lstrip(' "').startswith(_SIGNS)]


_RISKY = st.text("'=+-@a;\" \t\n＝＋－＠", max_size=8)


@given(st.lists(_RISKY, min_size=3, max_size=3), st.sampled_from(",;\t"))
def test_no_text_becomes_a_formula(cells: list[str], separator: str) -> None:
    """The same for whatever may stand in a cell."""
    stream = io.StringIO(newline="")
    write_rows(stream, ["a", "b", "c"], [cells, cells])
    stream.seek(1)
    for row in csv.reader(stream, delimiter=separator):
        assert not [cell for cell in row if cell.startswith(_SIGNS)]


@given(st.text() | _RISKY)
def test_escaping_can_be_undone(text: str) -> None:
    """Every text survives, and no escaped cell begins like a formula."""
    assert original_cell(safe_cell(text)) == text
    assert not safe_cell(text).startswith(_STARTS)


def test_rows_are_written_for_a_spreadsheet() -> None:
    """Byte order mark, CRLF, every cell quoted, heads and cells escaped."""
    stream = io.StringIO(newline="")
    count = write_rows(stream, ["number", "=name"], [["1", "a,b"], ["+49", "two\nlines"]])
    assert count == 2
    assert stream.getvalue() == (
        '\ufeff"number","\'=name"\r\n"1","a,b"\r\n"\'+49","two\nlines"\r\n'
    )


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8")), min_size=2, max_size=2)))
def test_rows_are_read_back(rows: list[list[str]]) -> None:
    """What was written is what a reader gets after undoing the escape."""
    stream = io.StringIO(newline="")
    write_rows(stream, ["a", "b"], rows)
    stream.seek(1)
    read = [[original_cell(cell) for cell in row] for row in csv.reader(stream)]
    assert read == [["a", "b"], *rows]

"""Records are read strictly: what is broken is found at its line and swallows nothing else."""

import csv
import io
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.errors import ListUnusableError
from desktop_app.core.list_format import (
    DELIMITERS,
    LONGEST_RECORD,
    MOST_LINES,
    Record,
    detect_delimiter,
    is_excel_hint,
    named_delimiter,
    read_records,
)


def records(text: str, delimiter: str = ";", width: int = 0) -> list[Record]:
    stream = io.BytesIO(text.encode())
    return list(
        read_records(stream, "utf-8-sig", delimiter, lambda cells: not width or len(cells) == width)
    )


def detect(text: str, *known: str) -> str:
    return detect_delimiter(io.BytesIO(text.encode()), "utf-8-sig", lambda head: head in known)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(end: str) -> None:
    """A record knows the line it begins in, after empty lines and cells of several lines too."""
    text = end.join(["a;b", "", '1;"x', 'y;""z"""', ";", "2;w"])
    assert records(text) == [
        Record(1, ["a", "b"]),
        Record(3, ["1", 'x\ny;"z"']),
        Record(6, ["2", "w"]),
    ]


def test_quotation_marks_inside_a_cell_are_text() -> None:
    """Only a mark at the beginning quotes; spaces before it do not matter."""
    assert records('1;Rohr 5";x\n2; "a;b"\n') == [
        Record(1, ["1", 'Rohr 5"', "x"]),
        Record(2, ["2", "a;b"]),
    ]


def test_a_missing_quotation_mark_costs_its_own_line_only() -> None:
    """The rows below are read, although the open cell could hold them all."""
    text = 'a;b\n1;"open\n2;x\n3;"y"\n4;z\n'
    assert records(text) == [
        Record(1, ["a", "b"]),
        Record(2, None),
        Record(3, ["2", "x"]),
        Record(4, ["3", "y"]),
        Record(5, ["4", "z"]),
    ]


def test_an_open_quotation_mark_at_the_end_is_found() -> None:
    """The end of the file closes no cell."""
    assert records('1;x\n2;"open\n3;y') == [
        Record(1, ["1", "x"]),
        Record(2, None),
        Record(3, ["3", "y"]),
    ]


def test_text_behind_a_closing_mark_is_found() -> None:
    """Marks inside a quoted cell that were not doubled break that row only."""
    assert records('1;"Das "Haus" am See"\n2;x\n') == [Record(1, None), Record(2, ["2", "x"])]


def test_a_mark_far_below_closes_nothing_that_does_not_fit() -> None:
    """Rows between an open mark and a stray one further down are not lost."""
    text = '1;"open\n2;x\n3;Rohr 5";y\n'
    assert records(text, width=2) == [
        Record(1, None),
        Record(2, ["2", "x"]),
        Record(3, ["3", 'Rohr 5"', "y"]),
    ]


def test_a_cell_of_too_many_lines_counts_as_open() -> None:
    """The search for the closing mark ends, by lines or by length, and nothing is lost."""
    by_lines = records('1;"open\n' + "2;x\n" * (MOST_LINES + 5) + '"\n')
    assert by_lines[0] == Record(1, None)
    assert len(by_lines) == MOST_LINES + 7
    by_length = records('1;"open\n' + f"2;{'x' * 60_000}\n" * 4)
    assert [record.line for record in by_length] == [1, 2, 3, 4, 5]
    assert by_length[0].cells is None


def test_a_huge_line_is_refused_with_its_number() -> None:
    """A cell of 5 MB stops the reading at its line."""
    reading = iter(records_of(f"a;b\n1;x\n2;{'y' * 5_000_000}\n3;z\n"))
    assert [next(reading).line, next(reading).line] == [1, 2]
    with pytest.raises(ListUnusableError) as caught:
        next(reading)
    assert (caught.value.reason, caught.value.line) == ("cell-too-long", 3)


def records_of(text: str) -> Iterator[Record]:
    return read_records(io.BytesIO(text.encode()), "utf-8-sig", ";")


def test_the_longest_line_is_read() -> None:
    """A line may be as long as the bound says."""
    line = "1;" + "x" * (LONGEST_RECORD - 3)
    assert records(line + "\n") == [Record(1, line.split(";"))]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "ascii", "cp1252"])
def test_bytes_that_do_not_fit_the_encoding_are_found_at_their_line(encoding: str) -> None:
    """The line is exact, although the file is decoded in large pieces."""
    stream = io.BytesIO(b"1;x\r\n" * 3_000 + b"2;\x81\n" + b"3;y\n")
    with pytest.raises(ListUnusableError) as caught:
        list(read_records(stream, encoding, ";"))
    assert (caught.value.reason, caught.value.line) == ("encoding", 3_001)
    assert not stream.closed


def test_a_zero_byte_stays_in_its_cell() -> None:
    """Zero bytes are read as they are: whoever uses the cell decides."""
    assert records("1;a\0b\n") == [Record(1, ["1", "a\0b"])]


def test_the_stream_stays_open_and_may_be_closed_first() -> None:
    """Reading can be given up at any row, before or after the file is closed."""
    stream = io.BytesIO(b"1;x\n2;y\n")
    reading = read_records(stream, "utf-8-sig", ";")
    next(reading)
    del reading
    assert not stream.closed
    reading = read_records(stream, "utf-8-sig", ";")
    next(reading)
    stream.close()
    del reading


@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_the_delimiter_is_found_by_known_heads(delimiter: str) -> None:
    """Known heads decide, even where the rows are of another mind."""
    text = delimiter.join(["Kundennr", "Firma"]) + "\n1,a;b\t|,c,d;e\n"
    assert detect(text, "Kundennr", "Firma") == delimiter


@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_the_delimiter_is_found_by_even_rows(delimiter: str) -> None:
    """With heads that nobody knows, most rows must be as wide as the heads."""
    rows = [["x1", "x, y; z"], ["1", "a"], ["2", "b"]]
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    assert detect(text.getvalue()) == delimiter


def test_a_single_known_column_needs_no_delimiter() -> None:
    """A list of nothing but numbers is a list; unknown text without separators is none."""
    assert detect("Kundennr\n1\n2\n", "Kundennr") in DELIMITERS
    for text in ("text\n", "\n\n", ""):
        with pytest.raises(ListUnusableError) as caught:
            detect(text)
        assert caught.value.reason == "no-delimiter"


@pytest.mark.parametrize("line", ["sep=|", "SEP=|;;", '"sep=|"'])
def test_excels_hint_is_obeyed(line: str) -> None:
    """The line by which Excel names the separator does."""
    assert detect(f"{line}\na;b|c;d\n") == "|"


def test_excels_hint_is_recognised_as_a_record() -> None:
    """It is no row of heads."""
    assert is_excel_hint(["sep=", ""])
    assert is_excel_hint(["Sep=;"])
    assert not is_excel_hint(["sep=", "x"])
    assert not is_excel_hint(["Kundennr"])


@pytest.mark.parametrize(
    ("name", "delimiter"),
    [(";", ";"), ("tab", "\t"), ("\\t", "\t"), ("Comma", ","), ("pipe", "|"), ("semicolon", ";"),
     (":", ":")],
)  # fmt: skip
def test_delimiters_are_named(name: str, delimiter: str) -> None:
    """By themselves or by a word."""
    assert named_delimiter(name) == delimiter


@pytest.mark.parametrize("name", ["", "x", "7", "ab", '"', "\n", "\0", " "])
def test_impossible_delimiters_are_refused(name: str) -> None:
    """What stands in cells, quotes or ends lines separates nothing."""
    with pytest.raises(ListUnusableError) as caught:
        named_delimiter(name)
    assert (caught.value.reason, caught.value.name) == ("unknown-delimiter", name)


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=20).map(str.lstrip)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), max_size=8), st.sampled_from(DELIMITERS))
def test_what_was_written_is_read(rows: list[list[str]], delimiter: str) -> None:
    """Every quoted CSV gives its cells back."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    stream = io.BytesIO(text.getvalue().encode())
    read = [record.cells for record in read_records(stream, "utf-8", delimiter)]
    assert read == [row for row in rows if any(row)]


@given(st.text(alphabet='a";\n\0ü', max_size=80))
def test_every_line_is_accounted_for(text: str) -> None:
    """Whatever the marks: records begin in ascending lines, and no other error comes up."""
    lines = [record.line for record in records(text, width=2)]
    assert lines == sorted(set(lines))
    assert all(1 <= line <= text.count("\n") + 1 for line in lines)

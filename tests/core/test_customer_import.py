"""Customer lists are read as customers, whole or with a reason for every row that is none."""

import io
import tracemalloc
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.customer_import import (
    PREVIEW_ROWS,
    ListLayout,
    ListOptions,
    Remembered,
    count_rows,
    inspect_list,
    preview_rows,
    read_rows,
)
from desktop_app.core.entities import CustomerDraft, ImportRow, RejectedRow, RejectReason
from desktop_app.core.errors import ListUnusableError
from desktop_app.core.list_checks import ListChecks
from desktop_app.core.phone_completion import PhoneCompleter
from desktop_app.core.phones import query_digits, search_digits

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

# An English export: camel-case heads, commas, NULL for nothing, numbers without country code.
ENGLISH = """customerID,companyName,contactName,contactTitle,address,city,country,phone,fax
TANNE,Tannenhof Feinkost,Mira Albrecht,Owner,Am Markt 5,Berlin,Germany,030-0074399,030-0076599
PINTO,Sabores del Puerto,Inés Pinto,Owner,NULL,México D.F.,Mexico,(5) 555-4799,NULL
RIVIE,"Rivière, père et fils",Odile Lambert,Sales Agent,3 quai Neuf,Lyon,France,88.60.15.99,NULL
MERSE,Mersey Teas,Alan Whitlock,NULL,7 Dock St.,London,UK,(171) 555-7799,(171) 555-6799
TORRE,Torre Vini,Carlo Bassi,Owner,Via Lunga 2,Torino,Italy,011-4988299,NULL
"""
# The same people as a German Excel saves them.
GERMAN = """Kundennr;Firma;Ansprechpartner;Ort;Land;Telefon;Fax\r
TANNE;Tannenhof Feinkost;Mira Albrecht;Berlin;Germany;030-0074399;030-0076599\r
PINTO;Sabores del Puerto;Inés Pinto;México D.F.;Mexico;(5) 555-4799;\r
RIVIE;Rivière, père et fils;Odile Lambert;Lyon;France;88.60.15.99;\r
MERSE;Mersey Teas;Alan Whitlock;London;UK;(171) 555-7799;(171) 555-6799\r
TORRE;Torre Vini;Carlo Bassi;Torino;Italy;011-4988299;\r
"""


class Result:
    """What reading a list gave."""

    def __init__(
        self, data: bytes | str, *columns: tuple[str, str], has_heads: bool = True, **options: str
    ) -> None:
        stream = io.BytesIO(data.encode() if isinstance(data, str) else data)
        self.layout = inspect_list(
            stream, ListOptions(columns=columns, has_heads=has_heads, **options)
        )
        found = list(read_rows(stream, self.layout, PhoneCompleter()))
        self.rows = [row for row in found if isinstance(row, ImportRow)]
        self.rejected = [row for row in found if isinstance(row, RejectedRow)]

    @property
    def drafts(self) -> list[CustomerDraft]:
        return [row.draft for row in self.rows]

    @property
    def reasons(self) -> list[tuple[int, str, RejectReason]]:
        return [(row.line, row.number, row.reason) for row in self.rejected]


def reason_of(data: bytes | str, *columns: tuple[str, str], **options: str) -> tuple[str, int]:
    with pytest.raises(ListUnusableError) as caught:
        Result(data, *columns, has_heads=True, **options)
    return caught.value.reason, caught.value.line


@pytest.mark.parametrize(
    ("data", "encoding", "delimiter"),
    [
        (ENGLISH.encode(), "utf-8-sig", ","),
        (ENGLISH.encode("utf-8-sig"), "utf-8-sig", ","),
        (ENGLISH.encode("utf-16"), "utf-16", ","),
        (ENGLISH.encode("utf-16-le"), "utf-16-le", ","),
        (GERMAN.encode("cp1252"), "cp1252", ";"),
        (GERMAN.replace("\r\n", "\r").encode("mac-roman"), "mac-roman", ";"),
        (GERMAN.replace(";", "\t").encode(), "utf-8-sig", "\t"),
        (GERMAN.replace(";", "|").encode(), "utf-8-sig", "|"),
    ],
)
def test_real_looking_lists_are_read_completely(data: bytes, encoding: str, delimiter: str) -> None:
    """Encoding, separator and columns are recognised, and every number becomes complete."""
    result = Result(data)
    assert (result.layout.encoding, result.layout.delimiter) == (encoding, delimiter)
    assert result.layout.fields == {"number", "company", "name", "country", "phones"}
    assert not result.rejected
    assert [(d.number, d.name, d.country, d.phones) for d in result.drafts] == [
        ("TANNE", "Mira Albrecht", "DE", ("+49300074399",)),
        ("PINTO", "Inés Pinto", "MX", ("+5255554799",)),
        ("RIVIE", "Odile Lambert", "FR", ("+3388601599",)),
        ("MERSE", "Alan Whitlock", "GB", ("+441715557799",)),
        ("TORRE", "Carlo Bassi", "IT", ("+390114988299",)),
    ]
    assert result.drafts[2].company == "Rivière, père et fils"


@pytest.mark.parametrize(
    ("number", "typed"),
    [
        ("TANNE", "030-0074399"),
        ("TANNE", "+49 30 0074399"),
        ("TANNE", "0049 (0)30 0074399"),
        ("PINTO", "(5) 555-4799"),
        ("PINTO", "+52 5 555 4799"),
        ("RIVIE", "88 60 15 99"),
        ("MERSE", "0171 555 7799"),
        ("TORRE", "+39 011 4988299"),
    ],
)
def test_numbers_of_a_list_are_found_in_any_notation(number: str, typed: str) -> None:
    """Exactly one customer has the number that somebody types."""
    query = query_digits(typed)
    assert query is not None
    found = [
        draft.number
        for draft in Result(ENGLISH).drafts
        if any(query.digits in search_digits(phone) for phone in draft.phones)
    ]
    assert found == [number]


def test_every_field_is_read() -> None:
    """A list with all columns gives all fields, several columns to one field included."""
    result = Result(
        "Nr|Name|Vorname|Firma|Tel.|Mobil|E-Mail|Domains|Land|Sprache|Berechtigte\n"
        "7| Meyer |Eva|Meyer AG|06851/5550137|0171 5550138; +43 1 5550139|a@m.example, b@m.example|"
        'm.example m2.example|D|Deutsch|"Jan Meyer\nUte Meyer"\n'
    )
    assert result.rows == [
        ImportRow(
            2,
            CustomerDraft(
                number="7",
                name="Eva Meyer",
                company="Meyer AG",
                phones=("+4968515550137", "+491715550138", "+4315550139"),
                emails=("a@m.example", "b@m.example"),
                domains=("m.example", "m2.example"),
                country="DE",
                language="de",
                authorised="Jan Meyer\nUte Meyer",
            ),
        )
    ]
    assert result.layout.fields == {
        "number", "name", "company", "phones", "emails", "domains", "country", "language",
        "authorised",
    }  # fmt: skip


def test_nothing_is_written_in_several_ways() -> None:
    """NULL in capitals, \\N and blanks are empty; a person called Null is not."""
    result = Result(
        "Nr,Vorname,Nachname,Telefon,Land\n1,NULL,Null,\\N,NULL\nNULL,a,b,,\n\u00a0,,,,\n"
    )
    assert result.drafts == [CustomerDraft(number="1", name="Null")]
    assert result.reasons == [(3, "", RejectReason.NUMBER_EMPTY)]


def test_options_override_what_would_be_found_out() -> None:
    """Encoding, separator and columns are taken as they are named."""
    data = "A:B\n1:Müller\n".encode("cp850")
    result = Result(data, ("number", "a"), ("last_name", "B"), encoding="cp850", delimiter=":")
    assert result.drafts == [CustomerDraft(number="1", name="Müller")]


def test_a_chosen_column_helps_to_find_the_delimiter() -> None:
    """Heads that nobody knows but the person who names them count as known."""
    result = Result("Zeichen,x;Art\nA,1;2\n", ("number", "Zeichen,x"))
    assert result.drafts == [CustomerDraft(number="A,1")]


def test_first_filled_column_gives_the_number() -> None:
    """Fields with one value take the first column that holds something."""
    result = Result("A;B\n;2\n1;3\n", ("number", "A"), ("number", "B"))
    assert [draft.number for draft in result.drafts] == ["2", "1"]


def test_excels_hint_and_empty_lines_precede_the_heads() -> None:
    """Lines are counted from the file's first one all the same."""
    result = Result("sep=|\n\nKundennr|Firma\n1|a;b,c\n")
    assert result.layout.head_line == 3
    assert result.rows == [ImportRow(4, CustomerDraft(number="1", company="a;b,c"))]


def test_a_byte_order_mark_before_a_quoted_head_is_no_part_of_it() -> None:
    """An encoding that is named without its mark is read with it."""
    data = '\ufeff"Kundennr";"Firma"\n1;a\n'.encode("utf-16-le")
    result = Result(data, encoding="utf-16-le")
    assert result.layout.heads == ("Kundennr", "Firma")


def test_broken_rows_are_rejected_one_by_one() -> None:
    """Each row that is no customer has its line, its number and its reason; the rest is read."""
    result = Result(
        "Kundennr;Firma;Ort\n"
        "1;a;b\n"
        "2;a\n"
        "3;a;b;c\n"
        "4;a;b;; \n"
        ";a;b\n"
        "6;a\0b;c\n"
        '7;"open;b\n'
        f"8;{'x' * 501};b\n"
        f"{'9' * 65};a;b\n"
        "10\x07;a;b\n"
        " ; \n"
        "A,B,C\n"
        "12;z;\n"
    )
    assert [draft.number for draft in result.drafts] == ["1", "4", "12"]
    assert result.reasons == [
        (3, "2", RejectReason.TOO_FEW_CELLS),
        (4, "3", RejectReason.TOO_MANY_CELLS),
        (6, "", RejectReason.NUMBER_EMPTY),
        (7, "6", RejectReason.CONTROL_CHARACTER),
        (8, "", RejectReason.QUOTE_OPEN),
        (9, "8", RejectReason.CELL_TOO_LONG),
        (10, "9" * 64, RejectReason.CELL_TOO_LONG),
        (11, "10", RejectReason.CONTROL_CHARACTER),
        (13, "A,B,C", RejectReason.TOO_FEW_CELLS),
    ]


def test_a_row_without_a_cell_for_the_number_is_rejected_without_one() -> None:
    """The number may stand in a column that a short row does not have."""
    assert Result("Firma;Kundennr\na;1\nb\n").reasons == [(3, "", RejectReason.TOO_FEW_CELLS)]


def test_columns_without_heads_do_not_matter() -> None:
    """Empty heads at the end may have cells below them, or none."""
    result = Result("Kundennr;Firma;;\n1;a\n2;b;x;y\n3;c;;;\n")
    assert [draft.number for draft in result.drafts] == ["1", "2", "3"]
    assert not result.rejected


def test_long_phone_cells_are_rejected() -> None:
    """One endless number is too long, and so are too many."""
    result = Result(f"Nr;Tel\n1;{'x' * 501}\n2;{'06851 5550137 / ' * 200}\n3;06851\n")
    assert [draft.number for draft in result.drafts] == ["3"]
    assert {row.reason for row in result.rejected} == {RejectReason.CELL_TOO_LONG}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", ("empty", 0)),
        (b"Kundennr;Firma\n", ("no-rows", 0)),
        (b"Kundennr;Firma\n;;\n\n", ("no-rows", 0)),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", ("binary", 0)),
        (b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0", ("binary", 0)),
        (b"Firma;Ort\na;b\n", ("no-number-column", 0)),
        (b"104233;Meyer\n104234;Maier\n", ("no-heads", 0)),
        (b'"Kundennr;Firma\n1;a\n2;b\n', ("no-delimiter", 0)),
        (b"Kundennr;Telefon;Telefon\n1;2;3\n", ("head-twice", 0)),
        (b"just some text\nwithout columns\n", ("no-delimiter", 0)),
        (b"Kundennr;Firma\n1;" + b"x" * 5_000_000 + b"\n", ("cell-too-long", 2)),
        (b"x" * 5_000_000, ("cell-too-long", 1)),
    ],
    ids=["empty", "heads-only", "blank-rows", "png", "xlsx", "no-number", "no-heads", "head-quote",
         "head-twice", "prose", "huge-cell", "huge-line"],
)  # fmt: skip
def test_unusable_files_have_a_reason(data: bytes, reason: tuple[str, int]) -> None:
    """Every kind of file that is no list is refused before anything is imported."""
    assert reason_of(data) == reason


def test_blank_lines_alone_are_an_empty_list() -> None:
    """Where a separator is named, a list of nothing is empty."""
    assert reason_of(b"\n\n;;\n", delimiter=";") == ("empty", 0)


def test_an_open_quotation_mark_in_the_heads_is_found() -> None:
    """Where a separator is named, the line of the broken heads is told."""
    assert reason_of(b'\n"Kundennr;Firma\n1;a\n2;b\n', delimiter=";") == ("no-heads", 2)


def test_a_huge_cell_far_below_is_refused_at_its_line() -> None:
    """What inspecting did not see, reading refuses."""
    rows = "".join(f"{number};a\n" for number in range(500))
    data = f"Kundennr;Firma\n{rows}X;{'y' * 5_000_000}\n"
    assert reason_of(data) == ("cell-too-long", 502)


def test_a_wrong_encoding_is_refused_at_its_line() -> None:
    """An encoding that was named and does not fit is no reason to import nonsense."""
    data = "Kundennr;Firma\n1;a\n2;Müller\n".encode("cp1252")
    assert reason_of(data, encoding="utf-8") == ("encoding", 3)


def test_mixed_separators_reject_the_other_rows() -> None:
    """The heads' separator holds; rows that use another one are rejected, not guessed at."""
    result = Result("Kundennr;Firma\n1;a\n2,b\n3\tc\n4;d\n")
    assert [draft.number for draft in result.drafts] == ["1", "4"]
    assert [row.reason for row in result.rejected] == [RejectReason.TOO_FEW_CELLS] * 2


def test_the_preview_shows_the_first_rows() -> None:
    """As they would be stored or rejected; other columns can be chosen."""
    data = "Kundennr;Firma\n" + '1;"x\n' + "".join(f"{number};a\n" for number in range(2, 50))
    stream = io.BytesIO(data.encode())
    layout = inspect_list(stream, ListOptions())
    preview = preview_rows(layout, PhoneCompleter())
    assert preview[0] == RejectedRow(2, "", RejectReason.QUOTE_OPEN)
    assert preview[1] == ImportRow(3, CustomerDraft(number="2", company="a"))
    assert len(preview) == PREVIEW_ROWS
    other = replace(layout, columns=((1, "number"),))
    rows = list(read_rows(stream, other, PhoneCompleter()))
    assert rows[1] == ImportRow(3, CustomerDraft(number="a"))
    without = replace(layout, columns=((1, "company"),))
    with pytest.raises(ListUnusableError) as caught:
        next(read_rows(stream, without, PhoneCompleter()))
    assert caught.value.reason == "no-number-column"


def test_a_list_without_heads_calls_its_columns_by_numbers() -> None:
    """Its first row is a customer; a person says which column is which."""
    result = Result("1;Firma A\n2;Firma B\n", ("number", "1"), ("company", "2"), has_heads=False)
    assert result.layout.heads == ("1", "2")
    assert [(draft.number, draft.company) for draft in result.drafts] == [
        ("1", "Firma A"),
        ("2", "Firma B"),
    ]


def test_excels_hint_is_no_row_of_a_list_without_heads() -> None:
    """It says what the separator is, and nothing else."""
    result = Result("sep=;\n1;A\n", ("number", "1"), ("name", "2"), has_heads=False)
    assert [draft.number for draft in result.drafts] == ["1"]


def test_remembered_columns_come_before_recognised_ones() -> None:
    """And behind those that a person names now."""
    data = io.BytesIO(b"Kundennr;Firma;Rabatt\n1;a;b\n")
    asked = []

    def remembered(kind: str) -> tuple[tuple[int, str], ...]:
        asked.append(kind)
        return ((0, "number"), (2, "company"))

    layout = inspect_list(data, ListOptions(), remembered)
    assert layout.columns == ((0, "number"), (2, "company"))
    assert layout.is_remembered
    assert asked == [layout.kind]
    named = inspect_list(data, ListOptions(columns=(("company", "Firma"),)), remembered)
    assert named.columns == ((0, "number"), (1, "company"))
    assert not named.is_remembered


@pytest.mark.parametrize(
    ("columns", "reason"),
    [(((0, "number"), (9, "name")), "unknown-column"), (((0, "name"),), "no-number-column")],
)
def test_remembered_columns_that_do_not_fit_are_refused(
    columns: tuple[tuple[int, str], ...], reason: str
) -> None:
    """Whatever stands in the database: nothing else is imported in their place."""
    with pytest.raises(ListUnusableError) as caught:
        inspect_list(io.BytesIO(b"Kundennr;Firma\n1;a\n"), ListOptions(), lambda _kind: columns)
    assert caught.value.reason == reason


def _of_a_newer_program(_kind: str) -> tuple[tuple[int, str], ...]:
    raise ListUnusableError("unknown-field", name="colour")


@pytest.mark.parametrize(
    "remembered",
    [lambda _kind: ((0, "number"), (9, "name")), lambda _kind: ((0, "name"),), _of_a_newer_program],
    ids=["too many columns", "no number", "newer program"],
)
def test_somebody_who_looks_chooses_where_what_is_remembered_is_of_no_use(
    remembered: Remembered,
) -> None:
    """They get what the heads say, and are told; a command is refused as before."""
    data = b"Kundennr;Firma\n1;a\n"
    layout = inspect_list(io.BytesIO(data), ListOptions(), remembered, complete=False)
    assert layout.columns == ((0, "number"), (1, "company"))
    assert (layout.is_remembered, layout.is_forgotten) == (False, True)
    with pytest.raises(ListUnusableError):
        inspect_list(io.BytesIO(data), ListOptions(), remembered)


def test_what_is_not_complete_yet_can_be_looked_at() -> None:
    """A person chooses where no column looks like the number, or a head appears twice."""
    layout = inspect_list(
        io.BytesIO(b"Zeichen;Telefon;Telefon\n1;2;3\n"), ListOptions(), complete=False
    )
    assert layout.columns == ((1, "phone"), (2, "phone"))


def test_rows_are_counted_as_they_are_read() -> None:
    """Rejected ones too, blank ones not."""
    data = 'Kundennr;Firma\n1;a\n\n ; \n2\n3;"b\n4;c\n;d\n'
    result = Result(data)
    assert count_rows(io.BytesIO(data.encode()), result.layout) == len(result.rows) + len(
        result.rejected
    )
    assert len(result.rejected) == 3


def test_what_looks_wrong_is_counted_and_imported() -> None:
    """With the first lines in which it does."""
    data = (
        "Kundennr;Tel;Mail;Domain;Land;Sprache\n"
        "1;06851 5550137;anja@example.com;example.com;DE;de\n"
        "2;call me;anja(at)example.com;example;Nirgendwo;xx\n"
    )
    checks, stream = ListChecks(), io.BytesIO(data.encode())
    layout = inspect_list(stream, ListOptions())
    assert len(list(read_rows(stream, layout, PhoneCompleter(), checks))) == 2
    fields = ("phone", "email", "domain", "country", "language")
    assert checks.counts == dict.fromkeys(fields, 1)
    assert checks.lines["email"] == [3]


def test_only_the_first_lines_that_look_wrong_are_kept() -> None:
    """However long the list is."""
    checks = ListChecks()
    for line in range(1, 100):
        draft = CustomerDraft(number="1", emails=("falsch",), phones=("+4968155501",))
        checks.look(line, draft, country="", language="")
    assert (checks.counts, checks.lines) == ({"email": 99}, {"email": [1, 2, 3]})


def test_a_column_of_passwords_is_named_unless_a_person_chose_it_for_something_else() -> None:
    """What seems to be readable passwords is never imported by itself."""
    stream = io.BytesIO(b"Kundennr;Kennwort;Passwort-Hinweis\n1;a;b\n")
    layout = inspect_list(stream, ListOptions())
    assert layout.secret_heads == ("Kennwort", "Passwort-Hinweis")
    chosen = replace(layout, columns=(*layout.columns, (2, "authorised")))
    assert chosen.secret_heads == ("Kennwort",)


class Endless(io.RawIOBase):
    """A list of very many rows that is made while it is read."""

    def __init__(self, rows: int) -> None:
        self._rows = rows
        self._made: chain[bytes] = chain()
        self._left = b""

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return 0

    def seek(self, offset: int, whence: int = 0, /) -> int:
        assert (offset, whence) == (0, 0)
        rows = (b"%d;Firma %d;06851/%07d;DE\n" % (n, n, n) for n in range(self._rows))
        self._made = chain([b"Kundennr;Firma;Telefon;Land\n"], rows)
        self._left = b""
        return 0

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        view = memoryview(buffer)
        while len(self._left) < len(view) and (line := next(self._made, b"")):
            self._left += line
        piece, self._left = self._left[: len(view)], self._left[len(view) :]
        view[: len(piece)] = piece
        return len(piece)


def test_memory_is_flat_in_the_number_of_rows() -> None:
    """Twenty thousand rows take no more memory than a thousand."""
    layout = ListLayout(
        "utf-8-sig", ";", ("Kundennr", "Firma", "Telefon", "Land"), 1,
        ((0, "number"), (1, "company"), (2, "phone"), (3, "country")), (),
    )  # fmt: skip

    def peak(rows: int) -> int:
        stream = io.BufferedReader(Endless(rows))
        tracemalloc.start()
        count = sum(1 for _ in read_rows(stream, layout, PhoneCompleter()))
        _, highest = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert count == rows
        return highest

    peak(1_000)
    assert peak(20_000) < 2 * peak(1_000)


def test_very_many_countries_are_not_all_remembered() -> None:
    """A column of nonsense does not fill the memory; the names in it are still understood."""
    rows = "".join(f"{number};x{number}\n" for number in range(1_100))
    result = Result(f"Kundennr;Land\n{rows}Z;Germany\n")
    assert result.drafts[-1].country == "DE"


@given(st.binary(max_size=300))
def test_any_bytes_give_rows_or_a_reason(data: bytes) -> None:
    """Whatever the file holds: rows, rejected rows, or one typed error."""
    for file in (data, b"Kundennr;Firma;Telefon;Land\n1;a;06851;DE\n" + data):
        with suppress(ListUnusableError):
            assert Result(file).layout.heads


@given(st.text(max_size=300), st.sampled_from(["cp1252", "utf-16", "mac", "utf-8"]))
def test_any_text_gives_rows_or_a_reason(text: str, encoding: str) -> None:
    """The same for text, whatever encoding somebody names for it."""
    with suppress(ListUnusableError):
        assert Result("Kundennr;Telefon\n" + text, encoding=encoding).layout.heads

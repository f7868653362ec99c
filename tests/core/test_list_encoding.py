"""The encoding of a list is found out, whatever program wrote it."""

import codecs
import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.errors import ListUnusableError
from desktop_app.core.list_encoding import detect_encoding, named_encoding

TEXTS = {
    "german": "Kundennr;Firma;Ort\n1;Bäcker Müller;Köln\n2;Groß & Söhne;Düsseldorf\n",
    "one-umlaut": "Kundennr;Ort\n1;Köln\n",
    "initial": "Kundennr;Firma\n1;Öl GmbH\n",
    "capitals": "KUNDENNR;NAME\n1;MÜLLER\n2;GÖTZ\n",
    "street": "Kundennr;Ort\n1;Große Straße 5\n2;Außerhalb\n3;größer\n",
    "french": "id;company\n1;Frédérique Citron\n2;Château d’Ouest\n3;François & Zoë\n",
    "spanish": "id;company\n1;Martín, Taquería Típica\n2;Compañía Ávila\n",
    "swedish": "id;company\n1;Åkergården i Bräcke\n2;Snabbköp\n",
    "portuguese": "id;company\n1;São João\n2;Conceição\n",
}


def detected(data: bytes) -> str:
    return detect_encoding(io.BytesIO(data))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1",
     "mac-roman", "cp850"],
)  # fmt: skip
def test_western_lists_are_read_as_they_were_written(text: str, encoding: str) -> None:
    """Windows, Mac, DOS and Unicode files give the text back."""
    data = text.encode(encoding, "replace")
    assert data.decode(detected(data)).removeprefix("\ufeff") == data.decode(encoding).removeprefix(
        "\ufeff"
    )


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Kraków, Łódź, Jabłoński Paweł, Świętokrzyska, Wałęsa, Wójcik, Zieliński", "cp1250"),
        ("Иванов, Петров, Москва, Сидоров, Санкт-Петербург", "cp1251"),
        ("Παπαδόπουλος, Αθήνα, Γεωργίου", "cp1253"),
    ],
)
def test_other_alphabets_are_guessed(text: str, encoding: str) -> None:
    """What no western encoding makes words of is read in an eastern one."""
    data = text.encode(encoding)
    assert data.decode(detected(data)) == text


@pytest.mark.parametrize("sign", ["5 €", "10–20", "„Haus“", "L’Oréal", "± 5", "Š"])
def test_signs_of_windows_are_recognised(sign: str) -> None:
    """Quotation marks, dashes and the euro are no letters of another encoding."""
    data = f"Kundennr;Firma\n1;{sign}\n".encode("cp1252")
    assert sign in data.decode(detected(data))


def test_what_reads_as_nothing_has_an_encoding_all_the_same() -> None:
    """Bytes that are no words anywhere are read somehow: the preview shows what came of it."""
    assert detected(b"a;b\n1;" + bytes(range(128, 256)) + b"\n")


def test_a_late_invalid_byte_decides_too() -> None:
    """The whole file is looked at: UTF-8 at first is not UTF-8 for ever."""
    text = "Kundennr;Ort\n" + "1;Koeln\n" * 200_000
    assert detected(text.encode()) == "utf-8-sig"
    assert detected(text.encode() + "2;Köln\n".encode("cp1252")) == "cp1252"
    assert detected(text.encode() + "2;Köln\n".encode()[:-4]) != "utf-8-sig"


def test_a_large_sample_is_enough() -> None:
    """A list with very many different words is not counted to its end."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = (f"{a}{x}{y}{b};" for a in letters for x in "äöüéè" for y in "äöüéèß" for b in letters)
    line = "".join(words) + "\n"
    assert detected(line.encode("cp1252") * 40) == "cp1252"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"PK\x03\x04\x14\0\x06\0",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"%PDF-1.7\n",
        bytes(range(256)) * 4,
        b"\0" * 100,
    ],
    ids=["png", "xlsx", "xls", "pdf", "random", "zeros"],
)
def test_binary_files_are_refused(data: bytes) -> None:
    """Pictures, workbooks and other binary files are no lists."""
    with pytest.raises(ListUnusableError) as caught:
        detected(data)
    assert caught.value.reason == "binary"


def test_an_empty_file_is_refused() -> None:
    """A file without a byte is empty."""
    with pytest.raises(ListUnusableError) as caught:
        detected(b"")
    assert caught.value.reason == "empty"


def test_a_zero_byte_makes_no_list_binary() -> None:
    """Single zero bytes are left to the row that holds them."""
    assert detected(b"\0") == "utf-8-sig"
    assert detected(b"Kundennr;Firma\n1;A\0B\n2;" + b"C" * 200) == "utf-8-sig"


def test_halves_of_utf_16_are_no_obstacle() -> None:
    """A sample that ends within a character, or is no UTF-16 after all, is told apart."""
    long = "Kundennr;Firma\n1;" + "a" * 32_750 + "\U0001f600;" * 10
    assert detected(long.encode("utf-16-le")) == "utf-16-le"
    with pytest.raises(ListUnusableError):
        detected(b"a\0" * 10 + b"\0\xdc" + b"b\0" * 10)


@pytest.mark.parametrize(
    ("name", "codec"),
    [("UTF-8", "utf-8-sig"), ("cp1252", "cp1252"), ("Windows-1252", "cp1252"),
     ("Latin-1", "iso8859-1"), ("Mac", "mac-roman"), ("ANSI", "cp1252"), ("utf-16le", "utf-16-le"),
     ("iso-8859-15", "iso8859-15")],
)  # fmt: skip
def test_encodings_are_named_as_people_name_them(name: str, codec: str) -> None:
    """Official names and familiar ones."""
    assert named_encoding(name) == codec


@pytest.mark.parametrize("name", ["nonsense", "idna", "rot13", "base64", "utf-7", "a\0b", "ü"])
def test_unknown_encodings_are_refused(name: str) -> None:
    """What is no character set of files is refused, by its name."""
    with pytest.raises(ListUnusableError) as caught:
        named_encoding(name)
    assert (caught.value.reason, caught.value.name) == ("unknown-encoding", name)


@given(st.binary(min_size=1, max_size=200))
def test_any_bytes_have_an_encoding_or_a_reason(data: bytes) -> None:
    """Detection gives a codec or the one typed error, and nothing else."""
    with suppress(ListUnusableError):
        assert codecs.lookup(detected(data))

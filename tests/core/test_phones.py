"""Stored telephone numbers are found by every notation and shown readably."""

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.phones import (
    PhoneQuery,
    display,
    only_digits,
    query_digits,
    search_digits,
    split_calling_code,
)

STORED = "+4968515550137"


def found(stored: str, typed: str) -> bool:
    """Whether the search for ``typed`` looks up a beginning of a digit string of ``stored``."""
    query = query_digits(typed)
    assert query is not None
    return any(form.startswith(query.digits) for form in search_digits(stored))


@pytest.mark.parametrize(
    "typed",
    [
        "+49 6851 5550137",
        "+4968515550137",
        "0049 6851 5550137",
        "+49 (0)6851 / 555-0137",
        "+49 06851 5550137",
        "＋49 6851 5550137",
        "\u202a+49 6851 5550137\u202c",
        "tel:+49-6851-5550137",
        "06851/5550137",
        "06851/555-0137",
        "(06851) 555 01 37",
        "6851 5550137",
        "49 6851 5550137",
        "٠٦٨٥١ ٥٥٥٠١٣٧",
        "06851 555",
        "+49 68",
    ],
)
def test_a_stored_number_is_found_in_any_notation(typed: str) -> None:
    """National, international, with and without zeros, other digits: all find the number."""
    assert found(STORED, typed)


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ("+390114988260", "011-4988260"),
        ("+390114988260", "+39 011 4988260"),
        ("+390114988260", "+39 11 4988260"),
        ("+390114988260", "390114988260"),
        ("+5255554729", "(5) 555-4729"),
        ("+15035557555", "1 503 555 7555"),
        ("+15035557555", "(503) 555-7555"),
        ("+74951234567", "8 (495) 123-45-67"),
        ("+3612345678", "06 1 234 5678"),
        ("+15035557555 ext. 12", "503-555-7555"),
        ("+4968515550 ext. 137", "06851 5550137"),
        ("06851 / 5550137", "06851 5550137"),
    ],
)
def test_numbers_of_other_countries_are_found_as_they_are_dialled(stored: str, typed: str) -> None:
    """Italian zeros, other trunk digits, extensions and incomplete numbers are all searchable."""
    assert found(stored, typed)


def test_an_international_query_knows_its_national_part() -> None:
    """The national part finds numbers that were stored without a country."""
    assert query_digits("+49 (0)6851 5550137") == PhoneQuery("4968515550137", True, "68515550137")
    assert search_digits("06851 5550137") == ("68515550137",)
    assert search_digits("+49") == ("49",)


def test_a_national_query_says_so() -> None:
    """Zeros after 00 or + cannot be a calling code, so the number is national."""
    national = PhoneQuery("68515550137", False, "68515550137")
    assert query_digits("06851 5550137") == national
    assert query_digits("000 6851 5550137") == national
    assert query_digits("+06851 5550137") == national


@pytest.mark.parametrize("typed", ["", "Müller", "06851 Müller", "00", "+", "+49", "012", "a@b.de"])
def test_other_text_is_no_number(typed: str) -> None:
    """Names, and digits too few to tell anything, are not looked up as numbers."""
    assert query_digits(typed) is None


@pytest.mark.parametrize("stored", ["", "auf Anfrage", "000"])
def test_text_without_digits_is_found_by_none(stored: str) -> None:
    """What holds no digits that matter has no digit strings."""
    assert search_digits(stored) == ()


def test_calling_codes_agree_with_the_numbering_plans() -> None:
    """Every calling code that phonenumbers knows is cut off whole."""
    for code in phonenumbers.COUNTRY_CODE_TO_REGION_CODE:
        assert split_calling_code(f"{code}5550137") == (str(code), "5550137")


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        (STORED, "+49 6851 5550137"),
        ("+15035557555 ext. 12", "+1 503-555-7555 ext. 12"),
        ("06851 5550137", "06851 5550137"),
        ("+999 123", "+999 123"),
    ],
)
def test_numbers_are_shown_in_international_notation(stored: str, shown: str) -> None:
    """Complete numbers are grouped; what cannot be parsed is shown as it is stored."""
    assert display(stored) == shown


@given(st.text(max_size=40))
def test_any_text_can_be_searched_and_shown(text: str) -> None:
    """Nothing typed or stored breaks the search or the display, and digits are ASCII."""
    query = query_digits(text)
    assert query is None or query.digits.isascii()
    assert all(form.isdecimal() and form.isascii() for form in search_digits(text))
    assert isinstance(display(text), str)
    assert only_digits(text).isascii()

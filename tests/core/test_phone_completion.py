"""Telephone numbers in lists become complete, and the fast way says what phonenumbers says."""

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.phone_completion import SHORTEST_NUMBER, PhoneCompleter, split_numbers
from desktop_app.core.phones import display, split_calling_code

COUNTRIES = sorted(phonenumbers.SUPPORTED_REGIONS)


@pytest.fixture(scope="module")
def completer() -> PhoneCompleter:
    return PhoneCompleter()


@pytest.mark.parametrize(
    ("typed", "country", "stored"),
    [
        ("06851/5550137", "DE", "+4968515550137"),
        ("030-0074321", "DE", "+49300074321"),
        ("0621-08460", "DE", "+4962108460"),
        ("(5) 555-4729", "MX", "+5255554729"),
        ("88.60.15.31", "FR", "+3388601531"),
        ("(171) 555-7788", "GB", "+441715557788"),
        ("(1) 135-5555", "AR", "+5411355555"),
        ("011-4988260", "IT", "+390114988260"),
        ("7675-3425", "AT", "+4376753425"),
        ("2967 542", "IE", "+3532967542"),
        ("+49 6851 5550137", "", "+4968515550137"),
        ("+49 (0)6851 / 555-0137", "", "+4968515550137"),
        ("0049 (0) 6851 5550137", "", "+4968515550137"),
        ("+49 06851 5550137", "", "+4968515550137"),
        ("+34 (0)91 555 22 82", "", "+34915552282"),
        ("+39 (0)11 498 8260", "", "+390114988260"),
        ("+49 (6851) 5550137", "", "+4968515550137"),
        ("+1 (171) 555-7788", "", "+11715557788"),
        ("0049 6851 5550137", "DE", "+4968515550137"),
        ("0049 6851 5550137", "US", "+4968515550137"),
        ("011 49 6851 5550137", "US", "+4968515550137"),
        ("001 49 6851 5550137", "KR", "+4968515550137"),
        ("+800 1234 5678", "", "+80012345678"),
        ("٠٦٨٥١ ٥٥٥٠١٣٧", "DE", "+4968515550137"),
        ("\u202a+49\u00a06851\u20115550137\u202c", "", "+4968515550137"),
        ("Tel.: 06851 5550137", "DE", "+4968515550137"),
        ("06851 5550137 (privat)", "DE", "+4968515550137"),
        ("M: 0171 5550138", "DE", "+491715550138"),
        ("06851 5550 DW 37", "DE", "+4968515550 ext. 37"),
        ("503-555-7555 x12", "US", "+15035557555 ext. 12"),
        ("tel:+1-503-555-7555;ext=12", "", "+15035557555 ext. 12"),
    ],
)
def test_numbers_become_complete(
    completer: PhoneCompleter, typed: str, country: str, stored: str
) -> None:
    """Every notation of a number whose country is known is stored in one form, once and again."""
    assert completer.complete(typed, country) == stored
    assert completer.complete(stored, country) == stored
    assert completer.complete(display(stored), "") == stored


@pytest.mark.parametrize(
    ("typed", "country"),
    [
        ("06851 5550137", ""),
        ("06851 5550137", "XX"),
        ("Tel. 06851 5550137", ""),
        ("auf Anfrage", "DE"),
        ("Hotline 24/7", "DE"),
        ("110", "DE"),
        ("+49", ""),
        ("+", "DE"),
        ("+999 12345", ""),
        ("+06851 5550137", ""),
        ("00999 12345", ""),
        ("+49 123456789012345678901", ""),
        ("123456789012345678901", "DE"),
    ],
)
def test_what_cannot_be_completed_stays_as_typed(
    completer: PhoneCompleter, typed: str, country: str
) -> None:
    """Unknown countries, words and impossible numbers are kept word for word."""
    assert completer.complete(f"  {typed.replace(' ', '  ')} ", country) == typed


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("", []),
        ("06851/5550137", ["06851/5550137"]),
        ("06851 / 5550137", ["06851 / 5550137"]),
        ("06851/5550137; 0171 5550138", ["06851/5550137", "0171 5550138"]),
        ("06851/5550137, 0171 5550138", ["06851/5550137", "0171 5550138"]),
        ("06851/5550137 / 0171/5550138", ["06851/5550137", "0171/5550138"]),
        ("06851/5550137/0171/5550138", ["06851/5550137", "0171/5550138"]),
        ("068515550137/(0171)5550138", ["068515550137", "(0171)5550138"]),
        ("+4968515550137/+491715550138", ["+4968515550137", "+491715550138"]),
        ("06851 5550137 oder 0171 5550138", ["06851 5550137", "0171 5550138"]),
        ("503 555 7555 or 503 555 7556", ["503 555 7555", "503 555 7556"]),
        ("503 555 7555\n503 555 7556", ["503 555 7555", "503 555 7556"]),
        ("503 555 7555, ext. 12", ["503 555 7555, ext. 12"]),
        ("tel:+1-503-555-7555;ext=12", ["tel:+1-503-555-7555;ext=12"]),
    ],
)
def test_several_numbers_in_a_cell_are_told_apart(cell: str, numbers: list[str]) -> None:
    """A slash inside a German number separates nothing."""
    assert split_numbers(cell) == numbers


def test_repeated_numbers_are_stored_once(completer: PhoneCompleter) -> None:
    """Two notations of the same number in one cell are one number."""
    stored = completer.complete_all("06851 5550137; +49 6851/5550137; 0171 5550138", "DE")
    assert stored == ("+4968515550137", "+491715550138")


def parsed(digits: str, country: str | None) -> str | None:
    """What phonenumbers alone makes of digits."""
    try:
        number = phonenumbers.parse(digits, country)
    except phonenumbers.NumberParseException:
        return None
    national = phonenumbers.national_significant_number(number)
    return f"+{number.country_code}{national}" if len(national) >= SHORTEST_NUMBER else None


@settings(max_examples=500)
@given(
    country=st.sampled_from(COUNTRIES), digits=st.from_regex(r"0?[1-9][0-9]{3,15}", fullmatch=True)
)
def test_the_fast_way_agrees_for_national_numbers(country: str, digits: str) -> None:
    """For every country a national number becomes what phonenumbers parses, or stays as typed."""
    assert PhoneCompleter().complete(digits, country) == (parsed(digits, country) or digits)


@settings(max_examples=500)
@given(st.from_regex(r"[1-9][0-9]{6,16}", fullmatch=True))
def test_the_fast_way_agrees_for_international_numbers(digits: str) -> None:
    """For every calling code an international number becomes what phonenumbers parses."""
    if len(split_calling_code(digits)[1]) >= SHORTEST_NUMBER:
        assert PhoneCompleter().complete(f"+{digits}", "") == (
            parsed(f"+{digits}", None) or f"+{digits}"
        )


@given(st.text(max_size=60), st.sampled_from(["", "DE", "US", "IT", "nonsense"]))
def test_any_cell_can_be_completed(cell: str, country: str) -> None:
    """No text breaks it, and every stored number is either complete or typed text."""
    for number in PhoneCompleter().complete_all(cell, country):
        assert number == number.strip()

"""Written text becomes the value of a field, or is refused."""

import pytest

from desktop_app.core.customer_fields import (
    LONGEST_FIELD,
    LONGEST_TEXT,
    items_value,
    language_code,
    line_value,
    text_value,
)
from desktop_app.core.errors import FieldRefusedError


def test_a_line_is_trimmed_and_composed() -> None:
    """White space of any kind becomes spaces, accents are composed, invisible marks go."""
    written = "  Mu\u0308ller\u00a0&\tSo\u00adhne\r\n "
    assert line_value("name", written) == "M\u00fcller & Sohne"


def test_a_text_keeps_its_lines() -> None:
    """Line ends of every system become one; other white space becomes spaces."""
    assert text_value("authorised", " A\tB\r\nC\rD\u2028E\n") == "A B\nC\nD\nE"
    assert text_value("authorised", " plain ") == "plain"


@pytest.mark.parametrize("char", ["\0", "\x07", "\x1b", "\x7f", "\x85", "\x0b"])
def test_control_characters_are_refused(char: str) -> None:
    """Neither a line nor a text holds control characters."""
    for value in (line_value, text_value):
        with pytest.raises(FieldRefusedError) as caught:
            value("name", f"a{char}b")
        assert (caught.value.field, caught.value.reason) == ("name", "control")


def test_long_values_are_refused() -> None:
    """The bound counts the trimmed text; one more character is refused."""
    assert line_value("name", " " + "x" * LONGEST_FIELD) == "x" * LONGEST_FIELD
    with pytest.raises(FieldRefusedError) as caught:
        line_value("name", "x" * (LONGEST_FIELD + 1))
    assert caught.value.reason == "too-long"
    with pytest.raises(FieldRefusedError):
        text_value("authorised", "ü" * (LONGEST_TEXT + 1))


def test_items_are_separated() -> None:
    """E-mails and domains are split at commas, semicolons and white space, each kept once."""
    assert items_value("emails", " a@x.example; b@x.example,a@x.example\nc@x.example ;") == (
        "a@x.example",
        "b@x.example",
        "c@x.example",
    )
    assert items_value("emails", " ") == ()
    with pytest.raises(FieldRefusedError):
        items_value("emails", "a" * (LONGEST_FIELD + 1))


@pytest.mark.parametrize(
    ("text", "code"),
    [("de", "de"), ("DE-AT", "de"), ("Deutsch", "de"), ("German", "de"), ("en_GB", "en"),
     ("Englisch", "en"), ("fr", ""), ("", "")],
)  # fmt: skip
def test_languages_are_recognised(text: str, code: str) -> None:
    """Codes, locales and names; other languages than the two are empty."""
    assert language_code(text) == code

"""The notice that a password was set."""

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QUrl

from desktop_app.core.entities import Customer
from desktop_app.gui.password.notice import notice_url

AT = datetime(2026, 11, 22, 14, 7).astimezone(UTC)
CUSTOMER = Customer(
    id=1, number="104233", name="Anja Müller", emails=("anja@example.org",), language="de"
)


def letter(url: QUrl | None) -> str:
    assert url is not None
    return QUrl.fromPercentEncoding(url.toEncoded())


def test_the_letter_is_in_the_customers_language() -> None:
    """Whatever language the window has, the customer reads their own."""
    german = letter(notice_url(CUSTOMER, AT, "en"))
    assert "Guten Tag Anja Müller," in german
    assert "104233 wurde am 22. November 2026 um 14:07 Uhr" in german
    english = letter(notice_url(replace(CUSTOMER, language="en"), AT, "de"))
    assert "104233 on 22 November 2026 at 14:07." in english


def test_without_a_known_language_the_window_decides() -> None:
    """A customer whose language nobody knows gets the user's."""
    unknown = replace(CUSTOMER, language="")
    assert "Guten Tag" in letter(notice_url(unknown, AT, "de"))
    assert "Hello Anja Müller," in letter(notice_url(unknown, AT, "en"))


def test_without_an_address_there_is_no_letter() -> None:
    """A notice has somewhere to go or is not offered."""
    assert notice_url(replace(CUSTOMER, emails=()), AT, "de") is None


def test_an_address_brings_no_recipients_along() -> None:
    """What stands in a list is an address and never a part of the link."""
    hostile = replace(CUSTOMER, emails=("a@example.org?bcc=b@example.org&body=x",))
    url = notice_url(hostile, AT, "de")
    assert url is not None
    assert bytes(url.toEncoded().data()).startswith(
        b"mailto:a@example.org%3Fbcc%3Db@example.org%26"
    )


def test_names_with_special_characters_stay_text() -> None:
    """An ampersand in a company's or person's name does not cut the letter short."""
    url = notice_url(replace(CUSTOMER, name="Müller & Söhne #1 {x}"), AT, "de")
    assert "Guten Tag Müller & Söhne #1 {x}," in letter(url)
    assert letter(url).endswith("per E-Mail.\r\n")

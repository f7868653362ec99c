"""The notices to a customer of what became of their telephone password."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument

from desktop_app.core.entities import Customer
from desktop_app.gui.notices.notice import (
    LONGEST_LINK,
    Notice,
    NoticeKind,
    letter_page,
    mail_link,
    notice_text,
)

AT = datetime(2026, 11, 22, 14, 7).astimezone(UTC)
ADDRESS = "anja@example.org"
CUSTOMER = Customer(id=1, number="104233", name="Anja Müller", emails=(ADDRESS,), language="de")


def body(
    customer: Customer = CUSTOMER, kind: NoticeKind = NoticeKind.SET, other: str = "en"
) -> str:
    return notice_text(Notice(kind, customer, AT), other).body


def linked(customer: Customer = CUSTOMER, address: str = ADDRESS) -> str:
    link = mail_link(notice_text(Notice(NoticeKind.SET, customer, AT), "en"), address)
    assert link is not None
    return bytes(link.toEncoded().data()).decode("ascii")


@pytest.mark.parametrize("kind", NoticeKind)
def test_every_notice_says_what_happened_when_and_what_to_do(kind: NoticeKind) -> None:
    """In both languages, with the customer's number, and without a telephone number or receipt."""
    german = body(kind=kind)
    assert german.startswith("Guten Tag Anja Müller,\n\nfür Ihr Kundenkonto 104233 ")
    assert "am 22. November 2026 um 14:07 Uhr" in german
    assert "rufen Sie uns bitte sofort an" in german
    english = body(replace(CUSTOMER, language="en"), kind)
    assert english.startswith("Hello Anja Müller,")
    assert "104233" in english
    assert "on 22 November 2026 at 14:07" in english
    assert "please call us at once" in english
    for text in (german, english):
        assert "VW-" not in text
        assert "+49" not in text


def test_each_kind_has_a_subject_of_its_own() -> None:
    """Whoever reads only that knows what happened."""
    for language in ("de", "en"):
        customer = replace(CUSTOMER, language=language)
        subjects = {notice_text(Notice(k, customer, AT), "en").subject for k in NoticeKind}
        assert len(subjects) == len(NoticeKind)


def test_without_a_known_language_the_window_decides() -> None:
    """A customer whose language nobody knows gets the user's."""
    unknown = replace(CUSTOMER, language="")
    assert "Guten Tag" in body(unknown, other="de")
    assert "Hello Anja Müller," in body(unknown, other="en")


def test_a_customer_without_a_name_is_greeted_all_the_same() -> None:
    """No gap before the comma."""
    assert body(replace(CUSTOMER, name="")).startswith("Guten Tag,")


def test_an_address_brings_no_recipients_along() -> None:
    """What stands in a list is an address and never a part of the link."""
    link = linked(address="a@example.org?bcc=b@example.org&body=x")
    assert link.startswith("mailto:a@example.org%3Fbcc%3Db@example.org%26body%3Dx?subject=")


def test_names_with_special_characters_stay_text() -> None:
    """An ampersand in a company's or person's name does not cut the notice short."""
    link = linked(replace(CUSTOMER, name="Müller & Söhne #1 {x} %41"))
    assert "Guten Tag Müller & Söhne #1 {x} %41," in QUrl.fromPercentEncoding(link.encode())
    assert link.endswith("per%20E-Mail.%0D%0A")
    assert link.count("&") == 1  # between subject and body


@pytest.mark.parametrize("kind", NoticeKind)
@pytest.mark.parametrize("language", ["de", "en"])
def test_a_link_is_never_longer_than_every_system_takes(kind: NoticeKind, language: str) -> None:
    """An ordinary name fits; a very long one is left out; a very long address is no link."""
    customer = replace(CUSTOMER, language=language)
    text = notice_text(Notice(kind, customer, AT), "en")
    link = mail_link(text, ADDRESS)
    assert link is not None
    assert "Anja" in link.toString()
    long = notice_text(Notice(kind, replace(customer, name="Ö" * 500), AT), "en")
    link = mail_link(long, ADDRESS)
    assert link is not None
    assert len(link.toEncoded().data()) <= LONGEST_LINK
    assert mail_link(text, "a" * LONGEST_LINK) is None


def test_the_letter_is_the_same_text_with_whom_it_is_for() -> None:
    """Printed as it is, never read as markup."""
    customer = replace(CUSTOMER, name="<b>Anja</b>", company="Müller & Söhne")
    text = notice_text(Notice(NoticeKind.BLOCKED, customer, AT), "en")
    document = QTextDocument()
    document.setHtml(letter_page(text, customer))
    printed = document.toPlainText().replace("\u2028", "\n")
    assert printed.startswith(f"{text.subject}\nMüller & Söhne\n<b>Anja</b>\n")
    for paragraph in (text.greeting, *text.paragraphs):
        assert paragraph in printed

"""The notice to a customer of what became of their telephone password.

It says what happened and when, and what to do if it was not them. It never contains the password,
nor a receipt, with which somebody who has read it could appear to be in the know; and no telephone
number, because one in a forged notice would be called.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final
from urllib.parse import quote

from PySide6.QtCore import QUrl

from desktop_app.core.document import Document, Paragraph, html_of
from desktop_app.core.entities import Customer
from desktop_app.gui.notices.notice_words import NOTICES
from desktop_app.gui.texts.letter_dates import day_of, language_of, time_of

LONGEST_LINK: Final = 2_000
"""What every system hands on to a mail program; Windows stops at 2,083 characters."""


class NoticeKind(StrEnum):
    """What a customer is told of."""

    SET = "set"
    REMOVED = "removed"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Notice:
    """What happened to a customer's telephone password, and when."""

    kind: NoticeKind
    customer: Customer
    at: datetime


@dataclass(frozen=True, slots=True)
class NoticeText:
    """A notice in the customer's language, which need not be the window's."""

    language: str
    subject: str
    greeting: str
    plain_greeting: str
    paragraphs: tuple[str, ...]

    @property
    def body(self) -> str:
        """The whole text."""
        return "\n\n".join((self.greeting, *self.paragraphs))


def notice_text(notice: Notice, language: str) -> NoticeText:
    """The notice in the customer's language, in ``language`` (``de``, ``en``) if it is unknown."""
    customer = notice.customer
    spoken = language_of(customer, language)
    words = NOTICES[spoken]
    subject, paragraphs = words.of[notice.kind]
    return NoticeText(
        spoken,
        subject,
        words.greeting.format(name=f" {customer.name}" if customer.name else ""),
        words.greeting.format(name=""),
        tuple(
            each.format(
                number=customer.number, day=day_of(notice.at, spoken), time=time_of(notice.at)
            )
            for each in (*paragraphs, *words.always)
        ),
    )


def mail_link(text: NoticeText, address: str) -> QUrl | None:
    """A ``mailto:`` link (RFC 6068) that opens the notice in the mail program.

    Without the name where it would be too long for that; None where it is even so.
    """
    for greeting in (text.greeting, text.plain_greeting):
        body = "\r\n\r\n".join((greeting, *text.paragraphs)) + "\r\n"
        # Quoted whole, so that an address can bring no recipients or fields of its own along.
        link = f"mailto:{quote(address, safe='@')}?subject={quote(text.subject)}&body={quote(body)}"
        if len(link) <= LONGEST_LINK:
            return QUrl.fromEncoded(link.encode("ascii"), QUrl.ParsingMode.StrictMode)
    return None


def letter_page(text: NoticeText, customer: Customer) -> str:
    """The same as HTML to be printed, with whom it is for at the top."""
    whom = "\n".join(filter(None, (customer.company, customer.name)))
    blocks = tuple(map(Paragraph, (text.greeting, *text.paragraphs)))
    head = (Paragraph(whom),) if whom else ()
    return html_of(Document(text.subject, text.language, (*head, *blocks)))

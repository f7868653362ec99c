"""The one line about a check or a change that may go into a ticket."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop_app.core.entities import Answer, Customer, Verdict
from desktop_app.gui.texts import sentences

translate = QCoreApplication.translate


def verdict_line(verdict: Verdict, customer: Customer, person: str) -> str:
    """Number, answer, time, person and receipt; nothing about the password."""
    parts = [
        translate("Receipt", "Telephone password"),
        translate("Receipt", "customer {number}").format(number=customer.number),
        sentences.answer_word(verdict.answer).lower(),
        _moment(verdict.at),
        person,
        verdict.receipt,
    ]
    if verdict.answer is Answer.MATCHES:
        parts.append(translate("Receipt", "this call only"))
    return " · ".join(parts)


def change_line(
    what: str, receipt: str, at: datetime, customer: Customer, person: str, *, subject: str = ""
) -> str:
    """The same for a change; ``what`` says in a few words what was done.

    ``subject`` is what was changed where it is not the telephone password.
    """
    return " · ".join(
        (
            subject or translate("Receipt", "Telephone password"),
            translate("Receipt", "customer {number}").format(number=customer.number),
            what,
            _moment(at),
            person,
            receipt,
        )
    )


def _moment(at: datetime) -> str:
    local = at.astimezone()
    offset = f"{local:%z}"
    return f"{local:%Y-%m-%d %H:%M} {offset[:3]}:{offset[3:5]}"

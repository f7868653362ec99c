"""The notice to a customer that a telephone password was set; it never contains the password."""

from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from urllib.parse import quote

from PySide6.QtCore import QDate, QLocale, QUrl

from desktop_app.core.entities import Customer


@dataclass(frozen=True, slots=True)
class _Letter:
    """A text in the customer's language, which need not be the window's."""

    locale: QLocale
    day: str
    subject: str
    body: str


# In the customer's language, not the user's: therefore not among the translated texts.
_LETTERS = MappingProxyType(
    {
        "de": _Letter(
            QLocale(QLocale.Language.German, QLocale.Country.Germany),
            "d. MMMM yyyy",
            "Ihr Telefon-Passwort wurde neu gesetzt",
            "Guten Tag{name},\r\n\r\n"
            "für Ihr Kundenkonto {number} wurde am {day} um {time} Uhr ein neues"
            " Telefon-Passwort gesetzt. Ein früheres gilt nicht mehr.\r\n\r\n"
            "Wenn Sie das nicht veranlasst haben, rufen Sie uns bitte sofort an.\r\n\r\n"
            "Das Passwort steht in keiner unserer E-Mails. Bitte senden auch Sie es niemals"
            " per E-Mail.\r\n",
        ),
        "en": _Letter(
            QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
            "d MMMM yyyy",
            "Your telephone password has been set",
            "Hello{name},\r\n\r\n"
            "a new telephone password was set for your customer account {number} on {day} at"
            " {time}. An earlier one is no longer valid.\r\n\r\n"
            "If you did not ask for this, please call us at once.\r\n\r\n"
            "None of our e-mails contains the password. Please never send it by e-mail"
            " yourself.\r\n",
        ),
    }
)


def notice_url(customer: Customer, at: datetime, language: str) -> QUrl | None:
    """A ``mailto:`` address with the notice; None where the customer has no e-mail address.

    The letter is in the customer's language, or in ``language`` (``de`` or ``en``) where that is
    not known.
    """
    if not customer.emails:
        return None
    letter = _LETTERS[customer.language if customer.language in _LETTERS else language]
    local = at.astimezone()
    body = letter.body.format(
        name=f" {customer.name}" if customer.name else "",
        number=customer.number,
        day=letter.locale.toString(QDate(local.year, local.month, local.day), letter.day),
        time=f"{local:%H:%M}",
    )
    # Quoted whole, so that an address can bring no recipients or fields of its own along.
    address = quote(customer.emails[0], safe="@")
    text = f"mailto:{address}?subject={quote(letter.subject)}&body={quote(body)}"
    return QUrl.fromEncoded(text.encode("ascii"), QUrl.ParsingMode.StrictMode)

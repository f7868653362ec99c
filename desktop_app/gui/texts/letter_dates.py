"""Days and times as a letter writes them, in the customer's language instead of the window's."""

from datetime import datetime
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QDate, QLocale

from desktop_app.core.entities import Customer

_LOCALES: Final = MappingProxyType(
    {
        "de": (QLocale(QLocale.Language.German, QLocale.Country.Germany), "d. MMMM yyyy"),
        "en": (QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom), "d MMMM yyyy"),
    }
)


def language_of(customer: Customer, otherwise: str) -> str:
    """The customer's language, ``de`` or ``en``; ``otherwise`` where it is not known."""
    return customer.language if customer.language in _LOCALES else otherwise


def day_of(moment: datetime, language: str) -> str:
    """The local date: ``22. November 2026``."""
    local = moment.astimezone()
    locale, form = _LOCALES[language]
    return locale.toString(QDate(local.year, local.month, local.day), form)


def time_of(moment: datetime) -> str:
    """The local time: ``14:07``."""
    return f"{moment.astimezone():%H:%M}"

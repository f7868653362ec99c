"""Texts in the user's language outside of Qt objects, and the catalogues they come from."""

from PySide6.QtCore import QCoreApplication, QTranslator

from desktop_app.core.preferences import SuggestionLanguage
from desktop_app.resources import resource

_ENGLISH = SuggestionLanguage.ENGLISH.value
_LANGUAGES = frozenset({_ENGLISH, SuggestionLanguage.GERMAN.value})


def tr(text: str, disambiguation: str | None = None, n: int = -1) -> str:
    """The translation of a text with a number, in the plural form that ``n`` needs.

    Only for functions of a module: lupdate finds the call there under no context, and finds no
    plural in a call of ``QCoreApplication.translate``. Qt objects have a ``tr`` of their own.
    """
    return QCoreApplication.translate("", text, disambiguation, n)


def install_catalogue(application: QCoreApplication, language: str) -> None:
    """Let ``application`` speak ``language``; English has a catalogue for its plurals."""
    translator = QTranslator(application)
    if translator.load(str(resource("translations", f"watchword_{language}.qm"))):
        application.installTranslator(translator)


def window_language() -> str:
    """The language that the windows speak, ``en`` or ``de``; the catalogue in force names it.

    Not the locale: that is the computer's, and says how dates are written.
    """
    code = QCoreApplication.translate("Language", "en", "The code of the catalogue's language")
    return code if code in _LANGUAGES else _ENGLISH


def suggested_language(preference: SuggestionLanguage, customer: str = "") -> str:
    """The language, ``en`` or ``de``, of words that are suggested for somebody.

    ``customer`` is the language of whom they are for, which comes first; empty where unknown.
    """
    if customer in _LANGUAGES:
        return customer
    return window_language() if preference is SuggestionLanguage.WINDOW else preference.value

"""Texts in the user's language outside of Qt objects, and the catalogues they come from."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from desktop_app.core.preferences import Language, SuggestionLanguage
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
    if translator.load(str(_catalogue(language))):
        application.installTranslator(translator)


def installed_languages() -> tuple[Language, ...]:
    """The languages that have a catalogue here."""
    choices = (language for language in Language if language is not Language.SYSTEM)
    return tuple(language for language in choices if _catalogue(language).is_file())


def speak(application: QCoreApplication, choice: Language) -> None:
    """Let ``application`` speak the chosen language; English is there already and stays below.

    The system's language, and one without a catalogue, are English where they have none here.
    """
    wanted = QLocale.system().name()[:2] if choice is Language.SYSTEM else choice.value
    if wanted != _ENGLISH and wanted in installed_languages():
        install_catalogue(application, wanted)


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


def _catalogue(language: str) -> Path:
    return resource("translations", f"watchword_{language}.qm")

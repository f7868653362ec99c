"""Texts in the user's language outside of Qt objects, and the catalogues they come from."""

from PySide6.QtCore import QCoreApplication, QTranslator

from desktop_app.resources import resource


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

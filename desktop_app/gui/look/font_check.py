"""Whether this computer has the typefaces that a window needs."""

from PySide6.QtCore import QCoreApplication

from desktop_app.core.errors import FontsMissingError


def headless_application() -> QCoreApplication:
    """An application that shows nothing, and knows the fonts where Qt can load its windows."""
    try:
        from PySide6.QtGui import QGuiApplication
    except ImportError:  # a system library of Qt's is missing
        return QCoreApplication(["watchword"])
    return QGuiApplication(["watchword", "-platform", "offscreen"])


def fixed_font() -> dict[str, str]:
    """The fixed-width typeface that passwords are shown in; called in the main thread.

    Raises:
        FontsMissingError: Qt's parts for windows cannot be loaded, or there is no typeface.
    """
    try:
        from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication
    except ImportError as error:
        raise FontsMissingError from error
    if not isinstance(QCoreApplication.instance(), QGuiApplication):
        raise FontsMissingError
    if not QFontDatabase.families():
        raise FontsMissingError
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    return {"family": QFontInfo(fixed).family()}

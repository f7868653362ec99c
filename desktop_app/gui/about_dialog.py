"""What this is, and whose work it stands on."""

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

from desktop_app import __version__
from desktop_app.gui.context import Desk
from desktop_app.gui.quiet_dialog import QuietDialog
from desktop_app.gui.widgets.buttons import PrimaryButton
from desktop_app.gui.widgets.labels import Label


class AboutDialog(QuietDialog):
    """Name, version, licence and credits as plain text; Esc and Enter close it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.appearance, desk.tasks, title="", parent=parent)
        self.setWindowTitle(self.tr("About Watchword"))
        self.set_words(
            self.tr("Watchword {version}").format(version=__version__),
            self.tr("Verifies callers by their telephone password. Free software, MIT licence."),
        )
        for text in self._credits():
            self.form.addWidget(Label(desk.appearance, text, wrap=True, parent=self))
        close = PrimaryButton(desk.appearance, self.tr("Close"), keys=("Esc",), parent=self)
        close.clicked.connect(self.accept)
        self.set_foot(close)
        close.setFocus()

    def enter_pressed(self) -> None:
        """Close."""
        self.accept()

    def _credits(self) -> tuple[str, ...]:
        return (
            self.tr(
                "Windows: Qt {version} by The Qt Company and contributors, and PySide6, used under"
                " the GNU Lesser General Public License, version 3."
            ).format(version=qVersion()),
            self.tr(
                "English words: the long list of the Electronic Frontier Foundation,"
                " Creative Commons Attribution 3.0 US."
            ),
            self.tr("German words: the lists of dys2p, BSD 3-clause licence."),
            self.tr(
                "Also at work: argon2-cffi, cryptography, keyring, phonenumbers, psycopg,"
                " platformdirs, xkcdpass, zxcvbn and charset-normalizer."
            ),
        )

"""Prepare a notice: by e-mail through the mail program, or as a letter."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop_app.gui.context import Desk
from desktop_app.gui.desktop.printing import PrintPage, print_page
from desktop_app.gui.notices.notice import Notice, letter_page, mail_link, notice_text
from desktop_app.gui.quiet_dialog import QuietDialog
from desktop_app.gui.texts.translation import window_language
from desktop_app.gui.widgets.buttons import OutlineButton, PrimaryButton
from desktop_app.gui.widgets.fields import ChoiceField, LinesField
from desktop_app.gui.widgets.labels import Label

_LINES: Final = 13


class NoticeDialog(QuietDialog):
    """Shows the notice as it will be, and hands it on; it sends nothing itself.

    ``open_url`` hands a link to the system's mail program, ``print_page`` is asked where the
    letter is printed.
    """

    def __init__(
        self,
        desk: Desk,
        notice: Notice,
        parent: QWidget | None = None,
        *,
        open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl,
        print_page: PrintPage = print_page,
    ) -> None:
        appearance = desk.appearance
        super().__init__(appearance, desk.tasks, title="", parent=parent)
        self._customer = notice.customer
        self._text = notice_text(notice, window_language())
        self._open_url = open_url
        self._print_page = print_page
        self.setWindowTitle(self.tr("Notice to the customer"))
        self._address = ChoiceField(appearance, name=self.tr("To"), parent=self)
        self._address.addItems(notice.customer.emails)
        self._subject = Label(appearance, self._text.subject, weight=600, wrap=True, parent=self)
        self._preview = LinesField(appearance, lines=_LINES, parent=self)
        self._preview.setReadOnly(True)
        self._preview.setPlainText(self._text.body)
        self._preview.setAccessibleName(self.tr("The notice"))
        self._mail = PrimaryButton(
            appearance, self.tr("Open mail program"), icon="mail", parent=self
        )
        self._letter = OutlineButton(appearance, self.tr("Print as a letter…"), parent=self)
        self._close = OutlineButton(appearance, self.tr("Close"), keys=("Esc",), parent=self)
        self._build()

    def enter_pressed(self) -> None:
        """Open the mail program; where there is no address, print the letter."""
        (self._mail if self._mail.isEnabled() else self._letter).click()

    def _build(self) -> None:
        self.add_field(self.tr("To"), self._address)
        self.form.addWidget(self._subject)
        self.form.addWidget(self._preview)
        self.set_foot(self._mail, self._close, side=self._letter)
        self._mail.clicked.connect(self._on_mail_clicked)
        self._letter.clicked.connect(self._on_letter_clicked)
        self._close.clicked.connect(self.reject)
        title = self.tr("Notice to the customer")
        if self._customer.emails:
            self.set_words(
                title,
                self.tr("In the customer's language. It never contains the password."),
            )
            (self._address if self._address.count() > 1 else self._mail).setFocus()
            return
        self.set_field_visible(self._address, visible=False)
        self._mail.set_unavailable(self.tr("There is no e-mail address on file"))
        self.set_words(
            title,
            self.tr(
                "There is no e-mail address on file: it can only go as a letter. It never contains"
                " the password."
            ),
        )
        self._letter.setFocus()

    def _on_mail_clicked(self) -> None:
        link = mail_link(self._text, self._address.currentText())
        if link is None:
            self._failure.set_texts(
                self.tr("This is too long for a mail program."),
                self.tr("Print it as a letter instead."),
            )
        elif self._open_url(link):
            self.set_words(
                self.tr("Handed to the mail program"),
                self.tr("Read it there and send it; Watchword sends nothing itself."),
            )
            self._close.setFocus()
        else:
            self._failure.set_texts(
                self.tr("No mail program could be opened."),
                self.tr("Print it as a letter, or write the notice by hand."),
            )

    def _on_letter_clicked(self) -> None:
        html = letter_page(self._text, self._customer)
        job = self._print_page(self, self._text.subject, html)
        if job is not None:
            self.work(job, lambda _nothing: self._on_printed())

    def _on_printed(self) -> None:
        self.set_words(self.tr("Handed to the printer"), "")
        self._close.setFocus()

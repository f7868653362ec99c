"""The new password, shown once: read out, read back, gone."""

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.entities import Change, Customer, Validity
from desktop_app.core.secret import Secret
from desktop_app.gui.context import Context
from desktop_app.gui.look.theme import Look
from desktop_app.gui.notices.notice import Notice, NoticeKind
from desktop_app.gui.spelling_help import AlphabetChoice, spelled
from desktop_app.gui.texts import sentences
from desktop_app.gui.texts.receipt_line import change_line
from desktop_app.gui.widgets.amber_bar import AmberBar
from desktop_app.gui.widgets.buttons import LinkButton
from desktop_app.gui.widgets.fields import CheckBox
from desktop_app.gui.widgets.icon_label import IconLabel
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.receipt import ReceiptRow
from desktop_app.gui.widgets.shown_password import ShownPassword, SpellingTiles
from desktop_app.gui.widgets.surfaces import Box

_BOX_MARGIN = 18


class HandOverPanel(QWidget):
    """Shows a saved password until it is hidden, which is for good.

    ``forget`` drops every reference to it that the panel has.
    """

    notice_wanted = Signal(object)
    """The ``Notice`` that may be prepared."""

    def __init__(self, context: Context, customer: Customer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._customer = customer
        self._text: Secret[str] | None = None
        self._notice: Notice | None = None
        appearance = context.desk.appearance
        self._who = Label(appearance, pixels=12, colour="text3", parent=self)
        self._shown = ShownPassword(appearance, name=self.tr("New password"), parent=self)
        self._holds = Label(appearance, pixels=12, colour="text2", parent=self)
        self._holds.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._read_out = Label(
            appearance,
            self.tr("Read it out like this"),
            pixels=12,
            weight=600,
            colour="text2",
            parent=self,
        )
        self._alphabet = AlphabetChoice(context.desk, self)
        self._tiles = SpellingTiles(appearance, name=self.tr("Spelling"), parent=self)
        self._warning = AmberBar(appearance, stacked=True, parent=self)
        self._read_back = CheckBox(
            appearance, self.tr("The customer has read it back to me correctly"), self
        )
        self._told = CheckBox(
            appearance, self.tr("The customer has been told never to send it by e-mail"), self
        )
        self._prepare = LinkButton(
            appearance, self.tr("Prepare a notice…"), icon="mail", parent=self
        )
        self.receipt = ReceiptRow(appearance, self)
        self.receipt.add_action(self._prepare)
        self._lay_out()
        self._alphabet.alphabet_changed.connect(self._spell)
        self._prepare.clicked.connect(self._on_prepare_clicked)

    @property
    def is_shown(self) -> bool:
        """Whether the password is on screen."""
        return self._text is not None

    def show_password(self, text: Secret[str], change: Change, validity: Validity) -> None:
        """Show a password that has just been saved."""
        self._text = text
        person = self._context.session.storage.person.name
        self._who.setText(
            self.tr("{time} by {person}").format(
                time=sentences.precise_time(change.at), person=person
            )
        )
        self._shown.show_text(text)
        holds = self._holding(change.at, validity)
        self._holds.setText(holds)
        self._holds.setVisible(bool(holds))
        self._spell()
        self._warning.set_texts(
            self.tr("The customer must note it now. It cannot be shown again."),
            self.tr("Watchword keeps no readable copy of it."),
        )
        line = change_line(
            self.tr("new password set"), change.receipt, change.at, self._customer, person
        )
        self.receipt.set_receipt(change.receipt, line)
        self._notice = Notice(NoticeKind.SET, self._customer, change.at)

    def forget(self) -> None:
        """Hide the password for good."""
        self._text = None
        self._shown.forget(self.tr("Hidden. It cannot be shown again."))
        self._tiles.set_characters([])
        for widget in (self._read_out, self._alphabet, self._tiles, self._warning):
            widget.hide()

    def _lay_out(self) -> None:
        appearance = self._context.desk.appearance
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel(appearance, "tick-circle", look=Look.MATCH, size=20, parent=self))
        saved = self.tr("Password saved")
        head.addWidget(Label(appearance, saved, pixels=15, weight=600, parent=self))
        head.addStretch(1)
        head.addWidget(self._who)
        box = Box(appearance, parent=self)
        inner = QVBoxLayout(box)
        inner.setContentsMargins(_BOX_MARGIN, 16, _BOX_MARGIN, _BOX_MARGIN)
        inner.setSpacing(8)
        inner.addWidget(self._shown)
        inner.addWidget(self._holds)
        inner.addSpacing(10)
        choice = QHBoxLayout()
        choice.addWidget(self._read_out)
        choice.addStretch(1)
        choice.addWidget(self._alphabet)
        inner.addLayout(choice)
        inner.addWidget(self._tiles)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(box)
        layout.addWidget(self._warning)
        layout.addSpacing(2)
        checks = QVBoxLayout()
        checks.setSpacing(4)
        checks.addWidget(self._read_back)
        checks.addWidget(self._told)
        layout.addLayout(checks)
        layout.addStretch(1)
        layout.addWidget(self.receipt)

    def _spell(self) -> None:
        if self._text is not None:
            self._tiles.set_characters(spelled(self._text.reveal(), self._alphabet.alphabet))

    def _holding(self, at: datetime, validity: Validity) -> str:
        match validity:
            case Validity.ONE_CALL:
                return self.tr("Works for one call")
            case Validity.ONE_DAY:
                until = sentences.moment_of(at + timedelta(days=1), at)
                return self.tr("Works until {moment}").format(moment=until)
            case Validity.UNTIL_CHANGED | Validity.FIRST_USE:
                return ""

    def _on_prepare_clicked(self) -> None:
        if self._notice is not None:
            self.notice_wanted.emit(self._notice)

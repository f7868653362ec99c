"""The card of the selected customer."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSpacerItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.entities import PasswordState
from desktop_app.gui.customers.card_actions import CardActions
from desktop_app.gui.customers.card_boxes import CompactLines, LastCheckBox, PasswordBox
from desktop_app.gui.customers.card_parts import CardLine, WrappedLabel
from desktop_app.gui.customers.customer_actions import CustomerActions
from desktop_app.gui.customers.customer_data import CardData
from desktop_app.gui.customers.found_rows import FoundRow
from desktop_app.gui.desktop.announcing import announce
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.texts import sentences
from desktop_app.gui.widgets.amber_bar import AmberBar
from desktop_app.gui.widgets.buttons import IconButton, LinkButton
from desktop_app.gui.widgets.chip import ChipLabel, ChipState
from desktop_app.gui.widgets.icon import Icon
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.surfaces import Area

_PADDING: Final = 20
_NARROW_PADDING: Final = 16
_TICK_SHOWN_MS: Final = 1500


class CustomerCard(Area):
    """Who the customer is, how the password stands, what can be done.

    ``show_row`` shows at once what the list knows, ``show_data`` all the rest; between them the
    boxes are empty, so that nobody reads another customer's state.
    """

    back_requested = Signal()

    def __init__(
        self, appearance: Appearance, actions: CustomerActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, edges=Qt.Edge.LeftEdge, parent=parent)
        self._head = _CardHead(appearance, self)
        self._facts = _CardFacts(appearance, self)
        self._actions = CardActions(appearance, actions, self)
        self._back = LinkButton(appearance, self.tr("Back to the list"), icon="arrow-left")
        self._back.clicked.connect(self.back_requested)
        self._back.hide()
        content = QWidget(self)
        content.setProperty("ground", "bg")
        self._content = QVBoxLayout(content)
        self._content.setSpacing(0)
        self._content.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self._content.addWidget(self._head)
        self._content.addWidget(self._facts)
        self._content.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        filled = QWidget(self)
        filled_layout = QVBoxLayout(filled)
        filled_layout.setContentsMargins(0, 0, 0, 0)
        filled_layout.setSpacing(0)
        filled_layout.addWidget(scroll, 1)
        filled_layout.addWidget(self._actions)
        self._pages = QStackedWidget(self)
        self._empty = _EmptyCard(appearance, self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(filled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self.setAccessibleName(self.tr("Customer"))
        self.set_layout(narrow=False, small=False, alone=False)

    def set_layout(self, *, narrow: bool, small: bool, alone: bool) -> None:
        """Fit the window: less wide, less high, or in the list's place."""
        padding = _NARROW_PADDING if narrow else _PADDING
        top = 11 if small else 13
        self._content.setContentsMargins(padding, top, padding, 4)
        self._head.set_layout(small=small)
        self._facts.set_layout(small=small)
        self._actions.set_layout(padding=padding, small=small)
        self._back.setVisible(alone)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setContentsMargins(0 if rtl else 1, 0, 1 if rtl else 0, 0)

    def clear(self) -> None:
        """Show that no customer is selected."""
        self._pages.setCurrentWidget(self._empty)
        self._head.clear()
        self._facts.clear()

    def show_row(self, row: FoundRow) -> None:
        """Show who it is, and nothing about the password but its state."""
        customer = row.customer
        self._head.show_customer(customer.number, customer.name, customer.company)
        self._head.show_state(row.state)
        self._facts.clear()
        self._pages.setCurrentIndex(1)

    def show_data(self, data: CardData) -> None:
        """Show everything."""
        customer = data.details.customer
        self._head.show_customer(customer.number, customer.name, customer.company)
        self._head.show_state(data.details.standing.state)
        self._facts.show_data(data)
        self._pages.setCurrentIndex(1)

    def announce_caution(self) -> None:
        """Have the screen reader say the caution, which nobody has asked for."""
        self._facts.announce_caution()


class _CardHead(QWidget):
    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = Label(appearance, colour="text2", mono=True, selectable=True, parent=self)
        self._copy = IconButton(appearance, "copy", self.tr("Copy the customer number"), self)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._back = QTimer(self)
        self._back.setSingleShot(True)
        self._back.setInterval(_TICK_SHOWN_MS)
        self._back.timeout.connect(self._on_back_timeout)
        self._chip = ChipLabel(appearance, ChipState.NONE, self)
        self._name = WrappedLabel(appearance, pixels=20, weight=600, line_height=26, parent=self)
        self._company = WrappedLabel(appearance, colour="text2", parent=self)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self._number)
        row.addWidget(self._copy)
        row.addStretch(1)
        row.addWidget(self._chip)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(1)
        self._gap = QSpacerItem(0, 0)
        self._layout.addLayout(row)
        self._layout.addItem(self._gap)
        self._layout.addWidget(self._name)
        self._layout.addWidget(self._company)

    def set_layout(self, *, small: bool) -> None:
        self._layout.setContentsMargins(0, 0, 0, 9 if small else 13)
        self._gap.changeSize(0, 0 if small else 4)
        self._layout.invalidate()

    def clear(self) -> None:
        self.show_customer("", "", "")

    def show_customer(self, number: str, name: str, company: str) -> None:
        self._number.setText(number)
        self._name.setText(name or company)
        self._company.setText(company if name else "")
        self._company.setVisible(bool(name and company))

    def show_state(self, state: PasswordState) -> None:
        self._chip.set_state(ChipState(state))

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._number.text())
        self._copy.set_icon_name("tick")
        self._copy.setAccessibleDescription(self.tr("Copied"))
        self._back.start()

    def _on_back_timeout(self) -> None:
        self._copy.set_icon_name("copy")
        self._copy.setAccessibleDescription("")


class _CardFacts(QWidget):
    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._small = False
        self._inactive = CardLine(appearance, "minus-circle", parent=self)
        self._phones = CardLine(appearance, "phone", parent=self)
        self._mails = CardLine(appearance, "mail", parent=self)
        self._authorised = CardLine(appearance, "note", parent=self)
        self._compact = CompactLines(appearance, self)
        self._lines = QVBoxLayout()
        for line in (self._inactive, self._phones, self._mails, self._authorised, self._compact):
            self._lines.addWidget(line)
        self._caution = AmberBar(appearance, stacked=True, icon="flag", parent=self)
        self._password = PasswordBox(appearance, self)
        self._last_check = LastCheckBox(appearance, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(self._lines)
        for box in (self._caution, self._password, self._last_check):
            layout.addWidget(box)
        self.set_layout(small=False)

    def set_layout(self, *, small: bool) -> None:
        self._small = small
        self._lines.setSpacing(6 if small else 9)
        self._compact.setVisible(small)
        self._password.setVisible(not small)
        self._last_check.setVisible(not small)

    def clear(self) -> None:
        for line in (self._inactive, self._phones, self._mails, self._authorised):
            line.set_text("")
        self._caution.hide()
        self._password.show_standing(None, None)
        self._last_check.show_check(None, None)
        self._compact.show_card(None, None, None)

    def show_data(self, data: CardData) -> None:
        details, customer = data.details, data.details.customer
        self._inactive.set_text("" if customer.active else self.tr("No longer an active customer"))
        self._phones.set_text("\n".join(map(self._left_to_right, data.phones)))
        self._mails.set_text("\n".join(map(self._left_to_right, customer.emails)))
        self._authorised.set_text(
            self.tr("Also allowed to call: {people}").format(people=customer.authorised)
            if customer.authorised
            else ""
        )
        caution = details.caution
        self._caution.setVisible(caution is not None)
        if caution is not None:
            raised = self.tr("Caution, {person}, {moment}").format(
                person=caution.raised_by, moment=sentences.moment_of(caution.raised_at, data.at)
            )
            self._caution.set_texts(raised, caution.text)
        self._password.show_standing(details.standing, data.at)
        self._last_check.show_check(details.last_check, data.at)
        self._compact.show_card(details.standing, details.last_check, data.at)

    def announce_caution(self) -> None:
        announce(self._caution, self._caution.accessibleName(), interrupts=False)

    def _left_to_right(self, text: str) -> str:
        """Numbers and addresses read from the left in every language."""
        if self.layoutDirection() is Qt.LayoutDirection.LeftToRight:
            return text
        return f"\u2066{text}\u2069"


class _EmptyCard(QWidget):
    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        icon = Icon(appearance, "user", colour="text3", side=32, line_height=32, parent=self)
        title = Label(
            appearance,
            self.tr("No customer selected"),
            weight=600,
            colour="text2",
            parent=self,
        )
        hint = Label(
            appearance,
            self.tr("Search, then press Enter on the right customer."),
            colour="text3",
            wrap=True,
            parent=self,
        )
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(60, 0, 60, 0)
        layout.setSpacing(4)
        layout.addStretch(1)
        layout.addWidget(icon, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(10)
        layout.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(hint)
        layout.addStretch(1)

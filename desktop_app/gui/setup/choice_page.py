"""The one question of the first start."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.gui.context import Desk
from desktop_app.gui.desktop.announcing import announce
from desktop_app.gui.setup.contract import Way
from desktop_app.gui.setup.way_card import WayCard
from desktop_app.gui.setup.wizard_page import MARGIN, WizardPage
from desktop_app.gui.widgets.buttons import OutlineButton, PrimaryButton
from desktop_app.gui.widgets.hint_line import HintLine
from desktop_app.gui.widgets.icon import Icon
from desktop_app.gui.widgets.labels import Label

_LOGO: Final = 52
_CARD_GAP: Final = 10


class ChoicePage(WizardPage):
    """Three ways; the keys 1 to 3 choose one, Enter goes on with it."""

    chosen = Signal(object)
    """The ``Way`` to go on with."""

    quit_requested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setAccessibleName(self.tr("Welcome to Watchword. How do you want to use it?"))
        appearance = desk.appearance
        self._group = QButtonGroup(self)
        self._cards: dict[Way, WayCard] = {}
        self.body.setContentsMargins(MARGIN, 0, MARGIN, 16)
        self.body.setSpacing(_CARD_GAP)
        for number, way in enumerate(Way, start=1):
            self._add_card(way, str(number))
        promise = HintLine(appearance, icon="shield", parent=self)
        promise.set_text(
            self.tr("Telephone passwords are stored one-way. Nobody can look a password up.")
        )
        self.body.addSpacing(4)
        self.body.addWidget(promise)
        self.body.addStretch(1)
        self._quit = OutlineButton(appearance, self.tr("Quit"), parent=self)
        self._next = PrimaryButton(appearance, "", keys=("Enter",), parent=self)
        self._quit.clicked.connect(self.quit_requested)
        self._next.clicked.connect(lambda: self.chosen.emit(self.way))
        self.set_actions(self._next, self._quit)
        self._cards[Way.JOIN].setChecked(True)
        self._on_card_toggled()

    def say(self, sentence: str) -> None:
        """Say something above the foot that was found at this start."""
        line = HintLine(self._desk.appearance, parent=self)
        line.set_text(sentence)
        self.body.insertWidget(self.body.count() - 1, line)

    @property
    def way(self) -> Way:
        """The way that is chosen now."""
        return next(way for way, card in self._cards.items() if card.isChecked())

    def introduce(self) -> None:
        """The question has a head of its own."""
        announce(self, self.accessibleName())

    def enter(self) -> None:
        """The chosen card has the focus."""
        self._cards[self.way].setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        """Nothing is before it."""

    def _new_head(self) -> QWidget:
        appearance = self._desk.appearance
        head = QWidget(self)
        row = QHBoxLayout(head)
        row.setContentsMargins(MARGIN, 20, MARGIN, 12)
        row.setSpacing(16)
        row.addWidget(Icon(appearance, "logo", side=_LOGO, line_height=_LOGO, parent=head))
        words = QVBoxLayout()
        words.setSpacing(2)
        title = self.tr("Welcome to Watchword")
        words.addWidget(Label(appearance, title, pixels=24, weight=600, wrap=True, parent=head))
        question = self.tr("How do you want to use it?")
        words.addWidget(
            Label(appearance, question, pixels=15, colour="text2", wrap=True, parent=head)
        )
        row.addLayout(words, 1)
        return head

    def _add_card(self, way: Way, key: str) -> None:
        icon, title, meaning = self._texts(way)
        card = WayCard(
            self._desk.appearance, icon=icon, title=title, meaning=meaning, key=key, parent=self
        )
        self._cards[way] = card
        self._group.addButton(card)
        self.body.addWidget(card)
        card.toggled.connect(self._on_card_toggled)
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.activated.connect(card.click)
        shortcut.activated.connect(card.setFocus)

    def _texts(self, way: Way) -> tuple[str, str, str]:
        match way:
            case Way.JOIN:
                return (
                    "document-plus",
                    self.tr("Join my team"),
                    self.tr(
                        "You received an invitation file (.watchword) from an administrator. It"
                        " fills in everything; you only type its six words."
                    ),
                )
            case Way.SHARED:
                return (
                    "database",
                    self.tr("Set up a shared database"),
                    self.tr(
                        "For the first person in a team. You need a PostgreSQL server and its"
                        " credentials, about five minutes."
                    ),
                )
            case Way.WORKSTATION:
                return (
                    "monitor",
                    self.tr("Use this workstation only"),
                    self.tr(
                        "Data stays in one file on this computer; no server needed. You can move"
                        " to a shared database later."
                    ),
                )

    def _on_card_toggled(self) -> None:
        if any(card.isChecked() for card in self._cards.values()):
            match self.way:
                case Way.JOIN:
                    self._next.setText(self.tr("Choose invitation file…"))
                case Way.SHARED:
                    self._next.setText(self.tr("Continue"))
                case Way.WORKSTATION:
                    self._next.setText(self.tr("Start"))
            self._next.updateGeometry()

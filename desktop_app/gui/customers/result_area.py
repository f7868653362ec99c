"""What stands under the search: the start page, the list, or why the list is empty."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.gui.customers.customer_table import CustomerTable
from desktop_app.gui.customers.hint_line import HintLine, Hints
from desktop_app.gui.customers.start_page import StartPage
from desktop_app.gui.desktop.announcing import announce
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.buttons import OutlineButton
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.surfaces import Area

if TYPE_CHECKING:
    from desktop_app.gui.notice_line import NoticeLine


class ResultArea(QWidget):
    """One of four pages, and the key hints that go with it."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = CustomerTable(appearance, self)
        self.start = StartPage(appearance, self)
        self.nobody = NobodyPage(appearance, self)
        self.closed = ClosedPage(appearance, self)
        self.hints = HintLine(appearance, self)
        self._appearance = appearance
        self._origin: NoticeLine | None = None
        self._pages = QStackedWidget(self)
        for page in (self.start, self.table, self.nobody, self.closed):
            self._pages.addWidget(page)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.hints)

    @property
    def shows_table(self) -> bool:
        """Whether the list is on screen."""
        return self._pages.currentWidget() is self.table

    @property
    def shows_start(self) -> bool:
        """Whether the start page is on screen."""
        return self._pages.currentWidget() is self.start

    def show_start(self) -> None:
        """Nobody has typed anything."""
        self._pages.setCurrentWidget(self.start)

    def show_found(self, text: str, searched: str) -> None:
        """Show the list, or that it is empty."""
        if self.table.count:
            self._pages.setCurrentWidget(self.table)
        else:
            self.nobody.show_search(text, searched)
            self._pages.setCurrentWidget(self.nobody)

    def show_origin(self, sentence: str) -> None:
        """Say above the page of which search it is, or nothing; it is read out when it appears."""
        if not sentence:
            if self._origin is not None:
                self._origin.hide()
            return
        origin = self._origin or self._new_origin()
        if origin.isHidden():
            announce(origin, sentence)
        if origin.isHidden() or origin.accessibleName() != sentence:
            origin.show_text(sentence)

    def show_closed(self) -> None:
        """The profile is closed."""
        self._pages.setCurrentWidget(self.closed)

    def show_hints(self, *, connected: bool) -> None:
        """Show what the keys do on the present page."""
        if not connected:
            self.hints.show_hints(Hints.OFFLINE)
        elif self.shows_start:
            self.hints.show_hints(Hints.START)
        else:
            self.hints.show_hints(Hints.RESULTS if self.shows_table else Hints.NOBODY)

    def _new_origin(self) -> "NoticeLine":
        # Imported late: the window is there sooner without it.
        from desktop_app.gui.notice_line import NoticeLine

        self._origin = NoticeLine(self._appearance, icon="warning", dismissible=False, parent=self)
        self._column.insertWidget(0, self._origin)
        return self._origin


class NobodyPage(Area):
    """No customer was found."""

    new_customer_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, fill="surface", parent=parent)
        self._title = Label(appearance, pixels=15, weight=600, wrap=True, parent=self)
        self._searched = Label(appearance, colour="text2", wrap=True, parent=self)
        self._new = OutlineButton(appearance, self.tr("New customer…"), icon="plus", parent=self)
        self._new.clicked.connect(self.new_customer_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._searched)
        layout.addSpacing(4)
        layout.addWidget(self._new, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def show_search(self, text: str, searched: str) -> None:
        """Say what was looked for."""
        self._title.setText(self.tr("No customer matches “{text}”").format(text=text.strip()))
        self._searched.setText(
            self.tr("Searched for: {term}").format(term=searched)
            if searched
            else self.tr("There is nothing in it to search for: type letters or digits.")
        )
        self.setAccessibleName(self._title.text())

    def set_new(self, *, possible: bool) -> None:
        """Offer to add the customer."""
        self._new.setVisible(possible)


class ClosedPage(Area):
    """The customers are off the screen: for a pause, or because the login is refused."""

    resume_requested = Signal()
    join_requested = Signal()
    """Somebody has a new invitation for a login that is refused."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, fill="surface", parent=parent)
        self._title = Label(appearance, pixels=15, weight=600, wrap=True, parent=self)
        self._text = Label(appearance, colour="text2", wrap=True, parent=self)
        self.resume = OutlineButton(appearance, "", icon="unlock", parent=self)
        self.resume.clicked.connect(self.resume_requested)
        self._join = OutlineButton(appearance, self.tr("Join a team…"), parent=self)
        self._join.clicked.connect(self.join_requested)
        self._is_refused = False
        self._can_switch = False
        ways = QHBoxLayout()
        ways.setSpacing(8)
        ways.addWidget(self.resume)
        ways.addWidget(self._join)
        ways.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addSpacing(4)
        layout.addLayout(ways)
        layout.addStretch(1)
        self.set_refused(is_refused=False)

    def set_refused(self, *, is_refused: bool) -> None:
        """Say why nobody is on the screen, and the ways on."""
        self._is_refused = is_refused
        self._join.setVisible(is_refused)
        self._say()

    def set_switching(self, *, possible: bool) -> None:
        """Whether somebody else could take over: only then is it named among the ways on."""
        self._can_switch = possible
        self._say()

    def _say(self) -> None:
        gone = self.tr("Customers are off the screen, keys and connection are dropped.")
        if self._is_refused:
            self._title.setText(self.tr("Not signed in"))
            self._text.setText(f"{gone} {self._ways_on()}")
            self.resume.setText(self.tr("Try again"))
        else:
            self._title.setText(self.tr("Watchword is locked"))
            self._text.setText(gone)
            self.resume.setText(self.tr("Continue"))

    def _ways_on(self) -> str:
        if self._can_switch:
            return self.tr(
                "A check that had no answer yet is not checked: give no information. Try again"
                " once the login works, join with a new invitation, let somebody else take over"
                " (File, Switch person…), or quit."
            )
        return self.tr(
            "A check that had no answer yet is not checked: give no information. Try again once"
            " the login works, join with a new invitation, or quit."
        )

"""A customer's history: who checked, set, locked and unlocked what, and when."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.core.entities import Customer
from desktop_app.core.errors import WatchwordError
from desktop_app.gui.context import Context
from desktop_app.gui.customers.card_parts import WrappedLabel
from desktop_app.gui.desktop.printing import PrintPage, print_page
from desktop_app.gui.desktop.save_as import AskForFile, ask_for_file
from desktop_app.gui.desktop.window_geometry import remember_geometry, restore_geometry
from desktop_app.gui.journal.history_acts import HistoryActs
from desktop_app.gui.journal.history_list import HistoryList
from desktop_app.gui.journal.history_model import HistoryModel
from desktop_app.gui.journal.history_pages import (
    HistoryPage,
    HistoryQuestion,
    Show,
    read_page,
)
from desktop_app.gui.latest import Latest
from desktop_app.gui.texts.failures import failure
from desktop_app.gui.texts.journal_counts import shown_lines
from desktop_app.gui.widgets.amber_bar import AmberBar
from desktop_app.gui.widgets.buttons import OutlineButton
from desktop_app.gui.widgets.dialog_frame import DialogFrame
from desktop_app.gui.widgets.icon import Icon
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.list_keys import is_move
from desktop_app.gui.widgets.progress_line import ProgressLine
from desktop_app.gui.widgets.search_field import SearchField
from desktop_app.gui.widgets.segmented import SegmentedControl
from desktop_app.gui.widgets.surfaces import Area
from desktop_app.gui.widgets.tab_order import tab_through

_NAME: Final = "history"
_DEFAULT_SIZE: Final = (840, 680)
_SMALLEST_SIZE: Final = (560, 480)
_SAVE_KEYS: Final = ("Ctrl", "S")
_CLOSE_KEYS: Final = ("Esc",)
_MARGIN: Final = 20
_TOOLS_GAP: Final = 16
_ACTS_PLACE: Final = 2
_LINK_PADDING: Final = 10
_NARROWEST_SEARCH: Final = 180
_WIDEST_SEARCH: Final = 230
_FOOT_LINE: Final = 16
_FOOT_GAPS: Final = 46
"""The padlock in the foot and what stays free around the words beside it."""


class HistoryWindow(DialogFrame):
    """Reads page by page while somebody scrolls; ``highlight_receipt`` selects its line.

    ``ask_for_file`` is asked where a file shall go, ``print_page`` where something is printed.
    """

    def __init__(
        self,
        context: Context,
        customer: Customer,
        parent: QWidget | None = None,
        *,
        highlight_receipt: str = "",
        ask_for_file: AskForFile = ask_for_file,
        print_page: PrintPage = print_page,
    ) -> None:
        super().__init__(context.desk.appearance, parent=parent)
        self._context = context
        self._customer = customer
        self._page: HistoryPage | None = None
        self._highlight = highlight_receipt
        self._news = ""
        self._is_crowded = False
        self._model = HistoryModel(self)
        self._tools = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below = QHBoxLayout()
        self._first = Latest[HistoryPage](
            context.desk.tasks, self._on_first_page, self._on_reading_failed, self
        )
        self._next = Latest[HistoryPage](
            context.desk.tasks, self._on_next_page, self._on_reading_failed, self
        )
        self.setWindowTitle(self.tr("History"))
        self.setMinimumSize(*_SMALLEST_SIZE)
        self.header.set_customer(customer.name, customer.company, customer.number, "")
        self._acts = HistoryActs(context, customer, ask_for_file, print_page, self)
        self._build()
        self._connect()
        if not restore_geometry(self, _NAME, context.desk.preferences):
            self.resize(*map(context.desk.appearance.theme.scaled, _DEFAULT_SIZE))
        self.list_view.setFocus()
        self.refresh()

    @property
    def is_busy(self) -> bool:
        """Whether something is read or written."""
        return self._first.is_busy or self._next.is_busy or self._acts.is_busy

    def refresh(self) -> None:
        """Read again from the newest entry on."""
        self._page = None
        self._next.drop()
        self._progress.start()
        self._trouble.hide()
        journal = self._context.session.storage.journal
        question, receipt = self._question(), self._highlight
        self._acts.set_question(question)
        self._first.run(lambda: read_page(journal, question, until_receipt=receipt))

    def done(self, result: int) -> None:
        """Close; where the window stood is remembered."""
        remember_geometry(self, _NAME, self._context.desk.preferences)
        super().done(result)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and is_move(event):
            self.list_view.move_by_key(event)
            return True
        return super().eventFilter(watched, event)

    # --- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        appearance = self._context.desk.appearance
        self.show_choice = SegmentedControl(
            appearance,
            (
                (Show.ALL, self.tr("All")),
                (Show.CHECKS, self.tr("Checks")),
                (Show.PASSWORD, self.tr("Password")),
                (Show.LOCKS, self.tr("Locks")),
            ),
            name=self.tr("Which entries"),
            parent=self,
        )
        self.search = SearchField(
            appearance, placeholder=self.tr("Receipt or person"), compact=True, parent=self
        )
        self._progress = ProgressLine(appearance, parent=self)
        retry = OutlineButton(appearance, self.tr("Try now"), keys=("F5",), parent=self)
        retry.clicked.connect(self.refresh)
        self._failed = AmberBar(appearance, button=retry, parent=self)
        self._trouble = Area(appearance, fill="surface", parent=self)
        self._trouble.hide()
        self.list_view = HistoryList(appearance, self._model, self)
        self._nothing = Label(appearance, colour="text2", wrap=True, parent=self)
        self._foot_text = WrappedLabel(
            appearance, pixels=12, colour="text3", line_height=_FOOT_LINE, parent=self
        )
        self._save = OutlineButton(
            appearance, self.tr("Save as CSV…"), keys=_SAVE_KEYS, parent=self
        )
        self._close = OutlineButton(appearance, self.tr("Close"), keys=_CLOSE_KEYS, parent=self)
        self._lay_out()

    def _lay_out(self) -> None:
        appearance = self._context.desk.appearance
        tools = Area(appearance, edges=Qt.Edge.BottomEdge, parent=self)
        row = self._tools
        row.setContentsMargins(_MARGIN, 10, _MARGIN, 8)
        row.setSpacing(_TOOLS_GAP)
        row.addWidget(self.show_choice)
        row.addStretch(1)
        row.addWidget(self._acts)
        row.addWidget(self.search)
        theme = appearance.theme
        self.search.setMinimumWidth(theme.scaled(_NARROWEST_SEARCH))
        self.search.setMaximumWidth(theme.scaled(_WIDEST_SEARCH))
        column = QVBoxLayout(tools)
        column.setContentsMargins(0, 0, 0, 1)
        column.setSpacing(0)
        column.addLayout(row)
        self._below.setContentsMargins(_MARGIN - _LINK_PADDING, 0, _MARGIN, 4)
        column.addLayout(self._below)
        column.addWidget(self._progress)
        self.add_below_header(tools)
        around = QVBoxLayout(self._trouble)
        around.setContentsMargins(_MARGIN, 12, _MARGIN, 0)
        around.addWidget(self._failed)
        empty = Area(appearance, fill="surface", parent=self)
        beside = QVBoxLayout(empty)
        beside.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        beside.addWidget(self._nothing)
        beside.addStretch(1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list_view)
        self._stack.addWidget(empty)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addWidget(self._trouble)
        self.body.addWidget(self._stack, 1)
        icon = Icon(appearance, "padlock", colour="text3", side=14, line_height=16, parent=self)
        self.foot.add_leading(icon)
        self.foot.add_leading(self._foot_text, stretch=1)
        for button in (self._save, self._close):  # in this order on every platform
            self.foot.set_actions(button)
        list_and_foot = (self._trouble, self.list_view, self._save, self._close)
        tab_through(self.show_choice, self._acts, self.search, *list_and_foot)
        self._show_foot("")

    def _connect(self) -> None:
        self.show_choice.value_changed.connect(self.refresh)
        self.search.edited.connect(self.refresh)
        self.search.edit.installEventFilter(self)
        self.list_view.typed.connect(self._on_list_typed)
        self.list_view.end_reached.connect(self._read_on)
        self._acts.began.connect(self._progress.start)
        self._acts.finished.connect(self._on_acts_finished)
        self._acts.failed.connect(self._on_acts_failed)
        self._save.clicked.connect(self._acts.save_csv)
        self._close.clicked.connect(self.reject)
        self.bind_keys(
            {
                "F5": self.refresh,
                "Ctrl+F": self._on_search_requested,
                "Ctrl+S": self._save.click,
                "Ctrl+P": self._acts.print.click,
            }
        )

    def _fit(self) -> None:
        """Where there is no room side by side, stack what is above the list, shorten the foot."""
        needed = self.show_choice.sizeHint().width() + self.search.minimumWidth()
        crowded = self.width() < needed + _TOOLS_GAP + 2 * _MARGIN
        acts = self._acts.sizeHint().width() + 2 * _TOOLS_GAP
        self._place_acts(beside=self.width() >= needed + acts + _TOOLS_GAP + 2 * _MARGIN)
        if crowded != self._is_crowded:
            self._is_crowded = crowded
            down, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
            self._tools.setDirection(down if crowded else beside)
            self._tools.setSpacing(8 if crowded else _TOOLS_GAP)
            self._save.set_keys(() if crowded else _SAVE_KEYS)
            self._close.set_keys(() if crowded else _CLOSE_KEYS)
        self._show_foot(self._news)

    def _place_acts(self, *, beside: bool) -> None:
        if beside == (self._tools.indexOf(self._acts) >= 0):
            return
        self._tools.removeWidget(self._acts)
        self._below.removeWidget(self._acts)
        if beside:
            self._tools.insertWidget(_ACTS_PLACE, self._acts)
        else:
            self._below.addWidget(self._acts)

    # --- reading ---------------------------------------------------------------------------------

    def _question(self) -> HistoryQuestion:
        show = Show(self.show_choice.value())
        return HistoryQuestion(self._customer.id, show, self.search.text())

    def _read_on(self) -> None:
        page = self._page
        if page is None or page.before_id is None or self._first.is_busy or self._next.is_busy:
            return
        self._progress.start()
        journal, question = self._context.session.storage.journal, self._question()
        self._next.run(lambda: read_page(journal, question, page))

    def _on_first_page(self, page: HistoryPage) -> None:
        self._take(page)
        self._model.set_lines(page.lines, self._context.session.clock())
        self._show_counts()
        place = self._model.row_of(self._highlight) if self._highlight else None
        self._highlight = ""
        if place is not None:
            self.list_view.select(place)

    def _on_next_page(self, page: HistoryPage) -> None:
        self._take(page)
        self._model.append(page.lines)
        self._show_counts()

    def _take(self, page: HistoryPage) -> None:
        self._page = page
        self._progress.stop()
        self._trouble.hide()

    def _on_reading_failed(self, error: WatchwordError) -> None:
        self._progress.stop()
        self._show_trouble(self.tr("The history could not be read."), failure(error))

    def _show_counts(self) -> None:
        lines = self._model.lines
        question = self._question()
        is_filtered = question.show is not Show.ALL or bool(question.text.strip())
        self._stack.setCurrentIndex(0 if lines else 1)
        self._nothing.setText(
            self.tr("No entry matches.")
            if is_filtered
            else self.tr("Nothing has been recorded for this customer yet.")
        )
        there_are_more = self._page is not None and self._page.before_id is not None
        since = lines[-1].entry.at.astimezone().date() if lines and not is_filtered else None
        counted = shown_lines(len(lines), there_are_more=there_are_more, since=since)
        self._show_foot(counted if lines or is_filtered else "")

    def _show_foot(self, news: str) -> None:
        self._news = news
        promise = self.tr("Changed or removed entries are found when the journal is verified.")
        text = self._foot_text
        text.setText(" ".join(filter(None, (promise, news))))
        buttons = sum(each.sizeHint().width() for each in (self._save, self._close))
        room = self.width() - 2 * _MARGIN - buttons - _FOOT_GAPS
        two_lines = 2 * self._context.desk.appearance.theme.scaled(_FOOT_LINE)
        if news and text.heightForWidth(room) > two_lines:
            text.setText(news)
        text.updateGeometry()

    # --- keys and buttons ------------------------------------------------------------------------

    def _on_list_typed(self, text: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.edit.insert(text)

    def _on_search_requested(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.edit.selectAll()

    def _on_acts_finished(self, said: str) -> None:
        self._progress.stop()
        self._trouble.hide()
        if said:
            self._show_foot(said)

    def _on_acts_failed(self, happened: str, why: str) -> None:
        self._progress.stop()
        self._show_trouble(happened, why)

    def _show_trouble(self, happened: str, why: str) -> None:
        self._failed.set_texts(happened, why)
        self._trouble.show()
        event = QAccessibleAnnouncementEvent(self._failed, f"{happened} {why}")
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

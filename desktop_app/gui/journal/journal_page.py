"""The journal of the whole team: chosen entries as lines, newest first, and what one does with it.

Lines are read page by page as somebody scrolls. Enter opens the history of a line's customer.
"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.core.entities import Customer
from desktop_app.core.errors import CustomerNotFoundError, StorageError, WatchwordError
from desktop_app.core.journal_export import Exported
from desktop_app.gui.context import Context, Desk
from desktop_app.gui.customers.customer_actions import Act
from desktop_app.gui.customers.focus_areas import move_focus
from desktop_app.gui.desktop.announcing import announce
from desktop_app.gui.desktop.save_as import AskForFile, ask_for_file
from desktop_app.gui.journal.filter_bar import FilterBar
from desktop_app.gui.journal.history_list import HistoryList
from desktop_app.gui.journal.history_model import ROW_ROLE, HistoryModel, HistoryRow
from desktop_app.gui.journal.history_pages import HistoryPage, read_page
from desktop_app.gui.journal.journal_export_job import save_journal
from desktop_app.gui.journal.journal_question import JournalQuestion
from desktop_app.gui.latest import Latest
from desktop_app.gui.long_job import LongJob
from desktop_app.gui.pages import Page
from desktop_app.gui.texts.failures import failure
from desktop_app.gui.texts.journal_counts import saved_entries, shown_lines
from desktop_app.gui.texts.sentences import grouped
from desktop_app.gui.widgets.amber_bar import AmberBar
from desktop_app.gui.widgets.buttons import OutlineButton
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.list_keys import ENTER, is_move
from desktop_app.gui.widgets.progress_line import ProgressLine
from desktop_app.gui.widgets.surfaces import Area
from desktop_app.gui.widgets.tab_order import tab_through

_MARGIN: Final = 16
_GAP: Final = 8
_SAVE_KEYS: Final = ("Ctrl", "S")


class JournalPage(Page):
    """``ask_for_file`` is asked where the CSV file shall go."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        ask_for_file: AskForFile = ask_for_file,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ask_for_file = ask_for_file
        self._context: Context | None = None
        self._question: JournalQuestion | None = None
        self._page: HistoryPage | None = None
        self._saving: LongJob | None = None
        self._receipt = ""
        self._model = HistoryModel(self)
        tasks, failed = desk.tasks, self._on_reading_failed
        self._first = Latest[HistoryPage](tasks, self._on_first_page, failed, self)
        self._next = Latest[HistoryPage](tasks, self._on_next_page, failed, self)
        self._people = Latest[dict[str, str]](tasks, self._on_people_read, failed, self)
        self._customer = Latest[Customer](tasks, self._on_customer_read, self._on_no_customer, self)
        self._build()
        self._connect()

    # --- what the window asks --------------------------------------------------------------------

    def open(self, context: Context) -> None:
        """Work with this profile from now on."""
        self._context = context
        self.check.setVisible(context.session.journal_care is not None)

    def close_profile(self) -> None:
        """Take every line off the screen, choose nothing, and end what is written."""
        self._context = self._page = self._question = None
        if self._saving is not None:
            self._saving.give_up()
        for reading in (self._first, self._next, self._people, self._customer):
            reading.drop()
        self.filters.reset()
        self.filters.set_people({})
        self._model.clear()
        self._progress.stop()
        self._trouble.hide()
        self.state_changed.emit("")

    def enter(self) -> None:
        """The page has come up: read who is in the journal, and the newest lines."""
        if self._context is None:
            return
        self._people.run(self._context.session.storage.journal.logins)
        self.refresh()

    def take_focus(self) -> None:
        """A receipt or number can be typed, and arrows move in the list."""
        self.filters.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_search(self) -> bool:
        """Ready to type another receipt or number."""
        self.take_focus()
        self.filters.search.edit.selectAll()
        return True

    def come_back(self) -> None:
        """Whoever has looked at a line's history goes on at that line."""
        if self.list_view.selectionModel().hasSelection():
            self.list_view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().come_back()

    def move_focus(self, step: int) -> None:
        """Go to the next area or the one before: filters, list, what is done with it."""
        move_focus((self.filters, self.list_view, self._foot), step)

    def look_for(self, text: str) -> None:
        """Show the entry of a receipt, whatever was chosen before."""
        self.filters.look_for(text)

    @property
    def chosen_receipt(self) -> str:
        """The receipt of the line whose customer was asked for."""
        return self._receipt

    def refresh(self) -> None:
        """Read again from the newest entry on."""
        context = self._context
        if context is None:
            return
        self._page = None
        self._next.drop()
        self._progress.start()
        self._trouble.hide()
        journal = context.session.storage.journal
        question = JournalQuestion(self.filters.chosen, context.session.clock())
        self._question = question
        self._first.run(lambda: read_page(journal, question))

    @property
    def is_busy(self) -> bool:
        """Whether something is read or written."""
        readings = (self._first, self._next, self._people, self._customer)
        return self._saving is not None or any(reading.is_busy for reading in readings)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if is_move(event):
                self.list_view.move_by_key(event)
                return True
            if event.key() in ENTER and not event.isAutoRepeat():
                self._open_selected()
                return True
        return super().eventFilter(watched, event)

    # --- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        appearance = self._desk.appearance
        self.filters = FilterBar(appearance, self)
        self.check = OutlineButton(appearance, self.tr("Check the journal…"), parent=self)
        self.save = OutlineButton(appearance, self.tr("Save as CSV…"), keys=_SAVE_KEYS, parent=self)
        self._progress = ProgressLine(appearance, parent=self)
        retry = OutlineButton(appearance, self.tr("Try now"), keys=("F5",), parent=self)
        retry.clicked.connect(self.refresh)
        self._failed = AmberBar(appearance, button=retry, parent=self)
        self._trouble = Area(appearance, fill="surface", parent=self)
        self._trouble.hide()
        around = QVBoxLayout(self._trouble)
        around.setContentsMargins(_MARGIN, 12, _MARGIN, 0)
        around.addWidget(self._failed)
        self.list_view = HistoryList(appearance, self._model, self)
        self.list_view.setAccessibleName(self.tr("Journal"))
        self._nothing = Label(appearance, colour="text2", wrap=True, parent=self)
        self._lay_out()

    def _lay_out(self) -> None:
        appearance = self._desk.appearance
        top = Area(appearance, edges=Qt.Edge.BottomEdge, parent=self)
        first_row = QHBoxLayout()
        first_row.setSpacing(_GAP)
        first_row.addWidget(self.filters.search, 1)
        self._foot = QWidget(top)
        acts = QHBoxLayout(self._foot)
        acts.setContentsMargins(0, 0, 0, 0)
        acts.setSpacing(_GAP)
        acts.addWidget(self.check)
        acts.addWidget(self.save)
        first_row.addWidget(self._foot)
        inner = QVBoxLayout()
        inner.setContentsMargins(_MARGIN, 10, _MARGIN, 8)
        inner.setSpacing(_GAP)
        inner.addLayout(first_row)
        inner.addWidget(self.filters)
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 0, 0, 1)
        column.setSpacing(0)
        column.addLayout(inner)
        column.addWidget(self._progress)
        empty = Area(appearance, fill="surface", parent=self)
        beside = QVBoxLayout(empty)
        beside.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        beside.addWidget(self._nothing)
        beside.addStretch(1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list_view)
        self._stack.addWidget(empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(top)
        layout.addWidget(self._trouble)
        layout.addWidget(self._stack, 1)
        search, choices = self.filters.search, self.filters.choices
        tab_through(search, self.check, self.save, *choices, self._trouble, self.list_view)

    def _connect(self) -> None:
        self.filters.changed.connect(self.refresh)
        self.filters.search.edit.installEventFilter(self)
        self.list_view.typed.connect(self._on_list_typed)
        self.list_view.entered.connect(self._open_selected)
        self.list_view.doubleClicked.connect(self._open_selected)
        self.list_view.end_reached.connect(self._read_on)
        self.check.clicked.connect(self._on_check_clicked)
        self.save.clicked.connect(self._on_save_clicked)
        keys = {"F3": self._open_selected, "Ctrl+S": self.save.click, "Esc": self._on_escape}
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # --- reading ---------------------------------------------------------------------------------

    def _read_on(self) -> None:
        context, page, question = self._context, self._page, self._question
        if context is None or page is None or page.before_id is None or question is None:
            return
        if self._first.is_busy or self._next.is_busy:
            return
        self._progress.start()
        journal = context.session.storage.journal
        self._next.run(lambda: read_page(journal, question, page))

    def _on_first_page(self, page: HistoryPage) -> None:
        if self._question is None:
            return
        self._take(page)
        self._model.set_lines(page.lines, self._question.now)
        self._show_counts()

    def _on_next_page(self, page: HistoryPage) -> None:
        self._take(page)
        self._model.append(page.lines)
        self._show_counts()

    def _take(self, page: HistoryPage) -> None:
        self._page = page
        self._progress.stop()
        self._trouble.hide()

    def _on_people_read(self, people: dict[str, str]) -> None:
        self.filters.set_people(people)

    def _on_reading_failed(self, error: WatchwordError) -> None:
        self._progress.stop()
        self._show_trouble(self.tr("The journal could not be read."), error)

    def _show_counts(self) -> None:
        lines = self._model.lines
        self._stack.setCurrentIndex(0 if lines else 1)
        if lines:
            words = ""
        elif self.filters.chosen.is_empty:
            words = self.tr("Nothing has been recorded yet.")
        else:
            words = self.tr(
                "No entry matches. A receipt and a customer number are found when they are whole."
            )
        self._nothing.setText(words)
        if words:
            announce(self._nothing, words)
        there_are_more = self._page is not None and self._page.before_id is not None
        self.state_changed.emit(shown_lines(len(lines), there_are_more=there_are_more))

    # --- what is done with a line ----------------------------------------------------------------

    def _open_selected(self) -> None:
        row = self.list_view.currentIndex().data(ROW_ROLE)
        context = self._context
        if not isinstance(row, HistoryRow) or context is None:
            return
        entry = row.line.entry
        if entry.customer_id is None:
            self.state_changed.emit(self.tr("This entry is about no single customer."))
            return
        customer_id, customers = entry.customer_id, context.session.storage.customers
        self._receipt = entry.receipt
        self._customer.run(lambda: customers.get(customer_id))

    def _on_customer_read(self, customer: Customer) -> None:
        self.act_requested.emit(Act.HISTORY, customer)

    def _on_no_customer(self, error: WatchwordError) -> None:
        if isinstance(error, CustomerNotFoundError):
            self.state_changed.emit(self.tr("The customer of this entry is not there any more."))
        else:
            self._show_trouble(self.tr("The customer could not be read."), error)

    def _on_list_typed(self, text: str) -> None:
        self.filters.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filters.search.edit.insert(text)

    def _on_escape(self) -> None:
        self.filters.reset()
        self.take_focus()

    def _on_check_clicked(self) -> None:
        context = self._context
        if context is None or context.session.journal_care is None:
            return
        # Imported late: few people check often.
        from desktop_app.gui.desktop.file_chooser import SystemFileChooser
        from desktop_app.gui.journal.check_dialog import CheckDialog

        chooser = SystemFileChooser(context.desk.appearance)
        care = context.session.journal_care
        self.dialog_wanted.emit(CheckDialog(context.desk, care, chooser, self))

    # --- saving ----------------------------------------------------------------------------------

    def _on_save_clicked(self) -> None:
        if self._saving is not None:
            self._saving.give_up()
            return
        context = self._context
        if context is None:
            return
        path = self._ask_for_file(self, "journal.csv")
        if path is None:
            return
        job = LongJob(self)
        job.progressed.connect(self._on_saving_progressed)
        self._saving = job
        self.save.setText(self.tr("Stop saving"))
        self._progress.start()
        session, chosen = context.session, self.filters.chosen
        self._desk.tasks.run(
            self,
            lambda: save_journal(session, chosen, path, job),
            lambda exported: self._on_saved(path, exported),
            self._on_saving_failed,
        )

    def _on_saving_progressed(self, count: int) -> None:
        if self._saving is not None:
            self.state_changed.emit(self.tr("Saving: {count}").format(count=grouped(count)))

    def _on_saved(self, path: Path, exported: Exported | None) -> None:
        self._end_saving()
        text = self.tr("Nothing was saved.") if exported is None else saved_entries(exported, path)
        self.state_changed.emit(text)
        announce(self.save, text)

    def _on_saving_failed(self, error: WatchwordError) -> None:
        self._end_saving()
        self._show_trouble(self.tr("The journal was not saved."), error)

    def _end_saving(self) -> None:
        self._saving = None
        self.save.setText(self.tr("Save as CSV…"))
        self._progress.stop()

    def _show_trouble(self, happened: str, error: WatchwordError) -> None:
        why = failure(error)
        self._failed.set_texts(happened, why)
        self._trouble.show()
        announce(self._failed, f"{happened} {why}")
        if isinstance(error, StorageError):
            self.database_failed.emit()

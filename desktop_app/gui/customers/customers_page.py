"""Finds customers and shows the selected one: what belongs to which key press and answer."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.entities import Customer, Role
from desktop_app.core.errors import CustomerNotFoundError, WatchwordError
from desktop_app.gui.context import Context, Desk
from desktop_app.gui.customers.answered import Answered
from desktop_app.gui.customers.customer_actions import Act, CustomerActions
from desktop_app.gui.customers.customer_data import CardData, CustomerData, Found, StartData
from desktop_app.gui.customers.customers_view import CustomersView
from desktop_app.gui.customers.focus_areas import move_focus
from desktop_app.gui.customers.found_rows import FoundRow
from desktop_app.gui.customers.top_area import TopArea
from desktop_app.gui.outage import PASSING, REFUSED, Outage
from desktop_app.gui.texts.failures import failure
from desktop_app.gui.widgets.list_keys import ENTER, is_move
from desktop_app.gui.window_layout import WindowLayout

_SLOW_AFTER_MS: Final = 150


class CustomersPage(QWidget):
    """What is typed before a profile is open is kept and searched by ``open``."""

    act_requested = Signal(object, object)
    """An ``Act`` and the ``Customer`` it is about."""

    new_customer_requested = Signal()
    import_requested = Signal()
    reopen_requested = Signal()
    resume_requested = Signal()
    state_changed = Signal(str)
    refused = Signal(str)
    """Why what a key asks for is not possible."""
    nobody_found = Signal()
    """No customer matches what is typed."""
    nobody_entered = Signal(str)
    """Enter asked for a check where no customer matches; why there is none."""
    connected_changed = Signal(bool)
    login_refused = Signal(object)
    """The server does not take the login any more, or its role has ended: no waiting helps."""

    def __init__(
        self,
        desk: Desk,
        top: TopArea,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = CustomerActions(self)
        self._top = top
        self._is_open = False
        self._is_lead = False
        self._row: FoundRow | None = None
        self._card: CardData | None = None
        # Enter may have come before there was a page to take it.
        self._waiting = Act.VERIFY if top.search.was_entered else None
        self._answered = Answered(now, self)
        self._data = CustomerData(desk.tasks, self)
        self._outage = Outage(now, self)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_AFTER_MS)
        self.view = CustomersView(desk.appearance, self._actions, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self._search = top.search
        self._table = self.view.result.table
        self._start = self.view.result.start
        self._connect()
        self._set_lead(is_lead=False)
        self._show_start()

    @property
    def customer_actions(self) -> CustomerActions:
        """What can be done to the selected customer."""
        return self._actions

    def open(self, context: Context) -> None:
        """Work with this profile from now on."""
        self._is_open = True
        self._data.open(context.session)
        self._outage.end()
        self._outage.watch(context.session.server)
        self._top.hide_failure()
        self._actions.set_connected(connected=True)
        role = context.session.storage.person.role
        self._set_lead(is_lead=role in {Role.LEAD, Role.ADMIN})
        self.connected_changed.emit(True)
        self._data.read_start()
        self._table.forget_choice()
        self.view.show_list()
        self._run_search()
        self.focus_search()

    def close_profile(self) -> None:
        """Take every customer off the screen and read nothing any more."""
        self._is_open = False
        self._waiting = None
        self._data.close()
        self._outage.end()
        self._set_fresh()
        self._search.clear()
        self._table.clear_rows()
        self._start.clear()
        self._top.hide_failure()
        self._set_lead(is_lead=False)
        self._answered.forget()
        self.view.show_list()
        self.view.result.closed.set_refused(is_refused=False)
        self.view.result.show_closed()
        self.view.result.closed.resume.setFocus(Qt.FocusReason.OtherFocusReason)
        self.state_changed.emit(self.tr("Locked"))

    def show_opening_failure(self, error: WatchwordError) -> None:
        """Say that the profile could not be opened; "Try now" asks to open it again.

        Where the server may come back by itself, it is asked for by itself.
        """
        is_refused = isinstance(error, REFUSED)
        self.view.result.closed.set_refused(is_refused=is_refused)
        if is_refused:
            self.view.result.show_closed()
            self.view.result.show_hints(connected=False)
        if isinstance(error, PASSING):
            self._outage.begin(error)
        else:
            self._outage.end()
            happened = (
                self.tr("The login is refused.")
                if is_refused
                else self.tr("The database could not be opened.")
            )
            self._top.show_failure(happened, failure(error))
        self.state_changed.emit(self.tr("Not connected"))

    def set_layout(self, layout: WindowLayout) -> None:
        """Fit the window."""
        self.view.set_layout(layout)

    def search_for(self, text: str) -> None:
        """Search as if it had been typed."""
        self._search.edit.setText(text)
        self.focus_search()

    def focus_search(self) -> None:
        """Put the caret into the search."""
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def select_search(self) -> None:
        """Put the caret into the search, ready to type another."""
        self.focus_search()
        self._search.edit.selectAll()

    def refresh_customer(self, customer_id: int) -> None:
        """Read again after another window has changed this customer."""
        if self._row is not None and self._row.customer.id == customer_id:
            self._card = None
        self.refresh()
        self.focus_search()

    def refresh(self) -> None:
        """Read again what is shown; while the database does not answer, try it now."""
        self._outage.pause()
        if not self._is_open:
            if self._top.shows_failure:
                self.reopen_requested.emit()
            return
        if self._answered.is_for(self._search.text()):
            self._table.keep_choice()
        self._run_search()
        self._data.read_start()
        if self._row is not None:
            self._data.read_card(self._row.customer)

    def check_connection(self) -> None:
        """Read something, so that a connection that was lost unnoticed is told of."""
        if self._is_open and not self._outage.is_on:
            self._data.read_start()

    def follow_news(self, customers: frozenset[int] | None) -> None:
        """Read the card again if it is of one of these customers, None for whoever it is."""
        row = self._row
        if row is not None and (customers is None or row.customer.id in customers):
            self._data.read_card(row.customer)

    def look_for_customers(self) -> None:
        """Read the start page anew while it says that there are none: a list may have come in."""
        is_shown = self.view.result.shows_start and self.isVisible()
        if is_shown and self._start.says_nobody and not self._outage.is_on:
            self._data.read_start()

    def escape(self) -> None:
        """Back to the list, then to the ranking, then to an empty search."""
        if self.view.shows_card_alone:
            self.view.show_list()
        elif self._table.is_sorted:
            self._table.restore_ranking()
        else:
            self._search.clear()
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def explain(self, event: QKeyEvent) -> bool:
        """Say why a key's action is off; whether it is."""
        reason = self._actions.refusal(event)
        if reason is not None:
            self.refused.emit(reason)
        return reason is not None

    def move_focus(self, step: int) -> None:
        """Go to the next area (1) or the one before (-1): search, list, card."""
        result = self.view.result
        listed: QWidget = self._start.list_view if result.shows_start else self._table
        action: QWidget = self.view.card if self.view.card.isVisible() else self.view.bar
        move_focus((self._search.edit, listed, action), step)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_search_key(event)
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        top, result = self._top, self.view.result
        self.view.list_requested.connect(self.escape)
        self._search.edited.connect(self._on_search_edited)
        self._search.edit.installEventFilter(self)
        top.retry_requested.connect(self.refresh)
        result.nobody.new_customer_requested.connect(self.new_customer_requested)
        result.closed.resume_requested.connect(self.resume_requested)
        self._start.import_requested.connect(self.import_requested)
        self._start.opened.connect(self._on_start_opened)
        self._start.typed.connect(self._on_list_typed)
        self._table.typed.connect(self._on_list_typed)
        self._table.chosen.connect(self._on_table_chosen)
        self._table.entered.connect(self._ask_to_verify)
        self._actions.triggered.connect(self._on_actions_triggered)
        self._data.found.connect(self._on_data_found)
        self._data.card_read.connect(self._on_data_card_read)
        self._data.start_read.connect(self._on_data_start_read)
        self._data.failed.connect(self._on_data_failed)
        self._outage.changed.connect(self._on_outage_changed)
        self._outage.retry_due.connect(self.refresh)
        self._slow.timeout.connect(self._on_slow_timeout)

    # --- what is typed ---------------------------------------------------------------------------

    def _on_search_key(self, event: QKeyEvent) -> bool:
        listed = self._table if self.view.result.shows_table else self._start
        if is_move(event) and listed.count:
            listed.move_by_key(event)
            return True
        if event.key() in ENTER:
            if not event.isAutoRepeat():
                self._on_enter()
            return True
        return False

    def _on_enter(self) -> None:
        if self.view.result.shows_start and not self._search.text().strip():
            self._start.open_selected()
        else:
            self._ask_to_verify()

    def _on_search_edited(self, _text: str) -> None:
        self._waiting = None
        self._table.forget_choice()
        self.view.show_list()
        self._run_search()
        self._show_origin()

    def _on_list_typed(self, text: str) -> None:
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._search.edit.insert(text)

    def _on_start_opened(self, customer: Customer) -> None:
        self.search_for(customer.number)

    def _run_search(self) -> None:
        text = self._search.text()
        if not self._is_open:
            return
        if not text.strip():
            self._data.forget_search()
            self._set_fresh()
            self._table.clear_rows()
            self._show_start()
            return
        self._data.search(text)
        self._slow.start()

    def _show_start(self) -> None:
        self.view.result.show_start()
        self.look_for_customers()
        self.view.result.show_hints(connected=not self._outage.is_on)
        if self._is_open:
            self._answered.forget()
            if not self._outage.is_on:
                self.state_changed.emit(self.tr("Ready"))

    # --- what the database answers ---------------------------------------------------------------

    def _on_data_found(self, found: Found) -> None:
        self._answered.take(self._search.text())
        self._set_fresh()
        self._outage.end()
        self._table.set_rows(found.rows)
        self.view.result.show_found(found.rows.text, found.rows.searched)
        self.view.result.show_hints(connected=True)
        self.state_changed.emit(self._answered.count(found))
        if not self._table.count:
            self.nobody_found.emit()
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._ask_for(waiting)

    def _on_data_card_read(self, data: CardData) -> None:
        if self._row is None or data.details.customer.id != self._row.customer.id:
            return
        before, self._card = self._card, data
        caution = data.details.caution
        self._table.set_caution(data.details.customer.id, has_caution=caution is not None)
        self.view.card.show_data(data)
        if before is not None and caution not in {None, before.details.caution}:
            self.view.card.announce_caution()
        self.view.bar.show_data(data)
        self._actions.set_subject(data.details.customer, data.details)

    def _on_data_start_read(self, data: StartData) -> None:
        self._start.show_data(data)
        if self._data.is_searching:
            return
        if self._shows_the_typed():
            self._outage.end()
        else:
            self._run_search()  # the database answers again, but rows of another search are shown

    def _on_data_failed(self, error: WatchwordError) -> None:
        if isinstance(error, CustomerNotFoundError):
            self._on_table_chosen(None)
            return
        self._waiting = None
        if isinstance(error, REFUSED):
            self.login_refused.emit(error)
            return
        self._outage.begin(error)
        self._set_fresh(stale=not self._answered.is_for(self._search.text()))

    def _on_slow_timeout(self) -> None:
        self._top.progress.start()
        self._table.set_stale(stale=True)

    def _set_fresh(self, *, stale: bool = False) -> None:
        self._slow.stop()
        self._top.progress.stop()
        self._table.set_stale(stale=stale)

    def _on_outage_changed(self) -> None:
        outage, top = self._outage, self._top
        connected = not outage.is_on
        if outage.is_on:
            top.show_failure(outage.happened(), outage.impossible(), outage.next_try())
            self.state_changed.emit(self._age_sentence())
        else:
            top.hide_failure()
            self.state_changed.emit(self.tr("Ready"))
        self._actions.set_connected(connected=connected)
        self._show_new(connected=connected)
        self._show_origin()
        self.view.result.show_hints(connected=connected)
        self.connected_changed.emit(connected)

    # --- the selected customer -------------------------------------------------------------------

    def _on_table_chosen(self, row: FoundRow | None) -> None:
        before = self._row.customer if self._row is not None else None
        self._row = row
        if row is None:
            self._card = None
            self._data.forget_card()
            self.view.card.clear()
            self.view.bar.clear()
            self._actions.set_subject(None, None)
            return
        if row.customer != before:
            self._card = None
            self.view.card.show_row(row)
            self.view.bar.show_row(row)
            self._actions.set_subject(row.customer, None)
        self._data.read_card(row.customer)

    def _ask_to_verify(self) -> None:
        if self._data.is_searching or not self._is_open:
            self._waiting = Act.VERIFY if self._search.text().strip() else None
        else:
            self._ask_for(Act.VERIFY)

    def _ask_for(self, act: Act) -> None:
        reason = self._actions[act].reason
        if reason is None:
            self._actions[act].trigger()
        elif act is Act.VERIFY and self._is_in_vain():
            self.nobody_entered.emit(reason)
        else:
            self.refused.emit(reason)

    def _is_in_vain(self) -> bool:
        """Whether what is typed has been searched, and no customer matches it."""
        is_answered = self._answered.is_for(self._search.text()) and not self._outage.is_on
        return is_answered and not self._table.count

    def _shows_the_typed(self) -> bool:
        """Whether the rows are those of what is typed, rather than of a search before it."""
        typed = self._search.text()
        return not typed.strip() or self._answered.is_for(typed)

    def _on_actions_triggered(self, act: Act) -> None:
        if self._row is None:
            return
        if self._data.is_searching or not self._shows_the_typed():
            # The customer who is meant is the hit of what is typed, which is not there yet.
            self._waiting = act
            if not self._data.is_searching:
                self._run_search()
            return
        self._waiting = None  # something else is wanted now
        customer = self._card.details.customer if self._card else self._row.customer
        self.act_requested.emit(act, customer)

    # --- small things ----------------------------------------------------------------------------

    def _set_lead(self, *, is_lead: bool) -> None:
        self._is_lead = is_lead
        self.view.result.hints.set_lead(is_lead=is_lead)
        self.view.result.nobody.set_new(possible=is_lead)
        self._start.set_may_add(may_add=is_lead)
        self._show_new(connected=not self._outage.is_on)

    def _show_new(self, *, connected: bool) -> None:
        reason = None if connected else self.tr("Not possible without the database")
        self._top.set_may_add(may_add=self._is_lead, reason=reason)

    def _age_sentence(self) -> str:
        return self._answered.age() if self._is_open else self.tr("Not connected")

    def _show_origin(self) -> None:
        """Say of which search the rows are, where the typed one cannot be answered."""
        is_told = self._is_open and self._outage.is_on
        self.view.result.show_origin(self._answered.origin(self._search.text()) if is_told else "")

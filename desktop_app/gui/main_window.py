"""The main window: menu bar, notices, customers, status bar."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from desktop_app.core.entities import Customer, Role
from desktop_app.core.errors import WatchwordError
from desktop_app.gui.context import Context, Desk
from desktop_app.gui.customer_actions import Act, CustomerActions
from desktop_app.gui.customers_page import CustomersPage
from desktop_app.gui.main_menu import MainMenu
from desktop_app.gui.notice_line import NoticeLine
from desktop_app.gui.status_bar import StatusBar
from desktop_app.gui.widgets.surfaces import Hairline
from desktop_app.gui.window_geometry import arrangement_key, remember_geometry, restore_geometry
from desktop_app.gui.window_layout import WindowLayout, layout_for

_NAME: Final = "main"
_COLUMNS: Final = "customers"
_DEFAULT_SIZE: Final = (1180, 760)
_SMALLEST_SIZE: Final = (560, 480)
_MENU_HEIGHT: Final = 35
_KEEP_AFTER_MS: Final = 500


class MainWindow(QMainWindow):
    """Shown before a profile is open: what is typed meanwhile is searched by ``open``.

    It opens no window but the list of shortcuts. The signals are wishes that somebody else
    fulfils, who calls ``refresh_customer`` afterwards; those of a customer carry the ``Customer``.
    """

    verify_requested = Signal(object)
    password_requested = Signal(object)
    unlock_requested = Signal(object)
    remove_requested = Signal(object)
    caution_requested = Signal(object)
    caution_clear_requested = Signal(object)
    history_requested = Signal(object)
    edit_requested = Signal(object)
    new_customer_requested = Signal()
    backup_requested = Signal()
    recovery_requested = Signal()
    settings_requested = Signal()
    about_requested = Signal()
    lock_requested = Signal()
    resume_requested = Signal()
    """Somebody who is locked out wants to go on."""
    reopen_requested = Signal()
    """The profile could not be opened, and somebody wants it tried again."""

    def __init__(
        self, desk: Desk, *, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        super().__init__()
        self._desk = desk
        self._is_lead = False
        self._layout_now: WindowLayout | None = None
        self._actions = CustomerActions(self)
        appearance = desk.appearance
        self._page = CustomersPage(desk, self._actions, now, self)
        self._status = StatusBar(appearance, self)
        self._demo = NoticeLine(appearance, icon="info", dismissible=False, parent=self)
        self._notice = NoticeLine(appearance, parent=self)
        self._menu = MainMenu(
            self.menuBar(), self._actions, self._page.view.result.table.header, self
        )
        self._compose()
        self._connect()
        self.setWindowTitle(self.tr("Watchword"))
        self.setMinimumSize(*_SMALLEST_SIZE)
        self._restore()
        self._page.focus_search()

    def open(self, context: Context) -> None:
        """Show this profile and search for what has been typed meanwhile."""
        session = context.session
        person = session.storage.person
        self._is_lead = person.role in {Role.LEAD, Role.ADMIN}
        self._actions.set_role(person.role)
        self._menu.set_profile(person.role, can_back_up=session.offer_backup is not None)
        self._status.set_profile(session.place, person)
        self._page.open(context)

    def show_opening_failure(self, error: WatchwordError) -> None:
        """Say that the profile could not be opened."""
        self._page.show_opening_failure(error)

    def close_profile(self) -> None:
        """Take every customer off the screen, for the time in which Watchword is locked."""
        self._is_lead = False
        self._actions.set_role(None)
        self._menu.set_profile(None, can_back_up=False)
        self._status.set_profile("", None)
        self._demo.hide()
        self._page.close_profile()

    def refresh_customer(self, customer_id: int) -> None:
        """Show what another window has changed, and take the caret back into the search."""
        self._page.refresh_customer(customer_id)

    def search_for(self, text: str) -> None:
        """Search as if it had been typed."""
        self._page.search_for(text)

    def set_demo_customers(self, customers: Sequence[tuple[str, str, str]]) -> None:
        """Say that this is the demo, and whom to try: number, name and demo password of each."""
        tries = " · ".join(
            self.tr("{number} {name}: {password}").format(
                number=number, name=name, password=password
            )
            for number, name, password in customers
        )
        self._demo.show_text(
            self.tr(
                "Demo: the customers are invented and nothing is kept. Passwords to try: {tries}"
            ).format(tries=tries)
        )

    def show_notice(self, text: str, button_text: str, callback: Callable[[], None]) -> None:
        """Show a quiet line under the menu, until it is dismissed or ``hide_notice``."""
        self._notice.show_text(text, button_text, callback)

    def hide_notice(self) -> None:
        """Take the quiet line away."""
        self._notice.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        remember_geometry(self, _NAME, self._desk.preferences)
        super().closeEvent(event)

    def _compose(self) -> None:
        central = QWidget(self)
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline(self._desk.appearance, parent=central))
        column.addWidget(self._demo)
        column.addWidget(self._notice)
        column.addWidget(self._page, 1)
        column.addWidget(self._status)
        self.setCentralWidget(central)

    def _connect(self) -> None:
        menu, page = self._menu, self._page
        menu.new_customer_requested.connect(self.new_customer_requested)
        menu.backup_requested.connect(self.backup_requested)
        menu.recovery_requested.connect(self.recovery_requested)
        menu.settings_requested.connect(self.settings_requested)
        menu.about_requested.connect(self.about_requested)
        menu.lock_requested.connect(self.lock_requested)
        menu.quit_requested.connect(self.close)
        menu.refresh_requested.connect(page.refresh)
        menu.search_requested.connect(page.select_search)
        menu.next_area_requested.connect(lambda: page.move_focus(1))
        menu.previous_area_requested.connect(lambda: page.move_focus(-1))
        menu.shortcuts_requested.connect(self._on_menu_shortcuts_requested)
        menu.key_caps_toggled.connect(self._on_menu_key_caps_toggled)
        page.act_requested.connect(self._on_page_act_requested)
        page.new_customer_requested.connect(self.new_customer_requested)
        page.reopen_requested.connect(self.reopen_requested)
        page.resume_requested.connect(self.resume_requested)
        page.state_changed.connect(self._status.set_state)
        page.connected_changed.connect(self._on_page_connected_changed)
        self._status.lock_requested.connect(self.lock_requested)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.activated.connect(page.escape)
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(_KEEP_AFTER_MS)
        self._keep.timeout.connect(self._on_keep_timeout)
        page.view.result.table.columns_changed.connect(self._keep.start)
        self._desk.appearance.changed.connect(self._on_appearance_changed)

    def _restore(self) -> None:
        preferences = self._desk.preferences
        columns = preferences.values.columns.get(arrangement_key(_COLUMNS))
        if columns is not None:
            self._page.view.result.table.header.restore(columns)
        if not restore_geometry(self, _NAME, preferences):
            self.resize(*_DEFAULT_SIZE)
        self._on_appearance_changed()
        self._fit()

    def _fit(self) -> None:
        layout = layout_for(self.width(), self.height(), self._desk.appearance.theme.text_factor)
        if layout != self._layout_now:
            self._layout_now = layout
            self._page.set_layout(layout)
            self._status.set_narrow(narrow=not layout.card)

    def _on_appearance_changed(self) -> None:
        theme = self._desk.appearance.theme
        self.menuBar().setFixedHeight(theme.scaled(_MENU_HEIGHT))
        self._menu.set_key_caps(shown=theme.key_caps)

    def _on_keep_timeout(self) -> None:
        saved = self._page.view.result.table.header.saved()
        self._desk.preferences.remember_columns(arrangement_key(_COLUMNS), saved)

    def _on_menu_key_caps_toggled(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._desk.appearance.set_key_caps(shown=shown)
        self._desk.preferences.change(key_caps=shown)

    def _on_menu_shortcuts_requested(self) -> None:
        # Imported late: the window is there sooner without it.
        from desktop_app.gui.shortcuts_dialog import ShortcutsDialog

        dialog = ShortcutsDialog(self._desk.appearance, is_lead=self._is_lead, parent=self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_page_connected_changed(self, connected: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._status.set_connected(connected=connected)
        self._menu.set_connected(connected=connected)

    def _on_page_act_requested(self, act: Act, customer: Customer) -> None:
        match act:
            case Act.VERIFY:
                self.verify_requested.emit(customer)
            case Act.SET_PASSWORD:
                self.password_requested.emit(customer)
            case Act.UNLOCK:
                self.unlock_requested.emit(customer)
            case Act.HISTORY:
                self.history_requested.emit(customer)
            case Act.REMOVE_PASSWORD:
                self.remove_requested.emit(customer)
            case Act.RAISE_CAUTION:
                self.caution_requested.emit(customer)
            case Act.CLEAR_CAUTION:
                self.caution_clear_requested.emit(customer)
            case Act.EDIT:
                self.edit_requested.emit(customer)

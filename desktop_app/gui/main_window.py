"""The main window: menu bar, notices, customers, status bar."""

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.gui.context import Context, Desk
from desktop_app.gui.customers.top_area import TopArea
from desktop_app.gui.desktop.window_geometry import (
    arrangement_key,
    fit_to_screen,
    remember_geometry,
    restore_geometry,
)
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.surfaces import Area, Hairline
from desktop_app.gui.window_layout import WindowLayout, layout_for

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from desktop_app.core.errors import WatchwordError
    from desktop_app.gui.customers.customers_page import CustomersPage
    from desktop_app.gui.keys.key_menu import KeyAct
    from desktop_app.gui.main_menu import MainMenu
    from desktop_app.gui.notice_lines import NoticeLines
    from desktop_app.gui.page_switch import PageSwitch
    from desktop_app.gui.pages import PageMaker
    from desktop_app.gui.status_bar import StatusBar

_NAME: Final = "main"
_COLUMNS: Final = "customers"
_DEFAULT_SIZE: Final = (1180, 760)
_SMALLEST_SIZE: Final = (560, 480)
_MENU_HEIGHT: Final = 35
_KEEP_AFTER_MS: Final = 500
_COVERED_MS: Final = 1_000
"""A window that starts covered or minimised is not painted, and has to come up all the same."""


class MainWindow(QMainWindow):
    """Shown before a profile is open: what is typed meanwhile is searched by ``open``.

    ``makers`` are the pages that leads have beside the customers, None for those there are. It
    opens no window but the list of shortcuts. The signals are wishes that somebody else
    fulfils, who calls ``refresh_customer`` afterwards.
    """

    act_requested = Signal(object, object)
    """An ``Act`` and the ``Customer`` it is about."""
    new_customer_requested = Signal()
    import_requested = Signal()
    first_passwords_requested = Signal()
    backup_requested = Signal()
    people_requested = Signal()
    policy_requested = Signal()
    adopt_requested = Signal()
    move_requested = Signal()
    data_sheet_requested = Signal()
    key_act_requested = Signal(object)
    """A ``KeyAct`` of the team key's menu."""
    settings_requested = Signal()
    about_requested = Signal()
    lock_requested = Signal()
    switch_requested = Signal()
    join_requested = Signal()
    resume_requested = Signal()
    """Somebody who is locked out wants to go on."""
    reopen_requested = Signal()
    """The profile could not be opened, and somebody wants it tried again."""
    connected_changed = Signal(bool)
    """The database answers again, or does not any more."""
    login_refused = Signal(object)
    """The database has refused the person of the open profile: it is to be closed."""
    dialog_wanted = Signal(object)
    """A ``PlainFrame`` of a page that shall be shown over the window."""
    completed = Signal()
    """List and card have followed the first picture: what else is slow may begin."""

    def __init__(
        self,
        desk: Desk,
        *,
        now: "Callable[[], datetime] | None" = None,
        makers: "Sequence[PageMaker] | None" = None,
    ) -> None:
        super().__init__()
        self._makers = makers
        self._desk = desk
        self._now = now or _utc_now
        self._is_lead = False
        self._layout_now: WindowLayout | None = None
        self._page: CustomersPage | None = None
        self._pages: PageSwitch
        appearance = desk.appearance
        self._top = TopArea(appearance, self)
        self._blank = _BlankArea(appearance, self)
        self._column = self._compose()
        self._connect()
        self.setWindowTitle(self.tr("Watchword"))
        self.setMinimumSize(*_SMALLEST_SIZE)
        if not restore_geometry(self, _NAME, desk.preferences):
            self.resize(*_DEFAULT_SIZE)
        fit_to_screen(self)
        self._on_appearance_changed()
        self._top.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self, context: Context) -> None:
        """Show this profile and search for what has been typed meanwhile."""
        from desktop_app.core.entities import Role
        from desktop_app.gui.texts.sentences import role_name

        session = context.session
        person = session.storage.person
        self._is_lead = person.role in {Role.LEAD, Role.ADMIN}
        self._customers.customer_actions.set_role(person.role)
        self._pages.open(context if self._is_lead else None)
        self._menu.open_profile(
            pages=self._pages.offered,
            is_lead=self._is_lead,
            is_admin=person.role is Role.ADMIN,
            can_back_up=session.offer_backup is not None,
            has_team=session.team is not None,
            can_move=not session.server and not session.is_demo,
            has_data_sheet=self._is_lead and not session.is_demo,
        )
        self._status.set_profile(session.place, person.name, role_name(person.role))
        self._stack.setCurrentIndex(0)
        self._customers.open(context)

    def show_opening_failure(self, error: "WatchwordError") -> None:
        """Say that the profile could not be opened."""
        self._stack.setCurrentIndex(0)
        self._customers.show_opening_failure(error)

    def close_profile(self) -> None:
        """Take every customer off the screen: Watchword is locked, or the login is refused."""
        self._is_lead = False
        self._customers.customer_actions.set_role(None)
        self._pages.open(None)
        self._menu.close_profile()
        self._status.set_profile("", "", "")
        self.notices.hide_all()
        self._customers.close_profile()

    def set_key_acts(self, acts: "frozenset[KeyAct]") -> None:
        """Offer in the menu what can be done about the team key now."""
        self._menu.keys.set_possible(acts)

    def set_switching(self, *, possible: bool) -> None:
        """Whether another person can take over this workstation."""
        self._menu.set_switching(possible=possible)
        self._customers.view.result.closed.set_switching(possible=possible)

    def set_joining(self, *, possible: bool) -> None:
        """Whether an invitation can be accepted on this workstation."""
        self._menu.set_joining(possible=possible)

    def set_adopting(self, *, possible: bool) -> None:
        """Whether this workstation's database can be brought into the shared one."""
        self._menu.set_adopting(possible=possible)

    def check_connection(self) -> None:
        """Say so if the database does not answer."""
        self._customers.check_connection()

    def say_for_a_moment(self, sentence: str) -> None:
        """Say it in the status bar and aloud, then the state comes back."""
        self._status.show_for_a_moment(sentence)

    def follow_news(self, customers: frozenset[int] | None) -> None:
        """Read again what is shown of these customers, None for whoever it is."""
        if self._page is not None:
            self._page.follow_news(customers)

    def look_for_customers(self) -> None:
        """Show that there are customers by now, where the window still says that there are none."""
        if self._page is not None:
            self._page.look_for_customers()

    def refresh_list(self) -> None:
        """Search again: customers have changed."""
        if self._page is not None:
            self._page.refresh()

    def show_instead(self, page: QWidget) -> None:
        """Show ``page`` in place of everything below the menu bar, until the next opening."""
        self.keep_page(page)
        self._stack.setCurrentWidget(page)

    def keep_page(self, page: QWidget) -> None:
        """Take in, unseen, what ``show_instead`` will show some time.

        A change of colours would be lost on a page that came in after it.
        """
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)

    def refresh_customer(self, customer_id: int) -> None:
        """Show what another window has changed, and take the caret back to where it was."""
        self._customers.refresh_customer(customer_id)
        self._pages.refresh_page()

    @property
    def chosen_receipt(self) -> str:
        """The receipt that is meant where a customer's history is asked for, or nothing.

        That of the line on the page that is shown, or else what stands in the search.
        """
        from desktop_app.core.receipts import looks_like_receipt

        on_page = self._pages.chosen_receipt
        return on_page or looks_like_receipt(self._top.search.text()) or ""

    def search_for(self, text: str) -> None:
        """Search as if it had been typed."""
        if self._page is not None:
            self._pages.show_customers()
        self._top.search.edit.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A shortcut whose action is off comes here as a key that nobody took.
        if self._page is None or event.isAutoRepeat() or not self._page.explain(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.look_for_customers()

    def closeEvent(self, event: QCloseEvent) -> None:
        remember_geometry(self, _NAME, self._desk.preferences)
        super().closeEvent(event)

    @property
    def _customers(self) -> "CustomersPage":
        """The list and the card; they come up after the window, or when they are first needed."""
        page = self._page
        if page is None:
            page = self._page = self._new_page()
        self._show_page(page)
        return page

    @cached_property
    def notices(self) -> "NoticeLines":
        """The quiet lines under the menu."""
        from desktop_app.gui.notice_lines import NoticeLines

        return NoticeLines(self._desk.appearance, self._column, 1, self)

    @cached_property
    def _status(self) -> "StatusBar":
        """The bar below list and card; it comes up with them."""
        from desktop_app.gui.status_bar import StatusBar

        status = StatusBar(self._desk.appearance, self)
        status.hide()
        status.lock_requested.connect(self.lock_requested)
        return status

    @cached_property
    def _menu(self) -> "MainMenu":
        """The menus; the first picture shows the ground of their bar."""
        from desktop_app.gui.main_menu import MainMenu

        menu = MainMenu(self.menuBar(), self)
        menu.set_key_caps(shown=self._desk.appearance.theme.key_caps)
        menu.new_customer_requested.connect(self.new_customer_requested)
        menu.import_requested.connect(self.import_requested)
        menu.first_passwords_requested.connect(self.first_passwords_requested)
        menu.backup_requested.connect(self.backup_requested)
        menu.people_requested.connect(self.people_requested)
        menu.policy_requested.connect(self.policy_requested)
        menu.adopt_requested.connect(self.adopt_requested)
        menu.move_requested.connect(self.move_requested)
        menu.data_sheet_requested.connect(self.data_sheet_requested)
        menu.keys.requested.connect(self.key_act_requested)
        menu.settings_requested.connect(self.settings_requested)
        menu.about_requested.connect(self.about_requested)
        menu.lock_requested.connect(self.lock_requested)
        menu.switch_requested.connect(self.switch_requested)
        menu.join_requested.connect(self.join_requested)
        menu.quit_requested.connect(self.close)
        menu.shortcuts_requested.connect(self.show_shortcuts)
        menu.key_caps_toggled.connect(self._on_menu_key_caps_toggled)
        return menu

    def _compose(self) -> QVBoxLayout:
        central = QWidget(self)
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline(self._desk.appearance, parent=central))
        self._areas = QStackedWidget(central)
        self._customers_area = QWidget(self._areas)
        self._customers_column = QVBoxLayout(self._customers_area)
        self._customers_column.setContentsMargins(0, 0, 0, 0)
        self._customers_column.setSpacing(0)
        self._customers_column.addWidget(self._top)
        self._customers_column.addWidget(self._blank, 1)
        self._areas.addWidget(self._customers_area)
        column.addWidget(self._areas, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(central)
        self.setCentralWidget(self._stack)
        return column

    def _connect(self) -> None:
        self._top.new_customer_requested.connect(self.new_customer_requested)
        self._desk.appearance.changed.connect(self._on_appearance_changed)
        self._blank.painted.connect(self._on_blank_painted)
        self._first_picture = QTimer(self)
        self._first_picture.setSingleShot(True)
        self._first_picture.timeout.connect(self._on_first_picture_timeout)
        self._first_picture.start(_COVERED_MS)
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(_KEEP_AFTER_MS)
        self._keep.timeout.connect(self._on_keep_timeout)

    def _new_page(self) -> "CustomersPage":
        from desktop_app.gui.customers.customers_page import CustomersPage

        page = CustomersPage(self._desk, self._top, self._now, self._customers_area)
        page.hide()
        menu, table = self._menu, page.view.result.table
        menu.add_customers(page.customer_actions, table.header)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self._customers_area)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(page.escape)
        page.act_requested.connect(self.act_requested)
        page.new_customer_requested.connect(self.new_customer_requested)
        page.import_requested.connect(self.import_requested)
        page.reopen_requested.connect(self.reopen_requested)
        page.login_refused.connect(self.login_refused)
        page.resume_requested.connect(self.resume_requested)
        page.view.result.closed.join_requested.connect(self.join_requested)
        page.refused.connect(self._status.show_for_a_moment)
        page.connected_changed.connect(self._on_page_connected_changed)
        self._pages = self._new_switch(page)
        columns = self._desk.preferences.values.columns.get(arrangement_key(_COLUMNS))
        if columns is not None:
            table.header.restore(columns)
        table.columns_changed.connect(self._keep.start)
        if self._layout_now is not None:
            self._fit_page(page, self._layout_now)
        return page

    def _new_switch(self, page: "CustomersPage") -> "PageSwitch":
        from desktop_app.gui.journal.receipt_offer import ReceiptOffer
        from desktop_app.gui.page_makers import PAGES
        from desktop_app.gui.page_switch import PageSwitch

        makers = PAGES if self._makers is None else self._makers
        pages = PageSwitch(self._desk, makers, page, self._menu, self._areas)
        pages.act_requested.connect(self.act_requested)
        pages.state_changed.connect(self._status.set_state)
        pages.refused.connect(self._status.show_for_a_moment)
        pages.database_failed.connect(self.check_connection)
        pages.dialog_wanted.connect(self.dialog_wanted)
        wanted = self._menu.page_requested
        offer = ReceiptOffer(self._top.search, page, pages, wanted, self.notices)
        offer.refused.connect(self._status.show_for_a_moment)
        return pages

    def _show_page(self, page: "CustomersPage") -> None:
        if self._blank.isHidden():
            return
        self._customers_column.replaceWidget(self._blank, page)
        self._column.addWidget(self._status)
        self._blank.hide()
        page.show()
        self._status.show()

    def _fit(self) -> None:
        layout = layout_for(self.width(), self.height(), self._desk.appearance.theme.text_factor)
        if layout != self._layout_now:
            self._layout_now = layout
            self._top.set_layout(layout)
            if self._page is not None:
                self._fit_page(self._page, layout)

    def _fit_page(self, page: "CustomersPage", layout: WindowLayout) -> None:
        page.set_layout(layout)
        self._status.set_narrow(narrow=not layout.card)

    def _on_blank_painted(self) -> None:
        # One turn of the event loop later the window is on the screen.
        self._first_picture.start(0)

    def _on_first_picture_timeout(self) -> None:
        """Import list and card beside the event loop, so that keys get through."""
        self._blank.painted.disconnect(self._on_blank_painted)
        self._desk.tasks.run(self, _import_page, self._on_page_imported, self.show_opening_failure)

    def _on_page_imported(self, _nothing: None) -> None:
        if self._page is None:
            self._page = self._new_page()
        QTimer.singleShot(0, self, self._complete)

    def _complete(self) -> None:
        self._customers.show()
        self.completed.emit()

    def _on_appearance_changed(self) -> None:
        bar = self.menuBar()
        # Before the menus are there the bar itself does not know how high they will be.
        height = self._desk.appearance.theme.scaled(_MENU_HEIGHT)
        bar.setFixedHeight(max(height, bar.sizeHint().height()))
        if self._page is not None:
            self._menu.set_key_caps(shown=self._desk.appearance.theme.key_caps)
        self._fit()

    def _on_keep_timeout(self) -> None:
        saved = self._customers.view.result.table.header.saved()
        self._desk.preferences.remember_columns(arrangement_key(_COLUMNS), saved)

    def _on_menu_key_caps_toggled(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._desk.appearance.set_key_caps(shown=shown)
        self._desk.preferences.change(key_caps=shown)

    def show_shortcuts(self) -> None:
        """Show the list of all shortcuts."""
        # Imported late: the window is there sooner without it.
        from desktop_app.gui.shortcuts_dialog import ShortcutsDialog

        dialog = ShortcutsDialog(self._desk.appearance, is_lead=self._is_lead, parent=self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_page_connected_changed(self, connected: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._status.set_connected(connected=connected)
        self._menu.set_connected(connected=connected)
        self.connected_changed.emit(connected)


class _BlankArea(Area):
    """Stands in for the list and the card while the window comes up."""

    painted = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, fill="surface", parent=parent)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()


def _import_page() -> None:
    import desktop_app.gui.customers.customers_page
    import desktop_app.gui.journal.receipt_offer
    import desktop_app.gui.main_menu
    import desktop_app.gui.page_makers
    import desktop_app.gui.page_switch
    import desktop_app.gui.status_bar  # noqa: F401 - from now on all are at hand


def _utc_now() -> "datetime":
    from datetime import UTC, datetime  # 2 ms that the first picture does not need

    return datetime.now(UTC)

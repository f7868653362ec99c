"""The menu bar: everything the window can do, with its key."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from desktop_app.gui.keys.key_menu import KeyMenu
from desktop_app.gui.pages import PageName

if TYPE_CHECKING:
    from desktop_app.gui.customers.customer_actions import CustomerActions
    from desktop_app.gui.customers.customer_header import CustomerHeader


class MainMenu(QObject):
    """Builds the bar; each signal is one entry that has no customer.

    ``keys`` is the menu of the team key.
    """

    new_customer_requested = Signal()
    import_requested = Signal()
    first_passwords_requested = Signal()
    backup_requested = Signal()
    people_requested = Signal()
    policy_requested = Signal()
    adopt_requested = Signal()
    move_requested = Signal()
    data_sheet_requested = Signal()
    settings_requested = Signal()
    lock_requested = Signal()
    switch_requested = Signal()
    join_requested = Signal()
    quit_requested = Signal()
    refresh_requested = Signal()
    search_requested = Signal()
    next_area_requested = Signal()
    previous_area_requested = Signal()
    key_caps_toggled = Signal(bool)
    shortcuts_requested = Signal()
    about_requested = Signal()
    page_requested = Signal(object)
    """A ``PageName``."""

    def __init__(self, bar: QMenuBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._header: CustomerHeader | None = None
        self._bar = bar
        file = bar.addMenu(self.tr("&File"))
        self._new = self._add(file, self.tr("New customer…"), self.new_customer_requested, "Ctrl+N")
        self._import = self._add(
            file, self.tr("Import customers…"), self.import_requested, "Ctrl+I"
        )
        self._backup = self._add(file, self.tr("Back up the database…"), self.backup_requested)
        self.keys = KeyMenu(file.addMenu(self.tr("Team key")))
        file.addSeparator()
        self._lock = self._add(file, self.tr("Lock Watchword"), self.lock_requested, "Ctrl+L")
        self._switch = self._add(file, self.tr("Switch person…"), self.switch_requested)
        self._switch.setVisible(False)
        self._join = self._add(file, self.tr("Join a team…"), self.join_requested)
        self._join.setVisible(False)
        self._add(file, self.tr("Quit"), self.quit_requested, "Ctrl+Q")
        self._customer = bar.addMenu(self.tr("&Customer"))
        self._first_passwords = QAction(self.tr("First passwords…"), self)
        self._first_passwords.triggered.connect(self.first_passwords_requested)
        tools = bar.addMenu(self.tr("&Tools"))
        self._people = self._add(tools, self.tr("People…"), self.people_requested)
        self._policy = self._add(tools, self.tr("Rules…"), self.policy_requested)
        self._move = self._add(tools, self.tr("Move to a shared database…"), self.move_requested)
        bring_in = self.tr("Bring in this workstation's database…")
        self._adopt = self._add(tools, bring_in, self.adopt_requested)
        self._adopt.setVisible(False)
        self._sheet = self._add(tools, self.tr("Data sheet…"), self.data_sheet_requested)
        self._add(tools, self.tr("Settings…"), self.settings_requested, "Ctrl+,")
        self._build_view(bar.addMenu(self.tr("&View")))
        help_menu = bar.addMenu(self.tr("&Help"))
        self._add(help_menu, self.tr("All shortcuts"), self.shortcuts_requested, "F1")
        self._add(help_menu, self.tr("About Watchword"), self.about_requested)
        self.close_profile()

    def add_customers(self, actions: "CustomerActions", header: "CustomerHeader") -> None:
        """Fill in what belongs to a customer and to the list."""
        self._header = header
        self._build_customer(self._customer, actions)

    def open_profile(
        self,
        *,
        pages: Collection[PageName],
        is_lead: bool,
        is_admin: bool,
        can_back_up: bool,
        has_team: bool,
        can_move: bool,
        has_data_sheet: bool,
    ) -> None:
        """Show what this person may do.

        ``pages`` are those that they can choose from; ``has_team`` where they look after a team's
        people, ``can_move`` where the database is this workstation's own and they could share one
        instead, ``has_data_sheet`` where they answer for what is stored.
        """
        self._move.setVisible(can_move)
        self._new.setVisible(is_lead)
        self._import.setVisible(is_lead)
        self._first_passwords.setVisible(is_lead)
        self._backup.setVisible(can_back_up)
        self._people.setVisible(has_team)
        self._policy.setVisible(is_lead)
        self._sheet.setVisible(has_data_sheet)
        for name, action in self._pages.items():
            action.setVisible(name in pages)
        self._pages_end.setVisible(bool(pages))
        self.keys.set_saving(allowed=is_admin)
        self._lock.setEnabled(True)

    def close_profile(self) -> None:
        """No profile is open."""
        self.open_profile(
            pages=(),
            is_lead=False,
            is_admin=False,
            can_back_up=False,
            has_team=False,
            can_move=False,
            has_data_sheet=False,
        )
        self.keys.set_possible(None)
        self._lock.setEnabled(False)

    def set_connected(self, *, connected: bool) -> None:
        """Whether the database answers."""
        for action in (
            self._new,
            self._import,
            self._first_passwords,
            self._backup,
            self._people,
            self._policy,
            self._sheet,
        ):
            action.setEnabled(connected)

    def set_switching(self, *, possible: bool) -> None:
        """Whether this workstation has other people, who may also take over a locked window."""
        self._switch.setVisible(possible)

    def set_joining(self, *, possible: bool) -> None:
        """Whether an invitation can be accepted on this workstation."""
        self._join.setVisible(possible)

    def set_adopting(self, *, possible: bool) -> None:
        """Whether this workstation has a database that could go into the shared one."""
        self._adopt.setVisible(possible)

    def set_corner(self, widget: QWidget) -> None:
        """Put a widget at the end of the bar."""
        self._bar.setCornerWidget(widget, Qt.Corner.TopRightCorner)

    def set_page(self, name: PageName) -> None:
        """Mark the page that is shown."""
        self._pages[name].setChecked(True)

    def set_key_caps(self, *, shown: bool) -> None:
        """Set the check mark, without announcing it."""
        self._key_caps.blockSignals(True)
        self._key_caps.setChecked(shown)
        self._key_caps.blockSignals(False)

    def _build_customer(self, menu: QMenu, actions: "CustomerActions") -> None:
        # Imported late: the window is there sooner without it.
        from desktop_app.gui.customers.customer_actions import Act

        verify = QAction(menu)
        verify.triggered.connect(actions[Act.VERIFY].trigger)

        def follow() -> None:
            # Enter belongs to the search and the list: the menu only names it.
            verify.setText(f"{actions[Act.VERIFY].text()}\t{self.tr('Enter')}")
            verify.setEnabled(actions[Act.VERIFY].isEnabled())

        actions[Act.VERIFY].changed.connect(follow)
        follow()
        menu.addAction(verify)
        menu.addSeparator()
        for act in (
            Act.SET_PASSWORD,
            Act.UNLOCK,
            Act.REMOVE_PASSWORD,
            Act.PREPARE_NOTICE,
            Act.HISTORY,
        ):
            menu.addAction(actions[act])
        menu.addSeparator()
        for act in (Act.RAISE_CAUTION, Act.CLEAR_CAUTION):
            menu.addAction(actions[act])
        menu.addSeparator()
        for act in (Act.EDIT, Act.DELETE):
            menu.addAction(actions[act])
        menu.addSeparator()
        menu.addAction(self._first_passwords)
        menu.setToolTipsVisible(True)

    def _build_view(self, menu: QMenu) -> None:
        self._pages = self._page_actions(menu)
        menu.addActions(list(self._pages.values()))
        self._pages_end = menu.addSeparator()
        self._add(menu, self.tr("Refresh, try connection now"), self.refresh_requested, "F5")
        self._add(menu, self.tr("Search"), self.search_requested, "Ctrl+F")
        self._add(menu, self.tr("Next area"), self.next_area_requested, "F6")
        self._add(menu, self.tr("Previous area"), self.previous_area_requested, "Shift+F6")
        menu.addSeparator()
        self._columns = menu.addMenu(self.tr("Columns"))
        self._columns.aboutToShow.connect(self._on_columns_about_to_show)
        self._key_caps = QAction(self.tr("Pictures of keys"), menu)
        self._key_caps.setCheckable(True)
        self._key_caps.toggled.connect(self.key_caps_toggled)
        menu.addAction(self._key_caps)

    def _page_actions(self, menu: QMenu) -> dict[PageName, QAction]:
        words = {
            PageName.CUSTOMERS: (self.tr("Customers"), "Ctrl+1"),
            PageName.TEAM: (self.tr("Team"), "Ctrl+2"),
            PageName.JOURNAL: (self.tr("Journal"), "Ctrl+3"),
        }
        group = QActionGroup(menu)
        actions = {}
        for name, (text, keys) in words.items():
            action = actions[name] = QAction(text, group)
            action.setCheckable(True)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(self._on_page_action_triggered)
        actions[PageName.CUSTOMERS].setChecked(True)
        return actions

    def _on_page_action_triggered(self) -> None:
        asked = self.sender()
        for name, action in self._pages.items():
            if action is asked:
                self.page_requested.emit(name)

    def _add(self, menu: QMenu, text: str, signal: object, keys: str = "") -> QAction:
        action = QAction(text, menu)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(signal)
        menu.addAction(action)
        return action

    def _on_columns_about_to_show(self) -> None:
        self._columns.clear()
        if self._header is None:
            return
        self._columns.addActions(self._header.column_actions(self._columns))

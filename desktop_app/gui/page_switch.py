"""Which page of the main window is shown, and the control that chooses it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop_app.gui.context import Context, Desk
from desktop_app.gui.customers.customers_page import CustomersPage
from desktop_app.gui.main_menu import MainMenu
from desktop_app.gui.pages import Page, PageMaker, PageName
from desktop_app.gui.widgets.segmented import SegmentedControl

if TYPE_CHECKING:
    from desktop_app.core.entities import Customer
    from desktop_app.gui.customers.customer_actions import Act

_RIGHT_MARGIN: Final = 2


class PageSwitch(QObject):
    """Shows ``customers``, or one of the pages of ``makers``, in ``stack``.

    The control stands at the end of the menu bar and is there for leads only. A page is made when
    it is first shown, and stays. What the menu's view entries ask for goes to the page that is
    shown.
    """

    act_requested = Signal(object, object)
    state_changed = Signal(str)
    """What the page that is shown says of itself."""
    refused = Signal(str)
    database_failed = Signal()
    dialog_wanted = Signal(object)

    def __init__(
        self,
        desk: Desk,
        makers: Sequence[PageMaker],
        customers: CustomersPage,
        menu: MainMenu,
        stack: QStackedWidget,
    ) -> None:
        super().__init__(stack)
        self._desk = desk
        self._makers = {maker.name: maker for maker in makers}
        self._customers = customers
        self._menu = menu
        self._stack = stack
        self._pages: dict[PageName, Page] = {}
        self._states: dict[PageName, str] = {}
        self._context: Context | None = None
        self._current = PageName.CUSTOMERS
        self._corner: QWidget | None = None
        self._control: SegmentedControl | None = None
        customers.state_changed.connect(lambda text: self._set_state(PageName.CUSTOMERS, text))
        menu.page_requested.connect(self.show)
        menu.search_requested.connect(self._on_menu_search_requested)
        menu.refresh_requested.connect(self._on_menu_refresh_requested)
        menu.next_area_requested.connect(lambda: self._move_focus(1))
        menu.previous_area_requested.connect(lambda: self._move_focus(-1))

    @property
    def current(self) -> PageName:
        """The page that is shown."""
        return self._current

    @property
    def offered(self) -> tuple[PageName, ...]:
        """What can be chosen; nothing where the customers are all there is."""
        if self._context is None or not self._makers:
            return ()
        return (PageName.CUSTOMERS, *self._makers)

    def open(self, context: Context | None) -> None:
        """Offer the pages for this profile; None for a person who has the customers only."""
        for page in self._pages.values():
            page.close_profile()
        self._context = context
        self.show_customers()
        if context is not None:
            for page in self._pages.values():
                page.open(context)
        self._show_control()

    def show(self, name: PageName, *, take_focus: bool = True) -> None:
        """Show a page; one that is not offered is not shown."""
        if name is not PageName.CUSTOMERS and name not in self.offered:
            return
        if name is not self._current:
            self._change(name)
        if take_focus:
            self._take_focus()

    def show_customers(self) -> None:
        """Show the search, the list and the card."""
        self.show(PageName.CUSTOMERS)

    @property
    def chosen_receipt(self) -> str:
        """The receipt that is meant where a page asks for a customer's history, if any."""
        page = self._pages.get(self._current)
        return page.chosen_receipt if page is not None else ""

    def look_for(self, name: PageName, text: str) -> None:
        """Show a page, and on it what this text names."""
        self.show(name)
        if self._current is name and name in self._pages:
            self._pages[name].look_for(text)

    def refresh_page(self) -> None:
        """A window over this one has closed: the page shows what it may have changed."""
        if self._current is not PageName.CUSTOMERS:
            self._pages[self._current].come_back()

    def _change(self, name: PageName) -> None:
        at_customers = name is PageName.CUSTOMERS
        self._current = name
        self._stack.setCurrentIndex(0)
        if not at_customers:
            self._stack.setCurrentWidget(self._page(name))
        if self._control is not None:
            self._control.set_value(name)
        self._menu.set_page(name)
        self._customers.customer_actions.set_shown(shown=at_customers)
        self.state_changed.emit(self._states.get(name, ""))
        if not at_customers:
            self._page(name).enter()

    def _take_focus(self) -> None:
        if self._current is PageName.CUSTOMERS:
            self._customers.focus_search()
        else:
            self._page(self._current).take_focus()

    def _set_state(self, name: PageName, text: str) -> None:
        self._states[name] = text
        if name is self._current:
            self.state_changed.emit(text)

    def _page(self, name: PageName) -> Page:
        if name not in self._pages:
            self._pages[name] = self._new_page(name)
        return self._pages[name]

    def _new_page(self, name: PageName) -> Page:
        page = self._makers[name].make(self._desk, self._stack)
        page.act_requested.connect(self._on_act_requested)
        page.state_changed.connect(lambda text: self._set_state(name, text))
        page.database_failed.connect(self.database_failed)
        page.refused.connect(self.refused)
        page.dialog_wanted.connect(self.dialog_wanted)
        self._stack.addWidget(page)
        if self._context is not None:
            page.open(self._context)
        return page

    def _show_control(self) -> None:
        offered = bool(self.offered)
        if offered and self._corner is None:
            self._corner = self._new_corner()
            self._menu.set_corner(self._corner)
        if self._corner is not None:
            self._corner.setVisible(offered)

    def _new_corner(self) -> QWidget:
        corner = QWidget()
        self._control = SegmentedControl(
            self._desk.appearance,
            [(name.value, self._words(name)) for name in self.offered],
            name=self.tr("Page"),
            parent=corner,
        )
        self._control.value_changed.connect(self._on_control_value_changed)
        row = QHBoxLayout(corner)
        row.setContentsMargins(0, 0, _RIGHT_MARGIN, 0)
        row.addWidget(self._control)
        return corner

    def _words(self, name: PageName) -> str:
        match name:
            case PageName.CUSTOMERS:
                return self.tr("Customers")
            case PageName.TEAM:
                return self.tr("Team")
            case PageName.JOURNAL:
                return self.tr("Journal")

    def _on_act_requested(self, act: "Act", customer: "Customer") -> None:
        self.act_requested.emit(act, customer)

    def _on_control_value_changed(self, value: str) -> None:
        # The arrow keys move in the control: they keep the keyboard.
        self.show(PageName(value), take_focus=False)

    def _on_menu_search_requested(self) -> None:
        page = self._pages.get(self._current)
        if page is None or not page.take_search():
            self.show_customers()
            self._customers.select_search()

    def _on_menu_refresh_requested(self) -> None:
        (self._pages.get(self._current) or self._customers).refresh()

    def _move_focus(self, step: int) -> None:
        (self._pages.get(self._current) or self._customers).move_focus(step)

"""The pages of the main window beside the customers: what each one offers, and how it is made."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desktop_app.gui.context import Context, Desk


class PageName(StrEnum):
    """The pages, in the order in which they are offered."""

    CUSTOMERS = "customers"
    TEAM = "team"
    JOURNAL = "journal"


class Page(QWidget):
    """A page for leads in place of search, list and card.

    It is made when it is first wanted. ``open`` comes before the first ``enter``; between
    ``close_profile`` and the next ``open`` it shows and reads nothing.
    """

    act_requested = Signal(object, object)
    """An ``Act`` and the ``Customer`` it is about."""
    state_changed = Signal(str)
    """What the status bar says while the page is shown."""
    refused = Signal(str)
    """Why what a key asks for is not possible."""
    database_failed = Signal()
    """A call failed: whether the database answers at all is worth a look."""
    dialog_wanted = Signal(object)
    """A ``PlainFrame`` that shall be shown over the window."""

    @property
    def chosen_receipt(self) -> str:
        """The receipt that is meant where the history of a customer was asked for, if any."""
        return ""

    def open(self, context: "Context") -> None:
        """Work with this profile from now on."""
        raise NotImplementedError

    def close_profile(self) -> None:
        """Take everything off the screen and read nothing any more."""
        raise NotImplementedError

    def enter(self) -> None:
        """The page has come up: read what it shows."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Give the keyboard to where a person begins."""
        raise NotImplementedError

    def take_search(self) -> bool:
        """Put the caret into the page's own search; whether it has one."""
        return False

    def look_for(self, text: str) -> None:
        """Show what this text names, on a page where something can be looked for."""

    def refresh(self) -> None:
        """Read again what is shown."""
        raise NotImplementedError

    def come_back(self) -> None:
        """A window over the page has closed, and may have changed what is shown."""
        self.refresh()
        self.take_focus()

    def move_focus(self, step: int) -> None:
        """Go to the next area (1) or the one before (-1)."""
        raise NotImplementedError


MakePage = Callable[["Desk", QWidget], Page]


@dataclass(frozen=True, slots=True)
class PageMaker:
    """How a page is made; ``make`` imports it, because the window is there sooner without it."""

    name: PageName
    make: MakePage

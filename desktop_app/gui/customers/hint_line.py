"""The line of key hints under the list."""

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.key_cap import KeyHint
from desktop_app.gui.widgets.surfaces import Area

_HEIGHT: Final = 34
_ARROWS: Final = ("↑", "↓")


class Hints(Enum):
    """What the keys do at the moment."""

    START = auto()
    RESULTS = auto()
    NOBODY = auto()
    OFFLINE = auto()


class HintLine(Area):
    """At most five hints; hidden with the key caps."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, fill="surface", edges=Qt.Edge.TopEdge, parent=parent)
        self._room = True
        self._new = KeyHint(appearance, ("Ctrl", "N"), self.tr("New customer"), self)
        self._pages = QStackedWidget(self)
        select = (_ARROWS, self.tr("Select"))
        everything = (("F1",), self.tr("All shortcuts"))
        self._places = {
            Hints.START: self._add_page(
                appearance, (select, (("Enter",), self.tr("Open")), None, everything)
            ),
            Hints.RESULTS: self._add_page(
                appearance,
                (
                    select,
                    (("Enter",), self.tr("Verify caller")),
                    (("Ctrl", "F"), self.tr("Search")),
                    (("Esc",), self.tr("Clear")),
                    everything,
                ),
            ),
            Hints.NOBODY: self._add_page(appearance, ((("Esc",), self.tr("Clear")), everything)),
            Hints.OFFLINE: self._add_page(
                appearance, (select, (("F5",), self.tr("Try now")), everything)
            ),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 1, 16, 0)
        layout.addWidget(self._pages)
        self.theme_changed()

    def show_hints(self, hints: Hints) -> None:
        """Show what the keys do now."""
        self._pages.setCurrentIndex(self._places[hints])

    def set_lead(self, *, is_lead: bool) -> None:
        """Show what only leads can do."""
        self._new.setVisible(is_lead and self.theme.key_caps)

    def set_room(self, *, room: bool) -> None:
        """Whether the window is high and wide enough for the line."""
        self._room = room
        self.theme_changed()

    def theme_changed(self) -> None:
        self.setFixedHeight(self.theme.scaled(_HEIGHT))
        self.setVisible(self._room and self.theme.key_caps)

    def _add_page(
        self, appearance: Appearance, hints: tuple[tuple[tuple[str, ...], str] | None, ...]
    ) -> int:
        page = QWidget(self)
        layout = QHBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(18)
        for hint in hints:
            widget = self._new if hint is None else KeyHint(appearance, hint[0], hint[1], page)
            layout.addWidget(widget)
        layout.addStretch(1)
        return self._pages.addWidget(page)

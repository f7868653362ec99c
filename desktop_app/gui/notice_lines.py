"""What is said quietly under the menu bar, a line for each topic."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.notice_line import NoticeLine

_DEMO: Final = "demo"
_NOTICE: Final = "notice"


class NoticeLines(QObject):
    """Each topic has one line; what is said of another one stays.

    The lines come up at ``place`` of ``column`` when they are first needed.
    """

    def __init__(
        self, appearance: Appearance, column: QVBoxLayout, place: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._column = column
        self._place = place
        self._window = parent
        self._lines: dict[str, NoticeLine] = {}

    def show_text(
        self,
        text: str,
        button_text: str = "",
        callback: Callable[[], None] | None = None,
        *,
        topic: str = _NOTICE,
        stays: bool = False,
    ) -> None:
        """Show a line until it is dismissed or ``hide``; one that ``stays`` has no cross."""
        if topic not in self._lines:
            line = NoticeLine(self._appearance, dismissible=not stays, parent=self._window)
            self._lines[topic] = line
            self._column.insertWidget(self._place, line)
        self._lines[topic].show_text(text, button_text, callback)

    def hide(self, topic: str = _NOTICE) -> None:
        """Take the line of a topic away."""
        if topic in self._lines:
            self._lines[topic].hide()

    def hide_all(self) -> None:
        """Take every line away."""
        for line in self._lines.values():
            line.hide()

    def show_demo(self, customers: Sequence[tuple[str, str, str]]) -> None:
        """Say that this is the demo, and whom to try: number, name and demo password of each."""
        tries = " · ".join(
            self.tr("{number} {name}: {password}").format(
                number=number, name=name, password=password
            )
            for number, name, password in customers
        )
        self.show_text(
            self.tr(
                "Demo: the customers are invented and nothing is kept. Passwords to try: {tries}"
            ).format(tries=tries),
            topic=_DEMO,
            stays=True,
        )

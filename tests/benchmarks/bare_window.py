"""The floor of the window's figures: PySide6 with a line edit and a table, and nothing else.

It names one of Qt's constants, because every program does and PySide6 makes all of them then.
"""

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

_SIZE = (1180, 760)
_ROWS, _COLUMNS = 50, 6


class BareWindow(QMainWindow):
    """As large as Watchword's window, the caret in the line edit."""

    def __init__(self) -> None:
        super().__init__()
        central = QWidget(self)
        self.field = QLineEdit(central)
        self.table = QTableWidget(_ROWS, _COLUMNS, central)
        layout = QVBoxLayout(central)
        layout.addWidget(self.field)
        layout.addWidget(self.table)
        self.setCentralWidget(central)
        self.resize(*_SIZE)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)


def main() -> int:
    """Show it until it is closed."""
    application = QApplication(sys.argv[:1])
    window = BareWindow()
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())

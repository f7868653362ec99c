from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import Customer
from desktop_app.gui.context import Context
from desktop_app.gui.customers.customer_actions import Act
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.verify.verify_dialog import VerifyDialog
from desktop_app.gui.windows import Windows


def test_a_late_search_opens_no_check_over_another_window(
    qtbot: QtBot, context: Context, customers: dict[str, Customer]
) -> None:
    """Never two windows about two customers: the second wish comes too late."""
    window = MainWindow(context.desk)
    qtbot.addWidget(window)
    windows = Windows(window)
    window.show()
    window.open(context)
    windows.open(context)
    window.new_customer_requested.emit()
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(QDialog)))
    window.act_requested.emit(Act.VERIFY, customers["104233"])
    assert not window.findChildren(VerifyDialog)
    windows.close()

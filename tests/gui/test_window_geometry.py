"""Windows on small screens: 200 % on 1920 by 1080 leaves 960 by 540."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import Customer
from desktop_app.core.suggestions import Suggester
from desktop_app.gui.context import Context
from desktop_app.gui.customers.customer_form import CustomerForm
from desktop_app.gui.desktop import window_geometry
from desktop_app.gui.desktop.window_geometry import (
    fit_to_screen,
    remember_geometry,
    restore_geometry,
)
from desktop_app.gui.journal.history_window import HistoryWindow
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.password.password_dialog import PasswordDialog
from desktop_app.gui.password.reason_dialog import ReasonDialog
from desktop_app.gui.password.reason_texts import Action
from desktop_app.gui.shortcuts_dialog import ShortcutsDialog
from desktop_app.gui.verify.verify_dialog import VerifyDialog
from desktop_app.gui.widgets.dialog_frame import FootBar

SMALL = QSize(960, 540)
TINY = QSize(683, 384)
Open = Callable[[Context, Customer], QWidget]

WINDOWS: dict[str, Open] = {
    "main": lambda context, _customer: MainWindow(context.desk),
    "verify": VerifyDialog,
    "set password": lambda context, customer: PasswordDialog(context, customer, Suggester()),
    "history": HistoryWindow,
    "customer": CustomerForm,
    "reason": lambda context, customer: ReasonDialog(context, customer, Action.UNLOCK),
    "shortcuts": lambda context, _customer: ShortcutsDialog(context.desk.appearance, is_lead=True),
}


@pytest.fixture
def use_screen(monkeypatch: pytest.MonkeyPatch) -> Callable[[QSize], None]:
    """Let every window believe that its screen is this large."""

    def use(size: QSize) -> None:
        monkeypatch.setattr(
            window_geometry, "available_area", lambda _: QRect(0, 0, *size.toTuple())
        )

    return use


@pytest.mark.parametrize("size", [SMALL, TINY])
@pytest.mark.parametrize("name", WINDOWS)
def test_every_window_fits_its_screen(
    qtbot: QtBot,
    context: Context,
    customers: dict[str, Customer],
    use_screen: Callable[[QSize], None],
    *,
    name: str,
    size: QSize,
) -> None:
    """No window opens larger than the screen, and what to press in it is inside."""
    use_screen(size)
    window = WINDOWS[name](context, customers["104233"])
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    assert window.frameGeometry().size().boundedTo(size) == window.frameGeometry().size()
    for foot in window.findChildren(FootBar):
        bottom = foot.mapTo(window, foot.rect().bottomLeft()).y()
        assert bottom < window.height()


def test_usual_sizes_hold_where_there_is_room(
    qtbot: QtBot,
    context: Context,
    customers: dict[str, Customer],
    use_screen: Callable[[QSize], None],
) -> None:
    """A large screen changes nothing."""
    use_screen(QSize(1920, 1080))
    sizes = {}
    for name, build in WINDOWS.items():
        window = build(context, customers["104233"])
        qtbot.addWidget(window)
        sizes[name] = window.size().toTuple()
    assert sizes["main"] == (1180, 760)
    assert sizes["verify"] == (560, 480)
    assert sizes["set password"] == (640, 680)
    assert sizes["history"] == (840, 680)


def test_a_geometry_of_a_larger_screen_is_cut_to_this_one(
    qtbot: QtBot, context: Context, use_screen: Callable[[QSize], None]
) -> None:
    """What was remembered at the dock does not hide the foot without it."""
    preferences = context.desk.preferences
    before = QWidget()
    qtbot.addWidget(before)
    before.resize(900, 700)
    remember_geometry(before, "any", preferences)
    after = QWidget()
    qtbot.addWidget(after)
    assert restore_geometry(after, "any", preferences)
    use_screen(SMALL)
    fit_to_screen(after)
    assert after.width() == 900
    assert after.height() < SMALL.height()

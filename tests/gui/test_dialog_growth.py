"""A form is as high as its content, where its text is large and where it has something to say."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import Customer
from desktop_app.core.preferences import SchemeChoice
from desktop_app.core.suggestions import Suggester
from desktop_app.gui.context import Context
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.password.password_dialog import PasswordDialog
from desktop_app.gui.password.reason_dialog import ReasonDialog
from desktop_app.gui.password.reason_texts import Action
from desktop_app.gui.widgets.dialog_frame import PlainFrame
from desktop_app.gui.widgets.message_line import MessageLine
from tests.gui.by_keyboard import shown

USUAL = {PasswordDialog: (640, 680), ReasonDialog: (560, 360)}


@pytest.fixture(params=[1.0, 1.25], ids=["usual text", "larger text"])
def factor(request: pytest.FixtureRequest) -> float:
    """How large texts are: such that every form fits the screen, unless a test says otherwise."""
    return float(request.param)


@pytest.fixture
def large(qapp: QApplication, context: Context, factor: float) -> Iterator[Context]:
    """A desk at which texts have this size."""
    appearance = Appearance(
        qapp,
        choice=SchemeChoice.LIGHT,
        high_contrast=False,
        text_factor=factor,
        reduced_motion=True,
    )
    yield context._replace(desk=context.desk._replace(appearance=appearance))
    appearance.deleteLater()


@pytest.fixture(params=[PasswordDialog, ReasonDialog], ids=["password", "reason"])
def dialog(
    qtbot: QtBot,
    large: Context,
    customers: dict[str, Customer],
    request: pytest.FixtureRequest,
) -> PlainFrame:
    """A form about a customer, just opened."""
    customer = customers["104233"]
    if request.param is PasswordDialog:
        return shown(qtbot, PasswordDialog(large, customer, Suggester()))
    return shown(qtbot, ReasonDialog(large, customer, Action.UNLOCK))


def covered(dialog: PlainFrame) -> int:
    """How much of the form has to be scrolled to."""
    area = dialog.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    return area.verticalScrollBar().maximum()


def room(dialog: PlainFrame) -> QSize:
    """How large the window can be on its screen."""
    frame = dialog.frameGeometry().size() - dialog.size()
    return dialog.screen().availableGeometry().size() - frame


@pytest.mark.parametrize("factor", [1.0, 1.25, 2.0])
def test_a_form_is_whole_when_it_opens(qtbot: QtBot, large: Context, dialog: PlainFrame) -> None:
    """At the usual text it has the usual size, at a larger one a larger one."""
    qtbot.waitUntil(lambda: covered(dialog) == 0 or dialog.height() >= room(dialog).height() - 32)
    width, height = map(large.desk.appearance.theme.scaled, USUAL[type(dialog)])
    assert dialog.width() == min(width, room(dialog).width())
    if large.desk.appearance.theme.text_factor == 1.0:
        assert dialog.height() == height


@pytest.mark.parametrize("factor", [1.0, 1.25, 2.0])
def test_nothing_is_cut_at_the_side(qtbot: QtBot, dialog: PlainFrame) -> None:
    """A window that somebody made narrow is as wide as its form and its scroll bar need."""
    area = dialog.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    dialog.resize(dialog.minimumSize())
    content, viewport = area.widget(), area.viewport()
    assert content is not None
    qtbot.waitUntil(lambda: content.minimumSizeHint().width() <= viewport.width())
    qtbot.waitUntil(lambda: content.width() == viewport.width())


def test_a_form_grows_for_a_refusal(qtbot: QtBot, dialog: PlainFrame) -> None:
    """What is missing is said below its field, and the rest stays in sight."""
    qtbot.waitUntil(lambda: covered(dialog) == 0)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert any(line.sentence for line in dialog.findChildren(MessageLine))
    QApplication.processEvents()
    qtbot.waitUntil(lambda: covered(dialog) == 0)
    assert dialog.screen().availableGeometry().contains(dialog.frameGeometry())


def test_a_form_that_somebody_made_lower_stays_so(qtbot: QtBot, dialog: PlainFrame) -> None:
    """The size of a window is its user's, whatever it has to say later."""
    qtbot.waitUntil(lambda: covered(dialog) == 0)
    dialog.resize(dialog.minimumSize())
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert any(line.sentence for line in dialog.findChildren(MessageLine))
    QApplication.processEvents()
    assert dialog.size() == dialog.minimumSize()

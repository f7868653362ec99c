"""A colleague's caution in the verification dialog: whole, beside every answer, on every screen."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import Customer
from desktop_app.core.preferences import SchemeChoice
from desktop_app.gui.context import Context
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.verify.caution_bar import CautionBar
from desktop_app.gui.verify.key_guard import GUARD_MS
from desktop_app.gui.verify.verify_dialog import Stage, VerifyDialog
from desktop_app.gui.widgets.amber_bar import AmberBar
from desktop_app.gui.widgets.banner import VerdictBanner
from tests.gui.by_keyboard import enter, focused, press, says, shown
from tests.gui.fakes import FakeKeys, FakeStorage

RIGHT, WRONG = "Ahorn 42", "Birke 17"
LONGEST = ("The caller tried three birthdays and asked for the bank account. " * 8)[:499] + "!"
Open = Callable[..., VerifyDialog]


@pytest.fixture(params=[1.0, 2.0], ids=["usual text", "200 % text"])
def sized(
    qapp: QApplication, context: Context, request: pytest.FixtureRequest
) -> Iterator[Context]:
    """A desk at which texts have this size."""
    appearance = Appearance(
        qapp,
        choice=SchemeChoice.LIGHT,
        high_contrast=False,
        text_factor=request.param,
        reduced_motion=True,
    )
    yield context._replace(desk=context.desk._replace(appearance=appearance))
    appearance.deleteLater()


@pytest.fixture
def open_dialog(
    qtbot: QtBot,
    context: Context,
    storage: FakeStorage,
    keys: FakeKeys,
    customers: dict[str, Customer],
) -> Open:
    """Opens the dialog of a customer with a caution of the greatest length."""
    storage.put_password(customers["104233"], RIGHT, keys)

    def build(desk: Context = context, text: str = LONGEST) -> VerifyDialog:
        storage.put_caution(customers["104233"], text, "Lukas Berger")
        dialog = shown(qtbot, VerifyDialog(desk, customers["104233"]))
        qtbot.waitUntil(lambda: not dialog.is_busy)
        qtbot.waitUntil(lambda: bar(dialog).isVisible())
        QApplication.processEvents()
        return dialog

    return build


def bar(dialog: VerifyDialog) -> CautionBar:
    found = dialog.findChild(CautionBar)
    assert isinstance(found, CautionBar)
    return found


def in_sight(dialog: VerifyDialog, part: QWidget) -> bool:
    """Whether every pixel of a part is on the window."""
    whole = QRect(QPoint(), part.size())
    return part.visibleRegion().boundingRect() == whole


def say(qtbot: QtBot, dialog: VerifyDialog, text: str) -> None:
    enter(text)
    qtbot.waitUntil(lambda: not dialog.is_busy and dialog.stage is not Stage.CHECKING)
    QApplication.processEvents()


def banner(dialog: VerifyDialog) -> VerdictBanner:
    found = dialog.findChild(VerdictBanner)
    assert isinstance(found, VerdictBanner)
    return found


def read_whole(dialog: VerifyDialog) -> None:
    """Turn the pages of the caution to its end, wherever the keyboard is."""
    text = bar(dialog).text
    scroll = text.verticalScrollBar()
    for _ in range(50):
        if not text.scrolls or scroll.value() == scroll.maximum():
            break
        before = scroll.value()
        press(Qt.Key.Key_PageDown)
        assert scroll.value() > before
    bottom = text.words.mapTo(text.viewport(), QPoint(0, text.words.height())).y()
    assert bottom <= text.viewport().height()


def test_the_longest_caution_is_whole_beside_a_match(qtbot: QtBot, open_dialog: Open) -> None:
    """The dialog grows for it within the screen, and nothing has to be scrolled."""
    dialog = open_dialog()
    assert not bar(dialog).text.scrolls
    say(qtbot, dialog, RIGHT)
    assert dialog.stage is Stage.MATCHED
    assert in_sight(dialog, bar(dialog))
    assert in_sight(dialog, banner(dialog))
    assert dialog.screen().availableGeometry().contains(dialog.frameGeometry())
    assert "Caution, Lukas Berger, today" in says(dialog)


@pytest.mark.parametrize("lines", [2, 30])
def test_it_is_read_by_the_keyboard_where_room_is_short(
    qtbot: QtBot, sized: Context, open_dialog: Open, lines: int
) -> None:
    """At 560 by 480, and with large texts: who raised it, the end of it and the answer."""
    dialog = open_dialog(sized, LONGEST if lines == 2 else "\n".join(["Beware."] * lines))
    scaled = sized.desk.appearance.theme.scaled
    room = QSize(scaled(560), scaled(480)).boundedTo(dialog.screen().availableSize())
    dialog.setMinimumSize(room)
    dialog.resize(room)
    QApplication.processEvents()
    for text, stage in ((WRONG, Stage.AGAIN), (RIGHT, Stage.MATCHED)):
        QTest.keyClicks(focused(), "x")
        read_whole(dialog)
        assert isinstance(focused(), QLineEdit)
        press(Qt.Key.Key_Backspace)
        say(qtbot, dialog, text)
        assert dialog.stage is stage
        assert in_sight(dialog, bar(dialog))
        assert in_sight(dialog, banner(dialog))
        qtbot.wait(GUARD_MS + 50)
    read_whole(dialog)


def test_a_caution_that_comes_during_the_call_covers_no_answer(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage, customers: dict[str, Customer]
) -> None:
    """The dialog grows once more; the answer stays in sight."""
    dialog = open_dialog(text="Short.")
    before = dialog.height()
    say(qtbot, dialog, RIGHT)
    storage.put_caution(customers["104233"], LONGEST, "Tanja Lang")
    dialog.follow_news(None)
    qtbot.waitUntil(lambda: "Tanja Lang" in says(dialog))
    qtbot.waitUntil(lambda: dialog.height() > before)
    QApplication.processEvents()
    assert not bar(dialog).text.scrolls
    assert in_sight(dialog, banner(dialog))


def test_a_bar_without_room_begins_at_its_first_line(qtbot: QtBot, context: Context) -> None:
    """A sentence that does not fit loses its end, never its beginning."""
    pictures = []
    for height in (60, 90):
        amber = AmberBar(context.desk.appearance)
        qtbot.addWidget(amber)
        amber.set_texts("First line. " + "More of it. " * 60)
        amber.setFixedSize(300, height)
        amber.show()
        image = amber.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        pictures.append(image.copy(60, 8, 200, 32))
    assert pictures[0] == pictures[1]

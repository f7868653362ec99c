"""Qt's own file dialog, which appears where there is no desktop to ask, in the program's look."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.core.preferences import SchemeChoice
from desktop_app.gui.desktop.file_chooser import FileKind, SystemFileChooser
from desktop_app.gui.desktop.file_dialog_look import ComboArrow
from desktop_app.gui.look.appearance import Appearance
from tests.gui.by_keyboard import shown

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform's remark

BOTH = pytest.mark.parametrize("choice", [SchemeChoice.LIGHT, SchemeChoice.DARK])


@pytest.fixture
def dialog(qtbot: QtBot, appearance: Appearance, tmp_path: Path) -> Iterator[QFileDialog]:
    """The dialog that asks for a file, in a folder below another."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    parent = shown(qtbot, QWidget())
    SystemFileChooser(appearance).existing_file(parent, "Open", FileKind.AUTHORITY, print)
    [dialog] = parent.findChildren(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    yield dialog
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, on=False)


def arrows(dialog: QFileDialog) -> list[ComboArrow]:
    return dialog.findChildren(ComboArrow)


def colours_in(widget: QWidget, part: QRect | None = None) -> set[str]:
    """The colours of a widget's pixels on the screen."""
    image = widget.grab(part or widget.rect()).toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


@BOTH
def test_every_box_has_its_arrow(
    dialog: QFileDialog, appearance: Appearance, choice: SchemeChoice
) -> None:
    """At its end, in the ink of the theme in force, whatever it was when the dialog opened."""
    appearance.set_choice(choice)
    QApplication.processEvents()
    boxes = dialog.findChildren(QComboBox)
    assert len(boxes) == len(arrows(dialog)) == 2
    for arrow in arrows(dialog):
        box = arrow.parentWidget()
        place = arrow.geometry()
        assert box is not None
        assert box.width() - 30 <= place.left() <= place.right() < box.width()
        assert abs(place.center().y() - box.rect().center().y()) <= 1
        assert appearance.theme.colours.text2.name() in colours_in(box, place)


def test_arrows_go_with_the_reading_direction(dialog: QFileDialog) -> None:
    """Mirrored they stand at the left."""
    dialog.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert [arrow.x() < 30 for arrow in arrows(dialog)] == [True, True]


def test_a_click_on_the_arrow_opens_the_box(qtbot: QtBot, dialog: QFileDialog) -> None:
    """It takes no press from the box below it."""
    [box] = [each for each in dialog.findChildren(QComboBox) if each.count() == 2]
    arrow = box.findChild(ComboArrow)
    assert isinstance(arrow, ComboArrow)
    spot = arrow.geometry().center()
    assert box.childAt(spot) is not arrow
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(spot))
    qtbot.waitUntil(box.view().isVisible)
    box.hidePopup()


@BOTH
def test_the_way_up_can_be_seen(
    dialog: QFileDialog, appearance: Appearance, choice: SchemeChoice
) -> None:
    """Qt's own picture of it is black on the dark ground."""
    appearance.set_choice(choice)
    QApplication.processEvents()
    button = dialog.findChild(QToolButton, "toParentButton")
    assert isinstance(button, QToolButton)
    assert button.isEnabled()
    assert appearance.theme.colours.text.name() in colours_in(button)


@BOTH
def test_buttons_are_the_programs(
    dialog: QFileDialog, appearance: Appearance, choice: SchemeChoice
) -> None:
    """As high as the fields beside them, without coloured pictures."""
    appearance.set_choice(choice)
    QApplication.processEvents()
    box = dialog.findChildren(QComboBox)[0]
    for button in dialog.findChildren(QPushButton):
        if button.isVisible():
            assert button.height() == box.height()
            assert len(colours_in(button)) < 150  # two inks and what smooths their edges

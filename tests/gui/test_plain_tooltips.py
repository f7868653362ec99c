from PySide6.QtGui import QTextDocumentFragment
from pytestqt.qtbot import QtBot

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.labels import ElidedLabel

NAME = '<h1>Matches</h1><img src="/etc/passwd"> & Söhne' + " x" * 40


def test_a_name_that_looks_like_html_is_shown_as_it_is(
    qtbot: QtBot, appearance: Appearance
) -> None:
    """Whoever chooses a customer's name chooses no picture and no heading in our tooltips."""
    label = ElidedLabel(appearance, NAME)
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    qtbot.waitUntil(lambda: bool(label.toolTip()))
    assert "<h1>" not in label.toolTip()
    assert "<img" not in label.toolTip()
    assert QTextDocumentFragment.fromHtml(label.toolTip()).toPlainText() == NAME

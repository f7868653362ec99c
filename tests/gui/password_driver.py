"""What a person does and sees in the window that sets a telephone password."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import (
    Answer,
    Customer,
    CustomerDraft,
)
from desktop_app.core.policy import Policy
from desktop_app.core.secret import Secret
from desktop_app.core.suggestions import Suggester, Suggestion
from desktop_app.gui.context import Context
from desktop_app.gui.password.password_dialog import PasswordDialog, Stage
from desktop_app.gui.password.password_flow import PasswordFlow
from desktop_app.gui.widgets.amber_bar import AmberBar
from desktop_app.gui.widgets.fields import OptionRow
from desktop_app.gui.widgets.message_line import MessageLine
from desktop_app.gui.widgets.password_entry import PasswordEntry

TYPED = "Zebra 58"
OLD_ONE = ("The old one stops working at once", "Each of them replaces the old one.")
OFFERED = {"de": ("Ahorn 42", "Kranich 86", "Laterne 51", "Birke 67")}
ENGLISH = ("Maple 42", "Crane 86", "Lantern 51", "Birch 67")
W = TypeVar("W", bound=QWidget)
Open = Callable[..., PasswordDialog]
CONTROL = Qt.KeyboardModifier.ControlModifier
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class FixedSuggester(Suggester):
    """Offers the same words always; ``asked`` lists the languages that were wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def suggest(
        self, language: str, policy: Policy, customer: CustomerDraft, count: int = 4
    ) -> tuple[Suggestion, ...]:
        self.asked.append(language)
        words = OFFERED.get(language, ENGLISH)
        return tuple(Suggestion(Secret(each), 11_000) for each in words)


def suggestions(dialog: PasswordDialog) -> list[OptionRow]:
    return dialog.findChildren(OptionRow)[-4:]


def entries(dialog: PasswordDialog) -> list[PasswordEntry]:
    return dialog.findChildren(PasswordEntry)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_MODIFIER) -> None:
    QTest.keyClick(focused(), key, modifiers)


def type_in(text: str) -> None:
    QTest.keyClicks(focused(), text)


def one(dialog: QWidget, kind: type[W]) -> W:
    found = dialog.findChild(kind)
    assert isinstance(found, kind)
    return found


def stage_of(dialog: PasswordDialog) -> Stage:
    return dialog.stage  # read anew: mypy takes a property for a constant


def identify(*, reference: str = "") -> None:
    """Choose the call-back and go to the suggestions."""
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    type_in(reference)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)


def type_password(first: str = TYPED, second: str = TYPED) -> None:
    """From the suggestions: type both entries."""
    press(Qt.Key.Key_Return)
    type_in(first)
    press(Qt.Key.Key_Return)
    type_in(second)


def save(qtbot: QtBot, dialog: PasswordDialog) -> None:
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: stage_of(dialog) is not Stage.SAVING)


def set_password(qtbot: QtBot, dialog: PasswordDialog) -> None:
    identify()
    type_password()
    save(qtbot, dialog)
    assert stage_of(dialog) is Stage.SHOWN


def matches(context: Context, customer: Customer, text: str) -> bool:
    verify = context.session.verify
    checked = verify.check(verify.open(customer.id), Secret(text))
    return checked.verdict.answer is Answer.MATCHES


def messages(dialog: PasswordDialog) -> list[str]:
    lines = dialog.findChildren(MessageLine)
    return [line.sentence for line in lines if line.sentence]


def bars(dialog: PasswordDialog) -> list[str]:
    return [bar.accessibleName() for bar in dialog.findChildren(AmberBar) if bar.isVisible()]


def texts_in(dialog: PasswordDialog) -> str:
    """Everything that a widget of the dialog holds or tells a screen reader."""
    held = []
    for widget in dialog.findChildren(QWidget):
        held += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        for name in ("text", "placeholderText"):
            held.append(str(widget.property(name) or ""))
    return "\n".join(held)


def says_old_one(dialog: PasswordDialog) -> bool:
    """Whether both remarks about an old password are on the screen, rather than neither."""
    texts = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    said = [each in texts for each in OLD_ONE]
    assert len(set(said)) == 1
    return said[0]


def flow_of(dialog: PasswordDialog) -> PasswordFlow:
    flow = dialog.findChild(PasswordFlow)
    assert isinstance(flow, PasswordFlow)
    return flow

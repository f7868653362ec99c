"""Setting a telephone password: the form, the hand-over, and what can go wrong."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.core.entities import CustomerDraft
from desktop_app.core.errors import DiskFullError
from desktop_app.core.policy import Policy
from desktop_app.core.secret import Secret
from desktop_app.core.suggestions import Suggester, Suggestion
from desktop_app.gui.context import Context, Desk
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.password.password_dialog import PasswordDialog, Stage
from desktop_app.gui.preferences import Preferences
from desktop_app.gui.tasks import Tasks
from desktop_app.gui.widgets.countdown import Countdown
from desktop_app.gui.widgets.fields import CheckBox, OptionRow
from desktop_app.gui.widgets.hint_line import RuleHint
from desktop_app.gui.widgets.password_entry import PasswordEntry
from tests.gui.fakes import FakeClock, FakeKeys, FakeStorage, session_of
from tests.gui.sample_customers import add_sample_customers
from tests.screens._settling import settle
from tests.screens.registry import screen


class _FixedSuggester(Suggester):
    """The suggestions of the pictures."""

    def suggest(
        self, language: str, policy: Policy, customer: CustomerDraft, count: int = 4
    ) -> tuple[Suggestion, ...]:
        words = ("Ahorn 42", "Kranich 86", "Laterne 51", "Birke 67")
        return tuple(Suggestion(Secret(each), 11_000) for each in words)


def dialog_for(
    appearance: Appearance,
    number: str = "104233",
    prepare: Callable[[FakeStorage], None] = lambda _storage: None,
) -> PasswordDialog:
    storage = FakeStorage(FakeClock())
    customers = add_sample_customers(storage)
    context = Context(
        Desk(appearance, Tasks(), Preferences()),
        session_of(storage, FakeKeys()),
        storage.policies.load(),
    )
    dialog = PasswordDialog(context, customers[number], _FixedSuggester())
    prepare(storage)
    dialog.show()
    dialog.activateWindow()
    settle(lambda: all(row.isEnabled() for row in options(dialog)[-4:]))
    return dialog


def options(dialog: QWidget) -> list[OptionRow]:
    return dialog.findChildren(OptionRow)


def filled(
    appearance: Appearance, prepare: Callable[[FakeStorage], None] = lambda _storage: None
) -> PasswordDialog:
    dialog = dialog_for(appearance, prepare=prepare)
    callback, *_, suggestion = options(dialog)[:6]
    for option in (callback, suggestion):
        option.click()
    settle(lambda: all(hint.kept for hint in dialog.findChildren(RuleHint)))
    edits = [each for each in dialog.findChildren(QLineEdit) if each.property("bare")]
    edits[0].setFocus()
    return dialog


def saved(
    appearance: Appearance, prepare: Callable[[FakeStorage], None] = lambda _storage: None
) -> PasswordDialog:
    dialog = filled(appearance, prepare)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(lambda: dialog.stage is not Stage.SAVING)
    return dialog


@screen("set-password-start")
def start(appearance: Appearance) -> QWidget:
    return dialog_for(appearance)


@screen("set-password")
def form(appearance: Appearance) -> QWidget:
    return filled(appearance)


@screen("set-password-small")
def small(appearance: Appearance) -> QWidget:
    dialog = filled(appearance)
    dialog.resize(dialog.minimumSize())
    return dialog


@screen("set-password-refused")
def refused(appearance: Appearance) -> QWidget:
    dialog = dialog_for(appearance)
    options(dialog)[0].click()
    edits = [each for each in dialog.findChildren(QLineEdit) if each.property("bare")]
    for edit in edits:
        QTest.keyClicks(edit, "1234")
    edits[0].setFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(lambda: dialog.stage is not Stage.SAVING)
    settle(lambda: any(hint.kept is False for hint in dialog.findChildren(RuleHint)))
    return dialog


@screen("set-password-missing")
def missing(appearance: Appearance) -> QWidget:
    dialog = filled(appearance)
    options(dialog)[1].click()
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    return dialog


@screen("set-password-long")
def long(appearance: Appearance) -> QWidget:
    dialog = filled(appearance)
    for entry in dialog.findChildren(PasswordEntry):
        entry.put(Secret("Laterne 51"))
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(lambda: dialog.stage is not Stage.SAVING)
    return dialog


@screen("set-password-failed")
def failed(appearance: Appearance) -> QWidget:
    def fill(storage: FakeStorage) -> None:
        storage.failure = DiskFullError()

    return saved(appearance, fill)


@screen("set-password-discard")
def discard(appearance: Appearance) -> QWidget:
    dialog = filled(appearance)
    dialog.reject()
    return dialog


@screen("set-password-done")
def done(appearance: Appearance) -> QWidget:
    dialog = saved(appearance)
    dialog.findChildren(CheckBox)[0].setChecked(True)
    return dialog


@screen("set-password-hidden")
def hidden(appearance: Appearance) -> QWidget:
    dialog = saved(appearance)
    countdown = dialog.findChild(Countdown)
    assert isinstance(countdown, Countdown)
    countdown.finished.emit()
    return dialog

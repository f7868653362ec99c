"""The window of the first start, on every page and in every state."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop_app.core.errors import FileUnusableError, KeyringLockedError
from desktop_app.core.server_errors import ServerNotTrustedError
from desktop_app.gui.context import Desk
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.preferences import Preferences
from desktop_app.gui.setup.adopt_dialog import AdoptDialog
from desktop_app.gui.setup.contract import SetupStep
from desktop_app.gui.setup.step_list import StepState
from desktop_app.gui.setup.wizard import SetupWizard
from desktop_app.gui.tasks import Tasks
from tests.gui.fake_adopting import FakeAdopting
from tests.gui.fake_setup import FakeWays
from tests.gui.fixed_files import FixedFile
from tests.screens._settling import settle
from tests.screens.registry import screen

_WORDS = "shelf dialect pastry canvas anchor willow"
_INVITATION = Path("/home/lukas/Downloads/lukas-berger.watchword")
_RECOVERY = Path("/media/usb/watchword-recovery.wwkey")


def _wizard(appearance: Appearance, fake: FakeWays, path: Path = _INVITATION) -> SetupWizard:
    desk = Desk(appearance, Tasks(), Preferences())
    wizard = SetupWizard(desk, fake.ways, FixedFile(path))
    wizard.show()
    wizard.activateWindow()
    settle(wizard.isActiveWindow)
    return wizard


def _press(key: Qt.Key) -> None:
    field = QApplication.focusWidget()
    assert isinstance(field, QWidget)
    QTest.keyClick(field, key)


def _type(text: str, *, enter: bool = True) -> None:
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, text)
    if enter:
        _press(Qt.Key.Key_Return)


def _rest(wizard: SetupWizard) -> SetupWizard:
    settle(lambda: not wizard.page.is_busy)
    QApplication.processEvents()
    return wizard


def _connection(appearance: Appearance, fake: FakeWays) -> SetupWizard:
    wizard = _wizard(appearance, fake, _RECOVERY)
    _press(Qt.Key.Key_2)
    _press(Qt.Key.Key_Return)
    _type("db1.support.example")
    _press(Qt.Key.Key_Return)
    _press(Qt.Key.Key_Return)
    _type("installer")
    _type("installer's own", enter=False)
    return wizard


def _tested(appearance: Appearance, fake: FakeWays) -> SetupWizard:
    wizard = _connection(appearance, fake)
    _press(Qt.Key.Key_Return)
    settle(lambda: StepState.WAITING not in wizard.connection.steps.values())
    return _rest(wizard)


def _made(appearance: Appearance, fake: FakeWays) -> SetupWizard:
    wizard = _tested(appearance, fake)
    _press(Qt.Key.Key_Return)
    _press(Qt.Key.Key_Return)
    _press(Qt.Key.Key_Return)
    settle(lambda: wizard.page is wizard.recovery)
    return _rest(wizard)


@screen("setup-wizard")
def setup_wizard(appearance: Appearance) -> QWidget:
    return _wizard(appearance, FakeWays())


@screen("setup-join")
def setup_join(appearance: Appearance) -> QWidget:
    wizard = _wizard(appearance, FakeWays())
    _press(Qt.Key.Key_Return)
    return _rest(wizard)


@screen("setup-join-refused")
def setup_join_refused(appearance: Appearance) -> QWidget:
    fake = FakeWays()
    fake.join.flaw = FileUnusableError(str(_INVITATION), "foreign")
    wizard = _wizard(appearance, fake)
    _press(Qt.Key.Key_Return)
    return _rest(wizard)


@screen("setup-join-locked")
def setup_join_locked(appearance: Appearance) -> QWidget:
    fake = FakeWays()
    fake.join.failure = KeyringLockedError()
    wizard = _wizard(appearance, fake)
    _press(Qt.Key.Key_Return)
    _rest(wizard)
    _type(_WORDS)
    return _rest(wizard)


@screen("setup-joined")
def setup_joined(appearance: Appearance) -> QWidget:
    wizard = _wizard(appearance, FakeWays())
    _press(Qt.Key.Key_Return)
    _rest(wizard)
    _type(_WORDS)
    return _rest(wizard)


@screen("setup-connection")
def setup_connection(appearance: Appearance) -> QWidget:
    fake = FakeWays()
    host = "db1.support.example"
    fake.shared.failures[SetupStep.CERTIFICATE] = ServerNotTrustedError(
        host, "certificate", "Support Internal CA"
    )
    return _tested(appearance, fake)


@screen("setup-connection-new")
def setup_connection_new(appearance: Appearance) -> QWidget:
    return _connection(appearance, FakeWays())


@screen("setup-connection-passed")
def setup_connection_passed(appearance: Appearance) -> QWidget:
    return _tested(appearance, FakeWays())


@screen("setup-person")
def setup_person(appearance: Appearance) -> QWidget:
    wizard = _tested(appearance, FakeWays())
    _press(Qt.Key.Key_Return)
    return _rest(wizard)


@screen("setup-recovery")
def setup_recovery(appearance: Appearance) -> QWidget:
    wizard = _made(appearance, FakeWays())
    wizard.close()
    return _rest(wizard)


@screen("setup-done")
def setup_done(appearance: Appearance) -> QWidget:
    wizard = _made(appearance, FakeWays())
    _type(_WORDS)
    _type(_WORDS)
    settle(lambda: wizard.recovery.is_saved)
    return _rest(wizard)


def _adopt(appearance: Appearance) -> AdoptDialog:
    desk = Desk(appearance, Tasks(), Preferences())
    dialog = AdoptDialog(desk, FakeAdopting(), FixedFile(_RECOVERY))
    dialog.show()
    dialog.activateWindow()
    settle(dialog.isActiveWindow)
    return dialog


@screen("adopt")
def adopt(appearance: Appearance) -> QWidget:
    return _adopt(appearance)


@screen("adopt-tried")
def adopt_tried(appearance: Appearance) -> QWidget:
    dialog = _adopt(appearance)
    _type("installer")
    _type("installer's own")
    settle(lambda: dialog.is_tried)
    QApplication.processEvents()
    return dialog


@screen("adopt-done")
def adopt_done(appearance: Appearance) -> QWidget:
    dialog = _adopt(appearance)
    _type("installer")
    _type("installer's own")
    settle(lambda: dialog.is_tried)
    _type(_WORDS)
    _type(_WORDS)
    settle(lambda: dialog.is_adopted)
    QApplication.processEvents()
    return dialog

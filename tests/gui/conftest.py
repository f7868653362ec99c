"""What every window is given, with a database in memory behind it."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import Customer
from desktop_app.core.preferences import SchemeChoice
from desktop_app.gui.accessibility import install_interfaces
from desktop_app.gui.collector import collect
from desktop_app.gui.context import Context, Desk
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.password.password_dialog import PasswordDialog
from desktop_app.gui.preferences import Preferences
from desktop_app.gui.tasks import Tasks
from desktop_app.gui.widgets.fields import OptionRow
from tests.gui.fakes import FakeClock, FakeKeys, FakeStorage, session_of
from tests.gui.password_driver import FixedSuggester, Open, suggestions
from tests.gui.sample_customers import add_sample_customers


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """No worker's thread destroys a widget of a test, as none does in the program."""
    gc.disable()
    yield
    collect()
    gc.enable()


@pytest.fixture(autouse=True)
def usual_font(qapp: QApplication) -> Iterator[None]:
    """A text size that a test chooses is gone after it: the next one multiplies what it finds."""
    font = QFont(qapp.font())
    yield
    qapp.setFont(font)


@pytest.fixture(scope="session", autouse=True)
def speaking(qapp: QApplication) -> None:
    """Sentences are whole here, also where no window is asked for."""


@pytest.fixture
def clock() -> FakeClock:
    """A clock that stands at 14:07 local time."""
    return FakeClock()


@pytest.fixture
def keys() -> FakeKeys:
    """A team key in memory."""
    return FakeKeys()


@pytest.fixture
def storage(clock: FakeClock) -> FakeStorage:
    """An empty database, used by a lead."""
    return FakeStorage(clock)


@pytest.fixture
def customers(storage: FakeStorage) -> dict[str, Customer]:
    """The sample customers in ``storage``, by number."""
    return add_sample_customers(storage)


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    """The light theme at 100 % text size."""
    install_interfaces()
    appearance = Appearance(
        qapp, choice=SchemeChoice.LIGHT, high_contrast=False, text_factor=1.0, reduced_motion=True
    )
    yield appearance
    appearance.deleteLater()


@pytest.fixture
def desk(appearance: Appearance, storage: FakeStorage) -> Iterator[Desk]:
    """A desk without an open profile."""
    tasks = Tasks()
    yield Desk(appearance, tasks, Preferences())
    storage.release()
    assert tasks.close()


@pytest.fixture
def context(desk: Desk, storage: FakeStorage, keys: FakeKeys) -> Context:
    """A desk at which ``storage`` is open."""
    return Context(desk, session_of(storage, keys), storage.policies.load())


@pytest.fixture
def suggester() -> FixedSuggester:
    """Offers the same words always."""
    return FixedSuggester()


@pytest.fixture
def open_password_dialog(
    qtbot: QtBot,
    context: Context,
    customers: dict[str, Customer],
    suggester: FixedSuggester,
) -> Iterator[Open]:
    """Opens the window that sets a telephone password, with everything read that it shows."""

    def build(customer: Customer | None = None) -> PasswordDialog:
        dialog = PasswordDialog(context, customer or customers["104233"], suggester)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        qtbot.waitUntil(lambda: all(row.isEnabled() for row in suggestions(dialog)))
        callback = dialog.findChildren(OptionRow)[0]
        qtbot.waitUntil(lambda: " " in callback.accessibleDescription())
        return dialog

    yield build
    QGuiApplication.clipboard().clear()

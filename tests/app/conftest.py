"""The whole application as a person has it: a home, a keyring, an SQLite file, a keyboard."""

import gc
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.gui.collector import collect
from desktop_app.system.folders import HOME_VARIABLE, Folders
from desktop_app.window.workplace import Workplace
from tests.app.office import Office
from tests.app.person import Person

if TYPE_CHECKING:
    from tests.secret_service import SecretService

no_window_system = pytest.mark.qt_log_ignore("This plugin does not support")
"""For tests that raise windows or open menus: without a window system, Qt says that it cannot."""

Start = Callable[[], Person]

_numbers = count(1)


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


@pytest.fixture(scope="session")
def shared_service() -> "Iterator[SecretService]":
    """One keyring for all tests that do not lock it; every test has a profile of its own in it."""
    from tests.secret_service import SecretService

    with SecretService() as service:
        yield service


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of settings and data."""
    home = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(home))
    return home


@pytest.fixture
def keyring(shared_service: "SecretService", monkeypatch: pytest.MonkeyPatch) -> None:
    """A keyring that works."""
    for name, value in shared_service.variables.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def no_keyring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without a Secret Service."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'no-bus'}")


@pytest.fixture
def place(home: Path) -> Workplace:
    """An empty place to work at."""
    return Workplace(Folders.within(home), f"desk-{next(_numbers)}", is_demo=False)


@pytest.fixture
def office(place: Workplace, keyring: None) -> Office:
    """A place with customers and telephone passwords."""
    office = Office(place)
    office.furnish()
    return office


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, place: Workplace) -> Iterator[Start]:
    """Starts the application, again and again; each start ends the one before."""
    native = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    QCoreApplication.setAttribute(native)
    people: list[Person] = []

    def begin() -> Person:
        for before in people:
            before.end()
        people.append(Person(qtbot, qapp, place))
        return people[-1]

    yield begin
    for person in people:
        person.end()
    QCoreApplication.setAttribute(native, on=False)


@pytest.fixture
def expected_faults(place: Workplace) -> Callable[[], list[Path]]:
    """The reports of faults that the test causes itself."""
    return lambda: sorted(place.folders.logs.glob("crash-*"))


@pytest.fixture(autouse=True)
def _no_fault(place: Workplace, request: pytest.FixtureRequest) -> Iterator[None]:
    """No test meets a fault of the program that it does not cause itself."""
    yield
    if "expected_faults" not in request.fixturenames:
        assert not list(place.folders.logs.glob("crash-*"))

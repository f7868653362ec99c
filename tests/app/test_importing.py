"""A customer list is imported from the main window, by keyboard, on both engines."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from desktop_app.window.workplace import Workplace
from tests.app.conftest import Start, no_window_system
from tests.app.office import Office
from tests.app.shared_office import SharedOffice
from tests.gui.list_files import FIRST, write_list
from tests.storage.engines import AGENT
from tests.storage.postgres_team import SharedDatabase

pytestmark = no_window_system

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier

AnyOffice = Office | SharedOffice


@pytest.fixture
def shared(request: pytest.FixtureRequest) -> Iterator[SharedDatabase]:
    """An empty team database."""
    database = SharedDatabase(request.getfixturevalue("postgres_team"))
    yield database
    database.close()


@pytest.fixture(params=["sqlite", "postgres"])
def team(request: pytest.FixtureRequest, place: Workplace, keyring: None) -> AnyOffice:
    """A place with three customers."""
    office: AnyOffice
    if request.param == "sqlite":
        office = Office(place)
    else:
        office = SharedOffice(place, request.getfixturevalue("shared"))
    office.furnish()
    return office


def test_a_list_is_imported_and_its_customers_are_found(
    start: Start, team: AnyOffice, tmp_path: Path
) -> None:
    """Ctrl+I, the file's name, Ctrl+Enter, Enter: then one of them can be searched for."""
    path = write_list(tmp_path, FIRST)
    person = start()
    person.wait_ready()
    person.press(Key.Key_I, CONTROL)
    person.choose_file(path)
    person.wait_for_dialog("Import customers")
    person.wait_for("3 rows, 7 columns", "rows read")
    person.press(Key.Key_Return, CONTROL)
    person.wait_for("The list is imported")
    person.press(Key.Key_Return)
    person.wait_for_dialog("")
    person.search("104871")
    person.wait_for("Bäckerei Müller e. K.")


def test_the_first_list_is_offered_by_the_empty_window(
    start: Start, place: Workplace, keyring: None, tmp_path: Path
) -> None:
    """With its key; once there are customers, the offer is gone."""
    path = write_list(tmp_path, FIRST)
    person = start()
    person.wait_ready()
    person.wait_for("There are no customers yet", "Import customers…")
    person.go_to("Import customers…")
    person.press(Key.Key_Return)
    person.choose_file(path)
    person.wait_for_dialog("Import customers")
    person.wait_for("rows read")
    person.press(Key.Key_Return, CONTROL)
    person.wait_for("The list is imported")
    person.press(Key.Key_Return)
    person.wait_for_dialog("")
    person.wait_for("Start typing to search 3 customers")
    assert "Import customers…" not in person.says()


def test_an_agent_is_not_offered_it(
    start: Start, place: Workplace, keyring: None, shared: SharedDatabase
) -> None:
    """Neither by the menu nor by its key; the database would refuse it anyhow."""
    SharedOffice(place, shared, AGENT).furnish()
    person = start()
    person.wait_ready()
    person.press(Key.Key_I, CONTROL)
    actions = person.app.window.findChildren(QAction)
    entries = [action.text() for action in actions if action.isVisible()]
    assert "Quit" in entries
    assert "Import customers…" not in entries
    assert person.dialog() == ""

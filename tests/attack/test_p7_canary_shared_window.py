"""P7 in the whole application on a shared database: what is typed there reaches no disk.

The home folder (log, settings, crash reports), the clipboard, both output streams and the server's
log are searched afterwards.
"""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop_app.system.settings import LogLevel, SettingsStore
from desktop_app.window.workplace import Workplace
from tests.app.conftest import Start, home, keyring, no_window_system, place, shared_service, start
from tests.app.shared_office import SharedOffice
from tests.app.test_verifying import ask
from tests.attack import traces
from tests.postgres_server import PostgresServer
from tests.stalling_proxy import StallingProxy
from tests.storage.engines import LEAD
from tests.storage.postgres_team import PASSWORD, SharedDatabase

__all__ = ["home", "keyring", "place", "shared_service", "start"]

pytestmark = no_window_system

RIGHT, WRONG, LOST = "Zwetschge 7319", "Quittenmus 5528", "Mirabelle 4406"
Key = Qt.Key


@pytest.fixture
def office(place: Workplace, shared: SharedDatabase, keyring: None) -> Iterator[SharedOffice]:
    """A lead's workstation, with a log as talkative as it gets; the password is ``RIGHT``."""
    with shared.as_superuser() as server:
        # What the manual asks of a server that logs statements: not their values.
        server.execute(f"ALTER DATABASE {shared.name} SET log_parameter_max_length = 0".encode())
    office = SharedOffice(place, shared)
    office.furnish()
    office.set_password(word=RIGHT)
    settings = SettingsStore(place.folders.settings_file)
    loaded = settings.load().settings
    settings.save(replace(loaded, log_level=LogLevel.DEBUG))
    yield office
    QGuiApplication.clipboard().clear()


def test_nothing_that_is_typed_is_written(
    start: Start,
    office: SharedOffice,
    postgres_server: PostgresServer,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Wrong, right and copied, then a try that gets lost with the connection."""
    logged_before = postgres_server.log.stat().st_size
    with StallingProxy(postgres_server.port) as proxy:
        office.join(port=proxy.port)
        person = start()
        person.wait_ready()
        ask(person)
        person.say(WRONG)
        person.wait_for("Does not match")
        person.wait(lambda: "Checking" not in person.says())
        person.say(RIGHT)
        person.wait_for("Matches", "VW-")
        person.press(Key.Key_F9)
        assert "VW-" in QGuiApplication.clipboard().text()
        person.press_until(Key.Key_Return, lambda: person.dialog() == "")
        ask(person)
        person.wait_for("5 tries left")
        proxy.stall()
        person.say(LOST)
        person.wait_for("Not checked.")
        proxy.cut()
        proxy.flow()
        person.wait_for("This try was not counted.")
        person.end()
    storage = office.database.open(LEAD)
    customer = storage.customers.find_number("104233")
    parameters = storage.credentials.challenge(customer.id).parameters
    assert parameters is not None
    needles = [*traces.of_bytes(office.key.key.reveal()), *traces.of_text(PASSWORD)]
    for typed in (RIGHT, WRONG, LOST):
        needles += traces.of_password(typed, parameters, customer.id, office.key)
    home_folder = office.place.folders.data
    assert (office.place.folders.log_file).exists()
    assert traces.found_below([home_folder], needles) == []
    shown = capfd.readouterr()
    held = "\0".join((shown.out, shown.err, QGuiApplication.clipboard().text()))
    assert traces.found_in(held.encode(), needles) == []
    logged = postgres_server.log.read_bytes()[logged_before:]
    assert b"watchword.submit" in logged
    assert traces.found_in(logged, needles) == []

"""The window on a team's database: the flows by keyboard, and what happens to the connection."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMenu

from desktop_app.core.entities import PasswordState
from desktop_app.window import switch as work_switch
from desktop_app.window.touch import Touch
from desktop_app.window.workplace import Workplace
from tests.app.conftest import Start, no_window_system
from tests.app.office import WORD
from tests.app.person import PATIENCE_MS
from tests.app.shared_office import SharedOffice
from tests.app.test_passwords import hand_over, verify
from tests.app.test_verifying import ask
from tests.postgres_server import PostgresServer
from tests.secret_service import SecretService
from tests.stalling_proxy import StallingProxy
from tests.storage.engines import AGENT
from tests.storage.postgres_team import PostgresTeam, SharedDatabase

pytestmark = no_window_system

Key = Qt.Key


@pytest.fixture
def database(postgres_team: PostgresTeam) -> Iterator[SharedDatabase]:
    """An empty team database."""
    database = SharedDatabase(postgres_team)
    yield database
    database.close()


@pytest.fixture
def team(place: Workplace, database: SharedDatabase, keyring: None) -> SharedOffice:
    """A workstation whose person is a lead of the team."""
    office = SharedOffice(place, database)
    office.furnish()
    return office


@pytest.fixture
def proxy(postgres_server: PostgresServer) -> Iterator[StallingProxy]:
    """A line to the server that can be cut."""
    with StallingProxy(postgres_server.port) as proxy:
        yield proxy


def test_verify_a_caller(start: Start, team: SharedOffice) -> None:
    """Flow 1 by keyboard: search, Enter, word, Enter, Matches; counted and journalled there."""
    person = start()
    person.wait_ready()
    person.wait_for("localhost", team.person.name)
    person.type("weber")
    person.press(Key.Key_Return)
    person.wait_for_dialog("Verify caller")
    person.say("Birke 17")
    person.wait_for("Does not match", "4")
    person.wait(lambda: "Checking" not in person.says())
    person.say(WORD.upper())
    person.wait_for("Matches", "VW-")
    person.press_until(Key.Key_Return, lambda: person.dialog() == "")
    outcomes = [outcome for kind, outcome in team.journal() if kind == "verdict"]
    assert outcomes == ["matches", "does-not-match"]


def test_an_agents_window_offers_what_an_agent_may_do(
    start: Start, place: Workplace, database: SharedDatabase, keyring: None
) -> None:
    """The role is the database's; nothing of a lead's is on the screen."""
    office = SharedOffice(place, database, AGENT)
    office.furnish()
    person = start()
    person.wait_ready()
    person.search("104233")
    person.wait_for(AGENT.name)
    assert "Set password" not in person.screen()
    ask(person)
    person.say(WORD)
    person.wait_for("Matches")


def test_a_lost_connection_comes_back_by_itself(
    start: Start, team: SharedOffice, proxy: StallingProxy
) -> None:
    """Amber bar and "Not connected", the results stay readable; then everything works again."""
    team.join(port=proxy.port)
    person = start()
    person.wait_ready()
    person.search("104233")
    proxy.stall()
    proxy.cut()
    person.press(Key.Key_F5)
    person.wait_for(
        "No connection to localhost since",
        "Checks are paused; nothing is stored on this computer to check against.",
        "Not connected",
        "Jonas Weber",
    )
    proxy.flow()
    proxy.cut()
    person.wait(lambda: "Not connected" not in person.screen())
    ask(person)
    person.say(WORD)
    person.wait_for("Matches")


def test_a_lost_connection_is_noticed_while_nobody_does_anything(
    start: Start, team: SharedOffice, proxy: StallingProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a key: the amber bar is there, and goes when the server is back."""
    monkeypatch.setattr(Touch.__init__, "__kwdefaults__", {"every_ms": 200})
    team.join(port=proxy.port)
    person = start()
    person.wait_ready()
    proxy.stall()
    person.wait_for("No connection to localhost since", "Not connected")
    proxy.flow()
    person.wait(lambda: "Not connected" not in person.screen())


def test_a_server_that_is_away_at_the_start_is_waited_for(
    start: Start, team: SharedOffice, proxy: StallingProxy
) -> None:
    """Nobody has to press anything when it is there."""
    team.join(port=proxy.port)
    proxy.stall()
    person = start()
    person.wait_for("No answer from the database since", "Not connected")
    proxy.flow()
    proxy.cut()
    person.wait_ready()
    person.search("104233")


def test_a_try_that_gets_lost_is_told_of_when_the_server_is_back(
    start: Start, team: SharedOffice, proxy: StallingProxy
) -> None:
    """Stalled after Enter: not checked, not known whether counted; later known, no verdict."""
    team.join(port=proxy.port)
    person = start()
    person.wait_ready()
    ask(person)
    person.wait_for("5 tries left")
    proxy.stall()
    person.say(WORD)
    person.wait_for("Not checked.", "Whether this try was counted is not known yet.")
    assert "Matches" not in person.screen()
    proxy.cut()
    proxy.flow()
    person.wait_for("Not checked.", "This try was not counted.")
    assert "Matches" not in person.screen()
    person.press(Key.Key_F5)
    person.wait_for("5 tries left", "A Aachen, B Berlin")
    person.say(WORD)
    person.wait_for("Matches")
    assert [kind for kind, _ in team.journal()].count("attempt") == 1


def test_set_a_password(start: Start, team: SharedOffice) -> None:
    """Flow 2 by keyboard: identity check, suggestion, handed over once; then it matches."""
    person = start()
    person.wait_ready()
    word = hand_over(person, "104234")
    assert team.state("104234") is PasswordState.SET
    verify(person, word)
    person.wait_for("Matches")


def test_a_locked_keyring_gives_no_login(
    start: Start, place: Workplace, database: SharedDatabase, secret_service: SecretService
) -> None:
    """The window says what is locked; once it is unlocked, F5 goes on."""
    office = SharedOffice(place, database)
    office.furnish()
    secret_service.lock()
    person = start()
    person.wait_for("The system's keyring is locked.", "Not connected")
    secret_service.unlock()
    person.press(Key.Key_F5)
    person.wait_ready()
    ask(person)
    person.say(WORD)
    person.wait_for("Matches")


def test_a_keyring_that_locks_later_needs_no_answer(
    start: Start, place: Workplace, database: SharedDatabase, secret_service: SecretService
) -> None:
    """Login and key are in memory until a pause; then both are asked for again."""
    office = SharedOffice(place, database)
    office.furnish()
    person = start()
    person.wait_ready()
    ask(person)
    person.wait_for("5 tries left")
    secret_service.lock()
    person.say(WORD)
    person.wait_for("Matches")
    person.press_until(Key.Key_Return, lambda: person.dialog() == "")
    person.press(Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    person.wait_for("No customer is on the screen.")
    person.press(Key.Key_Return)
    person.wait_for("The system's keyring is locked.")
    assert "Jonas Weber" not in person.screen()


def test_another_person_takes_the_workstation_over(
    start: Start, team: SharedOffice, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One menu entry, also while Watchword is locked: this window goes, a start of theirs comes."""
    started: list[str] = []

    def start_for(profile: str) -> bool:
        started.append(profile)
        return True

    monkeypatch.setattr(work_switch, "start_for", start_for)
    colleague = Workplace(team.place.folders, f"{team.place.profile}-anna", is_demo=False)
    SharedOffice(colleague, team.database, AGENT).join()
    person = start()
    person.wait_ready()
    person.search("104233")
    person.press(Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    person.wait_for("No customer is on the screen.", f"profile {team.place.profile}")
    person.choose(Key.Key_F, "Switch person…")
    person.wait_for_dialog("Switch person")
    person.wait_for(AGENT.login, colleague.profile)
    QTimer.singleShot(0, person.app, lambda: person.press(Key.Key_Return))
    QTimer.singleShot(PATIENCE_MS, person.app, lambda: qapp.exit(9))
    qapp.setQuitOnLastWindowClosed(False)  # its event would end the next test's loops
    code = qapp.exec()
    qapp.setQuitOnLastWindowClosed(True)
    assert code == 0
    assert not person.app.window.isVisible()
    assert started == [colleague.profile]


def test_who_is_alone_has_nobody_to_switch_to(start: Start, team: SharedOffice) -> None:
    """The entry comes with a second login on this workstation."""
    person = start()
    person.wait_ready()
    menus = person.app.window.menuBar().actions()
    file = menus[0].menu()
    assert isinstance(file, QMenu)
    entries = {each.text(): each.isVisible() for each in file.actions()}
    assert entries["Switch person…"] is False

"""Whoever the database lets in no more has no customer on the screen, and tries again by hand."""

from collections.abc import Iterator
from itertools import count

import pytest
from psycopg import sql
from PySide6.QtCore import Qt

from desktop_app.core import entities
from desktop_app.core.entities import Role
from desktop_app.core.secret import Secret
from desktop_app.window.touch import Touch
from desktop_app.window.workplace import Workplace
from tests.app.conftest import Start, no_window_system
from tests.app.office import WORD
from tests.app.person import Person
from tests.app.shared_office import SharedOffice
from tests.app.test_verifying import ask
from tests.storage.engines import ADMIN
from tests.storage.postgres_team import PASSWORD, PostgresTeam, SharedDatabase

pytestmark = no_window_system

Key = Qt.Key
CUSTOMER = "Jonas Weber"
_NUMBERS = count(1)


@pytest.fixture
def office(postgres_team: PostgresTeam, place: Workplace, keyring: None) -> Iterator[SharedOffice]:
    """A workstation whose person may be removed from the team."""
    database = SharedDatabase(postgres_team)
    person = entities.Person(f"leaver{next(_NUMBERS)}", "Lena Leaver", Role.LEAD)
    database.open(ADMIN).people.add(person, Secret(PASSWORD))
    office = SharedOffice(place, database, person)
    office.furnish()
    yield office
    database.close()
    with postgres_team.server.connect() as server:
        server.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(person.login)))


@pytest.fixture
def leaver(start: Start, office: SharedOffice) -> Person:
    """The person at the window, with a customer on the screen."""
    person = start()
    person.wait_ready()
    person.search("104233")
    person.wait_for(CUSTOMER)
    return person


def remove(office: SharedOffice) -> None:
    office.database.open(ADMIN).people.remove(office.person.login)


def set_password(office: SharedOffice, password: str) -> None:
    """What an administrator's reset or another computer of the same person does."""
    with office.database.as_superuser() as server:
        server.execute(
            sql.SQL("ALTER ROLE {} PASSWORD {}").format(
                sql.Identifier(office.person.login), sql.Literal(password)
            )
        )
        server.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = %s",
            (office.person.login,),
        )


def sees_refusal(person: Person, login: str) -> None:
    """The bar, the page in the list's place, and nothing of a customer nor of a next try."""
    person.wait_for(
        "The login is refused.",
        f"does not accept the login {login}",
        "ask your administrator",
        "Not signed in",
        "join with a new invitation, or quit",
        "Not connected",
    )
    assert CUSTOMER not in person.screen()
    assert "Switch person" not in person.screen(), "there is no other profile to switch to"
    assert "Next try" not in person.screen()
    assert "No answer from the database" not in person.screen()


def test_a_removed_person_sees_no_customer(leaver: Person, office: SharedOffice) -> None:
    """At the next thing the window reads; and nothing is tried again by itself."""
    remove(office)
    leaver.press(Key.Key_F5)
    sees_refusal(leaver, office.person.login)
    leaver.press(Key.Key_F5)
    leaver.wait(lambda: not leaver.is_working())
    sees_refusal(leaver, office.person.login)


def test_a_removed_person_who_does_nothing_sees_none_either(
    start: Start, office: SharedOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window asks by itself whether it is still let in."""
    monkeypatch.setattr(Touch.__init__, "__kwdefaults__", {"every_ms": 200})
    person = start()
    person.wait_ready()
    person.search("104233")
    person.wait_for(CUSTOMER)
    remove(office)
    sees_refusal(person, office.person.login)


def test_an_open_check_is_not_checked_and_closes(leaver: Person, office: SharedOffice) -> None:
    """The word was right, and nobody is told so; then the dialog goes, with the customer in it."""
    ask(leaver)
    leaver.wait_for("5 tries left")
    remove(office)
    leaver.say(WORD)
    leaver.wait_for("Not checked.", "does not accept the login")
    assert "Matches" not in leaver.screen()
    leaver.press_until(Key.Key_Escape, lambda: leaver.dialog() == "")
    sees_refusal(leaver, office.person.login)
    assert "attempt" not in [kind for kind, _ in office.journal()]


def test_an_open_check_closes_without_a_key(
    start: Start, office: SharedOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the person has gone away from the dialog."""
    monkeypatch.setattr(Touch.__init__, "__kwdefaults__", {"every_ms": 200})
    person = start()
    person.wait_ready()
    person.search("104233")
    ask(person)
    person.wait_for("5 tries left")
    remove(office)
    person.wait(lambda: person.dialog() == "")
    sees_refusal(person, office.person.login)


def test_a_login_that_works_again_brings_the_window_back(
    leaver: Person, office: SharedOffice
) -> None:
    """A password changed elsewhere, or a slip of maintenance: by hand, and everything works."""
    set_password(office, "another one")
    leaver.press(Key.Key_F5)
    sees_refusal(leaver, office.person.login)
    set_password(office, PASSWORD)
    leaver.go_to("Try again")
    leaver.press(Key.Key_Space)
    leaver.wait_ready()
    leaver.search("104233")
    ask(leaver)
    leaver.say(WORD)
    leaver.wait_for("Matches")


def test_a_role_that_ended_before_its_session_is_a_refused_login(
    leaver: Person, office: SharedOffice
) -> None:
    """The connection still stands, and the database's functions refuse the person."""
    with office.database.as_superuser() as server:
        login = sql.Identifier(office.person.login)
        server.execute(sql.SQL("REVOKE watchword_lead FROM {}").format(login))
    leaver.press(Key.Key_F5)
    sees_refusal(leaver, office.person.login)


def test_no_other_page_keeps_what_it_shows(leaver: Person, office: SharedOffice) -> None:
    """The team's journal names customers and colleagues: it goes as well, and the reason comes."""
    leaver.press(Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    leaver.wait_for("104233")
    remove(office)
    leaver.press(Key.Key_F5)
    sees_refusal(leaver, office.person.login)
    assert "104233" not in leaver.screen()

"""A role that an administrator gives somebody reaches the window that is open."""

from collections.abc import Iterator

import pytest
from psycopg import sql
from PySide6.QtCore import Qt

from desktop_app.core import entities
from desktop_app.core.entities import Role
from desktop_app.core.secret import Secret
from desktop_app.window.touch import Touch
from desktop_app.window.work import Work
from desktop_app.window.workplace import Workplace
from tests.app.conftest import Start, no_window_system
from tests.app.shared_office import SharedOffice
from tests.app.test_verifying import ask
from tests.storage.engines import ADMIN
from tests.storage.postgres_team import PASSWORD, PostgresTeam, SharedDatabase

pytestmark = no_window_system

Key = Qt.Key
CLIMBER = entities.Person("climber", "Clara Climber", Role.AGENT)


@pytest.fixture
def office(
    postgres_team: PostgresTeam,
    place: Workplace,
    keyring: None,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[SharedOffice]:
    """An agent's workstation, whose window asks the server often."""
    monkeypatch.setattr(Touch.__init__, "__kwdefaults__", {"every_ms": 50})
    database = SharedDatabase(postgres_team)
    database.open(ADMIN).people.add(CLIMBER, Secret(PASSWORD))
    office = SharedOffice(place, database, CLIMBER)
    office.furnish()
    yield office
    database.close()
    with postgres_team.server.connect() as server:
        server.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(CLIMBER.login)))


def test_pages_and_actions_come_and_go_with_the_role(start: Start, office: SharedOffice) -> None:
    """Without a new start: the lead's pages appear, and go again."""
    people = office.database.open(ADMIN).people
    person = start()
    person.wait_ready()
    assert "Journal" not in person.screen()
    people.change_role(CLIMBER.login, Role.LEAD)
    person.wait_for("Team lead", "Journal")
    people.change_role(CLIMBER.login, Role.AGENT)
    person.wait(lambda: "Journal" not in person.screen())


def test_an_open_check_is_not_disturbed(
    start: Start, office: SharedOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window follows when the caller's dialog is closed."""
    heard: list[Role] = []
    follow = Work._on_touch_answered

    def follow_and_tell(work: Work, answer: entities.Person) -> None:
        follow(work, answer)
        heard.append(answer.role)

    monkeypatch.setattr(Work, "_on_touch_answered", follow_and_tell)
    person = start()
    person.wait_ready()
    person.search("104233")
    ask(person)
    person.wait_for("5 tries left")
    office.database.open(ADMIN).people.change_role(CLIMBER.login, Role.LEAD)
    person.wait(lambda: Role.LEAD in heard)
    person.wait_for("5 tries left")
    assert person.dialog() == "Verify caller"
    person.press_until(Key.Key_Escape, lambda: person.dialog() == "")
    person.wait_for("Team lead", "Journal")

"""The people of a shared database: added, invited, changed, reset, removed."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial

import psycopg
import pytest

from desktop_app.core.entities import EventKind, JournalQuery, Person, Role
from desktop_app.core.errors import NotAllowedError, WatchwordError
from desktop_app.core.people import INVITATION_LIFE, TeamMember
from desktop_app.core.people_errors import (
    InvitationUsedError,
    LastAdminError,
    LoginTakenError,
    OwnLoginError,
    PersonNotFoundError,
)
from desktop_app.core.server_errors import ConnectionLostError, LoginRefusedError
from desktop_app.storage.postgres.database import PostgresDatabase
from desktop_app.storage.postgres.people import PostgresPeople, accept
from tests.storage.engines import ADMIN, AGENT, LEAD
from tests.storage.postgres.team_logins import (
    ONE_TIME,
    OWN,
    connections,
    join,
    removed_afterwards,
    signed_in,
)
from tests.storage.postgres_team import INSTALLER, PostgresTeam, SharedDatabase

NEW = Person("new.person", "Nora New", Role.LEAD)
SECOND = Person("second-admin", "Simon Second", Role.ADMIN)


@pytest.fixture
def shared(postgres_team: PostgresTeam) -> Iterator[SharedDatabase]:
    """A database that nothing has happened in."""
    database = SharedDatabase(postgres_team)
    with removed_afterwards(database, NEW, SECOND):
        yield database
    database.close()


@pytest.fixture
def people(shared: SharedDatabase) -> PostgresPeople:
    """The people in the hands of the team's only admin."""
    return shared.open(ADMIN).people


def member(people: PostgresPeople, login: str) -> TeamMember:
    return next(each for each in people.all() if each.person.login == login)


def opened(shared: SharedDatabase, person: Person) -> PostgresDatabase:
    database = PostgresDatabase(shared.team.address(shared.name), person.login, OWN, "desk-2")
    database.open()
    return database


def refused(refusal: type[WatchwordError], *changes: Callable[[], object]) -> None:
    """Every change must be refused so."""
    for change in changes:
        with pytest.raises(refusal):
            change()


def journalled(shared: SharedDatabase) -> list[tuple[EventKind, str, str, str]]:
    entries = shared.open(ADMIN).journal.entries(JournalQuery())
    return [(each.kind, each.login, each.outcome, each.details["login"]) for each in entries]


def test_an_admin_sees_who_belongs_to_the_team(people: PostgresPeople) -> None:
    """Everybody but machine accounts, ordered by login, never seen at first."""
    members = people.all()
    assert members[0].person == ADMIN
    assert {"admin", "agent", "lead", "other"} == {each.person.login for each in members}
    assert all(each.invited_until is each.paused_at is None for each in members)


def test_who_comes_is_seen(shared: SharedDatabase, people: PostgresPeople) -> None:
    """Opening the database notes it, and not again within some minutes."""
    shared.open(AGENT).open()
    first = member(people, "agent").last_seen_at
    assert first is not None
    shared.open(AGENT).open()
    assert member(people, "agent").last_seen_at == first
    assert member(people, "lead").last_seen_at is None


def test_nobody_waits_to_be_seen(shared: SharedDatabase) -> None:
    """While an admin changes people, a colleague comes in all the same."""
    with shared.as_owner() as owner, owner.transaction():
        owner.execute("SELECT * FROM watchword.person FOR UPDATE")
        shared.open(AGENT).open()


def test_a_person_is_added_with_a_password(shared: SharedDatabase, people: PostgresPeople) -> None:
    """They work at once, in their role; the journal names who added whom."""
    people.add(NEW, OWN)
    database = opened(shared, NEW)
    assert database.person == NEW
    database.close()
    assert journalled(shared) == [(EventKind.PERSON_ADDED, "admin", "lead", NEW.login)]


def test_an_invited_person_may_only_accept(shared: SharedDatabase, people: PostgresPeople) -> None:
    """With the password of the invitation nothing is read or asked, not even customers."""
    people.invite(NEW, ONE_TIME)
    until = member(people, NEW.login).invited_until
    assert until is not None
    assert abs(until - member(people, NEW.login).added_at - INVITATION_LIFE).total_seconds() < 5
    with signed_in(shared, NEW.login, ONE_TIME) as session:
        assert session.execute("SELECT * FROM watchword.whoami()").fetchall() == []
        for statement in (
            "SELECT * FROM watchword.customers",
            "SELECT watchword.challenge(1)",
            "SELECT watchword.people()",
            "SELECT watchword.end_other_sessions()",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                session.execute(statement.encode())


def test_an_accepted_invitation_is_used_up(shared: SharedDatabase, people: PostgresPeople) -> None:
    """The new password works, the one of the invitation does not; it is journalled."""
    people.invite(NEW, ONE_TIME)
    join(shared, NEW.login)
    assert member(people, NEW.login).invited_until is None
    database = opened(shared, NEW)
    assert database.person == NEW
    database.close()
    with pytest.raises(LoginRefusedError):
        accept(connections(shared, NEW.login, ONE_TIME), NEW.login, ONE_TIME, OWN)
    with pytest.raises(InvitationUsedError):
        accept(connections(shared, NEW.login, OWN), NEW.login, ONE_TIME, OWN)
    assert [kind for kind, *_ in journalled(shared)] == [
        EventKind.PERSON_JOINED,
        EventKind.PERSON_ADDED,
    ]


def test_an_invitation_ends_on_the_server(shared: SharedDatabase, people: PostgresPeople) -> None:
    """After 7 days the login is refused, whatever the workstation's clock says."""
    people.invite(NEW, ONE_TIME)
    with shared.as_superuser() as server:
        row = server.execute(
            "SELECT r.rolvaliduntil = p.invited_until FROM pg_roles AS r"
            " JOIN watchword.person AS p ON p.login = r.rolname WHERE r.rolname = %s",
            (NEW.login,),
        ).fetchone()
        assert row == (True,)
        server.execute("ALTER ROLE \"new.person\" VALID UNTIL '2020-01-01'")
    with pytest.raises(LoginRefusedError):
        accept(connections(shared, NEW.login, ONE_TIME), NEW.login, ONE_TIME, OWN)


def test_who_stays_signed_in_cannot_accept_later(
    shared: SharedDatabase, people: PostgresPeople
) -> None:
    """A session from before the end is refused by the date that the team's database keeps."""
    people.invite(NEW, ONE_TIME)
    early = connections(shared, NEW.login, ONE_TIME)
    with early.session(), shared.as_owner() as owner:
        owner.execute(
            "UPDATE watchword.person SET invited_until = now() WHERE login = 'new.person'"
        )
    with pytest.raises(InvitationUsedError):
        accept(early, NEW.login, ONE_TIME, OWN)


def test_whoever_signed_in_with_an_invitation_first_is_thrown_out(
    shared: SharedDatabase, people: PostgresPeople
) -> None:
    """A thief's session gets no rights when the right person accepts: it is ended."""
    people.invite(NEW, ONE_TIME)
    thief = signed_in(shared, NEW.login, ONE_TIME)
    join(shared, NEW.login)
    with pytest.raises(psycopg.OperationalError):
        thief.execute("SELECT * FROM watchword.customers")
    assert thief.closed


def test_two_who_accept_at_once(shared: SharedDatabase, people: PostgresPeople) -> None:
    """One of them joins; the other is told, or cut off, and never both."""
    people.invite(NEW, ONE_TIME)
    both = [connections(shared, NEW.login, ONE_TIME) for _ in range(2)]
    for each in both:
        with each.session():
            pass

    def try_accept(number: int) -> bool:
        try:
            accept(both[number], NEW.login, ONE_TIME, OWN)
        except (InvitationUsedError, ConnectionLostError):
            return False
        return True

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(try_accept, range(2))) == [False, True]


def test_a_role_is_changed_at_once(shared: SharedDatabase, people: PostgresPeople) -> None:
    """In open sessions too, both the group's rights and the functions' own checks."""
    people.add(NEW, OWN)
    with signed_in(shared, NEW.login) as session:
        session.execute("SELECT * FROM watchword.journal_entries")
        people.change_role(NEW.login, Role.AGENT)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            session.execute("SELECT * FROM watchword.journal_entries")
        people.change_role(NEW.login, Role.LEAD)
        session.execute("SELECT * FROM watchword.journal_entries")
    assert journalled(shared)[0] == (EventKind.PERSON_CHANGED, "admin", "lead", NEW.login)


def test_the_role_of_an_invited_person_can_be_corrected(
    shared: SharedDatabase, people: PostgresPeople
) -> None:
    """They come with the new one."""
    people.invite(NEW, ONE_TIME)
    people.change_role(NEW.login, Role.AGENT)
    join(shared, NEW.login)
    database = opened(shared, NEW)
    assert database.person.role is Role.AGENT
    database.close()


def test_a_reset_ends_password_and_sessions_at_once(
    shared: SharedDatabase, people: PostgresPeople
) -> None:
    """A stolen computer is out: its open session, its password, and what it could still do."""
    people.add(NEW, OWN)
    stolen = signed_in(shared, NEW.login)
    people.reset(NEW.login, ONE_TIME)
    with pytest.raises(psycopg.OperationalError):
        stolen.execute("SELECT 1")
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        signed_in(shared, NEW.login)
    assert member(people, NEW.login).invited_until is not None
    join(shared, NEW.login)
    assert journalled(shared)[1] == (EventKind.PERSON_RESET, "admin", "lead", NEW.login)


@pytest.mark.parametrize("ended", ["reset", "remove"])
def test_a_new_team_key_does_not_wait_for_a_stolen_computer(
    shared: SharedDatabase, people: PostgresPeople, ended: str
) -> None:
    """Whose person was reset or removed is not in the team's way; before, it is waited for."""
    people.add(NEW, OWN)
    admin = shared.open(ADMIN)
    admin.team_keys.announce(b"key id 1")
    admin.team_keys.report([b"key id 1"])
    computer = opened(shared, NEW)
    computer.team_keys.report([b"key id 1"])
    computer.close()
    admin.team_keys.announce(b"key id 2")
    admin.team_keys.report([b"key id 2"])
    assert admin.credentials.current_key_id() == b"key id 1"
    if ended == "reset":
        people.reset(NEW.login, ONE_TIME)
        join(shared, NEW.login)
    else:
        people.remove(NEW.login)
    admin.team_keys.report([b"key id 2"])
    assert admin.credentials.current_key_id() == b"key id 2"


def test_a_reset_takes_an_open_invitation_back(
    shared: SharedDatabase, people: PostgresPeople
) -> None:
    """The file that went astray is worthless."""
    people.invite(NEW, OWN)
    people.reset(NEW.login, ONE_TIME)
    with pytest.raises(LoginRefusedError):
        accept(connections(shared, NEW.login, OWN), NEW.login, ONE_TIME, OWN)
    join(shared, NEW.login)


def test_a_removed_person_is_out_for_good(shared: SharedDatabase, people: PostgresPeople) -> None:
    """Login and sessions end; the name stays in the journal and is not given again."""
    people.add(NEW, OWN)
    database = opened(shared, NEW)
    receipt = database.journal.record(EventKind.EXPORTED, "customers", {"login": NEW.login})
    session = signed_in(shared, NEW.login)
    people.remove(NEW.login)
    with pytest.raises(psycopg.OperationalError):
        session.execute("SELECT 1")
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        signed_in(shared, NEW.login)
    database.close()
    assert NEW.login not in {each.person.login for each in people.all()}
    entries = shared.open(ADMIN).journal.entries(JournalQuery(text=receipt))
    assert entries[0].person == NEW.name
    with pytest.raises(LoginTakenError) as taken:
        people.add(NEW, OWN)
    assert taken.value.login == NEW.login
    refused(
        PersonNotFoundError,
        lambda: people.remove(NEW.login),
        lambda: people.reset(NEW.login, OWN),
        lambda: people.change_role(NEW.login, Role.AGENT),
    )


def test_the_only_admin_stays(shared: SharedDatabase, people: PostgresPeople) -> None:
    """They can neither remove, demote nor reset themselves, nor can the owner take them away."""
    people.invite(SECOND, ONE_TIME)  # an admin who has not come yet is none
    refused(
        LastAdminError,
        lambda: people.remove(ADMIN.login),
        lambda: people.change_role(ADMIN.login, Role.LEAD),
    )
    with pytest.raises(OwnLoginError):
        people.reset(ADMIN.login, ONE_TIME)
    owner = shared.open(Person(INSTALLER, "", Role.ADMIN)).people
    with pytest.raises(LastAdminError):
        owner.remove(ADMIN.login)


def test_one_of_two_admins_may_go(shared: SharedDatabase, people: PostgresPeople) -> None:
    """By their own wish too; afterwards the other one is the last."""
    people.add(SECOND, OWN)
    second = opened(shared, SECOND)
    second.people.remove(SECOND.login)
    second.close()
    with pytest.raises(LastAdminError):
        people.remove(ADMIN.login)


ADMINS = "SELECT count(*) FROM watchword.person WHERE role = 'admin'"


def test_two_admins_cannot_demote_each_other(
    shared: SharedDatabase, people: PostgresPeople
) -> None:
    """At the same moment: one is too late, and the team keeps an admin."""
    people.add(SECOND, OWN)
    second = opened(shared, SECOND)
    demotions = (
        lambda: people.change_role(SECOND.login, Role.AGENT),
        lambda: second.people.change_role(ADMIN.login, Role.AGENT),
    )

    def demote(number: int) -> bool:
        try:
            demotions[number]()
        except (NotAllowedError, LastAdminError):
            return False
        return True

    try:
        with ThreadPoolExecutor(2) as threads:
            assert sorted(threads.map(demote, range(2))) == [False, True]
        second.close()
        with shared.as_owner() as owner:
            row = owner.execute(ADMINS).fetchone()
        assert row == (1,)
    finally:
        # Whoever was too late: the rights of a login are the server's, which all tests share.
        with shared.as_superuser() as server:
            server.execute("REVOKE watchword_agent FROM admin; GRANT watchword_admin TO admin")


def test_two_admins_add_the_same_login(shared: SharedDatabase, people: PostgresPeople) -> None:
    """One of them; the other is told that it is taken."""
    other = shared.open(ADMIN).people

    def add(where: PostgresPeople) -> bool:
        try:
            where.add(NEW, OWN)
        except LoginTakenError:
            return False
        return True

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(add, (people, other))) == [False, True]


def test_the_owner_helps_a_sole_admin(shared: SharedDatabase) -> None:
    """Whoever set the database up lists, adds and resets people without being one."""
    owner = shared.open(Person(INSTALLER, "", Role.ADMIN)).people
    owner.add(NEW, OWN)
    owner.reset(NEW.login, ONE_TIME)
    assert {each.person.login for each in owner.all()} >= {NEW.login, ADMIN.login}
    assert journalled(shared)[0] == (EventKind.PERSON_RESET, INSTALLER, "lead", NEW.login)


@pytest.mark.parametrize("person", [LEAD, AGENT])
def test_only_admins_look_after_people(shared: SharedDatabase, person: Person) -> None:
    """The database refuses everybody else, whatever window they have."""
    people = shared.open(person).people
    refused(
        NotAllowedError,
        people.all,
        lambda: people.add(NEW, OWN),
        lambda: people.invite(NEW, OWN),
        lambda: people.change_role(person.login, Role.ADMIN),
        lambda: people.reset("other", OWN),
        lambda: people.remove("other"),
    )


def test_a_password_never_leaves_in_clear(shared: SharedDatabase, people: PostgresPeople) -> None:
    """Not in the server's log, which the tests' server writes of every statement."""
    people.invite(NEW, ONE_TIME)
    join(shared, NEW.login)
    people.reset(NEW.login, ONE_TIME)
    log = shared.team.server.log.read_bytes()
    assert b"invite_person" in log
    for password in (ONE_TIME, OWN):
        assert password.reveal().encode() not in log


def test_no_foreign_login_is_touched(shared: SharedDatabase, people: PostgresPeople) -> None:
    """CREATEROLE could change every role of the server: the functions know their own only.

    Neither a login of another program, nor one that an administrator made in the place of a
    person's, nor a superuser.
    """
    people.add(NEW, OWN)
    with shared.as_superuser() as server:
        server.execute('DROP OWNED BY "new.person"; DROP ROLE "new.person"')
        server.execute("CREATE ROLE \"new.person\" LOGIN PASSWORD 'of another program'")
        for login in (NEW.login, INSTALLER, "postgres", "watchword_owner", "nobody.knows"):
            refused(
                PersonNotFoundError,
                partial(people.reset, login, ONE_TIME),
                partial(people.remove, login),
                partial(people.change_role, login, Role.ADMIN),
                partial(people._end_sessions, login),
            )
    with shared.team.server.connect("postgres", NEW.login, "of another program"):
        pass
    with pytest.raises(LoginTakenError):
        people.add(replace(NEW, login=INSTALLER), OWN)

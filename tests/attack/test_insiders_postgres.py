"""One login against everybody else: it holds rows, takes connections, writes odd entries."""

from collections.abc import Iterator
from contextlib import ExitStack, closing

import psycopg
import pytest
from psycopg.types.json import Jsonb

from desktop_app.core.entities import Answer, Customer, EventKind, JournalQuery, Person, Role
from desktop_app.core.secret import Secret
from desktop_app.core.server_errors import LoginRefusedError, ServerBusyError
from desktop_app.storage.postgres.database import PostgresDatabase
from desktop_app.storage.postgres.people import invitation_token
from tests.attack.raw_checks import Connection, number, submit
from tests.storage.engines import ADMIN, AGENT, LEAD, add_customer, check
from tests.storage.postgres.team_logins import (
    ONE_TIME,
    OWN,
    connections,
    join,
    removed_afterwards,
    signed_in,
)
from tests.storage.postgres_team import SharedDatabase

MALLORY = Person("mallory", "Mallory Malice", Role.AGENT)
TRUDY = Person("trudy", "Trudy New", Role.AGENT)
VERIFIER = (
    "SCRAM-SHA-256$4096:AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
    ":AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
)
HOLDS = (
    "SELECT watchword.end_other_sessions()",
    "ALTER ROLE mallory PASSWORD 'mine'",
    "SELECT watchword.report_keys('{}')",
)


@pytest.fixture
def admin(shared: SharedDatabase) -> Iterator[PostgresDatabase]:
    """The administrator of a team in which Mallory is an agent."""
    with removed_afterwards(shared, MALLORY, TRUDY):
        database = shared.open(ADMIN)
        database.people.add(MALLORY, OWN)
        yield database


@pytest.fixture
def holding(
    shared: SharedDatabase, admin: PostgresDatabase, request: pytest.FixtureRequest
) -> Iterator[Connection]:
    """Mallory, who keeps a transaction open."""
    with closing(signed_in(shared, MALLORY.login)) as session:
        session.execute("BEGIN")
        session.execute(request.param)
        yield session


@pytest.mark.parametrize("holding", HOLDS, indirect=True)
def test_an_open_transaction_keeps_nobody_from_being_removed(
    admin: PostgresDatabase, holding: Connection
) -> None:
    """It is ended first, whatever it holds."""
    admin.people.remove(MALLORY.login)
    with pytest.raises(psycopg.OperationalError):
        holding.execute("COMMIT")
    assert MALLORY.login not in {member.person.login for member in admin.people.all()}


@pytest.mark.parametrize("holding", HOLDS, indirect=True)
def test_an_open_transaction_keeps_nobody_from_being_reset(
    shared: SharedDatabase, admin: PostgresDatabase, holding: Connection
) -> None:
    """Neither the old password nor the one that was about to be set opens anything."""
    admin.people.reset(MALLORY.login, ONE_TIME)
    with pytest.raises(psycopg.OperationalError):
        holding.execute("COMMIT")
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        signed_in(shared, MALLORY.login)
    join(shared, MALLORY.login)
    signed_in(shared, MALLORY.login).close()


@pytest.mark.parametrize("holding", HOLDS, indirect=True)
def test_an_open_transaction_keeps_nobody_from_another_role(
    admin: PostgresDatabase, holding: Connection
) -> None:
    """A lead who is to be one no longer has no way to stay it."""
    assert not holding.closed
    admin.people.change_role(MALLORY.login, Role.LEAD)
    admin.people.change_role(MALLORY.login, Role.AGENT)


@pytest.mark.parametrize("holding", HOLDS, indirect=True)
def test_an_open_transaction_stops_no_change_of_others(
    admin: PostgresDatabase, holding: Connection
) -> None:
    """And nobody is thrown out for it."""
    admin.people.invite(TRUDY, ONE_TIME)
    admin.people.change_role(LEAD.login, Role.LEAD)
    holding.execute("COMMIT")


def test_between_the_halves_of_a_reset_nobody_gets_in(
    shared: SharedDatabase, admin: PostgresDatabase
) -> None:
    """With the old password a session could otherwise begin while the old ones are ended."""
    with shared.connect("admin") as raw, signed_in(shared, MALLORY.login) as old:
        raw.execute("SELECT watchword.close_login('mallory')")
        with pytest.raises(psycopg.OperationalError):
            old.execute("SELECT 1")
        with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
            signed_in(shared, MALLORY.login)
    admin.people.reset(MALLORY.login, ONE_TIME)
    join(shared, MALLORY.login)
    signed_in(shared, MALLORY.login).close()


def test_a_session_from_before_an_invitation_does_not_accept_it(
    shared: SharedDatabase, admin: PostgresDatabase
) -> None:
    """Signing in can be drawn out for a minute, past the moment in which sessions are ended.

    Not even with a password that it gives the login, in a session that begins afterwards.
    """
    admin.people.reset(MALLORY.login, ONE_TIME)
    with signed_in(shared, MALLORY.login, ONE_TIME) as late:  # stands for the one drawn out
        admin.people.reset(MALLORY.login, Secret("a new invitation"))
        with pytest.raises(psycopg.OperationalError):
            late.execute("SELECT 1")
    with signed_in(shared, MALLORY.login, Secret("a new invitation")) as late:
        late.execute("ALTER ROLE mallory PASSWORD 'mine'")
        for token in (b"", bytes(32), invitation_token(ONE_TIME).reveal()):
            assert refused_state(late, token) == "WW015"
    with signed_in(shared, MALLORY.login, Secret("mine")) as session:
        assert refused_state(session, invitation_token(Secret("mine")).reveal()) == "WW015"


def refused_state(session: Connection, token: bytes) -> str | None:
    with pytest.raises(psycopg.Error) as refused:
        session.execute("SELECT watchword.accept_invitation(%s, %s)", (VERIFIER, token))
    return refused.value.sqlstate


def test_a_session_of_an_older_password_is_nobody_and_is_ended(
    shared: SharedDatabase, admin: PostgresDatabase, shared_customer: Customer
) -> None:
    """Also one that has the login's new rights, because signing in was drawn out past the reset."""
    with signed_in(shared, MALLORY.login) as late, shared.as_superuser() as server:
        late.execute("SELECT watchword.challenge(%s)", (shared_customer.id,))
        server.execute(
            "UPDATE watchword.person SET sessions_from = clock_timestamp() WHERE login = 'mallory'"
        )
        for call in ("challenge(1)", "seal(1)", "end_other_sessions()", "journal_head()"):
            with pytest.raises(psycopg.Error) as refused:
                late.execute(f"SELECT watchword.{call}".encode())
            assert refused.value.sqlstate == "WW002"
        admin.journal.seal()
        with pytest.raises(psycopg.OperationalError):
            late.execute("SELECT 1")


def end_at_once(shared: SharedDatabase, span: str) -> None:
    """What is ended after this span is ended at once: nobody waits for it here."""
    with shared.as_superuser() as server:
        row = server.execute(
            "SELECT pg_get_functiondef('watchword.end_stuck_sessions()'::regprocedure)"
        ).fetchone()
        assert row is not None
        assert f"interval '{span}'" in str(row[0])
        server.execute(str(row[0]).replace(f"interval '{span}'", "interval '0'").encode())


HINDRANCES = (
    "SELECT watchword.seal(10)",
    "SELECT state FROM watchword.submit(gen_random_uuid(), {}, 1, sha256('x'))",
    "SAVEPOINT a; SELECT state FROM watchword.submit(gen_random_uuid(), {}, 1, sha256('x'))",
)


@pytest.mark.parametrize("hindrance", HINDRANCES)
def test_what_an_open_transaction_holds_is_given_back_within_minutes(
    shared: SharedDatabase, admin: PostgresDatabase, shared_customer: Customer, hindrance: str
) -> None:
    """Its own time-outs anybody can switch off: the next one who seals ends it."""
    with closing(signed_in(shared, MALLORY.login)) as holding:
        holding.execute("SET idle_in_transaction_session_timeout = 0")
        holding.execute("BEGIN")
        holding.execute(hindrance.format(shared_customer.id).encode())
        admin.journal.seal()
        holding.execute("SELECT 1")
        end_at_once(shared, "1 minute")
        admin.journal.seal()
        with pytest.raises(psycopg.OperationalError):
            holding.execute("SELECT 1")
        admin.journal.seal()
        assert check(shared.open(AGENT), shared_customer, "right").answer is Answer.MATCHES
    with shared.as_owner() as owner:
        query = (
            "SELECT count(*) FROM watchword.journal WHERE sequence IS NULL AND kind <> 'verdict'"
        )
        assert number(owner, query) <= 1  # the check's own


def test_an_import_takes_the_time_it_needs(shared: SharedDatabase, admin: PostgresDatabase) -> None:
    """It keeps nobody but other writers of customers waiting, and is no hindrance to be ended.

    However long it has taken already, neither between two statements nor while it sends a list.
    """
    end_at_once(shared, "1 minute")
    end_at_once(shared, "15 minutes")
    with shared.connect("lead") as lead:
        lead.execute("BEGIN")
        lead.execute("SELECT watchword.begin_import()")
        admin.journal.seal()
        end_at_once(shared, "2 minutes")
        with lead.cursor().copy("COPY watchword.customer_staging (line, number) FROM STDIN"):
            admin.journal.seal()
        lead.execute("SELECT watchword.finish_import('{}')")
        lead.execute("COMMIT")


def test_an_import_that_waits_for_nothing_holds_nobody_up(
    shared: SharedDatabase, admin: PostgresDatabase
) -> None:
    """A lead who begins one and leaves it is ended by the next one who seals; others write then."""
    with closing(shared.connect(LEAD.login)) as holding:
        holding.execute("SET idle_in_transaction_session_timeout = 0")
        holding.execute("BEGIN")
        holding.execute("SELECT watchword.begin_import()")
        with pytest.raises(ServerBusyError):
            add_customer(admin)
        end_at_once(shared, "2 minutes")
        shared.open(AGENT).journal.seal()
        with pytest.raises(psycopg.OperationalError):
            holding.execute("SELECT 1")
    add_customer(admin)


@pytest.mark.parametrize("where", ["", " IN DATABASE {}"])
def test_a_thiefs_defaults_do_not_outlive_a_reset(
    shared: SharedDatabase, admin: PostgresDatabase, where: str
) -> None:
    """A session that can only read, for one, would be of no use to the person any more."""
    change = f"ALTER ROLE mallory{where.format(shared.name)} SET default_transaction_read_only = on"
    with signed_in(shared, MALLORY.login) as thief:
        thief.execute(change.encode())
    admin.people.reset(MALLORY.login, ONE_TIME)
    join(shared, MALLORY.login)
    with signed_in(shared, MALLORY.login) as session:
        assert session.execute("SHOW default_transaction_read_only").fetchone() == ("off",)


def test_a_customers_row_that_is_kept_is_given_back_by_a_removal(
    shared: SharedDatabase, admin: PostgresDatabase, shared_customer: Customer
) -> None:
    """Colleagues wait three seconds and are told; whoever keeps it can be thrown out for it."""
    with closing(signed_in(shared, MALLORY.login)) as session:
        session.execute("BEGIN")
        submit(session, shared_customer, "wrong")
        with pytest.raises(ServerBusyError):
            check(shared.open(AGENT), shared_customer, "right")
        admin.people.remove(MALLORY.login)
    assert check(shared.open(AGENT), shared_customer, "right").answer is Answer.MATCHES
    with shared.as_superuser() as server:
        assert number(server, "SELECT count(*) FROM watchword.attempt WHERE login = 'mallory'") == 0


def test_made_up_workstations_do_not_fill_the_list(
    shared: SharedDatabase, admin: PostgresDatabase
) -> None:
    """A person has the last twenty that they were seen at."""
    with signed_in(shared, MALLORY.login) as session:
        for desk in range(30):
            session.execute("SELECT set_config('watchword.workstation', %s, false)", (str(desk),))
            session.execute("SELECT watchword.report_keys('{}')")
    with shared.as_superuser() as server:
        kept = server.execute("SELECT workstation FROM watchword.key_holder").fetchall()
    assert {str(row[0]) for row in kept} == {str(desk) for desk in range(10, 30)}


def test_a_login_cannot_take_every_connection(
    shared: SharedDatabase, admin: PostgresDatabase
) -> None:
    """The rest is for the others, an administrator who ends it among them."""
    with ExitStack() as opened:
        for _ in range(24):
            opened.enter_context(signed_in(shared, MALLORY.login))
        with pytest.raises(psycopg.OperationalError, match="too many connections"):
            signed_in(shared, MALLORY.login)
        more = connections(shared, MALLORY.login, OWN)
        with pytest.raises(ServerBusyError), more.session():
            pass
        admin.people.remove(MALLORY.login)
    with pytest.raises(LoginRefusedError), more.session():
        pass


@pytest.mark.parametrize(
    "details",
    [
        "[1, 2]",
        '"text"',
        "null",
        '{"rows": 5}',
        '{"rows": null}',
        '{"rows": {"a": "b"}}',
        '{"rows": ["a"]}',
        '{"rows": ' + "9" * 5_000 + "}",
        "[" * 3_000 + "]" * 3_000,
        '{"rows": "' + "x" * 5_000 + '"}',
    ],
)
def test_details_that_no_reader_can_show_are_refused(shared: SharedDatabase, details: str) -> None:
    """Otherwise one agent could keep every lead from reading the journal."""
    with shared.connect("agent") as agent, pytest.raises(psycopg.Error) as refused:
        agent.execute("SELECT watchword.record('exported', 'x', %s::jsonb)", (details,))
    assert refused.value.sqlstate == "WW009"


@pytest.mark.parametrize("details", ["{", "[1]", '{"rows": 5}', "[" * 9_000 + "]" * 9_000])
def test_an_entry_edited_into_nonsense_hides_no_other(shared: SharedDatabase, details: str) -> None:
    """The journal stays readable, and verifying names the entry."""
    lead = shared.open(LEAD)
    add_customer(lead)
    lead.journal.record(EventKind.EXPORTED, "customers", {"rows": "5"})
    lead.journal.seal()
    with shared.as_superuser() as server:
        server.execute("SET session_replication_role = replica")
        server.execute("UPDATE watchword.journal SET details = %s WHERE id = 2", (details,))
    assert [entry.details for entry in lead.journal.entries(JournalQuery())] == [{}, {}]
    assert lead.journal.verify().fault is not None


def test_a_workstations_name_is_one_plain_line(shared: SharedDatabase) -> None:
    """Whatever a session calls its computer, an entry looks like one."""
    name = "Büro\u202e-2\n\x1b[31m\u200b=1\t"
    with shared.connect("agent") as agent:
        agent.execute("SELECT set_config('watchword.workstation', %s, false)", (name,))
        agent.execute("SELECT watchword.record('exported', 'x', '{}')")
        agent.execute("SELECT watchword.report_keys('{}')")
    (entry,) = shared.open(LEAD).journal.entries(JournalQuery())
    assert entry.workstation == "Büro-2[31m=1"
    with shared.as_superuser() as server:
        kept = server.execute("SELECT workstation FROM watchword.key_holder").fetchall()
    assert kept == [("Büro-2[31m=1",)]


STAGE = (
    "INSERT INTO watchword.customer_staging (line, number, name, company, phones, emails, domains,"
    " country, language, authorised, active, words, digits, tokens, phone_keys) VALUES"
    " (1, '4711', 'Not so', '', '{}', '{}', '{}', '', '', 'Mallory', true, '', '', '', '')"
)
TAKE_OVER = "SELECT watchword.import_staged('{name,authorised}', false, 1)"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (None, "empty"),
        ("", "empty"),
        (" \n\u00a0", "empty"),
        ("x" * 2001, "too-long"),
        ("\x1b[2Jcalled", "control"),
        ("called\tagain", "control"),
        ("never \u202esserdda eht llet", "control"),
        ("ca\u200blled", "control"),
        ("one line\u2028another", "control"),
    ],
)
def test_a_caution_is_some_plain_words(
    shared: SharedDatabase, shared_customer: Customer, text: str | None, why: str
) -> None:
    """An agent past the program neither blanks one nor writes one that reads otherwise."""
    customers = shared.open(AGENT).customers
    customers.raise_caution(shared_customer.id, "never tell\nthe address")
    kept = customers.details(shared_customer.id).caution
    assert kept is not None
    with shared.connect(AGENT.login) as raw, pytest.raises(psycopg.Error) as refused:
        raw.execute(
            "SELECT watchword.raise_caution(%s, %s, %s)",
            (shared_customer.id, text, kept.raised_at),
        )
    assert (refused.value.sqlstate, refused.value.diag.message_detail) == ("WW009", why)
    assert customers.details(shared_customer.id).caution == kept


def test_a_caution_is_replaced_only_by_naming_it(
    shared: SharedDatabase, shared_customer: Customer
) -> None:
    """Neither the older form of the call nor one without its moment gets rid of it."""
    customers = shared.open(AGENT).customers
    customers.raise_caution(shared_customer.id, "never tell the address")
    with shared.connect(AGENT.login) as raw:
        with pytest.raises(psycopg.errors.UndefinedFunction):
            raw.execute("SELECT watchword.raise_caution(%s, 'x')", (shared_customer.id,))
        with pytest.raises(psycopg.Error) as refused:
            raw.execute("SELECT watchword.raise_caution(%s, 'x', NULL)", (shared_customer.id,))
    assert refused.value.sqlstate == "WW008"
    kept = customers.details(shared_customer.id).caution
    assert kept is not None
    assert kept.text == "never tell the address"


@pytest.fixture
def importing(shared: SharedDatabase) -> Iterator[Connection]:
    """A lead who speaks SQL, in a transaction that has taken a list of one over."""
    with shared.connect("lead") as session:
        session.execute("BEGIN")
        session.execute("SELECT watchword.begin_import()")
        session.execute(STAGE)
        session.execute(TAKE_OVER)
        yield session


def test_no_import_is_committed_without_its_entry(
    shared: SharedDatabase, importing: Connection
) -> None:
    """Customers are not changed behind the journal's back."""
    with pytest.raises(psycopg.Error) as refused:
        importing.execute("COMMIT")
    assert refused.value.sqlstate == "WW010"
    with shared.as_superuser() as server:
        assert number(server, "SELECT count(*) FROM watchword.customer") == 0


def test_no_import_goes_on_after_its_entry(importing: Connection) -> None:
    """What was counted is all that was done."""
    importing.execute("SELECT watchword.finish_import('{}')")
    importing.execute(STAGE)
    with pytest.raises(psycopg.errors.Error) as refused:
        importing.execute(TAKE_OVER)
    assert refused.value.sqlstate == "WW002"


@pytest.mark.parametrize(
    "call",
    [TAKE_OVER, "SELECT watchword.import_index('[]')", "SELECT watchword.finish_import('{}')"],
)
def test_no_import_happens_without_a_beginning(shared: SharedDatabase, call: str) -> None:
    """Neither a change nor an entry that claims one."""
    with shared.connect("lead") as lead, pytest.raises(psycopg.Error) as refused:
        lead.execute(call.encode())
    assert refused.value.sqlstate == "WW002"


def test_an_import_changes_only_what_it_has_changed(
    shared: SharedDatabase, shared_customer: Customer
) -> None:
    """A lead cannot make a customer disappear from searches with no entry that names them."""
    with shared.connect("lead") as lead:
        lead.execute("BEGIN")
        lead.execute("SELECT watchword.begin_import()")
        hidden = [{"place": 1, "words": "", "digits": "", "tokens": "", "phone_keys": "1/49"}]
        lead.execute("SELECT watchword.import_index(%s)", (Jsonb(hidden),))
        lead.execute("SELECT watchword.finish_import('{}')")
        lead.execute("COMMIT")
    [hit] = shared.open(AGENT).customers.search("weber").hits
    assert hit.customer == shared_customer
    assert not shared.open(AGENT).customers.search("+491").hits


def test_a_telephone_number_leads_to_nobody_who_has_it_not(shared: SharedDatabase) -> None:
    """Whatever a lead's own program has put into the index: a hit is made sure of in the row."""
    lead = shared.open(LEAD)
    honest = add_customer(lead)
    fields = dict.fromkeys(("name", "company", "country", "language", "authorised"), "")
    fields |= dict.fromkeys(("phones", "emails", "domains"), "")
    with shared.connect("lead") as raw:
        raw.execute(
            "SELECT watchword.add_customer(%s, %s)",
            (
                Jsonb({**fields, "number": "66", "name": "Mallory", "active": True}),
                Jsonb(
                    {"words": " weber", "digits": "", "tokens": "", "phone_keys": "68515550137/49"}
                ),
            ),
        )
    agent = shared.open(AGENT)
    assert not agent.customers.search("+49 6851 5550137").hits
    assert [hit.customer for hit in agent.customers.search("weber").hits] == [honest]


def test_made_up_keys_do_not_fill_the_list(shared: SharedDatabase) -> None:
    """A portal in wrong hands can store passwords with any number of keys; everybody reads them."""
    with shared.as_superuser() as server:
        server.execute(
            "INSERT INTO watchword.customer (id, number, name, company, phones, emails, domains,"
            " country, language, authorised, active, words, digits, tokens)"
            " SELECT n, n::text, '', '', '', '', '', '', '', '', true, '', '', ''"
            " FROM generate_series(1, 500) AS n"
        )
        server.execute(
            "INSERT INTO watchword.credential (customer_id, generation, verifier, salt, memory_kib,"
            " passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method)"
            " SELECT n, 1, sha256(''), substr(sha256(''), 1, 16), 65536, 3, 1, 1, 1, int8send(n),"
            " now(), '', '' FROM generate_series(1, 500) AS n"
        )
    assert len(shared.open(AGENT).credentials.keys_in_use()) == 100


def test_an_import_is_journalled_with_what_it_did(
    shared: SharedDatabase, importing: Connection
) -> None:
    """Whatever the caller says."""
    importing.execute("SELECT watchword.finish_import(%s)", (Jsonb({"new": "0", "source": "x"}),))
    importing.execute("COMMIT")
    (entry,) = shared.open(LEAD).journal.entries(JournalQuery())
    assert entry.details == {"new": "1", "updated": "0", "source": "x"}

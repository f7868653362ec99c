"""Every command on a team's database: real PostgreSQL, real TLS."""

import io
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from keyring.errors import KeyringLocked

from desktop_app.commands.main import execute
from desktop_app.commands.parser import parse
from desktop_app.commands.terminal import Terminal
from desktop_app.core.entities import Person, Role
from desktop_app.core.errors import KeyringLockedError
from desktop_app.core.journal import head_line
from desktop_app.core.journal_head import JournalHead
from desktop_app.core.server_errors import NoAnswerError
from desktop_app.profiles.registry import profile_of
from desktop_app.storage.postgres.credentials import PostgresCredentials
from desktop_app.system.clock import utc_now
from tests.commands.shared_workplace import SharedWorkplace
from tests.storage.engines import AGENT
from tests.storage.postgres_team import INSTALLER, PASSWORD, PostgresTeam, SharedDatabase

pytestmark = pytest.mark.usefixtures("qapp")  # the doctor looks at the fonts

CHECK = ("--check", "callback", "--reference", "T-4711", "--password-stdin")
CUSTOMERS = "Number;Name;Phone;Country\n104233;Jonas Weber;06851 5550137;DE\n104234;Anna Meyer;;\n"
CHECKS = [
    "folders", "server", "tls", "certificate", "login", "schema", "role", "journal",
    "held-up", "server-clock", "server-log", "keyring", "team-key", "fonts",
]  # fmt: skip


@pytest.fixture
def database(postgres_team: PostgresTeam) -> Iterator[SharedDatabase]:
    """An empty team database."""
    database = SharedDatabase(postgres_team)
    with database.as_superuser() as server:
        server.execute(f"ALTER DATABASE {database.name} SET log_parameter_max_length = 0".encode())
    yield database
    database.close()


@pytest.fixture
def lead(tmp_path: Path, database: SharedDatabase) -> SharedWorkplace:
    """A lead's computer."""
    return SharedWorkplace(tmp_path / "home", database)


@pytest.fixture
def listed(lead: SharedWorkplace, tmp_path: Path) -> SharedWorkplace:
    """The same with two customers imported."""
    path = tmp_path / "list.csv"
    path.write_text(CUSTOMERS, encoding="utf-8")
    done = lead.run("import", str(path), "--json")
    assert done.document["new"] == 2, done.err
    return lead


def failed(workplace: SharedWorkplace) -> dict[str, str]:
    """What the doctor finds wrong, by the code of the failure."""
    outcome = workplace.run("doctor", "--json")
    found = outcome.document["checks"]
    assert [check["name"] for check in found] == CHECKS
    wrong = {each["name"]: each["failure"] for each in found if each["outcome"] == "failed"}
    assert outcome.code == (1 if wrong else 0)
    assert all(each["remedy"] for each in found if each["outcome"] == "failed")
    return wrong


def test_customers_go_in_are_found_and_come_out(listed: SharedWorkplace, tmp_path: Path) -> None:
    """Import, search and export."""
    found = listed.run("search", "weber", "--json").document["customers"]
    assert [customer["number"] for customer in found] == ["104233"]
    out = tmp_path / "out.csv"
    assert listed.run("export", "customers", str(out)).code == 0
    assert "Anna Meyer" in out.read_text(encoding="utf-8")
    assert listed.run("export", "journal", str(out)).code == 0
    assert "imported" in out.read_text(encoding="utf-8")


def test_a_password_is_set_checked_and_removed(listed: SharedWorkplace) -> None:
    """The team key comes from the keyring; the exit code is the answer."""
    assert listed.run("set", "104233", *CHECK, typed="Zebra 58\n").code == 0
    wrong = listed.run("verify", "104233", "--password-stdin", typed="Birke 17\n")
    assert wrong.code == 3
    right = listed.run("verify", "104233", "--password-stdin", "--json", typed="zebra-58\n")
    assert (right.code, right.document["answer"]) == (0, "matches")
    assert listed.run("remove", "104233", "--reason", "asked for").code == 0
    assert listed.run("verify", "104233", "--password-stdin", typed="zebra-58\n").code == 5


def test_the_database_refuses_what_an_agent_may_not(
    tmp_path: Path, database: SharedDatabase, listed: SharedWorkplace
) -> None:
    """One sentence, exit 1, nothing changed."""
    agent = SharedWorkplace(tmp_path / "agent", database, AGENT)
    refused = agent.run("set", "104233", *CHECK, typed="Zebra 58\n")
    assert refused.code == 1
    assert "Your role does not allow this." in refused.err
    assert agent.run("verify", "104233", "--password-stdin", typed="x\n").code == 5


def test_the_journal_is_verified_and_its_head_remembered(listed: SharedWorkplace) -> None:
    """As on a workstation: a journal without the entry that was seen is reported."""
    assert listed.run("journal", "verify").code == 0
    head = listed.run("journal", "head", "--json").document["head"]
    known = listed.profile.remembered_head.load()
    assert known is not None
    assert known.digest.hex() in head
    with listed.database.as_superuser() as server:
        server.execute("ALTER TABLE watchword.journal DISABLE TRIGGER USER")
        server.execute("UPDATE watchword.journal SET digest = sha256(digest)")
    assert listed.run("journal", "verify").code == 1


def test_the_key_is_looked_at_and_never_made(lead: SharedWorkplace) -> None:
    """A second key would split the team: without one, the recovery file is the way."""
    assert lead.run("key", "status", "--json").document["place"] == "keyring"
    lead.backend.kept.pop(("Watchword", "team key of ‹team›"))
    lead.run("import", str(_list(lead)))
    refused = lead.run("set", "104233", *CHECK, typed="Zebra 58\n")
    assert refused.code == 1
    assert "recovery file" in refused.err
    assert ("Watchword", "team key of ‹team›") not in lead.backend.kept


def _list(workplace: SharedWorkplace) -> Path:
    path = workplace.home.parent / "more.csv"
    path.write_text(CUSTOMERS, encoding="utf-8")
    return path


def test_a_backup_is_the_server_administrators(lead: SharedWorkplace, tmp_path: Path) -> None:
    """One sentence says so, and nothing is written."""
    refused = lead.run("backup", str(tmp_path / "copy.db"))
    assert refused.code == 1
    assert refused.err.strip() == (
        "A shared database is backed up on its server, by the server's administrator. Nothing was"
        " written."
    )
    assert not (tmp_path / "copy.db").exists()


def test_the_doctor_finds_nothing_wrong(listed: SharedWorkplace) -> None:
    """Server, certificate, login, schema, role, journal, clock, keyring, key: one line each."""
    assert failed(listed) == {}
    lines = listed.run("doctor").out.splitlines()
    assert len(lines) == len(CHECKS)
    assert all(line.startswith("passed") for line in lines)


def test_the_doctor_serves_an_agent_too(
    tmp_path: Path, database: SharedDatabase, listed: SharedWorkplace
) -> None:
    """What an agent may not read is not asked of them; a lost head is noticed all the same."""
    agent = SharedWorkplace(tmp_path / "agent", database, AGENT)
    assert failed(agent) == {}
    head = agent.profile.remembered_head.load()
    assert head is not None
    agent.profile.remembered_head.save(JournalHead(head.sequence + 7, head.digest))
    assert failed(agent) == {"journal": "journal-fault"}


def test_an_agent_accepts_a_restored_journal_by_its_head(
    lead: SharedWorkplace, tmp_path: Path, database: SharedDatabase
) -> None:
    """They may not read it, so the head that a lead has verified stands for it; no other does."""
    agent = SharedWorkplace(tmp_path / "agent", database, AGENT)
    assert failed(agent) == {}
    head = agent.profile.remembered_head.load()
    assert head is not None
    newer = JournalHead(head.sequence + 7, head.digest)
    agent.profile.remembered_head.save(newer)
    exported = tmp_path / "head.txt"
    exported.write_text(head_line(newer), encoding="utf-8")
    assert agent.run("journal", "verify", "--head", str(exported)).code == 1
    exported.write_text(lead.run("journal", "head").out, encoding="utf-8")
    done = agent.run("journal", "verify", "--head", str(exported))
    assert done.code == 0, done.err
    assert failed(agent) == {}


def test_the_doctor_tells_a_dead_server(lead: SharedWorkplace) -> None:
    """Nothing that needs it is tried."""
    lead.address(port=1)
    assert failed(lead) == {"server": "server-unreachable"}


def test_the_doctor_tells_a_strange_certificate(lead: SharedWorkplace) -> None:
    """No password is sent to it."""
    lead.address(authority=lead.database.team.server.other_ca_file.read_bytes())
    assert failed(lead) == {"tls": "server-not-trusted"}


def test_the_doctor_tells_a_lost_copy_of_the_authority(lead: SharedWorkplace) -> None:
    """The file of this workstation is what is wrong, not the server."""
    lead.folders.authority("team").unlink()
    assert failed(lead) == {"tls": "file-unusable"}


def test_another_authority_is_trusted_once_the_server_fits(
    lead: SharedWorkplace, tmp_path: Path
) -> None:
    """A workstation that was cut off comes back; the old and the new authority go in one file."""
    server = lead.database.team.server
    lead.address(authority=server.other_ca_file.read_bytes())
    both = tmp_path / "both.crt"
    both.write_bytes(server.other_ca_file.read_bytes() + server.ca_file.read_bytes())
    done = lead.run("server", "trust", "--ca-file", str(both), "--json")
    assert done.code == 0, done.err
    assert done.document["profile"] == "team"
    assert lead.folders.authority("team").read_bytes() == both.read_bytes()
    assert failed(lead) == {}


def test_a_server_is_looked_for_where_it_has_moved(lead: SharedWorkplace) -> None:
    """Hosts with ports of their own or the profile's; one that is down is told and kept."""
    port = lead.database.team.server.port
    done = lead.run("server", "hosts", f"localhost:{port}", "localhost:1", "--json")
    assert done.code == 0, done.err
    assert done.document["silent"] == ["localhost:1"]
    connection = lead.profile.connection
    assert (connection.hosts, connection.port) == ((f"localhost:{port}", "localhost:1"), port)
    assert failed(lead) == {}
    assert lead.run("server", "hosts", "localhost").code == 0
    assert failed(lead) == {}
    assert lead.run("server", "hosts", "localhost", "--port", "1").code == 1
    assert failed(lead) == {}


@pytest.mark.parametrize("host", ["localhost:1", "127.0.0.1:{port}", "a b"])
def test_a_slip_in_the_hosts_cuts_nobody_off(lead: SharedWorkplace, host: str) -> None:
    """Neither a host that does not answer, nor one that cannot prove who it is, nor none at all."""
    before, written = lead.profile.connection, host.format(port=lead.database.team.server.port)
    assert lead.run("server", "hosts", written).code == 1
    assert lead.profile.connection == before


@pytest.mark.parametrize("host", ["db:99999", "db:", "[::1", ""])
def test_what_is_no_host_is_a_wrong_command_line(host: str) -> None:
    """Said before anything is tried."""
    with pytest.raises(SystemExit, match="2"):
        parse(["server", "hosts", host])


def test_another_teams_database_does_not_take_its_place(
    lead: SharedWorkplace, postgres_team: PostgresTeam
) -> None:
    """A restored copy somewhere else lacks what this workstation has seen in the journal."""
    lead.profile.remembered_head.save(JournalHead(77, bytes(32)))
    before = lead.profile.connection
    port = postgres_team.server.port
    assert lead.run("server", "hosts", f"localhost:{port}").code == 1
    assert lead.profile.connection == before


@pytest.mark.parametrize("kind", ["strange", "none"])
def test_a_mistaken_authority_cuts_nobody_off(
    lead: SharedWorkplace, tmp_path: Path, kind: str
) -> None:
    """Neither one that does not vouch for the server nor a file without any is taken."""
    mistaken = tmp_path / "none.crt"
    mistaken.write_text("no certificate\n", encoding="utf-8")
    server = lead.database.team.server
    chosen = server.other_ca_file if kind == "strange" else mistaken
    assert lead.run("server", "trust", "--ca-file", str(chosen)).code == 1
    assert lead.folders.authority("team").read_bytes() == server.ca_file.read_bytes()
    assert failed(lead) == {}


def test_the_systems_authorities_give_way_to_a_file(lead: SharedWorkplace) -> None:
    """A profile that trusted the system's store trusts the file from then on."""
    lead.settings.update(
        lambda old: old.with_connection(
            "team", replace(lead.profile.connection, own_authority=False)
        )
    )
    lead.folders.authority("team").unlink()
    assert failed(lead) == {"tls": "server-not-trusted"}
    server = lead.database.team.server
    assert lead.run("server", "trust", "--ca-file", str(server.ca_file)).code == 0
    assert failed(lead) == {}


def test_the_doctor_tells_a_certificate_that_ends_soon(lead: SharedWorkplace) -> None:
    """Two weeks before, while there is time; the clock is not the server's either then."""
    lead.clock = lambda: utc_now() + timedelta(days=20)
    assert failed(lead) == {"certificate": "certificate-expiring", "server-clock": "clock-wrong"}


def test_the_doctor_tells_a_clock_that_differs(lead: SharedWorkplace) -> None:
    """By more than two minutes."""
    lead.clock = lambda: utc_now() - timedelta(minutes=3)
    assert failed(lead) == {"server-clock": "clock-wrong"}


def test_the_doctor_tells_a_login_that_is_refused(lead: SharedWorkplace) -> None:
    """The certificate is fine, the password is not."""
    lead.backend.kept["Watchword", "database login of ‹team›"] = "another"
    assert failed(lead) == {"login": "login-refused"}


def test_the_doctor_tells_a_locked_keyring(lead: SharedWorkplace) -> None:
    """It is why there is no login."""
    lead.backend.failure = KeyringLocked()
    assert failed(lead) == {"login": KeyringLockedError.code, "keyring": KeyringLockedError.code}


@pytest.mark.parametrize(
    ("settings", "remedy"),
    [
        (("log_parameter_max_length = -1",), "log_parameter_max_length = 0"),
        (("log_parameter_max_length = 64",), "log_parameter_max_length = 0"),
        (("pgaudit.log_parameter = on", "pgaudit.log = 'read'"), "pgaudit.log_parameter = off"),
        (("pgaudit.log_parameter = on", "pgaudit.role = 'auditor'"), "pgaudit.log_parameter = off"),
        (
            ("auto_explain.log_min_duration = 0", "auto_explain.log_parameter_max_length = -1"),
            "auto_explain.log_parameter_max_length = 0",
        ),
        (
            ("auto_explain.log_min_duration = 250", "auto_explain.log_verbose = on"),
            "auto_explain.log_verbose = off",
        ),
    ],
)
def test_the_doctor_tells_a_server_that_logs_what_checks_send(
    lead: SharedWorkplace, settings: tuple[str, ...], remedy: str
) -> None:
    """The digest of a right password would pass a check, whichever part of the server writes it."""
    configure(lead, *settings)
    assert failed(lead) == {"server-log": "server-logs-values"}
    assert f"set {remedy}." in lead.run("doctor").out


def test_whoever_may_hold_others_up_is_named(lead: SharedWorkplace) -> None:
    """By the doctor and in the status: a transaction that is open for long, an unsealed journal."""
    with lead.database.as_superuser() as server, lead.database.connect(AGENT.login) as agent:
        for function in ("delays", "open_transactions"):
            row = server.execute(
                f"SELECT pg_get_functiondef('watchword.{function}'::regproc)".encode()
            ).fetchone()
            assert row is not None
            server.execute(str(row[0]).replace("interval '10 minutes'", "interval '0'").encode())
        agent.execute("BEGIN")
        agent.execute("SELECT * FROM watchword.customers")
        assert failed(lead) == {"held-up": "work-held-up"}
        status = lead.run("server", "status", "--json")
        assert status.code == 0
        [warning] = status.document["warnings"]
        assert warning.startswith("agent kept a transaction open")
        agent.execute("COMMIT")
        server.execute("DELETE FROM watchword.sealing")  # so nobody can seal
        agent.execute("SELECT watchword.record('exported', 'x', '{}')")
        [warning] = lead.run("server", "status", "--json").document["warnings"]
        assert warning.startswith("Entries of the journal have not been sealed since 20")


@pytest.mark.parametrize(
    "settings",
    [
        ("log_min_duration_statement = 0", "log_parameter_max_length_on_error = -1"),
        ("pgaudit.log_parameter = on", "pgaudit.log = 'none'"),
        ("pgaudit.log = 'all'",),
        ("auto_explain.log_verbose = on", "auto_explain.log_nested_statements = on"),
        ("auto_explain.log_min_duration = 0", "auto_explain.log_nested_statements = on"),
        ("auto_explain.log_min_duration = 0", "auto_explain.log_parameter_max_length = 0"),
        ("debug_print_plan = on", "debug_print_parse = on"),
    ],
)
def test_a_log_without_values_is_the_servers_own_affair(
    lead: SharedWorkplace, settings: tuple[str, ...]
) -> None:
    """The doctor warns of what can be used, and of nothing else."""
    configure(lead, *settings)
    assert failed(lead) == {}


def configure(workplace: SharedWorkplace, *settings: str) -> None:
    """Set the database's defaults, those of audit and explanation as their modules would."""
    with workplace.database.as_superuser() as server:
        for setting in settings:
            statement = f"ALTER DATABASE {workplace.database.name} SET {setting}"
            server.execute(statement.encode())


def test_a_script_takes_its_login_from_the_pgpass_file(
    listed: SharedWorkplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the keyring has none, or is locked: search, import and export need no team key."""
    pgpass = tmp_path / "pgpass"
    server = listed.database.team.server
    pgpass.write_text(f"localhost:{server.port}:*:lead:{PASSWORD}\n", encoding="utf-8")
    pgpass.chmod(0o600)
    entry = ("Watchword", "database login of ‹team›")
    del listed.backend.kept[entry]
    missing = listed.run("search", "weber")
    assert missing.code == 1
    assert "The password of the login lead is not on this computer." in missing.err
    monkeypatch.setitem(os.environ, "PGPASSFILE", str(pgpass))
    assert "Jonas Weber" in listed.run("search", "weber").out
    listed.backend.failure = KeyringLocked()
    assert "Jonas Weber" in listed.run("search", "weber").out
    pgpass.unlink()
    locked = listed.run("search", "weber")
    assert "The system's keyring is locked." in locked.err


def test_a_script_signs_in_with_a_client_certificate(
    database: SharedDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without any password; nobody else gets in by that login."""
    server = database.team.server
    script = Person("certified", "Night import", Role.LEAD)
    with database.connect(INSTALLER) as installer:
        encrypted = installer.pgconn.encrypt_password(b"unused", b"certified", b"scram-sha-256")
        installer.execute(
            "SELECT watchword.add_person(%s, %s, %s, %s)",
            (script.login, script.name, script.role.value, encrypted.decode()),
        )
    workplace = SharedWorkplace(tmp_path / "script", database, script)
    del workplace.backend.kept["Watchword", "database login of ‹team›"]
    listed = str(_list(workplace))
    assert "does not accept the login certified" in workplace.run("import", listed).err
    certificate, key = server.write_client_certificate("certified", tmp_path)
    monkeypatch.setenv("PGSSLCERT", str(certificate))
    monkeypatch.setenv("PGSSLKEY", str(key))
    assert workplace.run("import", listed, "--json").document["new"] == 2
    other, key = server.write_client_certificate("somebody", tmp_path)
    monkeypatch.setenv("PGSSLCERT", str(other))
    monkeypatch.setenv("PGSSLKEY", str(key))
    assert "does not accept the login certified" in workplace.run("import", listed).err


def test_a_profile_that_nobody_knows_is_not_made(lead: SharedWorkplace) -> None:
    """A slip, or settings that were lost: a team's name never becomes an empty database."""
    profile = profile_of("taem", lead.folders)
    stderr = io.StringIO()
    for command in (("search", "weber"), ("doctor",)):
        terminal = Terminal(io.StringIO(), io.StringIO(), stderr)
        assert execute(profile, terminal, parse(["--profile", "taem", *command])) == 1
    assert stderr.getvalue().count("taem") == 2
    assert not lead.folders.database("taem").exists()


def test_a_change_whose_answer_is_lost_is_not_called_undone(
    listed: SharedWorkplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The journal is where it can be seen."""

    def lost(*_: object) -> None:
        raise NoAnswerError

    monkeypatch.setattr(PostgresCredentials, "set", lost)
    outcome = listed.run("set", "104233", *CHECK, typed="Zebra 58\n")
    assert outcome.code == 1
    assert "The journal shows whether it was done." in outcome.err


def test_a_lost_server_is_one_sentence(lead: SharedWorkplace) -> None:
    """And for a check the exit code that says that there was none."""
    lead.address(port=1)
    searched = lead.run("search", "weber")
    assert (searched.code, searched.err.count("\n")) == (1, 1)
    assert "localhost does not answer" in searched.err
    checked = lead.run("verify", "104233", "--password-stdin", typed="x\n")
    assert checked.code == 6

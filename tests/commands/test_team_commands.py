"""``server``, ``people`` and ``join``: a team from nothing, on a real server over TLS."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import psycopg
import pytest
from keyring.errors import KeyringError

from desktop_app.commands.parser import parse
from desktop_app.core.entities import Person, Role
from desktop_app.core.errors import KeyringFailedError
from desktop_app.core.people_errors import InvitationUsedError
from desktop_app.core.secret import Secret
from desktop_app.core.server_errors import ConnectionLostError
from desktop_app.storage.postgres import schema
from desktop_app.storage.postgres.people import accept
from desktop_app.system.clock import utc_now
from desktop_app.system.recovery import open_sealed
from desktop_app.team import joining
from desktop_app.team.joining import Join
from tests.commands.team_desks import PASSPHRASE, Desk, TeamServer
from tests.storage.postgres_team import INSTALLER, PASSWORD, PostgresTeam

_NUMBERS = count(1)


@pytest.fixture(autouse=True)
def no_password(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whoever runs the tests has no password for the owner in libpq's own places."""
    monkeypatch.delenv("PGPASSWORD", raising=False)
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "no-pgpass"))


@pytest.fixture
def server(postgres_team: PostgresTeam) -> Iterator[TeamServer]:
    """A server on which no database was made yet."""
    server = TeamServer(postgres_team, f"made_{next(_NUMBERS)}")
    yield server
    server.remove()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The administrator's computer."""
    return Desk(tmp_path / "ada", "ada", monkeypatch)


@pytest.fixture
def other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A new colleague's computer."""
    return Desk(tmp_path / "berger", "berger", monkeypatch)


@pytest.fixture
def team(server: TeamServer, desk: Desk) -> TeamServer:
    """The server with a team of one administrator."""
    outcome = desk.set_up(server)
    assert outcome.code == 0, outcome
    return server


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation for a colleague, and its words."""

    file: Path
    words: str


@pytest.fixture
def invited(team: TeamServer, desk: Desk, tmp_path: Path) -> Invited:
    """An invitation that nobody has used."""
    file = tmp_path / "berger.invitation"
    return Invited(file, invite(desk, file))


def invite(desk: Desk, file: Path, *more: str, login: str = "berger") -> str:
    """Invite somebody; the words."""
    arguments = ("--role", "lead", "--name", "Lukas Berger")
    outcome = desk.run("people", "invite", login, str(file), *arguments, *more, "--json")
    assert outcome.code == 0, outcome
    return str(outcome.document["words"])


def join(desk: Desk, file: Path, words: str, *more: str) -> None:
    outcome = desk.run("join", str(file), "--words-stdin", *more, typed=f"{words}\n")
    assert outcome.code == 0, outcome


def test_a_database_is_set_up_step_by_step(server: TeamServer, desk: Desk) -> None:
    """Each step passes, the profile is in place, and the recovery file has the team key."""
    outcome = desk.set_up(server)
    assert outcome.code == 0
    passed = [line for line in outcome.out.splitlines() if line.startswith("passed")]
    assert len(passed) == 12
    with desk.opened() as opened:
        assert opened.storage.person == Person("ada", "Ada", Role.ADMIN)
        keys = opened.keys.all()
    recovery = desk.home.parent / "team.recovery"
    assert open_sealed(recovery, Secret(PASSPHRASE)) == keys
    assert PASSWORD not in outcome.out + outcome.err + str(desk.backend.kept)


def test_setting_up_can_be_repeated(server: TeamServer, desk: Desk) -> None:
    """The same command again, with the same file, is done at once and changes nothing."""
    desk.set_up(server)
    before = dict(desk.backend.kept)
    again = desk.set_up(server, "--json")
    assert again.code == 0, again
    assert {step["outcome"] for step in again.document["steps"]} == {"passed"}
    assert desk.backend.kept == before


@pytest.mark.parametrize("cut", ["roles", "database", "schema", "person", "profile", "key"])
def test_an_interrupted_set_up_goes_on(
    server: TeamServer, desk: Desk, monkeypatch: pytest.MonkeyPatch, cut: str
) -> None:
    """Stopped after any step, by a kill: the next run ends what it had begun."""
    from desktop_app.team.server_setup import _Making

    whole = getattr(_Making, f"_{cut}")

    def interrupted(making: _Making) -> str:
        whole(making)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(_Making, f"_{cut}", interrupted)
        stopped = desk.run(
            "server", "init", *server.way, "--recovery", str(desk.home.parent / "team.recovery"),
            answers=(PASSWORD,),
        )  # fmt: skip
    assert stopped.code == 1
    assert "Repeat the command" in stopped.err
    assert desk.set_up(server).code == 0
    with desk.opened() as opened:
        assert opened.storage.person.role is Role.ADMIN


def test_a_step_that_fails_names_its_remedy(server: TeamServer, desk: Desk) -> None:
    """The first that fails is the last, and nothing was made."""
    authority = str(server.team.server.other_ca_file)
    outcome = desk.set_up(server, "--ca-file", authority, "--json")
    assert outcome.code == 1
    *passed, failed = outcome.document["steps"]
    assert [step["step"] for step in passed] == ["host", "port", "encryption"]
    assert (failed["step"], failed["outcome"]) == ("certificate", "failed")
    assert "CA file" in failed["remedy"]
    assert outcome.document["profile"] is None


def test_a_wrong_owner_password_is_told(server: TeamServer, desk: Desk) -> None:
    """At the sign-in, in one sentence."""
    recovery = str(desk.home.parent / "team.recovery")
    outcome = desk.run("server", "init", *server.way, "--recovery", recovery, answers=("wrong",))
    assert outcome.code == 1
    assert "failed     Sign-in" in outcome.out


def test_the_owners_password_can_come_from_the_environment(
    server: TeamServer, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is asked for it then."""
    monkeypatch.setenv("PGPASSWORD", PASSWORD)
    outcome = desk.run(
        "server", "init", *server.way, "--recovery", str(desk.home.parent / "team.recovery"),
        answers=(PASSPHRASE, PASSPHRASE),
    )  # fmt: skip
    assert outcome.code == 0, outcome


def test_the_owners_password_can_come_from_the_pgpass_file(
    server: TeamServer, desk: Desk, tmp_path: Path
) -> None:
    """libpq's own file, which others use too."""
    pgpass = tmp_path / "no-pgpass"
    pgpass.write_text(f"*:*:*:{INSTALLER}:{PASSWORD}\n", encoding="utf-8")
    pgpass.chmod(0o600)
    outcome = desk.run(
        "server", "init", *server.way, "--recovery", str(desk.home.parent / "team.recovery"),
        answers=(PASSPHRASE, PASSPHRASE),
    )  # fmt: skip
    assert outcome.code == 0, outcome


def test_a_team_is_not_set_up_twice(team: TeamServer, other: Desk) -> None:
    """Somebody else with the owner's login makes no second team key: they need an invitation."""
    outcome = other.set_up(team, "--json", "--recovery", str(other.home.parent / "other.recovery"))
    assert outcome.code == 1
    assert outcome.document["steps"][-1]["failure"] == "team-exists"


def test_an_admins_login_is_not_taken_over(
    team: TeamServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same login from another computer, which does not know its password."""
    stranger = Desk(tmp_path / "stranger", "ada", monkeypatch)
    outcome = stranger.set_up(team, "--json", "--recovery", str(tmp_path / "other.recovery"))
    assert outcome.code == 1
    assert outcome.document["steps"][-1]["failure"] == "login-taken"


def test_the_status_names_server_and_version(team: TeamServer, desk: Desk) -> None:
    """With the profile's own login, for scripts too."""
    document = desk.run("server", "status", "--json").document
    assert (document["database"], document["login"]) == (team.name, "ada")
    assert document["version"] == document["known"] == schema.known_version()
    assert "PostgreSQL" in desk.run("server", "status").out


def test_an_upgrade_needs_the_owner(team: TeamServer, desk: Desk) -> None:
    """Of a database that has the newest schema it says so."""
    outcome = desk.run("server", "upgrade", "--owner", INSTALLER, answers=(PASSWORD,))
    assert outcome.code == 0, outcome
    assert "already" in outcome.out


def test_a_workstations_profile_is_no_team(desk: Desk) -> None:
    """People, status and upgrade say which profile was meant."""
    for command in (
        ("people", "list"),
        ("server", "status"),
        ("server", "upgrade", "--owner", INSTALLER),
        ("server", "adopt", "--owner", INSTALLER, "--trial"),
    ):
        outcome = desk.run(*command)
        assert outcome.code == 1
        assert "“workstation”" in outcome.err


def test_an_unknown_profile_is_none_of_this_workstation(desk: Desk) -> None:
    """A slip is told as one by whatever works with a team, as by everything else."""
    for command in (
        ("people", "list"),
        ("server", "status"),
        ("server", "upgrade", "--owner", INSTALLER),
        ("search", "weber"),
        ("doctor",),
    ):
        outcome = desk.run(*command, "--profile", "slip", "--json")
        assert (outcome.code, outcome.document["error"]) == (1, "profile-unknown"), command


def test_a_colleague_joins(team: TeamServer, desk: Desk, other: Desk, tmp_path: Path) -> None:
    """From an invitation file and six words to a profile that works, with the same team key."""
    file = tmp_path / "berger.invitation"
    words = invite(desk, file)
    join(other, file, words.upper().replace(" ", ", "))
    with other.opened() as colleague, desk.opened() as admin:
        assert colleague.storage.person == Person("berger", "Lukas Berger", Role.LEAD)
        assert colleague.keys.all() == admin.keys.all()
    assert not any("invitation" in entry for _, entry in other.backend.kept)
    listed = desk.run("people", "list", "--json").document["people"]
    assert [(each["login"], each["role"], each["invited_until"]) for each in listed] == [
        ("ada", "admin", None),
        ("berger", "lead", None),
    ]


def test_an_invitation_serves_once(
    invited: Invited, other: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second computer with file and words is told so, and keeps nothing."""
    join(other, invited.file, invited.words)
    third = Desk(tmp_path / "third", "third", monkeypatch)
    refused = third.run("join", str(invited.file), "--words-stdin", "--json", typed=invited.words)
    assert (refused.code, refused.document["error"]) == (1, "invitation-used")
    assert third.backend.kept == {}
    assert third.settings.load().settings.connections == {}


def test_a_refused_invitation_leaves_a_profile_as_it_was(
    invited: Invited, desk: Desk, other: Desk
) -> None:
    """Its CA certificate above all: the file may come from anybody."""
    join(other, invited.file, invited.words)
    authority = other.folders.authority("team")
    authority.write_bytes(authority.read_bytes() + b"# as it was\n")
    kept, before = dict(other.backend.kept), authority.read_bytes()
    refused = other.run("join", str(invited.file), "--words-stdin", typed=invited.words)
    assert refused.code == 1
    assert authority.read_bytes() == before
    assert [path.name for path in authority.parent.glob("*.invitation")] == []
    assert other.backend.kept == kept


def test_wrong_words_are_told(
    invited: Invited,
    other: Desk,
) -> None:
    """And the right ones work afterwards."""
    wrong = other.run(
        "join", str(invited.file), "--words-stdin", "--json", typed=f"{invited.words} more"
    )
    assert (wrong.code, wrong.document["error"]) == (1, "invitation-words")
    join(other, invited.file, invited.words)


def test_an_expired_invitation_is_told(
    invited: Invited,
    other: Desk,
) -> None:
    """By its date, before the server is asked."""
    late = Join(
        other.folders, other.settings, other.keyring, other.user,
        lambda: utc_now() + timedelta(days=8),
    )  # fmt: skip
    with pytest.raises(Exception, match="invitation-over"):
        late(invited.file, Secret(invited.words))


class CutOffError(Exception):
    """The colleague's computer lost power."""


def cut_after_accepting(*arguments: object) -> None:
    accept(*arguments)  # type: ignore[arg-type]
    raise CutOffError


def cut_before_accepting(*_arguments: object) -> None:
    raise CutOffError


@pytest.mark.parametrize("cut", [cut_before_accepting, cut_after_accepting])
def test_a_crash_while_joining_locks_nobody_out(
    invited: Invited,
    other: Desk,
    monkeypatch: pytest.MonkeyPatch,
    cut: object,
) -> None:
    """Before or after the server has learnt the new password: the same file works again."""
    begin = Join(other.folders, other.settings, other.keyring, other.user, utc_now)
    with monkeypatch.context() as patched:
        patched.setattr(joining, "accept", cut)
        with pytest.raises(CutOffError):
            begin(invited.file, Secret(invited.words))
    assert other.settings.load().settings.connections == {}
    join(other, invited.file, invited.words)
    with other.opened() as opened:
        assert opened.storage.person.login == "berger"


@pytest.mark.parametrize("entry", ["database login", "team key", "settings", "delete"])
def test_a_crash_after_joining_locks_nobody_out(
    invited: Invited,
    other: Desk,
    monkeypatch: pytest.MonkeyPatch,
    entry: str,
) -> None:
    """The server knows the new password, and this computer has not noted everything yet."""

    def cut(*_arguments: object) -> None:
        raise KeyringError

    begin = Join(other.folders, other.settings, other.keyring, other.user, utc_now)
    with monkeypatch.context() as patched:
        if entry == "settings":
            patched.setattr(joining, "add_shared_profile", cut)
        elif entry == "delete":
            patched.setattr(other.backend, "delete_password", cut)
        else:
            whole = other.backend.set_password

            def write(service: str, username: str, password: str) -> None:
                if entry in username:
                    raise KeyringError
                whole(service, username, password)

            patched.setattr(other.backend, "set_password", write)
        with pytest.raises((KeyringError, KeyringFailedError)):
            begin(invited.file, Secret(invited.words))
    join(other, invited.file, invited.words)
    with other.opened() as opened:
        assert opened.storage.person.login == "berger"


def test_an_answer_that_is_lost_locks_nobody_out(
    invited: Invited, other: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection breaks after the server has learnt the password: told, and tried again."""

    def lose(*arguments: object) -> None:
        accept(*arguments)  # type: ignore[arg-type]
        raise ConnectionLostError

    with monkeypatch.context() as patched:
        patched.setattr(joining, "accept", lose)
        lost = other.run("join", str(invited.file), "--words-stdin", typed=invited.words)
    assert lost.code == 1
    join(other, invited.file, invited.words)


def test_a_reset_leads_to_a_new_computer(
    team: TeamServer, desk: Desk, other: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stolen one is out at once; the same profile is joined again on the new one."""
    first = tmp_path / "first.invitation"
    join(other, first, invite(desk, first))
    second = tmp_path / "second.invitation"
    reset = desk.run("people", "reset", "berger", str(second), "--json")
    assert reset.code == 0, reset
    assert other.run("search", "x").code == 1
    new = Desk(tmp_path / "new", "berger", monkeypatch)
    join(new, second, reset.document["words"])
    with new.opened() as opened:
        assert opened.storage.person.login == "berger"


def test_the_same_computer_can_join_again(
    team: TeamServer, desk: Desk, other: Desk, tmp_path: Path
) -> None:
    """After a reset of somebody who kept their computer; the profile keeps its name."""
    first = tmp_path / "first.invitation"
    join(other, first, invite(desk, first))
    second = tmp_path / "second.invitation"
    reset = desk.run("people", "reset", "berger", str(second), "--json")
    join(other, second, reset.document["words"])
    assert set(other.settings.load().settings.connections) == {"team"}
    with other.opened() as opened:
        assert opened.storage.person.login == "berger"


def test_an_invitation_that_cannot_be_registered_leaves_no_file(
    team: TeamServer, desk: Desk, tmp_path: Path
) -> None:
    """A login that is taken, or a person who is not there."""
    file = tmp_path / "x.invitation"
    taken = desk.run("people", "invite", "ada", str(file), "--role", "agent", "--json")
    assert (taken.code, taken.document["error"]) == (1, "login-taken")
    unknown = desk.run("people", "reset", "nobody", str(file), "--json")
    assert (unknown.code, unknown.document["error"]) == (1, "person-not-found")
    assert not file.exists()


def test_no_file_is_replaced_by_an_invitation(team: TeamServer, desk: Desk, tmp_path: Path) -> None:
    """And no login is made then."""
    file = tmp_path / "berger.invitation"
    file.write_text("mine", encoding="utf-8")
    outcome = desk.run("people", "invite", "berger", str(file), "--role", "agent")
    assert outcome.code == 1
    assert file.read_text(encoding="utf-8") == "mine"
    assert "berger" not in desk.run("people", "list").out


def test_people_are_looked_after(team: TeamServer, desk: Desk) -> None:
    """Added with a password, given another role, removed; the last admin stays."""
    added = desk.run(
        "people", "add", "otto", "--role", "agent", "--name", "Otto Other", "--password-stdin",
        typed="a password of his own\n",
    )  # fmt: skip
    assert added.code == 0, added
    with team.team.server.connect(team.name, "otto", "a password of his own"):
        pass
    assert desk.run("people", "role", "otto", "lead").code == 0
    assert "Otto Other" in desk.run("people", "list").out
    assert desk.run("people", "resume", "otto").code == 0
    assert desk.run("people", "remove", "otto").code == 0
    with pytest.raises(psycopg.OperationalError):
        team.team.server.connect(team.name, "otto", "a password of his own")
    last = desk.run("people", "remove", "ada", "--json")
    assert (last.code, last.document["error"]) == (1, "last-admin")


def test_the_owner_resumes_a_sole_admin(team: TeamServer, desk: Desk) -> None:
    """Nobody else could, and the admin may not resume themselves."""
    assert desk.run("people", "resume", "ada", "--json").document["error"] == "not-allowed"
    resumed = desk.run("people", "resume", "ada", "--owner", INSTALLER, answers=(PASSWORD,))
    assert resumed.code == 0, resumed


def test_moments_are_told_as_iso_8601(team: TeamServer, desk: Desk, tmp_path: Path) -> None:
    """For scripts, with their time zone."""
    invite(desk, tmp_path / "berger.invitation")
    berger = desk.run("people", "list", "--json").document["people"][1]
    assert berger["last_seen_at"] is None
    assert datetime.fromisoformat(berger["invited_until"]).tzinfo is not None


def test_an_invitation_that_is_over_is_listed_as_such(
    team: TeamServer, desk: Desk, tmp_path: Path
) -> None:
    """Nobody waits for a colleague who has to be invited anew."""
    invite(desk, tmp_path / "berger.invitation")
    assert "invited until" in desk.run("people", "list").out
    with team.connect() as connection:
        connection.execute(
            "UPDATE watchword.person SET invited_until = now() - interval '1 minute'"
            " WHERE login = 'berger'"
        )
    listed = desk.run("people", "list").out
    assert "invitation is over" in listed
    assert "invited until" not in listed


def test_an_invitation_is_used_by_its_own_computer_only(
    team: TeamServer, desk: Desk, tmp_path: Path
) -> None:
    """What the server refuses is one typed failure."""
    file = tmp_path / "berger.invitation"
    words = invite(desk, file)
    with team.connect() as connection:
        connection.execute("ALTER ROLE berger VALID UNTIL '2020-01-01'")
    begin = Join(desk.folders, desk.settings, desk.keyring, desk.user, utc_now)
    with pytest.raises(InvitationUsedError):
        begin(file, Secret(words), "second")


@pytest.mark.parametrize(
    "command",
    [
        ("server",),
        ("server", "init", "--owner", "postgres", "--recovery", "x"),
        ("server", "init", "--host", "db", "--recovery", "x"),
        ("server", "init", "--host", "db", "--owner", "postgres"),
        ("server", "init", "--host", "d", "--owner", "o", "--recovery", "x", "--port", "65536"),
        ("server", "init", "--host", "d", "--owner", "o", "--recovery", "x", "--login", "Ada"),
        ("server", "adopt", "--owner", "postgres"),
        ("server", "adopt", "--owner", "postgres", "--trial", "--recovery", "x"),
        ("people", "add", "otto"),
        ("people", "add", "otto", "--role", "owner"),
        ("people", "invite", "otto", "--role", "agent"),
        ("people", "remove", "watchword_owner"),
        ("people", "role", "otto"),
        ("join",),
    ],
    ids=" ".join,
)
def test_what_is_missing_or_impossible_is_wrong_usage(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """Told before a server is asked, with exit code 2."""
    with pytest.raises(SystemExit) as wrong:
        parse(list(command))
    assert wrong.value.code == 2
    assert "error:" in capsys.readouterr().err

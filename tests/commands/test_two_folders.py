"""Two data folders of one user: they share a keyring, and neither takes the other's secrets."""

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.secret import Secret
from desktop_app.system.clock import utc_now
from desktop_app.system.keyring_store import profile_entries
from desktop_app.team import joining
from desktop_app.team.joining import Join
from desktop_app.team.server_setup import _Making
from tests.commands.program import Program
from tests.commands.team_desks import PASSPHRASE, Desk, TeamServer
from tests.postgres_server import SUPERUSER
from tests.secret_service import SecretService
from tests.storage.postgres_team import PASSWORD, PostgresTeam

if TYPE_CHECKING:
    from tests.commands.in_process import Outcome

_NUMBERS = count(1)


@pytest.fixture(autouse=True)
def no_password(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whoever runs the tests has no password for the owner in libpq's own places."""
    monkeypatch.delenv("PGPASSWORD", raising=False)
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "no-pgpass"))


@pytest.fixture
def server(postgres_team: PostgresTeam) -> Iterator[TeamServer]:
    """A server on which no database was made yet."""
    server = TeamServer(postgres_team, f"folders_{next(_NUMBERS)}")
    yield server
    server.remove()


@pytest.fixture
def second_server(postgres_team: PostgresTeam) -> Iterator[TeamServer]:
    """Another database of the same server."""
    server = TeamServer(postgres_team, f"folders_{next(_NUMBERS)}")
    yield server
    server.remove()


@pytest.fixture
def first(tmp_path: Path, server: TeamServer, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The first data folder, in which a team was set up."""
    desk = Desk(tmp_path / "first", "ada", monkeypatch)
    works(desk.set_up(server))
    return desk


@pytest.fixture
def second(tmp_path: Path, first: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The second data folder of the same user, empty."""
    return Desk(tmp_path / "second", "ada", monkeypatch, first.backend)


def works(outcome: "Outcome") -> None:
    assert outcome.code == 0, outcome


def login_of(program: Program, profile: str) -> str:
    """Who a profile signs in as, asked of the server."""
    status = program.run("--profile", profile, "server", "status", "--json")
    works(status)
    return str(status.document["login"])


def test_joining_in_a_second_folder_leaves_the_first_its_login(
    postgres_team: PostgresTeam, secret_service: SecretService, tmp_path: Path
) -> None:
    """In earnest: processes, one real keyring; both sign in, and both have a key."""
    server = TeamServer(postgres_team, "two_folders", owner=SUPERUSER)
    try:
        first = Program(tmp_path / "first", secret_service.variables)
        second = Program(tmp_path / "second", secret_service.variables)
        code, shown = first.at_terminal(
            "server", "init", *server.way, "--login", "ada", "--recovery",
            str(tmp_path / "team.recovery"),
            answers=(server.team.server.password, PASSPHRASE, PASSPHRASE),
        )  # fmt: skip
        assert code == 0, shown
        file = tmp_path / "berger.invitation"
        invited = first.run("people", "invite", "berger", str(file), "--role", "lead")
        words = re.search(r"told by voice: (.+)", invited.out)
        assert words is not None, invited
        joined = second.run("join", str(file), "--words-stdin", "--json", typed=words[1])
        works(joined)
        assert joined.document["profile"] == "team-2"
        assert (login_of(first, "team"), login_of(second, "team-2")) == ("ada", "berger")
        for program in (first, second):
            works(program.run("key", "status"))
    finally:
        server.remove()


def test_a_locked_keyring_is_told_before_anything_is_used_up(
    first: Desk, secret_service: SecretService, tmp_path: Path
) -> None:
    """Which names are free is not known then; the invitation still serves afterwards."""
    file = tmp_path / "berger.invitation"
    invited = first.run("people", "invite", "berger", str(file), "--role", "lead", "--json")
    works(invited)
    program = Program(tmp_path / "berger", secret_service.variables)
    join = ("join", str(file), "--words-stdin", "--json")
    secret_service.lock()
    locked = program.run(*join, typed=str(invited.document["words"]))
    assert (locked.code, locked.document["error"]) == (1, "keyring-locked")
    secret_service.unlock()
    works(program.run(*join, typed=str(invited.document["words"])))


@pytest.mark.parametrize("cut", ["before", "after"])
def test_an_interrupted_join_goes_on_under_its_name(
    first: Desk, second: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cut: str
) -> None:
    """Its own entry does not make the name a stranger's, wherever it was cut off."""
    file = tmp_path / "berger.invitation"
    words = first.run(
        "people", "invite", "berger", str(file), "--role", "lead", "--json"
    ).document["words"]  # fmt: skip
    kept = dict(first.backend.kept)
    begin = Join(second.folders, second.settings, second.keyring, second.user, utc_now)

    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        where = "accept" if cut == "before" else "add_shared_profile"
        patched.setattr(joining, where, interrupted)
        with pytest.raises(KeyboardInterrupt):
            begin(file, Secret(words))
    assert begin(file, Secret(words)).profile == "team-2"
    assert kept.items() <= first.backend.kept.items()
    assert not any(entry.startswith("invitation") for _, entry in first.backend.kept)
    with first.opened() as one, second.opened() as other:
        assert (one.storage.person.login, other.storage.person.login) == ("ada", "berger")


@pytest.mark.parametrize("cut", [None, "person", "profile", "key"])
def test_setting_up_in_a_second_folder_leaves_the_first_its_secrets(
    first: Desk,
    second: Desk,
    second_server: TeamServer,
    monkeypatch: pytest.MonkeyPatch,
    cut: str | None,
) -> None:
    """Another team's database gets another name, also where the set-up was interrupted."""
    kept = dict(first.backend.kept)
    recovery = str(second.home / "second.recovery")
    second.home.mkdir()
    if cut is not None:
        whole = getattr(_Making, f"_{cut}")

        def interrupted(making: _Making) -> str:
            whole(making)
            raise KeyboardInterrupt

        with monkeypatch.context() as patched:
            patched.setattr(_Making, f"_{cut}", interrupted)
            stopped = second.run(
                "server", "init", *second_server.way, "--login", "otto", "--recovery", recovery,
                answers=(PASSWORD,),
            )  # fmt: skip
        assert stopped.code == 1
    done = second.set_up(second_server, "--login", "otto", "--recovery", recovery, "--json")
    works(done)
    assert done.document["profile"] == "team-2"
    assert kept.items() <= first.backend.kept.items()
    with first.opened() as one, second.opened() as other:
        assert (one.storage.person.login, other.storage.person.login) == ("ada", "otto")
        assert one.keys.current() != other.keys.current()


def test_settings_that_were_lost_find_their_database_again(first: Desk, server: TeamServer) -> None:
    """The password in the keyring opens this very login, so the name is no stranger's."""
    kept = dict(first.backend.kept)
    first.folders.settings_file.unlink()
    done = first.set_up(server, "--json")
    works(done)
    assert done.document["profile"] == "team"
    assert first.backend.kept == kept


def test_a_set_up_that_is_refused_keeps_no_name(
    first: Desk, second: Desk, second_server: TeamServer
) -> None:
    """A login that the server has already: with another one the name is still to be had."""
    kept = dict(first.backend.kept)
    recovery = ("--recovery", str(second.home / "second.recovery"))
    second.home.mkdir()
    refused = second.set_up(second_server, "--json", *recovery)
    assert refused.document["steps"][-1]["failure"] == "login-taken"
    assert first.backend.kept == kept
    done = second.set_up(second_server, "--json", "--login", "otto", *recovery)
    assert done.document["profile"] == "team-2"


def test_adopting_in_a_second_folder_leaves_the_first_its_secrets(
    first: Desk, second: Desk, second_server: TeamServer
) -> None:
    """A workstation's database there is made and taken over; every secret of the first stays."""
    with first.opened("workstation") as opened:
        opened.keys.ensure()
    kept = dict(first.backend.kept)
    with second.opened("workstation") as opened:
        opened.require_key()
    assert first.backend.kept == kept
    way = ("--login", "otto", "--recovery", str(second.home / "second.recovery"))
    works(second.set_up(second_server, *way))
    adopted = second.run(
        "--profile", "team-2", "server", "adopt", "--owner", second_server.owner,
        "--recovery", str(second.home / "adopted.recovery"),
        answers=(PASSWORD, PASSPHRASE, PASSPHRASE),
    )  # fmt: skip
    works(adopted)
    assert kept.items() <= first.backend.kept.items()
    names = {entry for _, entry in first.backend.kept}
    assert names <= {e for n in ("team", "team-2", "workstation") for e in profile_entries(n)}

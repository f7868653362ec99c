"""A power cut at any step of setting up, joining, rotating and moving up: done again, it completes.

Real processes are killed with SIGKILL, at one step after the other, on a real server with TLS and a
real keyring. What a run has left is what the next one finds.
"""

import json
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.core.secret import Secret
from desktop_app.system.recovery import open_sealed
from tests.commands.in_process import Outcome
from tests.commands.program import Program
from tests.commands.team_desks import PASSPHRASE, TeamServer
from tests.postgres_server import SUPERUSER
from tests.secret_service import SecretService
from tests.storage.postgres_team import PostgresTeam

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the tests start no server there")

CHECK = ("--check", "callback", "--reference", "T-1", "--password-stdin")
MOST_RUNS = 60
TEAM = ("--profile", "team")


@pytest.fixture
def server(postgres_team: PostgresTeam) -> Iterator[TeamServer]:
    """A server on which no database was made yet."""
    server = TeamServer(postgres_team, "cut_off", owner=SUPERUSER)
    yield server
    server.remove()


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    """The administrator's computer."""
    with SecretService() as service:
        yield Program(tmp_path / "admin", service.variables)


@pytest.fixture
def colleague(tmp_path: Path) -> Iterator[Program]:
    """The program on another computer, with a keyring of its own."""
    with SecretService() as service:
        yield Program(tmp_path / "colleague", service.variables)


def killed_at(program: Program, step: int, command: tuple[str, ...], answers: list[str]) -> Outcome:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.killed_program", str(step), *command],
        env={**program.environment, "ANSWERS": json.dumps(answers)},
        cwd=program.home.parent,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=120,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


def cut_until_done(
    program: Program,
    command: Callable[[int], tuple[str, ...]],
    answers: list[str],
    *,
    stride: int,
) -> Outcome:
    """Run the command again and again, each time a little further, until it comes to its end."""
    for run in range(MOST_RUNS):
        outcome = killed_at(program, 1 + run * stride, command(run), answers)
        if outcome.code != -signal.SIGKILL:
            assert run > 0
            assert outcome.code == 0, outcome.out + outcome.err
            return outcome
    pytest.fail("it never comes to its end")


def set_up(server: TeamServer, tmp_path: Path) -> tuple[str, ...]:
    return (
        "server", "init", *server.way, "--login", "ada", "--name", "Ada Admin",
        "--recovery", str(tmp_path / "team.recovery"),
    )  # fmt: skip


def init(program: Program, server: TeamServer, tmp_path: Path) -> None:
    answers = [server.team.server.password, PASSPHRASE, PASSPHRASE]
    done = killed_at(program, 0, set_up(server, tmp_path), answers)
    assert done.code == 0, done.err


def healthy(program: Program) -> None:
    """The login, the role, the journal's chain and the keys are as they should be."""
    looked_at = program.run(*TEAM, "doctor", "--json")
    failed = {
        check["name"]: check["failure"]
        for check in json.loads(looked_at.out)["checks"]
        if check["outcome"] != "passed"
    }
    # The tests' server logs values; without a display there are no fonts to be looked at.
    assert set(failed) <= {"server-log", "fonts"}, failed


def test_setting_up_is_cut_off_anywhere(
    program: Program, server: TeamServer, tmp_path: Path
) -> None:
    """One admin, one key, one profile, and a recovery file that opens."""
    answers = [server.team.server.password, PASSPHRASE, PASSPHRASE]
    cut_until_done(program, lambda _: set_up(server, tmp_path), answers, stride=19)
    healthy(program)
    assert len(open_sealed(tmp_path / "team.recovery", Secret(PASSPHRASE))) == 1
    people = json.loads(program.run(*TEAM, "people", "list", "--json").out)
    assert [person["login"] for person in people["people"]] == ["ada"]


def test_joining_is_cut_off_anywhere(
    program: Program, colleague: Program, server: TeamServer, tmp_path: Path
) -> None:
    """The same file and words work until it is done."""
    init(program, server, tmp_path)
    file = tmp_path / "berger.invitation"
    invited = program.run("people", "invite", "berger", str(file), "--role", "lead")
    found = re.search(r"told by voice: (.+)", invited.out)
    assert found is not None, invited.err
    cut_until_done(colleague, lambda _: ("join", str(file)), [found[1]], stride=7)
    healthy(colleague)


def test_a_rotation_is_cut_off_anywhere(
    program: Program, server: TeamServer, tmp_path: Path
) -> None:
    """Passwords match all along, and the file that the last run has written holds the new key."""
    init(program, server, tmp_path)
    add_customer(program, tmp_path)
    before = json.loads(program.run("key", "status", "--json").out)
    done = cut_until_done(
        program,
        lambda run: ("key", "rotate", str(tmp_path / f"{run}.key"), "--json"),
        [],
        stride=3,
    )
    report = json.loads(done.out)
    keys = open_sealed(Path(report["file"]), Secret(report["words"]))
    assert report["key"] in {key.key_id.hex() for key in keys}
    assert before != json.loads(program.run("key", "status", "--json").out)
    verified = program.run("verify", "104233", "--password-stdin", typed="Blue-Train\n")
    assert verified.code == 0, verified.err
    healthy(program)


def test_moving_up_is_cut_off_anywhere(
    program: Program, server: TeamServer, tmp_path: Path
) -> None:
    """Customers and passwords are there once, the old database is put away, the key is kept."""
    add_customer(program, tmp_path)
    init(program, server, tmp_path)
    cut_until_done(
        program,
        lambda _: (
            *TEAM, "server", "adopt", "--owner", server.owner,
            "--recovery", str(tmp_path / "moved.recovery"),
        ),
        [server.team.server.password, PASSPHRASE, PASSPHRASE],
        stride=11,
    )  # fmt: skip
    healthy(program)
    verified = program.run(*TEAM, "verify", "104233", "--password-stdin", typed="Blue-Train\n")
    assert verified.code == 0, verified.err
    assert list(program.home.rglob("workstation-until-*"))


def add_customer(program: Program, tmp_path: Path) -> None:
    customers = tmp_path / "list.csv"
    customers.write_text("Kundennummer;Name\n104233;Jonas Weber\n", encoding="utf-8")
    assert program.run("import", str(customers)).code == 0
    was_set = program.run("set", "104233", *CHECK, typed="blue train\n")
    assert was_set.code == 0, was_set.err

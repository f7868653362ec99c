"""P7 on the command line: what a caller says reaches no disk, whatever happens meanwhile.

Real processes, a real keyring, the real engine. Afterwards everything is searched that a process
could have written or printed, for the typed texts, for what is computed of them, for the key.
"""

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.core.entities import TeamKey, VerifierParameters
from desktop_app.core.secret import Secret
from desktop_app.profiles.registry import profile_of
from desktop_app.system.folders import Folders
from desktop_app.system.recovery import open_sealed
from tests.attack import traces
from tests.commands.in_process import Outcome
from tests.commands.program import Program
from tests.secret_service import SecretService

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="resource limits and signals")

NUMBER = "104233"
RIGHT, WRONG, WEAK = "Zwetschge-7319", "Quittenmus 5528", "Jonas-Quint"
PASSPHRASE = "mangold reling oktav tundra firnis quader"
CHECK = ("--check", "callback", "--reference", "T-4711", "--password-stdin")

RAISING = """
import desktop_app.core.verifier as verifier

def digest(typed, parameters, customer_id, key):
    raise ValueError(typed.reveal(), key.key.reveal())

verifier.digest = digest
"""
CRASHING = """
import os
import desktop_app.storage.sqlite.credentials as credentials

def result(self, attempt):
    os.abort()

credentials.SqliteCredentials.result = result
"""


class Scene:
    """One user's program, and everything that it has printed."""

    def __init__(self, program: Program, folder: Path) -> None:
        self.program = program
        self.folder = folder
        self.printed: list[str] = []
        (folder / "list.csv").write_text(
            f"number;name;company\n{NUMBER};Jonas Quint;Quint GmbH\n", encoding="utf-8"
        )

    @property
    def database(self) -> Path:
        return self.program.home / "workstation.db"

    def run(self, *arguments: str, typed: str = "") -> Outcome:
        outcome = self.program.run(*arguments, typed=typed)
        self.printed += [outcome.out, outcome.err]
        return outcome

    def verify(self, typed: str) -> Outcome:
        return self.run("verify", NUMBER, "--password-stdin", typed=typed)

    def with_module(self, text: str) -> None:
        """Let the program begin with this code."""
        folder = self.folder.parent / f"{self.folder.name}-patched"
        folder.mkdir(exist_ok=True)
        (folder / "sitecustomize.py").write_text(text, encoding="utf-8")
        self.program.environment["PYTHONPATH"] = os.pathsep.join(
            (str(folder), self.program.environment["PYTHONPATH"].split(os.pathsep)[-1])
        )

    def computed(self) -> tuple[int, VerifierParameters, TeamKey]:
        """What the program has worked with, read as the program reads it."""
        profile = profile_of("workstation", Folders.within(self.program.home))
        opened = profile.open()
        try:
            customer = opened.storage.customers.find_number(NUMBER)
            parameters = opened.storage.credentials.challenge(customer.id).parameters
            assert parameters is not None
            return customer.id, parameters, opened.keys.current()
        finally:
            opened.storage.close()

    def assert_no_traces(self, *earlier: tuple[int, VerifierParameters, TeamKey]) -> None:
        """Export and copy everything, then search files and output.

        ``earlier`` is what the program has worked with before a password was replaced.
        """
        assert self.run("export", "journal", str(self.folder / "journal.csv")).code == 0
        assert self.run("export", "customers", str(self.folder / "customers.csv")).code == 0
        assert self.run("backup", str(self.folder / "copy.db")).code == 0
        needles: list[bytes] = []
        for customer_id, parameters, key in (self.computed(), *earlier):
            needles += traces.of_password(RIGHT, parameters, customer_id, key)
            needles += traces.of_password(WRONG, parameters, customer_id, key)
            needles += traces.of_bytes(key.key.reveal())
        assert traces.found_below([self.folder], needles) == []
        assert traces.found_in("\0".join(self.printed).encode(), needles) == []


@pytest.fixture
def scene(tmp_path: Path, secret_service: SecretService) -> Iterator[Scene]:
    """A customer whose password is ``RIGHT``."""
    folder = tmp_path / "computer"
    folder.mkdir()
    scene = Scene(Program(folder / "home", secret_service.variables), folder)
    assert scene.run("import", str(folder / "list.csv")).code == 0
    assert scene.run("set", NUMBER, *CHECK, typed=RIGHT).code == 0
    yield scene
    for path in tmp_path.rglob("core*"):
        pytest.fail(f"{path} may hold the process's memory")


def test_the_search_finds_what_is_there(scene: Scene) -> None:
    """The control: each form of a text, of a digest and of the key is found where it is."""
    customer_id, parameters, key = scene.computed()
    planted = [
        *traces.of_password(RIGHT, parameters, customer_id, key),
        *traces.of_bytes(key.key.reveal()),
    ]
    path = scene.folder / "planted"
    for needle in planted:
        path.write_bytes(b"before" + needle + b"after")
        assert ("planted", needle) in traces.found_below([scene.folder], planted)
    path.write_text(RIGHT.upper(), encoding="utf-16")
    assert traces.found_below([scene.folder], planted)


def test_match_and_no_match(scene: Scene) -> None:
    """In words and as JSON, and a new password that is refused."""
    assert scene.verify(RIGHT).code == 0
    assert scene.verify(WRONG).code == 3
    typed = RIGHT.upper()
    assert scene.run("verify", NUMBER, "--password-stdin", "--json", typed=typed).code == 0
    assert scene.run("set", NUMBER, *CHECK, "--json", typed=WEAK).code == 1
    assert traces.found_in("".join(scene.printed).encode(), [WEAK.encode()]) == []
    scene.assert_no_traces()


def test_locked_removed_and_set_anew(scene: Scene) -> None:
    """A verifier that is replaced leaves nothing; neither do tries that are refused."""
    earlier = scene.computed()
    for _ in range(5):
        scene.verify(WRONG)
    assert scene.verify(RIGHT).code == 4
    assert scene.run("unlock", NUMBER, "--reason", "called back").code == 0
    assert scene.run("remove", NUMBER, "--reason", "wish").code == 0
    assert scene.verify(RIGHT).code == 5
    assert scene.run("set", NUMBER, *CHECK, typed=RIGHT).code == 0
    scene.assert_no_traces(earlier)


def test_an_exception_that_quotes_what_was_typed(scene: Scene) -> None:
    """A bug that puts text and key into its message ends in a report without either."""
    scene.with_module(RAISING)
    for typed in (RIGHT, WRONG):
        outcome = scene.verify(typed)
        assert outcome.code == 1
        assert "fault of its own" in outcome.err
    assert len(list(scene.program.home.glob("logs/crash-*.txt"))) == 2
    scene.with_module("")
    scene.assert_no_traces()


def test_a_process_that_dies_between_the_steps(scene: Scene) -> None:
    """After the charge, before the answer: no dump of its memory, and the try stays counted."""
    scene.with_module(CRASHING)
    for typed in (RIGHT, WRONG):
        assert scene.verify(typed).code < 0
    scene.with_module("")
    assert scene.verify(WRONG).code == 3
    assert "2 tries left" in scene.printed[-2]
    scene.assert_no_traces()


def test_a_database_that_is_gone(scene: Scene) -> None:
    """Not checked; the file that was moved away is searched too."""
    moved = scene.folder / "moved.db"
    scene.database.rename(moved)
    assert scene.verify(RIGHT).code == 6
    assert scene.verify(WRONG).code == 6
    moved.rename(scene.database)
    scene.assert_no_traces()


def test_a_database_that_is_locked(scene: Scene) -> None:
    """Not checked, not counted."""
    with closing(sqlite3.connect(scene.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert scene.verify(RIGHT).code == 6
    scene.assert_no_traces()


def test_a_disk_that_is_full(scene: Scene) -> None:
    """No byte can be written any more, neither to the log nor to the database."""
    import resource

    unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
    process = scene.program.start("verify", NUMBER, "--password-stdin")
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (1, 1))
    out, err = process.communicate(RIGHT.encode(), timeout=60)
    scene.printed += [out.decode(), err.decode()]
    assert process.returncode == 6, (out, err)
    assert resource.getrlimit(resource.RLIMIT_FSIZE) == unlimited
    scene.assert_no_traces()


def test_a_vault_file(tmp_path: Path) -> None:
    """Without a keyring the key lies in a file: sealed, and the passphrase nowhere."""
    folder = tmp_path / "computer"
    folder.mkdir()
    program = Program(folder / "home", {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"})
    scene = Scene(program, folder)
    scene.run("import", str(folder / "list.csv"))
    for arguments, answers in (
        (("set", NUMBER, *CHECK[:4]), [PASSPHRASE, PASSPHRASE, RIGHT, RIGHT]),
        (("verify", NUMBER), [PASSPHRASE, WRONG]),
        (("verify", NUMBER), [PASSPHRASE, RIGHT]),
        (("key", "save", str(folder / "recovery")), [PASSPHRASE, PASSPHRASE, PASSPHRASE]),
    ):
        _, shown = program.at_terminal(*arguments, answers=answers)
        scene.printed.append(shown)
    assert (program.home / "workstation.vault").exists()
    assert (folder / "recovery").exists()
    needles = [*traces.of_text(RIGHT), *traces.of_text(WRONG), *traces.of_text(PASSPHRASE)]
    for key in open_sealed(folder / "recovery", Secret(PASSPHRASE)):
        needles += traces.of_bytes(key.key.reveal())
    assert traces.found_below([folder], needles) == []
    assert traces.found_in("\0".join(scene.printed).encode(), needles) == []

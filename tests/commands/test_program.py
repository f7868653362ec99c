"""The main flows in processes of their own, with a real keyring, pipes and terminals."""

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from tests.commands.conftest import LIST
from tests.commands.program import Program
from tests.secret_service import SecretService

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals and signals")

NUMBER = "004711"
RIGHT, WRONG = "Ahorn 42", "Birke 17"
CHECK = ("--check", "callback", "--reference", "T-4711")
PASSPHRASE = "maple crane lantern birch harbour quartz"


@pytest.fixture
def customers(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_bytes(LIST.encode("cp1252"))
    return path


def test_the_whole_job_of_a_day(program: Program, customers: Path, tmp_path: Path) -> None:
    """Import, search, set, verify, backup, restore elsewhere, verify again."""
    imported = program.run("import", str(customers), "--json")
    assert (imported.code, imported.document["new"]) == (0, 2)
    assert program.run("search", "straser", "--json").document["customers"][0]["number"] == (
        "K 12 34"
    )
    assert program.run("set", NUMBER, *CHECK, "--password-stdin", typed=RIGHT + "\n").code == 0
    assert program.run("verify", NUMBER, "--password-stdin", typed="ahorn42\r\n").code == 0
    assert program.run("verify", NUMBER, "--password-stdin", typed=WRONG).code == 3
    copy = tmp_path / "copy.db"
    assert program.run("backup", str(copy)).code == 0
    restored = Program(tmp_path / "restored", program.environment)
    restored.home.mkdir()
    shutil.copy(copy, restored.home / "workstation.db")
    assert restored.run("verify", NUMBER, "--password-stdin", typed=RIGHT).code == 0
    doctor = restored.run("doctor")
    assert "failed     Folders" in doctor.out, "a folder of others' is named"
    restored.home.chmod(0o700)
    assert restored.run("doctor").code == 0
    assert not list(program.home.glob("logs/crash-*"))


def test_a_password_is_asked_twice_and_never_shown(program: Program, customers: Path) -> None:
    """At a terminal, without echo; two different ones are refused; then it matches."""
    program.run("import", str(customers))
    code, shown = program.at_terminal("set", NUMBER, *CHECK, answers=[RIGHT, WRONG])
    assert code == 1
    assert "not the same" in shown
    code, shown = program.at_terminal("set", NUMBER, *CHECK, answers=[RIGHT, RIGHT])
    assert code == 0, shown
    assert RIGHT not in shown
    code, shown = program.at_terminal("verify", NUMBER, answers=[RIGHT])
    assert code == 0
    assert "Matches." in shown
    assert RIGHT not in shown
    # --password-stdin at a terminal does not show it either.
    code, shown = program.at_terminal("verify", NUMBER, "--password-stdin", answers=[RIGHT])
    assert code == 0
    assert RIGHT not in shown


def test_without_a_terminal_nobody_is_asked(program: Program, customers: Path) -> None:
    """One sentence, which names an option that the command has; a piped line is not read."""
    program.run("import", str(customers))
    for arguments, option in (
        (("set", NUMBER, *CHECK), "--password-stdin"),
        (("key", "save", "recovery"), ""),
    ):
        outcome = program.run(*arguments, typed=RIGHT)
        assert outcome.code == 1
        sentence = outcome.err.splitlines()[-1]
        assert "There is no terminal" in sentence
        assert ("--" in sentence) == bool(option)
        assert option in sentence
    assert program.run("verify", NUMBER).code == 5


def test_a_lost_key_comes_back_from_the_recovery_file(
    program: Program, customers: Path, tmp_path: Path, secret_service: SecretService
) -> None:
    """Saved and restored at a terminal; in between every check is refused with the remedy."""
    program.run("import", str(customers))
    program.run("set", NUMBER, *CHECK, "--password-stdin", typed=RIGHT)
    recovery = str(tmp_path / "recovery.json")
    code, shown = program.at_terminal("key", "save", recovery, answers=["weak", "weak"])
    assert code == 1
    assert "too easy" in shown
    code, shown = program.at_terminal("key", "save", recovery, answers=[PASSPHRASE, PASSPHRASE])
    assert code == 0, shown
    assert PASSPHRASE not in shown

    with SecretService() as emptied:
        program.environment.update(emptied.variables)
        outcome = program.run("verify", NUMBER, "--password-stdin", typed=RIGHT)
        assert outcome.code == 6
        assert "restore it from the recovery file" in outcome.err
        code, shown = program.at_terminal("key", "recover", recovery, answers=["wrong"])
        assert code == 1
        code, shown = program.at_terminal("key", "recover", recovery, answers=[PASSPHRASE])
        assert code == 0, shown
        assert "keyring" in shown
        assert program.run("verify", NUMBER, "--password-stdin", typed=RIGHT).code == 0


def test_a_locked_keyring_is_six_and_opens_no_prompt(
    program: Program, customers: Path, secret_service: SecretService
) -> None:
    """A script at night is told, and does not wait for anybody."""
    program.run("import", str(customers))
    program.run("set", NUMBER, *CHECK, "--password-stdin", typed=RIGHT)
    secret_service.lock()
    outcome = program.run("verify", NUMBER, "--password-stdin", "--json", typed=RIGHT)
    assert (outcome.code, outcome.document["cause"]) == (6, "keyring-locked")
    assert program.run("search", "weber").code == 0


def test_without_a_keyring_a_vault_file_is_offered(bare_program: Program, customers: Path) -> None:
    """Search and import work at once; a password is set after a passphrase was given."""
    assert bare_program.run("import", str(customers)).code == 0
    assert bare_program.run("search", "weber").code == 0
    refused = bare_program.run("set", NUMBER, *CHECK, "--password-stdin", typed=RIGHT)
    assert refused.code == 1
    assert "no keyring" in refused.err
    answers = [PASSPHRASE, PASSPHRASE, RIGHT, RIGHT]
    code, shown = bare_program.at_terminal("set", NUMBER, *CHECK, answers=answers)
    assert code == 0, shown
    code, shown = bare_program.at_terminal("verify", NUMBER, answers=[PASSPHRASE, RIGHT])
    assert code == 0, shown
    assert PASSPHRASE not in shown
    code, shown = bare_program.at_terminal("verify", NUMBER, answers=["not the passphrase"])
    assert code == 6
    assert "passphrase does not open" in shown
    without = bare_program.run("verify", NUMBER, "--password-stdin", typed=RIGHT)
    assert without.code == 1
    assert "There is no terminal" in without.err


# --- import, interrupted and watched --------------------------------------------------------------


def long_list(folder: Path, rows: int) -> Path:
    path = folder / "long.csv"
    lines = (f"{row};Kundin {row};Firma {row};0681 {row:07};DE\n" for row in range(rows))
    path.write_text("number;name;company;phone;country\n" + "".join(lines), encoding="utf-8")
    return path


def test_the_bar_is_drawn_at_a_terminal_only(program: Program, tmp_path: Path) -> None:
    """It grows, and is gone when the figures come."""
    path = long_list(tmp_path, 20_000)
    assert "█" not in program.run("import", str(path), "--trial").err
    code, shown = program.at_terminal("import", str(path))
    assert code == 0
    shares = [int(share) for share in re.findall(r"(\d+)% ", shown)]
    assert shares
    assert shares == sorted(shares)
    assert "\r\x1b[KColumns:" in shown
    assert "20000 read: 20000 new" in shown


def start_long_import(
    program: Program, folder: Path, *arguments: str
) -> tuple["subprocess.Popen[bytes]", int]:
    """An import that has drawn its bar, so that rows are in its transaction; and its terminal."""
    import pty

    terminal, stderr = pty.openpty()
    path = long_list(folder, 150_000)
    process = program.start("import", str(path), *arguments, stderr=stderr)
    os.close(stderr)
    shown = b""
    while "█".encode() not in shown:
        shown += os.read(terminal, 1024)
    return process, terminal


def rest_of(terminal: int) -> str:
    """What is still shown until nobody has the terminal any more."""
    shown = b""
    try:
        while chunk := os.read(terminal, 1024):
            shown += chunk
    except OSError:  # the other end is closed
        pass
    os.close(terminal)
    return shown.decode("utf-8")


def test_ctrl_c_leaves_the_database_as_it_was(
    program: Program, customers: Path, tmp_path: Path
) -> None:
    """In the middle of a long import: one sentence, exit 1, the same bytes, the same chain."""
    program.run("import", str(customers))
    database = program.home / "workstation.db"
    before = database.read_bytes()
    rejects = tmp_path / "rejects.csv"
    process, terminal = start_long_import(program, tmp_path, "--rejects", str(rejects))
    process.send_signal(signal.SIGINT)
    shown = rest_of(terminal)
    assert (process.wait(60), process.communicate()[0]) == (1, b"")
    assert shown.endswith("\r\x1b[KInterrupted. Nothing was changed.\r\n")
    assert database.read_bytes() == before
    assert {path.name for path in program.home.iterdir()} == {
        "logs", "settings.json", "settings.json.lock", "workstation.db", "workstation.head",
    }  # fmt: skip
    assert not rejects.exists()
    assert not list(tmp_path.glob(".rejects-*"))
    assert program.run("search", "kundin", "--json").document["customers"] == []
    assert program.run("journal", "verify").code == 0


def test_a_killed_import_leaves_the_database_as_it_was(
    program: Program, customers: Path, tmp_path: Path
) -> None:
    """Nobody had time to undo anything; what was there is there."""
    program.run("import", str(customers))
    process, terminal = start_long_import(program, tmp_path)
    process.kill()
    process.communicate(timeout=60)
    os.close(terminal)
    exported = tmp_path / "out.csv"
    assert program.run("export", "customers", str(exported), "--json").document["rows"] == 2
    assert program.run("journal", "verify").code == 0
    with closing(sqlite3.connect(program.home / "workstation.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_ctrl_c_at_the_prompt_changes_nothing(program: Program, customers: Path) -> None:
    """A check that was not made is 6, and it says that nothing was changed."""
    import pty

    program.run("import", str(customers))
    program.run("set", NUMBER, *CHECK, "--password-stdin", typed=RIGHT)
    command = program.command("verify", NUMBER)
    process, terminal = pty.fork()
    if process == 0:  # pragma: no cover - in the child
        os.execve(command[0], command, program.environment)  # noqa: S606 - no shell is wanted
    shown = b""
    while not shown.endswith(b"says: "):
        shown += os.read(terminal, 1024)
    os.write(terminal, b"\x03")
    assert "Interrupted. Nothing was changed." in rest_of(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 6


# --- pipes, closed streams, odd bytes -------------------------------------------------------------


def test_a_reader_that_has_seen_enough_is_no_fault(program: Program, tmp_path: Path) -> None:
    """No traceback, no complaint of the interpreter's, no crash report."""
    program.run("import", str(long_list(tmp_path, 5_000)))
    process = program.start("search", "kundin", "--limit", "10000")
    assert process.stdout is not None
    process.stdout.close()
    _, err = process.communicate(timeout=60)
    assert err == b""
    assert process.returncode == 1
    assert not list(program.home.glob("logs/crash-*"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
def test_a_full_output_is_no_success(program: Program, customers: Path) -> None:
    """A verdict that nobody has read must not look like a match to a script."""
    program.run("import", str(customers))
    program.run("set", NUMBER, *CHECK, "--password-stdin", typed=RIGHT)
    with Path("/dev/full").open("wb") as full:
        process = program.start("verify", NUMBER, "--password-stdin", stdout=full.fileno())
        _, err = process.communicate(RIGHT.encode(), timeout=60)
    assert process.returncode == 1
    assert err.decode().count("\n") == 1
    assert b"cannot be written to" in err


def test_closed_streams_are_empty_ones(program: Program, customers: Path) -> None:
    """As a careless cron job starts it: no fault, and the exit code tells."""
    program.run("import", str(customers))
    program.run("set", NUMBER, *CHECK, "--password-stdin", typed=RIGHT)
    for redirection, code in (("<&-", 1), ("</dev/null", 1), (">&-", 3), (">&- 2>&-", 3)):
        verify = " ".join(map(str, program.command("verify", NUMBER, "--password-stdin")))
        given = "" if "<" in redirection else f"echo '{WRONG}' | "
        shell = subprocess.run(
            ["sh", "-c", f"{given}{verify} {redirection}"],
            env=program.environment,
            cwd=program.home.parent,
            capture_output=True,
            check=False,
        )
        assert shell.returncode == code, (redirection, shell.stderr)
    assert not list(program.home.glob("logs/crash-*"))


def test_bytes_that_are_no_text_are_refused(program: Program, customers: Path) -> None:
    """In arguments, on standard input; a file may have such a name."""
    program.run("import", str(customers))
    assert program.run("verify", b"\xff").code == 2
    program.run("set", NUMBER, *CHECK, "--password-stdin", typed=RIGHT)
    assert program.run("verify", NUMBER, "--password-stdin", typed=b"\xff\xfe\n").code == 1
    odd = os.fsencode(customers.parent) + b"/l\xffst.csv"
    Path(os.fsdecode(odd)).write_bytes(customers.read_bytes())
    assert program.run("import", odd, "--json").document["unchanged"] == 2
    assert program.run("export", "journal", os.fsencode(customers.parent) + b"/o\xff.csv").code == 0
    assert program.run("backup", os.fsencode(customers.parent) + b"/b\xff.db").code == 0


def test_json_is_whole_in_any_encoding(program: Program, customers: Path) -> None:
    """No letter is lost where the terminal has no umlauts."""
    program.run("import", str(customers))
    program.environment |= {"PYTHONIOENCODING": "ascii"}
    found = program.run("search", "strasser", "--json").document["customers"]
    assert found[0]["name"] == "Anna Straßer"
    assert "Anna Stra?er" in program.run("search", "strasser").out


# --- profiles, the window, faults -----------------------------------------------------------------


@pytest.mark.parametrize(
    "command",
    [
        ("search", "weber"),
        ("export", "customers", "out.csv"),
        ("journal", "verify"),
        ("verify", NUMBER, "--password-stdin"),
        ("key", "status"),
        ("doctor",),
    ],
    ids=lambda command: command[0],
)
def test_reading_begins_no_database(program: Program, command: tuple[str, ...]) -> None:
    """Where none is, one sentence says so; the doctor says it on the database's line."""
    outcome = program.run(*command)
    assert outcome.code == {"verify": 6, "doctor": 0}.get(command[0], 1)
    if command != ("doctor",):
        assert "There is no database" in outcome.err
        assert len(outcome.err.splitlines()) == 1
    assert not (program.home / "workstation.db").exists()


def test_profiles_are_apart(program: Program, customers: Path) -> None:
    """A name that nobody knows is a slip; a database put there is a profile with its own key."""
    made = program.run("import", str(customers))
    assert "A new database was made" in made.err
    unknown = program.run("--profile", "office-2", "search", "weber")
    assert (unknown.code, unknown.out) == (1, "")
    assert "office-2" in unknown.err
    assert not (program.home / "office-2.db").exists()
    shutil.copy(program.home / "workstation.db", program.home / "office-2.db")
    assert program.run("search", "weber", "--profile", "office-2").err == ""
    for profile in ("workstation", "office-2"):
        program.run("set", NUMBER, *CHECK, "--password-stdin", "--profile", profile, typed=RIGHT)
    ids = {
        program.run("key", "status", "--json", "--profile", profile).document["keys"][0]["id"]
        for profile in ("workstation", "office-2")
    }
    assert len(ids) == 2


def test_files_are_private(program: Program, customers: Path, tmp_path: Path) -> None:
    """Whatever the user's umask is: database, settings, exports, backups, rejects."""
    target, copy, rejects = (tmp_path / name for name in ("out.csv", "copy.db", "rejects.csv"))
    program.run("import", str(customers), "--rejects", str(rejects))
    program.run("export", "customers", str(target))
    program.run("backup", str(copy))
    written = [path for path in program.home.rglob("*") if path.is_file()]
    for path in (*written, target, copy, rejects):
        assert path.stat().st_mode & 0o077 == 0, path


@pytest.mark.parametrize("arguments", [(), ("--demo",), ("--profile", "office-2")])
def test_without_a_display_the_window_is_refused(
    program: Program, arguments: tuple[str, ...]
) -> None:
    """One sentence, exit 1, and Qt does not abort the process."""
    outcome = program.run(*arguments)
    assert outcome.code == 1
    assert outcome.out == ""
    assert outcome.err.count("\n") == 1
    assert "display" in outcome.err


def test_an_unusable_home_gets_a_sentence(program: Program, tmp_path: Path) -> None:
    """A file where the folder should be."""
    program.home.write_text("", encoding="utf-8")
    outcome = program.run("search", "x")
    assert outcome.code == 1
    assert outcome.err.count("\n") == 1


def test_a_fault_of_our_own_shows_no_value(program: Program, customers: Path) -> None:
    """The report has frames and types only; the sentence says where it is."""
    program.run("import", str(customers))
    with tempfile.TemporaryDirectory(dir=program.home.parent) as folder:
        Path(folder, "sitecustomize.py").write_text(
            "import desktop_app.storage.sqlite.customers as customers\n"
            "def search(self, text, limit):\n"
            "    raise ValueError(text)\n"
            "customers.SqliteCustomers.search = search\n",
            encoding="utf-8",
        )
        paths = (folder, program.environment["PYTHONPATH"])
        program.environment |= {"PYTHONPATH": os.pathsep.join(paths)}
        outcome = program.run("search", "geheimnis")
    assert outcome.code == 1
    assert outcome.err.count("\n") == 1
    (report,) = program.home.glob("logs/crash-*.txt")
    assert str(report) in outcome.err
    assert "geheimnis" not in outcome.err + report.read_text(encoding="utf-8")
    assert "ValueError" in report.read_text(encoding="utf-8")

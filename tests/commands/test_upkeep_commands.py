"""``backup``, ``journal``, ``key`` and ``doctor``, as an administrator scripts them."""

import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from keyring.errors import NoKeyringError

from desktop_app.core.secret import Secret
from desktop_app.storage.sqlite.migrations import known_version
from tests.commands.in_process import TEAM_KEY_ENTRY, Workplace

pytestmark = pytest.mark.usefixtures("qapp")  # the doctor looks at the fonts


NUMBER = "004711"
RIGHT = "Ahorn 42"


@pytest.fixture
def with_password(workplace: Workplace) -> Workplace:
    """The password of ``NUMBER`` is ``RIGHT``."""
    assert workplace.set(NUMBER, RIGHT).code == 0
    return workplace


def edit(workplace: Workplace, statement: str) -> None:
    """Change the file as somebody with a tool of SQLite's own would."""
    with closing(sqlite3.connect(workplace.profile.database_path)) as connection, connection:
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
        for _, text in triggers:
            connection.execute(text)


# --- backup --------------------------------------------------------------------------------------


def test_restoring_is_choosing_the_file(with_password: Workplace, tmp_path: Path) -> None:
    """The copy in a new home, with the same keyring: passwords match, the chain holds."""
    target = tmp_path / "copy.db"
    outcome = with_password.run("backup", str(target), "--json")
    assert outcome.document == {"file": str(target), "bytes": target.stat().st_size}
    assert target.stat().st_mode & 0o077 == 0
    other = Workplace(tmp_path / "restored")
    other.backend.kept.update(with_password.backend.kept)
    other.home.mkdir()
    shutil.copy(target, other.profile.database_path)
    assert other.verify(NUMBER, RIGHT).code == 0
    assert other.run("journal", "verify").code == 0
    other.profile.database_path.unlink()
    gone = other.verify(NUMBER, RIGHT)
    assert gone.code == 6, "a restored database that is lost does not come back empty"


def test_a_backup_replaces_nothing(with_password: Workplace, tmp_path: Path) -> None:
    """An existing file, the database itself and a missing folder are refused."""
    existing = with_password.write("existing.db", "kept")
    missing = tmp_path / "no"
    for target, named in (
        (existing, existing),
        (with_password.profile.database_path, with_password.profile.database_path),
        (missing / "x.db", missing),
    ):
        outcome = with_password.run("backup", str(target))
        assert outcome.code == 1, target
        assert outcome.err.count("\n") == 1
        assert f"{named} " in outcome.err or f"{named}." in outcome.err
    assert existing.read_text(encoding="utf-8") == "kept"


# --- journal -------------------------------------------------------------------------------------


def test_the_chain_holds_and_its_head_is_printed(with_password: Workplace) -> None:
    """The same line from both commands."""
    verified = with_password.run("journal", "verify")
    assert verified.code == 0
    head = with_password.run("journal", "head").out.strip()
    assert re.fullmatch(r"watchword journal head \d+ [0-9a-f]{64}", head)
    assert head in verified.out
    assert with_password.run("journal", "head", "--json").document == {"head": head}


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("UPDATE journal SET outcome = 'call' WHERE sequence = 3", "edited"),
        ("DELETE FROM journal WHERE sequence = 2", "missing"),
        ("UPDATE journal_personal SET content = '{}' WHERE entry = 3", "edited"),
    ],
)
def test_an_edited_journal_is_one_and_names_the_entry(
    with_password: Workplace, statement: str, kind: str
) -> None:
    """Found by sqlite3's own hand; the doctor finds it too."""
    with_password.run("journal", "verify")
    edit(with_password, statement)
    outcome = with_password.run("journal", "verify", "--json")
    assert outcome.code == 1
    entry = 2 if kind == "missing" else 3
    assert (outcome.document["fault"], outcome.document["at"]) == (kind, entry)
    assert f"ntry {entry}" in with_password.run("journal", "verify").out
    checks = with_password.run("doctor", "--json").document["checks"]
    (journal,) = [check for check in checks if check["name"] == "journal"]
    assert journal["outcome"] == "failed"
    assert f"ntry {entry}" in journal["remedy"]


def test_a_cut_journal_is_found_by_an_exported_head(
    with_password: Workplace, tmp_path: Path
) -> None:
    """By the file and by the head that this workstation remembers, also when the mark is cut."""
    head = tmp_path / "head.txt"
    head.write_text(with_password.run("journal", "head").out, encoding="utf-8")
    assert with_password.run("journal", "verify", "--head", str(head)).code == 0
    edit(with_password, "DELETE FROM journal WHERE sequence > 2")
    edit(
        with_password,
        "UPDATE journal_mark SET sequence = 2,"
        " digest = (SELECT digest FROM journal WHERE sequence = 2)",
    )
    for arguments in ((), ("--head", str(head))):
        outcome = with_password.run("journal", "verify", "--json", *arguments)
        assert outcome.code == 1
        assert (outcome.document["fault"], outcome.document["at"]) == ("truncated", 3)


def test_a_forgotten_head_is_named_until_a_journal_is_accepted(
    with_password: Workplace, tmp_path: Path
) -> None:
    """By verifying and by the doctor; a fault in the chain itself is named before it."""
    assert with_password.run("journal", "verify").code == 0
    with_password.profile.folders.journal_head("workstation").unlink()
    for _ in range(2):
        outcome = with_password.run("journal", "verify", "--json")
        assert (outcome.code, outcome.document["fault"]) == (1, "forgotten")
    assert "verify --head FILE" in with_password.run("journal", "verify").out
    checks = with_password.run("doctor", "--json").document["checks"]
    (journal,) = [check for check in checks if check["name"] == "journal"]
    assert "remembered" in journal["remedy"]
    head = tmp_path / "head.txt"
    head.write_text(with_password.run("journal", "head").out, encoding="utf-8")
    assert with_password.run("journal", "verify", "--head", str(head)).code == 0
    assert with_password.run("journal", "verify").code == 0
    with_password.profile.folders.journal_head("workstation").unlink()
    edit(with_password, "UPDATE journal SET outcome = 'call' WHERE sequence = 3")
    assert with_password.run("journal", "verify", "--json").document["fault"] == "edited"


@pytest.mark.parametrize("content", ["", "no head", "watchword journal head 1 abc"])
def test_a_file_without_a_head_is_refused(with_password: Workplace, content: str) -> None:
    """A check against nothing would pass for the wrong reason."""
    path = with_password.write("head.txt", content)
    outcome = with_password.run("journal", "verify", "--head", str(path))
    assert outcome.code == 1
    assert str(path) in outcome.err


def test_an_empty_journal_holds(tmp_path: Path) -> None:
    """There is no head yet, and that is said."""
    workplace = Workplace(tmp_path / "home")
    with workplace.opened():
        pass
    assert workplace.run("journal", "verify", "--json").document["entries"] == 0
    assert workplace.run("journal", "head").out == "The journal is empty.\n"
    assert workplace.run("journal", "head", "--json").document == {"head": None}


# --- key -----------------------------------------------------------------------------------------


def test_the_keys_status_tells_what_is_covered(with_password: Workplace) -> None:
    """Place, key and number of passwords; never the key."""
    document = with_password.run("key", "status", "--json").document
    assert document["place"] == "keyring"
    assert [key["passwords"] for key in document["keys"]] == [1]
    assert document["missing"] == 0
    with with_password.opened() as opened:
        key = opened.keys.current().key.reveal()
    shown = with_password.run("key", "status").out
    assert key.hex() not in shown
    assert document["keys"][0]["id"] in shown


def test_no_key_is_needed_yet(workplace: Workplace) -> None:
    """Before the first password that is no failure; asking makes none."""
    outcome = workplace.run("key", "status")
    assert outcome.code == 0
    assert "no team key yet" in outcome.out
    assert not workplace.backend.kept
    assert workplace.run("key", "status", "--json").document["keys"] == []


def test_a_lost_key_is_a_failure(with_password: Workplace) -> None:
    """Where passwords are stored under it."""
    with_password.backend.kept.clear()
    assert with_password.run("key", "status").code == 1


def test_the_vaults_status_needs_no_passphrase(workplace: Workplace) -> None:
    """A script at night can ask; checking needs the passphrase and a terminal."""
    workplace.backend.failure = NoKeyringError()
    with workplace.opened() as opened:
        opened.keys.vault.create(Secret("six words that nobody ever guesses"))
        key_id = opened.keys.current().key_id
    document = workplace.run("key", "status", "--json").document
    assert document["place"] == "vault"
    assert [(key["id"], key["here"]) for key in document["keys"]] == [(key_id.hex(), True)]
    checks = workplace.run("doctor", "--json").document["checks"]
    assert {check["name"]: check["outcome"] for check in checks}["team-key"] == "passed"
    assert "keyring" not in {check["name"] for check in checks}


def test_a_recovery_file_replaces_nothing(with_password: Workplace) -> None:
    """Refused before anybody has thought of a passphrase."""
    path = with_password.write("recovery", "kept")
    outcome = with_password.run("key", "save", str(path))
    assert outcome.code == 1
    assert path.read_text(encoding="utf-8") == "kept"


def test_what_is_no_recovery_file_is_refused_unasked(with_password: Workplace) -> None:
    """Nobody types a passphrase for a picture."""
    path = with_password.write("picture", b"\x89PNG")
    outcome = with_password.run("key", "recover", str(path))
    assert outcome.code == 1
    assert "not made by Watchword" in outcome.err


# --- doctor --------------------------------------------------------------------------------------


def results(workplace: Workplace) -> dict[str, str]:
    checks = workplace.run("doctor", "--json").document["checks"]
    return {check["name"]: check["outcome"] for check in checks}


def test_the_doctor_passes_a_sound_workstation(with_password: Workplace) -> None:
    """One line for each check, exit 0."""
    outcome = with_password.run("doctor")
    assert outcome.code == 0, outcome.out
    assert all(line.startswith("passed ") for line in outcome.out.splitlines())
    assert set(results(with_password)) == {
        "folders", "database", "schema", "integrity", "journal", "clock", "keyring", "team-key",
        "fonts",
    }  # fmt: skip


def test_the_doctor_passes_a_new_computer(tmp_path: Path) -> None:
    """A database that nobody has needed yet is no failure, and none is made."""
    workplace = Workplace(tmp_path / "home")
    outcome = workplace.run("doctor")
    assert outcome.code == 0, outcome.out
    assert "not made yet" in outcome.out
    assert not workplace.profile.database_path.exists()


def _remove_database(workplace: Workplace) -> None:
    workplace.profile.database_path.unlink()


def _damage_database(workplace: Workplace) -> None:
    workplace.profile.database_path.write_bytes(b"no database" * 1_000)


def _make_newer(workplace: Workplace) -> None:
    edit(workplace, f"PRAGMA user_version = {known_version() + 1}")


def _open_folder(workplace: Workplace) -> None:
    workplace.home.chmod(0o755)


def _lose_keyring(workplace: Workplace) -> None:
    workplace.backend.failure = NoKeyringError()


def _lose_key(workplace: Workplace) -> None:
    del workplace.backend.kept[TEAM_KEY_ENTRY]


def _set_clock_back(workplace: Workplace) -> None:
    workplace.clock.now = workplace.clock.now.replace(month=10)


@pytest.mark.parametrize(
    ("harm", "failed", "remedy"),
    [
        (_remove_database, "database", "put it back"),
        (_damage_database, "database", "copy a backup"),
        (_make_newer, "database", "install the newer Watchword"),
        (_open_folder, "folders", "Take their rights away"),
        (_lose_keyring, "keyring", "use a vault file"),
        (_lose_key, "team-key", "restore it from the recovery file"),
        (_set_clock_back, "clock", "set the clock"),
    ],
)
def test_the_doctor_names_the_failure_and_its_remedy(
    with_password: Workplace, harm: Callable[[Workplace], None], failed: str, remedy: str
) -> None:
    """Exit 1; what depends on the failure is not tried, the rest is looked at all the same."""
    harm(with_password)
    outcome = with_password.run("doctor")
    assert outcome.code == 1
    assert remedy in outcome.out
    found = results(with_password)
    assert [name for name, result in found.items() if result == "failed"] == [failed]
    if failed == "database":
        assert found["journal"] == "not-tried"
    if failed == "folders":
        assert found["journal"] == "passed"
    if failed != "keyring":
        assert found["keyring"] == "passed"


def test_a_clock_that_was_ahead_has_a_remedy(with_password: Workplace, tmp_path: Path) -> None:
    """Check and doctor name it, and it helps."""
    now = with_password.clock.now
    with_password.clock.now = now.replace(year=now.year + 10)
    assert with_password.verify(NUMBER, RIGHT).code == 0
    with_password.clock.now = now
    refused = with_password.verify(NUMBER, RIGHT)
    assert refused.code == 6
    assert "make a backup of the database" in refused.err
    assert results(with_password)["clock"] == "failed"
    assert "make a backup of the database" in with_password.run("doctor").out
    assert with_password.run("backup", str(tmp_path / "copy.db")).code == 0
    assert with_password.verify(NUMBER, RIGHT).code == 0
    last = with_password.run("doctor")
    assert last.code == 0, last.out

"""The rotation of the team key between workstations with keyrings of their own, real PostgreSQL."""

import getpass
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from desktop_app.core import verifier
from desktop_app.core.errors import SecretTooLongError
from desktop_app.core.secret import Secret
from desktop_app.core.server_errors import ConnectionLostError
from desktop_app.storage.postgres.team_keys import PostgresTeamKeys
from desktop_app.system.keyring_store import team_key_entry
from desktop_app.system.recovery import write_sealed
from desktop_app.system.sealed_file import SealCost
from tests.commands.in_process import Outcome, Workplace
from tests.commands.shared_workplace import TEAM, SharedWorkplace
from tests.storage.engines import ADMIN, AGENT, LEAD
from tests.storage.postgres_team import PostgresTeam, SharedDatabase

CUSTOMERS = "Number;Name\n104233;Jonas Weber\n104234;Anna Meyer\n"
CHECK = ("--check", "callback", "--reference", "T-4711", "--password-stdin")
WORDS = "abacus drift lemon orbit stone wagon"
MATCHES, NOT_CHECKED = 0, 6

Answers = list[str]


@pytest.fixture
def database(postgres_team: PostgresTeam) -> Iterator[SharedDatabase]:
    """An empty team database."""
    database = SharedDatabase(postgres_team)
    yield database
    database.close()


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    """What is typed where it is not shown, one after the other."""
    waiting: Answers = []

    def answer(prompt: str) -> str:
        if not waiting:
            raise EOFError(prompt)
        return waiting.pop(0)

    monkeypatch.setattr(getpass, "getpass", answer)
    return waiting


@pytest.fixture
def admin(tmp_path: Path, database: SharedDatabase) -> SharedWorkplace:
    """An admin's computer, in a team with two customers who have passwords."""
    admin = SharedWorkplace(tmp_path / "admin", database, ADMIN)
    path = tmp_path / "list.csv"
    path.write_text(CUSTOMERS, encoding="utf-8")
    assert admin.run("import", str(path)).code == 0
    for number in ("104233", "104234"):
        assert set_password(admin, number, "Ahorn 42").code == 0
    return admin


@pytest.fixture
def agent(tmp_path: Path, database: SharedDatabase, admin: SharedWorkplace) -> SharedWorkplace:
    """An agent's computer that has the same key and has used it."""
    return colleague(tmp_path / "agent", database, admin, agent=True)


def colleague(
    home: Path, database: SharedDatabase, admin: SharedWorkplace, *, agent: bool
) -> SharedWorkplace:
    """A computer with the keys that the admin has now."""
    place = SharedWorkplace(home, database, AGENT if agent else LEAD)
    entry = team_key_entry(TEAM)
    place.keyring.delete(entry)
    place.profile.keys().restore(admin.profile.keys().all(), Secret(""))
    assert place.run("key", "status").code == 0
    return place


def set_password(place: SharedWorkplace, number: str, word: str) -> Outcome:
    return place.run("set", number, *CHECK, typed=f"{word}\n")


def verify(place: SharedWorkplace, number: str, word: str = "Ahorn 42") -> Outcome:
    return place.run("verify", number, "--password-stdin", typed=f"{word}\n")


def rotate(admin: SharedWorkplace, path: Path, *arguments: str) -> dict[str, object]:
    outcome = admin.run("key", "rotate", str(path), *arguments, "--json")
    assert outcome.code == 0, outcome.err
    return outcome.document


def states(place: SharedWorkplace) -> dict[str, tuple[int, bool]]:
    """How many passwords the key of each state has made, and whether it is here."""
    keys = place.run("key", "status", "--json").document["keys"]
    return {key["state"]: (key["passwords"], key["here"]) for key in keys}


def test_a_rotation_from_its_file_to_the_last_password(
    tmp_path: Path, admin: SharedWorkplace, agent: SharedWorkplace, answers: Answers
) -> None:
    """Announced, taken by a colleague, in use, and then each match brings a password over."""
    begun = rotate(admin, tmp_path / "new.wwkey")
    assert begun["in_use"] is False
    assert states(agent) == {"announced": (0, False), "current": (2, True)}
    shown = admin.run("key", "status").out
    assert "has the new key since" in shown
    assert "has not taken the new key yet" in shown
    told = verify(agent, "104233")
    assert told.code == MATCHES
    assert f"a newer key that is not here: {begun['key']}" in told.err
    assert states(admin)["current"] == (2, True)

    answers.append(str(begun["words"]))
    taken = agent.run("key", "recover", str(tmp_path / "new.wwkey"), "--json")
    assert (taken.code, taken.document["newer"]) == (0, None)
    assert states(admin) == {"current": (0, True), "retired": (2, True)}
    assert verify(agent, "104233").code == MATCHES
    assert states(agent) == {"current": (1, True), "retired": (1, True)}
    assert verify(agent, "104233").code == MATCHES
    assert verify(admin, "104234").code == MATCHES
    assert states(admin) == {"current": (2, True), "retired": (0, True)}
    assert set_password(admin, "104233", "Kranich 86").code == 0
    assert verify(agent, "104233", "Kranich 86").code == MATCHES


def test_a_computer_that_was_left_behind(
    tmp_path: Path,
    database: SharedDatabase,
    admin: SharedWorkplace,
    agent: SharedWorkplace,
    answers: Answers,
) -> None:
    """It checks what is still under the old key, brings nothing over, sets nothing, and is told
    why; its key's file mends it at any time."""
    lead = colleague(tmp_path / "lead", database, admin, agent=False)
    begun = rotate(admin, tmp_path / "new.wwkey")
    assert admin.run("key", "rotate", "--now", "--json").document == {"in_use": True}
    assert verify(agent, "104233").code == MATCHES
    assert states(admin)["retired"] == (2, True)
    refused = set_password(lead, "104234", "Kranich 86")
    assert refused.code == 1
    assert "The team uses a newer key than this computer has" in refused.err
    assert verify(admin, "104233").code == MATCHES
    behind = verify(agent, "104233")
    assert behind.code == NOT_CHECKED
    assert "stored under another team key" in behind.err
    answers.append(str(begun["words"]))
    assert agent.run("key", "recover", str(tmp_path / "new.wwkey")).code == 0
    assert verify(agent, "104233").code == MATCHES


def test_an_old_recovery_file_on_a_new_computer(
    tmp_path: Path, database: SharedDatabase, admin: SharedWorkplace, answers: Answers
) -> None:
    """It brings the keys of its day, and says that the team uses a newer one."""
    answers += [WORDS, WORDS]
    assert admin.run("key", "save", str(tmp_path / "old.wwkey")).code == 0
    assert rotate(admin, tmp_path / "new.wwkey")["in_use"] is True
    answers += [WORDS, WORDS]
    assert admin.run("key", "save", str(tmp_path / "newer.wwkey")).code == 0
    fresh = SharedWorkplace(tmp_path / "fresh", database, LEAD)
    fresh.keyring.delete(team_key_entry(TEAM))
    assert set_password(fresh, "104233", "Kranich 86").code == 1
    answers.append(WORDS)
    shown = fresh.run("key", "recover", str(tmp_path / "old.wwkey"))
    assert shown.code == 0
    assert "The team has a newer key that is not here" in shown.out
    assert verify(fresh, "104233").code == MATCHES
    answers.append(WORDS)
    shown = fresh.run("key", "recover", str(tmp_path / "newer.wwkey"))
    assert "newer key" not in shown.out
    assert set_password(fresh, "104233", "Kranich 86").code == 0


def test_a_new_key_wants_a_new_recovery_file(
    tmp_path: Path, admin: SharedWorkplace, answers: Answers
) -> None:
    """The one that was saved before is without it; the computer forgets that there was one."""

    def is_saved() -> bool:
        opened = admin.profile.open()
        opened.storage.close()
        return opened.has_recovery_file

    answers += [WORDS, WORDS]
    assert admin.run("key", "save", str(tmp_path / "old.wwkey")).code == 0
    assert is_saved()
    shown = admin.run("key", "rotate", str(tmp_path / "new.wwkey")).out
    assert "save a new one with “watchword key save" in shown
    assert not is_saved()
    answers += [WORDS, WORDS]
    assert admin.run("key", "save", str(tmp_path / "newer.wwkey")).code == 0
    assert is_saved()


def test_only_an_admin_rotates(tmp_path: Path, agent: SharedWorkplace) -> None:
    """An agent gets neither a file nor a key, and starts none."""
    kept = dict(agent.backend.kept)
    for arguments in ((str(tmp_path / "mine.wwkey"),), ("--now",)):
        assert agent.run("key", "rotate", *arguments).code == 1
    assert not (tmp_path / "mine.wwkey").exists()
    assert agent.backend.kept == kept
    assert "holders" not in agent.run("key", "status").out


@pytest.mark.parametrize("is_done", [False, True], ids=["before", "after"])
def test_a_connection_lost_at_the_announcement(
    tmp_path: Path,
    admin: SharedWorkplace,
    agent: SharedWorkplace,
    answers: Answers,
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_done: bool,
) -> None:
    """Whether the server has learnt of the key or not: the same command goes on with it."""
    announce = PostgresTeamKeys.announce

    def lost(self: PostgresTeamKeys, key_id: bytes, instead_of: bytes | None = None) -> None:
        if is_done:
            announce(self, key_id, instead_of)
        raise ConnectionLostError

    with monkeypatch.context() as patched:
        patched.setattr(PostgresTeamKeys, "announce", lost)
        assert admin.run("key", "rotate", str(tmp_path / "lost.wwkey")).code == 1
    assert verify(agent, "104233").code == MATCHES
    assert set_password(admin, "104234", "Kranich 86").code == 0
    begun = rotate(admin, tmp_path / "new.wwkey")
    answers.append(str(begun["words"]))
    assert agent.run("key", "recover", str(tmp_path / "new.wwkey")).code == 0
    assert states(agent)["current"] == (0, True)
    for place in (admin, agent):
        assert verify(place, "104233").code == MATCHES
        assert verify(place, "104234", "Kranich 86").code == MATCHES


def test_a_file_that_cannot_be_written_announces_nothing(
    tmp_path: Path, admin: SharedWorkplace, agent: SharedWorkplace
) -> None:
    """Nor does one that is there already."""
    taken = tmp_path / "taken.wwkey"
    taken.write_text("kept", encoding="utf-8")
    for path in (taken, tmp_path / "nowhere" / "new.wwkey"):
        assert admin.run("key", "rotate", str(path)).code == 1
    assert taken.read_text(encoding="utf-8") == "kept"
    assert states(admin) == {"current": (2, True)}


def test_a_keyring_that_takes_no_key_announces_nothing(
    tmp_path: Path, admin: SharedWorkplace, agent: SharedWorkplace
) -> None:
    """The key must be here before anybody learns of it."""
    with suppress(SecretTooLongError):
        while True:
            admin.profile.keys().restore((verifier.new_team_key(),), Secret(""))
    outcome = admin.run("key", "rotate", str(tmp_path / "new.wwkey"))
    assert outcome.code == 1
    assert "cannot keep a secret this long" in outcome.err
    assert not (tmp_path / "new.wwkey").exists()
    assert states(agent) == {"current": (2, True)}


def test_the_doctor_misses_the_key_in_use(
    tmp_path: Path, admin: SharedWorkplace, agent: SharedWorkplace, qapp: object
) -> None:
    """What is announced is no failure yet, what is in use is one."""

    def failure() -> object:
        checks = agent.run("doctor", "--json").document["checks"]
        [found] = [check for check in checks if check["name"] == "team-key"]
        return found["failure"]

    rotate(admin, tmp_path / "new.wwkey")
    assert failure() is None
    assert admin.run("key", "rotate", "--now").code == 0
    assert failure() == "current-key-missing"


def test_a_rotation_can_be_begun_anew(
    tmp_path: Path, admin: SharedWorkplace, agent: SharedWorkplace
) -> None:
    """Where a file fell into the wrong hands together with its words; otherwise it is the same."""
    first = rotate(admin, tmp_path / "first.wwkey")
    again = rotate(admin, tmp_path / "again.wwkey")
    assert again["key"] == first["key"]
    assert again["words"] != first["words"]
    anew = rotate(admin, tmp_path / "anew.wwkey", "--anew")
    assert anew["key"] != first["key"]
    assert states(agent)["announced"] == (0, False)


def test_nothing_to_start(admin: SharedWorkplace) -> None:
    """--now without a rotation is refused with its sentence."""
    outcome = admin.run("key", "rotate", "--now")
    assert outcome.code == 1
    assert "No new team key was announced" in outcome.err


# --- one workstation -----------------------------------------------------------------------------


def test_one_workstation_rotates_with_the_same_command(
    tmp_path: Path, workplace: Workplace
) -> None:
    """Nobody is waited for; the old passwords match and come over."""
    assert workplace.set("004711", "Ahorn 42").code == 0
    outcome = workplace.run("key", "rotate", str(tmp_path / "new.wwkey"), "--json")
    assert outcome.code == 0, outcome.err
    assert outcome.document["in_use"] is True
    assert workplace.verify("004711", "Ahorn 42").code == MATCHES
    keys = workplace.run("key", "status", "--json").document["keys"]
    assert [(key["state"], key["passwords"]) for key in keys] == [("current", 1), ("retired", 0)]
    assert workplace.verify("004711", "Ahorn 42").code == MATCHES


def test_a_vault_keeps_its_own_passphrase(
    tmp_path: Path, workplace: Workplace, answers: Answers
) -> None:
    """The words of a file that went to everybody do not open anybody's vault."""
    with workplace.opened() as opened:
        opened.keys.vault.create(Secret(WORDS))
        old_key = opened.keys.current()
    other = verifier.new_team_key()
    path = tmp_path / "file.wwkey"
    words = Secret("other words that open some file")
    write_sealed(path, (other,), words, created=workplace.clock(), cost=SealCost(64 * 1024, 3))
    answers += [WORDS, words.reveal()]
    assert workplace.run("key", "recover", str(path)).code == 0
    with workplace.opened() as opened:
        opened.keys.vault.unlock(Secret(WORDS))
        assert {key.key_id for key in opened.keys.all()} == {old_key.key_id, other.key_id}

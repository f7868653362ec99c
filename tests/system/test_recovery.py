"""The file with the team key: opened by its passphrase only, and hostile files are not followed."""

import hashlib
import json
import stat
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core import verifier
from desktop_app.core.errors import (
    FileUnusableError,
    PassphraseWeakError,
    PassphraseWrongError,
    WatchwordError,
)
from desktop_app.core.journal_head import JournalHead
from desktop_app.core.secret import Secret
from desktop_app.system.recovery import open_sealed, read_header, write_sealed
from desktop_app.system.sealed_file import FLOOR

PASSPHRASE = Secret("abacus drift lemon orbit stone wagon")
CREATED = datetime(2026, 11, 22, 14, 7, tzinfo=UTC)
HEAD = JournalHead(41, bytes(range(32)))
KEYS = (verifier.new_team_key(), verifier.new_team_key())


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sealed") / "team.recovery"
    write_sealed(path, KEYS, PASSPHRASE, created=CREATED, head=HEAD, cost=FLOOR)
    return path


def document_of(path: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return document


def forged(original: Path, tmp_path: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    """A copy that somebody has changed with care: its check sum is right."""
    document = document_of(original)
    del document["checksum"]
    change(document)
    text = json.dumps(document, sort_keys=True, separators=(",", ":"))
    document["checksum"] = hashlib.sha256(text.encode("ascii")).hexdigest()
    path = tmp_path / "forged"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def reason_of(path: Path) -> str:
    with pytest.raises(FileUnusableError) as caught:
        open_sealed(path, PASSPHRASE)
    assert caught.value.path == str(path)
    return caught.value.reason


def test_the_passphrase_brings_the_keys_back(original: Path) -> None:
    """Keys and their order; more spaces between the words do no harm."""
    assert open_sealed(original, PASSPHRASE) == KEYS
    assert open_sealed(original, Secret(PASSPHRASE.reveal().replace(" ", "  "))) == KEYS


def test_another_passphrase_does_not(original: Path) -> None:
    """A wrong one is told as such, without a cause that could say more."""
    with pytest.raises(PassphraseWrongError) as caught:
        open_sealed(original, Secret(PASSPHRASE.reveal() + "s"))
    assert caught.value.__cause__ is None


def test_the_file_says_what_it_is(original: Path) -> None:
    """Whoever finds it learns that from its first lines, and no key from any of it."""
    text = original.read_text(encoding="utf-8")
    assert "team key of Watchword" in text.splitlines()[1]
    for key in KEYS:
        assert key.key.reveal().hex() not in text
        assert key.key_id.hex() in text
    header = read_header(original)
    assert (header.created, header.head) == (CREATED, HEAD)
    assert header.key_ids == tuple(key.key_id for key in KEYS)


def test_the_file_is_private(original: Path) -> None:
    """Only this user can read it."""
    assert stat.S_IMODE(original.stat().st_mode) == 0o600


def test_it_is_not_overwritten_unless_asked(tmp_path: Path) -> None:
    """The only copy of a key is not lost by choosing its name again."""
    path = tmp_path / "team.recovery"
    path.write_text("the only copy", encoding="utf-8")
    with pytest.raises(FileUnusableError) as caught:
        write_sealed(path, KEYS, PASSPHRASE, created=CREATED, cost=FLOOR)
    assert caught.value.reason == "exists"
    assert path.read_text(encoding="utf-8") == "the only copy"
    write_sealed(path, KEYS, PASSPHRASE, created=CREATED, cost=FLOOR, replace=True)
    assert read_header(path).head is None


def test_a_weak_passphrase_writes_nothing(tmp_path: Path) -> None:
    """The check comes before the file."""
    with pytest.raises(PassphraseWeakError):
        write_sealed(tmp_path / "file", KEYS, Secret("passwordpassword"), created=CREATED)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "data", [b"", b"\x00\xff", b"{}", b"[]", b"null", b'{"format":"other"}', b"x" * 65_537]
)
def test_other_files_are_foreign(tmp_path: Path, data: bytes) -> None:
    """What Watchword did not write is told from what is broken."""
    path = tmp_path / "file"
    path.write_bytes(data)
    assert reason_of(path) == "foreign"


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    """The reason of the file system comes through."""
    assert reason_of(tmp_path / "none") == "missing"


def test_a_newer_file_is_told(original: Path, tmp_path: Path) -> None:
    """A later version of the format asks for a later Watchword."""
    assert reason_of(forged(original, tmp_path, lambda file: file.update(version=2))) == "newer"


def test_a_cut_file_is_damaged(original: Path, tmp_path: Path) -> None:
    """Half a file is ours, but of no use."""
    path = tmp_path / "cut"
    path.write_bytes(original.read_bytes()[:-100])
    assert reason_of(path) == "damaged"


def test_one_changed_letter_is_damage_not_a_wrong_passphrase(
    original: Path, tmp_path: Path
) -> None:
    """Nobody searches for another passphrase because of a bad stick."""
    text = original.read_text(encoding="utf-8").replace("2026-11-22", "2026-11-23")
    path = tmp_path / "changed"
    path.write_text(text, encoding="utf-8")
    assert reason_of(path) == "damaged"


def test_a_changed_header_does_not_open(original: Path, tmp_path: Path) -> None:
    """Somebody who changes the date or the head, check sum included, is found by the box."""
    path = forged(original, tmp_path, lambda file: file.update(journal_head=None))
    with pytest.raises(PassphraseWrongError):
        open_sealed(path, PASSPHRASE)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("memory_kib", 100 * 1024 * 1024),
        ("memory_kib", 64 * 1024 - 1),
        ("passes", 1_000_000),
        ("passes", 2),
        ("passes", -1),
        ("passes", "many"),
        ("lanes", 64),
        ("salt", "AAAA"),
        ("salt", "!"),
        ("name", "scrypt"),
    ],
)
def test_a_hostile_file_costs_nothing(
    original: Path, tmp_path: Path, name: str, value: object
) -> None:
    """No hash is computed that would take the memory, the time, or the protection away."""
    path = forged(original, tmp_path, lambda file: file["kdf"].update({name: value}))
    assert reason_of(path) == "damaged"


@given(
    data=st.one_of(
        st.binary(max_size=200),
        st.dictionaries(
            st.sampled_from(
                ["format", "version", "created", "key_ids", "journal_head", "kdf", "cipher", "box"]
            ),
            st.one_of(st.none(), st.integers(), st.just("watchword-keys"), st.lists(st.integers())),
        ).map(lambda document: json.dumps(document).encode("ascii")),
    )
)
def test_no_file_is_unexpected(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever the bytes, the failure is a typed one."""
    path = tmp_path_factory.mktemp("any") / "file"
    path.write_bytes(data)
    with pytest.raises(WatchwordError):
        open_sealed(path, PASSPHRASE)

"""The vault file holds the keys where there is no keyring, and its passphrase opens it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app.core import verifier
from desktop_app.core.errors import (
    FileUnusableError,
    KeyMismatchError,
    PassphraseWrongError,
    VaultLockedError,
)
from desktop_app.core.secret import Secret
from desktop_app.system.recovery import write_sealed
from desktop_app.system.vault import VaultKeys

PASSPHRASE = Secret("abacus drift lemon orbit stone wagon")
NOW = datetime(2026, 11, 22, 14, 7, tzinfo=UTC)


def vault_at(path: Path) -> VaultKeys:
    return VaultKeys(path, lambda: NOW)


def test_a_vault_outlives_the_program(tmp_path: Path) -> None:
    """Made in one run, opened by its passphrase in the next."""
    path = tmp_path / "workstation.vault"
    first = vault_at(path)
    assert not first.exists()
    first.create(PASSPHRASE)
    key = first.current()
    second = vault_at(path)
    assert second.exists()
    with pytest.raises(PassphraseWrongError):
        second.unlock(Secret("another"))
    with pytest.raises(VaultLockedError):
        second.current()
    second.unlock(PASSPHRASE)
    assert second.current() == second.find(key.key_id) == key


def test_a_forgotten_vault_is_locked(tmp_path: Path) -> None:
    """While the app pauses no key is in memory."""
    vault = vault_at(tmp_path / "workstation.vault")
    vault.create(PASSPHRASE)
    vault.forget()
    for use in (vault.current, vault.all, lambda: vault.find(bytes(8))):
        with pytest.raises(VaultLockedError):
            use()


def test_a_recovery_file_is_a_vault(tmp_path: Path) -> None:
    """The two are one format; several keys come along."""
    keys = (verifier.new_team_key(), verifier.new_team_key())
    path = tmp_path / "team.recovery"
    write_sealed(path, keys, PASSPHRASE, created=NOW)
    vault = vault_at(path)
    vault.unlock(PASSPHRASE)
    assert vault.all() == keys
    with pytest.raises(KeyMismatchError):
        vault.find(bytes(8))


def test_a_vault_is_not_replaced(tmp_path: Path) -> None:
    """Making one where there is one keeps the old keys, and takes recovered keys elsewhere."""
    path = tmp_path / "workstation.vault"
    keys = (verifier.new_team_key(),)
    vault_at(path).create(PASSPHRASE, keys)
    with pytest.raises(FileUnusableError):
        vault_at(path).create(PASSPHRASE)
    vault = vault_at(path)
    vault.unlock(PASSPHRASE)
    assert vault.all() == keys

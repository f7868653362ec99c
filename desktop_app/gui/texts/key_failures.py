"""The sentences for a team key that cannot be had, and for the passphrases of its files."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop_app.core import errors

translate = QCoreApplication.translate


def _team_key(_: errors.TeamKeyError) -> str:
    return translate(
        "Failures",
        "The team key cannot be had. Nothing can be checked or set; searching works.",
    )


def _keyring_missing(_: errors.KeyringMissingError) -> str:
    return translate(
        "Failures",
        "This computer has no keyring that keeps secrets. Nothing can be checked or set;"
        " use a vault file, or install a keyring such as GNOME Keyring.",
    )


def _keyring_locked(_: errors.KeyringLockedError) -> str:
    return translate(
        "Failures",
        "The system's keyring is locked. Nothing can be checked or set; unlock it, then try again.",
    )


def _keyring_failed(_: errors.KeyringFailedError) -> str:
    return translate(
        "Failures",
        "The system's keyring does not answer. Nothing can be checked or set; sign in to this"
        " computer again, then try again.",
    )


def _secret_too_long(_: errors.SecretTooLongError) -> str:
    return translate(
        "Failures", "The system's keyring cannot keep a secret this long. Nothing was saved."
    )


def _key_missing(_: errors.KeyMissingError) -> str:
    return translate(
        "Failures",
        "The team key is not on this computer. Nothing can be checked or set; restore it from"
        " the recovery file.",
    )


def _key_mismatch(_: errors.KeyMismatchError) -> str:
    return translate(
        "Failures",
        "This password was stored under another team key. It cannot be checked here; restore"
        " that key from its recovery file, or set a new password.",
    )


def _current_key_missing(_: errors.CurrentKeyMissingError) -> str:
    return translate(
        "Failures",
        "The team uses a newer key than this computer has. No password can be set here; take the"
        " key from the file of its rotation, or from a newer recovery file.",
    )


def _key_rotated(_: errors.KeyRotatedError) -> str:
    return translate(
        "Failures",
        "The team's key was changed at the same time. Nothing was saved; try again, and take the"
        " new key from its file where it is not on this computer.",
    )


def _no_rotation(_: errors.NoRotationError) -> str:
    return translate("Failures", "No new team key was announced. Nothing was changed.")


def _vault_locked(_: errors.VaultLockedError) -> str:
    return translate(
        "Failures",
        "The vault file is locked. Nothing can be checked or set; type its passphrase.",
    )


def _passphrase_wrong(_: errors.PassphraseWrongError) -> str:
    return translate("Failures", "The passphrase does not open the file. Type it again.")


def _passphrase_weak(_: errors.PassphraseWeakError) -> str:
    return translate(
        "Failures",
        "This passphrase is too easy to guess. Nothing was saved; take six words, or twelve"
        " characters that are no word.",
    )


KEY_SENTENCES: Mapping[type, Callable[[Any], str]] = MappingProxyType(
    {
        errors.TeamKeyError: _team_key,
        errors.KeyringMissingError: _keyring_missing,
        errors.KeyringLockedError: _keyring_locked,
        errors.KeyringFailedError: _keyring_failed,
        errors.SecretTooLongError: _secret_too_long,
        errors.KeyMissingError: _key_missing,
        errors.KeyMismatchError: _key_mismatch,
        errors.CurrentKeyMissingError: _current_key_missing,
        errors.KeyRotatedError: _key_rotated,
        errors.NoRotationError: _no_rotation,
        errors.VaultLockedError: _vault_locked,
        errors.PassphraseWrongError: _passphrase_wrong,
        errors.PassphraseWeakError: _passphrase_weak,
    }
)

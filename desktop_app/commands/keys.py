"""``key``, and what brings the team key to hand for the commands that need it."""

from argparse import Namespace
from contextlib import suppress

from PySide6.QtCore import QCoreApplication

from desktop_app.commands import exit_codes
from desktop_app.commands.key_rotation import missing_words, newer_key_words, rotate, status
from desktop_app.commands.targets import target_of
from desktop_app.commands.terminal import Terminal
from desktop_app.core.errors import (
    FileUnusableError,
    KeyringMissingError,
    NoTerminalError,
    StorageError,
    VaultLockedError,
)
from desktop_app.gui.texts.doctor_sentences import key_place
from desktop_app.profiles.base import OpenProfile
from desktop_app.profiles.keys import KeyPlace
from desktop_app.profiles.rotation import KeyRotation
from desktop_app.system.recovery import read_header

translate = QCoreApplication.translate


def key(profile: OpenProfile, terminal: Terminal, options: Namespace) -> int:
    """Show, save, restore or rotate the team key."""
    match options.action:
        case "rotate":
            bring_key(profile, terminal)
            return rotate(profile, terminal, options)
        case "save":
            return _save(profile, terminal, options)
        case "recover":
            return _recover(profile, terminal, options)
    return status(profile, terminal)


def bring_key(profile: OpenProfile, terminal: Terminal) -> None:
    """Make sure that there is a team key: from the keyring, or by the vault's passphrase.

    The first key of a database is made here; without a keyring a vault file is offered for it.

    Raises:
        TeamKeyError: there is none; the subclass says why.
        NoTerminalError: nobody can be asked for the vault's passphrase.
    """
    _bring_key(profile, terminal)
    report_keys(profile, terminal)


def report_keys(profile: OpenProfile, terminal: Terminal) -> None:
    """Tell the database which keys are here, and the person that a newer one is missing."""
    with suppress(StorageError):  # the command itself will say what is wrong
        for sentence in newer_key_words(KeyRotation(profile).report()):
            terminal.complain(sentence)


def _bring_key(profile: OpenProfile, terminal: Terminal) -> None:
    try:
        if profile.require_key():
            terminal.complain(_first_key_words())
    except VaultLockedError:
        unlock_vault(profile, terminal)
    except KeyringMissingError as error:
        if profile.needs_known_key():
            raise
        _make_vault(profile, terminal, error)


def unlock_vault(profile: OpenProfile, terminal: Terminal) -> None:
    """Ask for the passphrase of the vault file and open it.

    Raises:
        NoTerminalError: nobody can be asked.
        PassphraseWrongError: it does not open the file.
        FileUnusableError: the file cannot be read.
    """
    profile.keys.vault.unlock(
        terminal.ask_passphrase(translate("Commands", "Passphrase of the vault file:"))
    )


def _make_vault(profile: OpenProfile, terminal: Terminal, error: KeyringMissingError) -> None:
    """Offer a vault file in the keyring's place; without a terminal the failure stays."""
    prompt = translate(
        "Commands", "No keyring keeps secrets here. Passphrase for a vault file (six words):"
    )
    try:
        passphrase = terminal.ask_new_passphrase(prompt, translate("Commands", "The same again:"))
    except NoTerminalError:
        raise error from None
    profile.keys.vault.create(passphrase)
    terminal.complain(_first_key_words())


def _first_key_words() -> str:
    return translate(
        "Commands",
        "A team key was made. Without it no stored password can be checked: save it with"
        " “watchword key save FILE”.",
    )


def _save(profile: OpenProfile, terminal: Terminal, options: Namespace) -> int:
    target = target_of(options.file, profile.profile.files)
    if target.exists():  # better known before somebody has thought of six words
        raise FileUnusableError(str(target), "exists")
    bring_key(profile, terminal)
    passphrase = terminal.ask_new_passphrase(
        translate("Commands", "Passphrase for the recovery file (six words or more):"),
        translate("Commands", "The same again:"),
    )
    profile.save_recovery_file(target, passphrase)
    terminal.report(
        {"file": str(target)},
        lambda: [
            translate(
                "Commands",
                "Recovery file written: {path}. Keep it away from the database, and its passphrase"
                " away from both.",
            ).format(path=target)
        ],
    )
    return exit_codes.DONE


def _recover(profile: OpenProfile, terminal: Terminal, options: Namespace) -> int:
    source = options.file.absolute()
    header = read_header(source)  # a file that is none is refused before anybody types
    if profile.keys.place is KeyPlace.VAULT:
        unlock_vault(profile, terminal)
    passphrase = terminal.ask_passphrase(translate("Commands", "Passphrase of the recovery file:"))
    profile.restore_keys(source, passphrase)
    newer = KeyRotation(profile).report()
    in_use = profile.storage.credentials.keys_in_use()
    missing = sum(in_use.values()) - sum(in_use.get(each.key_id, 0) for each in profile.keys.all())
    place = profile.keys.place.value
    terminal.report(
        {
            "keys": [key_id.hex() for key_id in header.key_ids],
            "place": place,
            "missing": missing,
            "newer": newer.key_id.hex() if newer else None,
        },
        lambda: [
            translate("Commands", "The team key is on this computer."),
            key_place(place),
            *missing_words(missing),
            *newer_key_words(newer),
        ],
    )
    return exit_codes.DONE

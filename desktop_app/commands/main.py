"""Runs one command: opens the profile, hands it over, turns every failure into a sentence."""

import os
from argparse import Namespace
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop_app.commands import checks, customers, exit_codes, upkeep
from desktop_app.commands.faults import report_faults
from desktop_app.commands.terminal import Terminal, standard_terminal
from desktop_app.core.errors import (
    KeyringMissingError,
    NotCheckedError,
    NoTerminalError,
    StorageError,
    TeamKeyError,
    VaultLockedError,
    WatchwordError,
)
from desktop_app.gui.failures import failure
from desktop_app.profile import OpenProfile, profile_of
from desktop_app.system.folders import Folders
from desktop_app.system.hardening import harden

translate = QCoreApplication.translate

Command = Callable[[OpenProfile, Terminal, Namespace], int]

_COMMANDS: dict[str, Command] = {
    "import": customers.import_customers,
    "search": customers.search,
    "export": customers.export,
    "verify": checks.verify,
    "set": checks.set_password,
    "unlock": checks.unlock,
    "remove": checks.remove,
    "backup": upkeep.backup,
    "journal": upkeep.journal,
    "key": upkeep.key,
    "people": checks.resume,
}
_NEED_THE_KEY = frozenset({"verify", "set"})


def run(options: Namespace) -> int:
    """Run the command in ``options``; the exit code is PRODUCT's."""
    harden(window=False)
    terminal = standard_terminal(as_json=options.json)
    try:
        return _run(options, terminal)
    except NotCheckedError as error:
        return _failed(terminal, error, exit_codes.NOT_CHECKED)
    except (StorageError, TeamKeyError) as error:
        code = exit_codes.NOT_CHECKED if options.command == "verify" else exit_codes.FAILED
        return _failed(terminal, error, code)
    except WatchwordError as error:
        return _failed(terminal, error, exit_codes.FAILED)
    except KeyboardInterrupt:
        terminal.complain(translate("Commands", "Interrupted. Nothing was changed."))
        return exit_codes.FAILED
    except BrokenPipeError:
        # Whoever read the output has seen enough; without this the interpreter complains at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return exit_codes.FAILED


def _run(options: Namespace, terminal: Terminal) -> int:
    profile = profile_of(options.profile, Folders.of_user(os.environ))
    report_faults(profile.folders)
    if options.command == "doctor":
        return upkeep.doctor(profile, terminal)
    opened = profile.open()
    try:
        if options.command in _NEED_THE_KEY:
            _bring_key(opened, terminal)
        code = _COMMANDS[options.command](opened, terminal, options)
        opened.storage.journal.seal()
    finally:
        opened.storage.close()
    return code


def _bring_key(opened: OpenProfile, terminal: Terminal) -> None:
    """Make sure that there is a team key: from the keyring, or by the vault's passphrase."""
    try:
        opened.require_key()
    except VaultLockedError:
        opened.keys.vault.unlock(
            terminal.ask_secret(
                translate("Commands", "Passphrase of the vault file:"), from_stdin=False
            )
        )
    except KeyringMissingError as error:
        if opened.storage.credentials.keys_in_use():
            raise
        _make_vault(opened, terminal, error)


def _make_vault(opened: OpenProfile, terminal: Terminal, error: KeyringMissingError) -> None:
    """Offer a vault file in the keyring's place; without a terminal the failure stays."""
    prompt = translate(
        "Commands", "No keyring keeps secrets here. Passphrase for a vault file (six words):"
    )
    try:
        passphrase = terminal.ask_secret_twice(
            prompt, translate("Commands", "The same again:"), from_stdin=False
        )
    except NoTerminalError:
        raise error from None
    opened.keys.vault.create(passphrase)


def _failed(terminal: Terminal, error: WatchwordError, code: int) -> int:
    terminal.complain(failure(error))
    if terminal.as_json:
        cause = error.cause if isinstance(error, NotCheckedError) else error
        terminal.report({"error": str(error), "cause": str(cause)}, list)
    return code

"""Runs one command: opens the profile, hands it over, turns every failure into a sentence."""

import os
from argparse import Namespace
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop_app.commands import checks, customers, exit_codes, keys, upkeep
from desktop_app.commands.faults import report_faults
from desktop_app.commands.interrupts import StoppedError
from desktop_app.commands.terminal import OutputLostError, Terminal, standard_terminal
from desktop_app.core.errors import (
    CustomerNotFoundError,
    FieldRefusedError,
    NotCheckedError,
    NoTerminalError,
    PasswordRefusedError,
    StorageError,
    UnusableTextError,
    WatchwordError,
)
from desktop_app.core.server_errors import ConnectionLostError
from desktop_app.gui.look.font_check import headless_application
from desktop_app.gui.texts import sentences
from desktop_app.gui.texts.failures import failure
from desktop_app.gui.texts.file_failures import settings_notice
from desktop_app.gui.texts.translation import install_catalogue, speak
from desktop_app.profiles.base import OpenProfile, Profile
from desktop_app.profiles.registry import profile_of, require_known, require_made, require_meant
from desktop_app.system.folders import Folders
from desktop_app.system.hardening import harden
from desktop_app.system.settings import SettingsStore

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
    "data-sheet": upkeep.write_sheet,
    "key": keys.key,
    "people": checks.resume,
}
_OF_TEAMS = frozenset({"server", "people", "join"})
_WHAT_WAS_TYPED = (CustomerNotFoundError, FieldRefusedError, NoTerminalError, UnusableTextError)
_STANDARD_OUTPUT = 1


def run(options: Namespace) -> int:
    """Run the command in ``options`` as this process; the exit code is PRODUCT's."""
    harden(window=False)
    # The doctor looks at the fonts as well; everything else needs no more than the texts.
    is_doctor = options.command == "doctor"
    application = headless_application() if is_doctor else QCoreApplication(["watchword"])
    install_catalogue(application, "en")
    folders = Folders.of_user(os.environ)
    speak(application, SettingsStore(folders.settings_file).load().settings.preferences.language)
    terminal = standard_terminal(as_json=options.json)
    report_faults(folders)
    try:
        return execute(profile_of(options.profile, folders), terminal, options)
    except OutputLostError as error:
        # Without this the interpreter complains at exit about what it cannot write either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), _STANDARD_OUTPUT)
        if not isinstance(error.__cause__, BrokenPipeError):
            terminal.complain(
                translate(
                    "Commands",
                    "Standard output cannot be written to, so the result is lost. The journal"
                    " shows what was done.",
                )
            )
        return exit_codes.FAILED


def execute(profile: Profile, terminal: Terminal, options: Namespace) -> int:
    """Run the command in ``options`` with this profile and terminal; the exit code.

    Raises:
        OutputLostError: the result cannot be printed.
    """
    try:
        _heed_settings(profile, terminal, options)
        if options.command == "doctor":
            require_known(profile)
            return upkeep.doctor(profile, terminal)
        if options.command in _OF_TEAMS and not _is_own_resume(profile, options):
            return _with_team(profile, terminal, options)
        return _with_database(profile, terminal, options)
    except WatchwordError as error:
        terminal.complain(_sentence(error))
        if terminal.as_json:
            terminal.report(_document(error), list)
        return _code(options.command, error)
    except StoppedError:
        terminal.complain(translate("Commands", "Interrupted. Nothing was changed."))
        return exit_codes.NOT_CHECKED if options.command == "verify" else exit_codes.FAILED
    except KeyboardInterrupt:
        if options.command == "verify":
            terminal.complain(
                translate("Commands", "Interrupted. Not checked. {counted}").format(
                    counted=sentences.counted(None)
                )
            )
            return exit_codes.NOT_CHECKED
        if options.command in {"server", "join"}:
            text = translate(
                "Commands", "Interrupted. Repeat the command: what was done is found as it is."
            )
        else:
            text = translate("Commands", "Interrupted. The journal shows whether it was done.")
        terminal.complain(text)
        return exit_codes.FAILED


def _heed_settings(profile: Profile, terminal: Terminal, options: Namespace) -> None:
    warning = require_meant(profile, is_named=options.profile is not None)
    if warning is not None:
        terminal.complain(settings_notice(str(warning.path), warning.fields))


def _is_own_resume(profile: Profile, options: Namespace) -> bool:
    """On a workstation the only person resumes themselves."""
    return options.command == "people" and options.action == "resume" and not profile.is_shared


def _with_team(profile: Profile, terminal: Terminal, options: Namespace) -> int:
    # Imported here: commands on a workstation's database need no PostgreSQL.
    from desktop_app.commands import people, server

    run_command = {"server": server.server, "people": people.people, "join": people.join}
    return run_command[options.command](profile, terminal, options)


def _with_database(profile: Profile, terminal: Terminal, options: Namespace) -> int:
    require_known(profile)
    if not _begins(options):
        require_made(profile)
    opened = profile.open()
    try:
        if opened.made is not None:
            terminal.complain(
                translate("Commands", "A new database was made: {path}").format(path=opened.made)
            )
        code = _COMMANDS[options.command](opened, terminal, options)
        # What the command has done and said stays true where sealing has to wait.
        with suppress(StorageError):
            opened.storage.journal.seal()
    finally:
        opened.storage.close()
    return code


def _begins(options: Namespace) -> bool:
    """Whether the command is one that a workstation's database begins with."""
    match options.command:
        case "import":
            return True
        case "key":
            return bool(options.action == "recover")
    return False


def _code(command: str, error: WatchwordError) -> int:
    """A check that failed for any reason but what was typed was not made."""
    if command == "verify" and not isinstance(error, _WHAT_WAS_TYPED):
        return exit_codes.NOT_CHECKED
    return exit_codes.FAILED


def _sentence(error: WatchwordError) -> str:
    match error:
        case NotCheckedError(counted=None):
            return translate(
                "Commands", "{failure} The journal shows later whether it was counted."
            ).format(failure=failure(error))
        case FieldRefusedError():
            return f"{error.field}: {failure(error)}"
        case ConnectionLostError():
            return translate("Commands", "{failure} The journal shows whether it was done.").format(
                failure=failure(error)
            )
    return failure(error)


def _document(error: WatchwordError) -> dict[str, Any]:
    document: dict[str, Any] = {"error": error.code, "sentence": _sentence(error)}
    match error:
        case NotCheckedError():
            document |= {"cause": error.cause.code, "counted": error.counted}
            if error.counted is None and error.attempt is not None:
                document |= {"attempt": str(error.attempt)}  # by which the journal names it
        case PasswordRefusedError():
            document |= {"rules": list(error.rules)}
    return document

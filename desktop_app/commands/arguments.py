"""What the words of several commands are made of."""

from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, _SubParsersAction
from pathlib import Path
from typing import Any, TypeAlias

from PySide6.QtCore import QCoreApplication

from desktop_app.core.errors import FieldRefusedError
from desktop_app.system.folders import require_profile

translate = QCoreApplication.translate

Subparsers: TypeAlias = "_SubParsersAction[ArgumentParser]"


def add_profile(target: ArgumentParser, **options: Any) -> None:  # noqa: ANN401 - argparse's own
    """``--profile NAME``."""
    target.add_argument(
        "--profile",
        type=profile,
        metavar=translate("Commands", "NAME"),
        help=translate("Commands", "the profile to use (default: the one in your settings)"),
        **options,
    )


def add_command(commands: Subparsers, name: str, text: str) -> ArgumentParser:
    """A command of its own, or one that has actions."""
    command = add_action(commands, name, text)
    command.set_defaults(json=False)
    return command


def add_action(commands: Subparsers, name: str, text: str) -> ArgumentParser:
    """One of a command's actions."""
    command: ArgumentParser = commands.add_parser(
        name, help=text, description=text, allow_abbrev=False
    )
    # Accepted behind the command as well; what stands before it must not be overwritten.
    add_profile(command, default=SUPPRESS)
    command.add_argument(
        "--json",
        action="store_true",
        default=SUPPRESS,
        help=translate("Commands", "report as JSON"),
    )
    return command


def profile(name: str) -> str:
    """A profile's name."""
    try:
        return require_profile(name)
    except FieldRefusedError:
        raise ArgumentTypeError(
            translate("Commands", "small Latin letters, digits, hyphens and underscores")
        ) from None


def text(argument: str) -> str:
    """An argument that is text: the system passes on bytes of any kind."""
    if any("\ud800" <= character <= "\udfff" for character in argument):
        raise ArgumentTypeError(translate("Commands", "this is no text"))
    return argument


def add_file(target: ArgumentParser, name: str, text: str) -> None:
    """A file by its path."""
    target.add_argument(name, type=Path, metavar=translate("Commands", "FILE"), help=text)


def add_password_stdin(command: ArgumentParser) -> None:
    """``--password-stdin``."""
    command.add_argument(
        "--password-stdin",
        action="store_true",
        help=translate("Commands", "read the password from standard input instead of asking"),
    )

"""The words of the command line."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop_app import __version__
from desktop_app.commands.arguments import (
    Subparsers,
    add_action,
    add_command,
    add_file,
    add_password_stdin,
    add_profile,
    text,
)
from desktop_app.commands.parser_team import add_join, add_people, add_server
from desktop_app.core.entities import Validity

translate = QCoreApplication.translate

_MOST_HITS = 10_000


def parser() -> ArgumentParser:
    """The parser of everything after ``watchword``; ``command`` is None for the window."""
    top = ArgumentParser(
        prog="watchword",
        description=translate(
            "Commands", "Verify callers by their telephone password. Without a command: the window."
        ),
        allow_abbrev=False,  # what a script says must not come to mean something else
    )
    top.add_argument("--version", action="version", version=f"Watchword {__version__}")
    top.add_argument(
        "--demo",
        action="store_true",
        help=translate("Commands", "a throw-away database with 2,000 invented customers"),
    )
    add_profile(top, default=None)
    commands = top.add_subparsers(dest="command", metavar=translate("Commands", "COMMAND"))
    for add in (
        _add_import,
        _add_search,
        _add_export,
        _add_verify,
        _add_set,
        _add_unlock,
        _add_remove,
        _add_backup,
        _add_journal,
        _add_data_sheet,
        _add_key,
        add_people,
        add_server,
        add_join,
        _add_doctor,
    ):
        add(commands)
    return top


def _mapping(argument: str) -> tuple[str, str]:
    field, separator, column = text(argument).partition("=")
    if not separator:
        raise ArgumentTypeError(translate("Commands", "write it as FIELD=COLUMN"))
    return field.strip(), column.strip()


def _limit(argument: str) -> int:
    if not (argument.isdecimal() and 1 <= int(argument[:9]) <= _MOST_HITS):
        raise ArgumentTypeError(
            translate("Commands", "a number from 1 to {most}").format(most=_MOST_HITS)
        )
    return int(argument)


def _customer(command: ArgumentParser) -> None:
    command.add_argument(
        "number",
        type=text,
        metavar=translate("Commands", "NUMBER"),
        help=translate("Commands", "the customer number"),
    )


def _reason(command: ArgumentParser) -> None:
    command.add_argument(
        "--reason",
        type=text,
        required=True,
        metavar=translate("Commands", "TEXT"),
        help=translate("Commands", "recorded in the journal"),
    )


def _add_import(commands: Subparsers) -> None:
    command = add_command(
        commands,
        "import",
        translate("Commands", "insert or update customers from a CSV file, by their number"),
    )
    add_file(command, "file", translate("Commands", "the customer list"))
    command.add_argument(
        "--map",
        type=_mapping,
        action="append",
        default=[],
        metavar=translate("Commands", "FIELD=COLUMN"),
        help=translate(
            "Commands",
            "the column of a field: number, name, first_name, last_name, company, phone, email,"
            " domain, country, language or authorised; may be repeated, and replaces what the"
            " window has remembered for such a file",
        ),
    )
    command.add_argument(
        "--delimiter",
        metavar=translate("Commands", "CHARACTER"),
        help=translate("Commands", "what separates the columns; the word tab for a tabulator"),
    )
    command.add_argument(
        "--encoding",
        metavar=translate("Commands", "NAME"),
        help=translate("Commands", "the file's encoding, such as utf-8 or cp1252"),
    )
    command.add_argument(
        "--no-heads",
        action="store_true",
        help=translate("Commands", "the first row is a customer; columns are 1, 2, 3 and so on"),
    )
    command.add_argument(
        "--trial",
        action="store_true",
        help=translate("Commands", "read and compare everything, write nothing"),
    )
    command.add_argument(
        "--rejects",
        type=Path,
        metavar=translate("Commands", "FILE"),
        help=translate("Commands", "list the rows that were not imported, with the reason"),
    )


def _add_search(commands: Subparsers) -> None:
    command = add_command(commands, "search", translate("Commands", "find customers"))
    command.add_argument("text", type=text, nargs="+", metavar=translate("Commands", "TEXT"))
    command.add_argument(
        "--limit",
        type=_limit,
        default=20,
        metavar="N",
        help=translate("Commands", "at most so many hits (default: 20)"),
    )


def _add_export(commands: Subparsers) -> None:
    command = add_command(
        commands,
        "export",
        translate("Commands", "write a CSV file that is safe to open in a spreadsheet"),
    )
    command.add_argument("what", choices=("customers", "journal"))
    add_file(command, "file", translate("Commands", "the file; an older one is replaced"))


def _add_verify(commands: Subparsers) -> None:
    command = add_command(
        commands,
        "verify",
        translate(
            "Commands",
            "check the password a caller says; exit 0 matches, 3 does not match, 4 locked, blocked"
            " or paused, 5 none or expired, 6 not checked",
        ),
    )
    _customer(command)
    add_password_stdin(command)


def _add_set(commands: Subparsers) -> None:
    command = add_command(
        commands, "set", translate("Commands", "set a password after an identity check")
    )
    _customer(command)
    command.add_argument(
        "--check",
        type=text,
        required=True,
        metavar=translate("Commands", "METHOD"),
        help=translate("Commands", "callback, id-document, in-person, signed-letter or video-call"),
    )
    command.add_argument(
        "--reference",
        type=text,
        required=True,
        metavar=translate("Commands", "TEXT"),
        help=translate("Commands", "what was checked against"),
    )
    command.add_argument(
        "--note",
        type=text,
        default="",
        metavar=translate("Commands", "TEXT"),
        help=translate("Commands", "recorded in the journal with the reference"),
    )
    command.add_argument(
        "--valid",
        choices=(Validity.ONE_CALL.value, Validity.ONE_DAY.value),
        help=translate("Commands", "for one call or 24 hours instead of until changed"),
    )
    add_password_stdin(command)


def _add_unlock(commands: Subparsers) -> None:
    command = add_command(
        commands, "unlock", translate("Commands", "end the wait of a locked password")
    )
    _customer(command)
    _reason(command)


def _add_remove(commands: Subparsers) -> None:
    command = add_command(commands, "remove", translate("Commands", "remove a password"))
    _customer(command)
    _reason(command)


def _add_backup(commands: Subparsers) -> None:
    command = add_command(
        commands,
        "backup",
        translate("Commands", "copy the workstation database safely while it is in use"),
    )
    add_file(command, "file", translate("Commands", "the new file"))


def _add_journal(commands: Subparsers) -> None:
    command = add_command(commands, "journal", translate("Commands", "verify the journal's chain"))
    command.add_argument(
        "action",
        choices=("verify", "head", "prune"),
        help=translate(
            "Commands",
            "recompute the chain, print its head, or remove the months that the policy does not"
            " keep",
        ),
    )
    command.add_argument(
        "--head",
        type=Path,
        metavar=translate("Commands", "FILE"),
        help=translate("Commands", "a head printed earlier, which must still be in the journal"),
    )


def _add_data_sheet(commands: Subparsers) -> None:
    command = add_command(
        commands,
        "data-sheet",
        translate("Commands", "write what is stored, where, how long and who can see it"),
    )
    add_file(
        command,
        "file",
        translate("Commands", "the new page for a browser, or plain text if it ends with .txt"),
    )


def _add_key(commands: Subparsers) -> None:
    command = add_command(commands, "key", translate("Commands", "the team key"))
    actions = command.add_subparsers(
        dest="action", metavar=translate("Commands", "ACTION"), required=True
    )
    add_action(
        actions, "status", translate("Commands", "which keys there are, where, and what they serve")
    )
    save = add_action(actions, "save", translate("Commands", "write a recovery file"))
    add_file(save, "file", translate("Commands", "the new recovery file"))
    recover = add_action(
        actions,
        "recover",
        translate("Commands", "take the key from a recovery file, or from the file of a rotation"),
    )
    add_file(recover, "file", translate("Commands", "the file"))
    rotate = add_action(actions, "rotate", translate("Commands", "bring a new key to the team"))
    step = rotate.add_mutually_exclusive_group(required=True)
    step.add_argument(
        "file",
        type=Path,
        nargs="?",
        metavar=translate("Commands", "FILE"),
        help=translate("Commands", "announce a new key and write it here, for the other computers"),
    )
    step.add_argument(
        "--now",
        action="store_true",
        help=translate(
            "Commands", "use the announced key, also where computers that are gone lack it"
        ),
    )
    rotate.add_argument(
        "--anew",
        action="store_true",
        help=translate("Commands", "give up the key that is announced for another one"),
    )


def _add_doctor(commands: Subparsers) -> None:
    add_command(
        commands, "doctor", translate("Commands", "look whether everything works, line by line")
    )


def parse(arguments: list[str]) -> Namespace:
    """Parse, or print the usage and exit with 2."""
    top = parser()
    options = top.parse_args(arguments)
    if options.demo and options.command is not None:
        # It would work on the real customers.
        top.error(translate("Commands", "the demo has no commands"))
    return options

"""The words of the commands for a shared database: ``server``, ``people`` and ``join``."""

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop_app.commands.arguments import (
    Subparsers,
    add_action,
    add_command,
    add_file,
    add_password_stdin,
    profile,
    text,
)
from desktop_app.core.entities import Role
from desktop_app.core.errors import FieldRefusedError
from desktop_app.core.host_address import HIGHEST_PORT, host_address
from desktop_app.core.people import require_login
from desktop_app.system.connection_settings import USUAL_PORT
from desktop_app.system.folders import DEFAULT_PROFILE

translate = QCoreApplication.translate


def add_server(commands: Subparsers) -> None:
    """``server``: what the database's owner does, and what each workstation has to know of it."""
    command = add_command(
        commands, "server", translate("Commands", "a database that a team shares")
    )
    actions = command.add_subparsers(
        dest="action", metavar=translate("Commands", "ACTION"), required=True
    )
    _add_init(actions)
    upgrade = add_action(
        actions, "upgrade", translate("Commands", "bring the database to this program's version")
    )
    _add_owner(upgrade, required=True)
    add_action(
        actions, "status", translate("Commands", "which server, which version, and whose login")
    )
    _add_trust(actions)
    _add_hosts(actions)
    _add_adopt(actions)


def add_people(commands: Subparsers) -> None:
    """``people``: what an administrator does; ``resume`` on a workstation too."""
    command = add_command(commands, "people", translate("Commands", "the people of the team"))
    actions = command.add_subparsers(
        dest="action", metavar=translate("Commands", "ACTION"), required=True
    )
    _person_action(actions, "list", translate("Commands", "who, which role, and last seen when"))
    add = _person_action(actions, "add", translate("Commands", "make a login with a password"))
    _add_login(add)
    _add_role(add)
    _add_name(add)
    add_password_stdin(add)
    invite = _person_action(
        actions, "invite", translate("Commands", "make a login and write an invitation file")
    )
    _add_login(invite)
    add_file(invite, "file", translate("Commands", "the new invitation file"))
    _add_role(invite)
    _add_name(invite)
    role = _person_action(actions, "role", translate("Commands", "give a person another role"))
    _add_login(role)
    role.add_argument("role", choices=[each.value for each in Role])
    reset = _person_action(
        actions,
        "reset",
        translate("Commands", "end a login's password and sessions, and invite the person anew"),
    )
    _add_login(reset)
    add_file(reset, "file", translate("Commands", "the new invitation file"))
    remove = _person_action(
        actions, "remove", translate("Commands", "end a login and its sessions for good")
    )
    _add_login(remove)
    resume = _person_action(
        actions, "resume", translate("Commands", "let a person's paused checks go on")
    )
    resume.add_argument(
        "login",
        type=text,
        nargs="?",
        default="",
        metavar=translate("Commands", "LOGIN"),
        help=translate("Commands", "who (default: you)"),
    )


def add_join(commands: Subparsers) -> None:
    """``join``: what a new colleague does."""
    command = add_command(
        commands, "join", translate("Commands", "join a team with an invitation file")
    )
    add_file(command, "file", translate("Commands", "the invitation file"))
    command.add_argument(
        "--words-stdin",
        action="store_true",
        help=translate("Commands", "read the six words from standard input instead of asking"),
    )


def _add_init(actions: Subparsers) -> None:
    init = add_action(
        actions,
        "init",
        translate(
            "Commands",
            "set a database up, with its first administrator and team key; may be repeated",
        ),
    )
    init.add_argument(
        "--host",
        type=_host,
        action="append",
        required=True,
        metavar=translate("Commands", "HOST"),
        help=translate(
            "Commands",
            "the server; may be repeated for a highly available one, each with a :port of its own",
        ),
    )
    _add_port(init)
    init.add_argument(
        "--database",
        type=text,
        default="watchword",
        metavar=translate("Commands", "NAME"),
        help=translate("Commands", "the database, which is made if needed (default: watchword)"),
    )
    init.add_argument(
        "--ca-file",
        type=Path,
        metavar=translate("Commands", "FILE"),
        help=translate("Commands", "the server's authority (default: the system's authorities)"),
    )
    _add_owner(init, required=True)
    init.add_argument(
        "--login",
        type=_login,
        metavar=translate("Commands", "LOGIN"),
        help=translate("Commands", "the first administrator's login (default: yours here)"),
    )
    _add_name(init)
    init.add_argument("--recovery", required=True, **_recovery())


def _add_trust(actions: Subparsers) -> None:
    trust = add_action(
        actions,
        "trust",
        translate("Commands", "accept the server's certificate from another authority"),
    )
    trust.add_argument(
        "--ca-file",
        type=Path,
        required=True,
        metavar=translate("Commands", "FILE"),
        help=translate(
            "Commands", "the authority's certificate, or several; the present server must fit"
        ),
    )


def _add_hosts(actions: Subparsers) -> None:
    hosts = add_action(
        actions,
        "hosts",
        translate("Commands", "look for the server elsewhere, once the login works there"),
    )
    hosts.add_argument(
        "hosts",
        type=_host,
        nargs="+",
        metavar=translate("Commands", "HOST"),
        help=translate("Commands", "every host of the database, each with a :port or without"),
    )
    hosts.add_argument(
        "--port",
        type=_port,
        metavar="N",
        help=translate("Commands", "the port of hosts without one (default: the profile's)"),
    )


def _add_port(action: ArgumentParser) -> None:
    action.add_argument(
        "--port",
        type=_port,
        default=USUAL_PORT,
        metavar="N",
        help=translate("Commands", "the server's port (default: 5432)"),
    )


def _add_adopt(actions: Subparsers) -> None:
    adopt = add_action(
        actions,
        "adopt",
        translate(
            "Commands",
            "take over a workstation's customers and passwords into an empty shared database",
        ),
    )
    _add_owner(adopt, required=True)
    adopt.add_argument(
        "--from",
        dest="source",
        type=profile,
        default=DEFAULT_PROFILE,
        metavar=translate("Commands", "NAME"),
        help=translate("Commands", "the workstation's profile (default: workstation)"),
    )
    way = adopt.add_mutually_exclusive_group(required=True)
    way.add_argument("--recovery", **_recovery())
    way.add_argument(
        "--trial",
        action="store_true",
        help=translate("Commands", "take over everything, and undo it"),
    )


def _person_action(actions: Subparsers, name: str, about: str) -> ArgumentParser:
    action = add_action(actions, name, about)
    _add_owner(action, required=False)
    return action


def _add_owner(action: ArgumentParser, *, required: bool) -> None:
    action.add_argument(
        "--owner",
        type=text,
        required=required,
        default="",
        metavar=translate("Commands", "LOGIN"),
        help=translate(
            "Commands",
            "the login for setting up, which owns the database; its password is asked for, or"
            " taken from PGPASSWORD or the pgpass file, and kept nowhere",
        ),
    )


def _recovery() -> dict[str, Any]:
    return {
        "type": Path,
        "metavar": translate("Commands", "FILE"),
        "help": translate("Commands", "the recovery file to be written, with the team key"),
    }


def _add_login(action: ArgumentParser) -> None:
    action.add_argument(
        "login",
        type=_login,
        metavar=translate("Commands", "LOGIN"),
        help=translate("Commands", "small Latin letters, digits, dots, hyphens, underscores"),
    )


def _add_role(action: ArgumentParser) -> None:
    action.add_argument("--role", choices=[each.value for each in Role], required=True)


def _add_name(action: ArgumentParser) -> None:
    action.add_argument(
        "--name",
        type=text,
        default="",
        metavar=translate("Commands", "NAME"),
        help=translate("Commands", "the person's name, as the journal has it (default: the login)"),
    )


def _login(argument: str) -> str:
    try:
        return require_login(argument)
    except FieldRefusedError:
        raise ArgumentTypeError(
            translate(
                "Commands",
                "small Latin letters, digits, dots, hyphens and underscores, a letter first, and no"
                " name that PostgreSQL keeps for itself",
            )
        ) from None


def _host(argument: str) -> str:
    try:
        host_address(text(argument), USUAL_PORT)
    except ValueError:
        raise ArgumentTypeError(
            translate("Commands", "a host, or host:port; an IPv6 address with a port in brackets")
        ) from None
    return argument


def _port(argument: str) -> int:
    if not (argument.isdecimal() and 1 <= int(argument[:6]) <= HIGHEST_PORT):
        raise ArgumentTypeError(
            translate("Commands", "a number from 1 to {most}").format(most=HIGHEST_PORT)
        )
    return int(argument)

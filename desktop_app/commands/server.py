"""``server``: a shared database set up, upgraded, inspected; its CA; a workstation's taken over."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop_app.commands import exit_codes
from desktop_app.commands.adopt import adopt
from desktop_app.commands.owner import owner_of, require_shared, with_owner_password
from desktop_app.commands.targets import target_of
from desktop_app.commands.terminal import Terminal
from desktop_app.core.people import require_login
from desktop_app.core.secret import Secret
from desktop_app.core.server_errors import (
    LoginMissingError,
    ServerLogsValuesError,
    WorkHeldUpError,
)
from desktop_app.gui.setup.contract import OwnerLogin, ServerAddress, SetupStep, StepResult
from desktop_app.gui.setup.step_texts import (
    step_detail,
    step_name,
    step_note,
    step_passed,
    step_remedy,
)
from desktop_app.gui.texts.failures import failure
from desktop_app.profiles.base import Profile
from desktop_app.profiles.checks_shared import require_no_delays, require_silent_log
from desktop_app.profiles.names import USUAL_SHARED
from desktop_app.storage.postgres import schema
from desktop_app.storage.postgres.database import PostgresDatabase
from desktop_app.team.server_hosts import move
from desktop_app.team.server_setup import ServerSetup
from desktop_app.team.server_trust import trust

translate = QCoreApplication.translate


def server(profile: Profile, terminal: Terminal, options: Namespace) -> int:
    """Do what the database's owner does, or look at the server from this workstation."""
    match options.action:
        case "init":
            return _init(profile, terminal, options)
        case "upgrade":
            return _upgrade(profile, terminal, options)
        case "adopt":
            return adopt(profile, terminal, options)
        case "trust":
            return _trust(profile, terminal, options)
        case "hosts":
            return _hosts(profile, terminal, options)
    return _status(profile, terminal)


class _Steps:
    """Prints the steps as they are taken, and keeps them for the report."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._taken: dict[SetupStep, StepResult] = {}

    def tell(self, result: StepResult) -> None:
        if isinstance(result.error, LoginMissingError):
            raise result.error  # the password is asked for, and the steps are taken again
        known = self._taken.get(result.step)
        is_new = known is None or known.error is not None or result.error is not None
        self._taken[result.step] = result
        if is_new and not self._terminal.as_json:
            self._terminal.say(_step_line(result))

    def documents(self) -> list[dict[str, object]]:
        return [
            {
                "step": result.step.value,
                "outcome": "failed" if result.error else "passed",
                "detail": result.detail,
                "more": result.more,
                "failure": str(result.error) if result.error else None,
                "remedy": step_remedy(result.step, result.error) if result.error else None,
            }
            for result in self._taken.values()
        ]


def _init(profile: Profile, terminal: Terminal, options: Namespace) -> int:
    target = target_of(options.recovery, profile.files)
    login = options.login or require_login(profile.user.login)
    setup = ServerSetup(
        profile.folders,
        profile.settings,
        profile.keyring,
        profile.user,
        profile.clock,
        options.profile or USUAL_SHARED,
    )
    address = ServerAddress(
        hosts=tuple(options.host),
        port=options.port,
        database=options.database,
        authority=options.ca_file,
    )

    steps = _Steps(terminal)

    def try_way(password: Secret[str] | None) -> tuple[OwnerLogin, bool]:
        owner = OwnerLogin(options.owner, password)
        return owner, setup.test(address, owner, steps.tell)

    owner, passed = with_owner_password(terminal, options.owner, try_way)
    name = options.name or (login if options.login else profile.user.name)
    made = setup.create(address, owner, name, login, steps.tell) if passed else None
    if made is not None:
        _save_recovery_file(setup, target, terminal)
    terminal.report(
        {
            "steps": steps.documents(),
            "profile": made,
            "login": login,
            "recovery": str(target) if made else None,
        },
        lambda: _made_words(made, target),
    )
    return exit_codes.FAILED if made is None else exit_codes.DONE


def _save_recovery_file(setup: ServerSetup, target: Path, terminal: Terminal) -> None:
    terminal.complain(
        translate(
            "Commands",
            "Without the team key no stored password can be checked, so it goes into a recovery"
            " file now.",
        )
    )
    passphrase = terminal.ask_new_passphrase(
        translate("Commands", "Passphrase for the recovery file (six words or more):"),
        translate("Commands", "The same again:"),
    )
    setup.save_recovery_file(target, passphrase)


def _made_words(made: str | None, target: Path) -> list[str]:
    if made is None:
        return [
            translate(
                "Commands", "Not everything was set up. Remove the cause, then repeat the command."
            )
        ]
    return [
        translate("Commands", "The shared database is set up. The profile is “{profile}”.").format(
            profile=made
        ),
        translate(
            "Commands",
            "Recovery file written: {path}. Keep it away from the database, and its passphrase"
            " away from both.",
        ).format(path=target),
        translate("Commands", "Invite your colleagues with “watchword people invite”."),
    ]


def _step_line(result: StepResult) -> str:
    if result.error is None:
        line = translate("Commands", "passed     {name}").format(name=step_passed(result))
        found = ", ".join(filter(None, (step_detail(result), step_note(result))))
        return f"{line}: {found}" if found else line
    name, remedy = step_name(result.step), step_remedy(result.step, result.error)
    return translate("Commands", "failed     {name}: {remedy}").format(name=name, remedy=remedy)


def _upgrade(profile: Profile, terminal: Terminal, options: Namespace) -> int:
    def upgrade(password: Secret[str] | None) -> tuple[int, int]:
        owner = owner_of(profile, options.owner, password)
        with owner.connected() as connection:
            before = schema.version(connection)
            schema.require_rights(connection, creates_database=False)
            schema.create_roles(connection)
            return before, schema.upgrade(connection)

    before, reached = with_owner_password(terminal, options.owner, upgrade)

    def words() -> list[str]:
        if before == reached:
            text = translate("Commands", "The database has version {version} already.")
        else:
            text = translate("Commands", "The database has version {version} now.")
        return [text.format(version=reached)]

    terminal.report({"before": before, "version": reached}, words)
    return exit_codes.DONE


def _trust(profile: Profile, terminal: Terminal, options: Namespace) -> int:
    shared = require_shared(profile)
    end = trust(shared, options.ca_file.absolute())
    terminal.report(
        {"profile": shared.name, "host": shared.server().name, "until": end.isoformat()},
        lambda: [
            translate(
                "Commands",
                "The profile “{profile}” trusts {path} from now on. The certificate of {host} is"
                " valid until {day}.",
            ).format(
                profile=shared.name,
                path=options.ca_file,
                host=shared.server().name,
                day=f"{end:%Y-%m-%d}",
            )
        ],
    )
    return exit_codes.DONE


def _hosts(profile: Profile, terminal: Terminal, options: Namespace) -> int:
    shared = require_shared(profile)
    hosts = tuple(options.hosts)
    silent = move(shared, hosts, options.port or shared.connection.port)

    def words() -> list[str]:
        text = translate("Commands", "The profile “{profile}” looks for the server at {hosts} now.")
        lines = [text.format(profile=shared.name, hosts=", ".join(hosts))]
        if silent:
            text = translate("Commands", "At present no answer comes from {hosts}.")
            lines.append(text.format(hosts=", ".join(silent)))
        return lines

    terminal.report({"profile": shared.name, "hosts": list(hosts), "silent": list(silent)}, words)
    return exit_codes.DONE


def _status(profile: Profile, terminal: Terminal) -> int:
    shared = require_shared(profile)
    storage = shared.connect()
    try:
        found, server_version = storage.schema_version(), storage.server_version()
        known = schema.known_version()
        warnings = list(_warnings(storage)) if found == known else []
    finally:
        storage.close()
    connection = shared.connection
    terminal.report(
        {
            "profile": shared.name,
            "hosts": list(connection.hosts),
            "port": connection.port,
            "database": connection.database,
            "login": connection.login,
            "server": server_version,
            "version": found,
            "known": known,
            "warnings": warnings,
        },
        lambda: [
            translate("Commands", "Server {hosts}, PostgreSQL {version}").format(
                hosts=shared.server().name, version=server_version
            ),
            translate("Commands", "Database {database}, as {login}").format(
                database=connection.database, login=connection.login
            ),
            translate("Commands", "Version {found}, this program works with {known}").format(
                found=found, known=known
            ),
            *warnings,
        ],
    )
    return exit_codes.DONE if found == known else exit_codes.FAILED


def _warnings(storage: PostgresDatabase) -> Iterator[str]:
    """What the server's administrator ought to know, besides what is asked."""
    for look in (require_silent_log, require_no_delays):
        try:
            look(storage)
        except (ServerLogsValuesError, WorkHeldUpError) as error:
            yield failure(error)

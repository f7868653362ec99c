"""Changes where a workstation looks for the server of a shared database."""

from dataclasses import replace

from desktop_app.core.errors import JournalFaultError
from desktop_app.core.server_errors import ServerUnreachableError
from desktop_app.profiles.shared import SharedProfile
from desktop_app.storage.postgres.greeting import require_answer, verified_certificate
from desktop_app.storage.postgres.server import Server
from desktop_app.system.connection_settings import require_connection


def move(profile: SharedProfile, hosts: tuple[str, ...], port: int) -> tuple[str, ...]:
    """Look for the database at these hosts from now on; those that do not answer at present.

    Nothing is changed unless the way is found to work: every host that answers proves who it is,
    one takes the login, and its journal holds what this workstation remembers. So neither a slip
    nor somebody else's server, or an old copy, takes the place of the team's.

    Raises:
        FieldRefusedError: an address cannot be one.
        FileUnusableError: the settings cannot be written.
        JournalFaultError: the journal there is not the one that is known here.
        NotAllowedError: the login belongs to no person of the team there.
        ServerNotTrustedError: a host did not prove who it is.
        StorageError: no host can be used; see ``PostgresDatabase.open``.
        TeamKeyError: the login's password cannot be had.
    """
    connection = require_connection(replace(profile.connection, hosts=hosts, port=port))
    moved = replace(profile, connection=connection)
    silent = tuple(host for host in hosts if not _answers(replace(moved.server(), hosts=(host,))))
    opened = moved.open()
    try:
        fault = opened.keep_head()
    finally:
        opened.storage.close()
    if fault is not None:
        raise JournalFaultError(fault.sequence, fault.kind.value)
    profile.settings.update(lambda old: old.with_connection(profile.name, connection))
    return silent


def _answers(server: Server) -> bool:
    """Whether the one host of a server does, after it has proved who it is."""
    try:
        require_answer(server)
        if server.tls:
            verified_certificate(server)
    except ServerUnreachableError:
        return False
    return True

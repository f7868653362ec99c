"""What ``watchword doctor`` looks at in a shared database."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop_app.core.entities import Role
from desktop_app.core.errors import ClockWrongError, FileUnusableError, JournalFaultError
from desktop_app.core.server_errors import (
    CertificateExpiringError,
    ServerLogsValuesError,
    WorkHeldUpError,
)
from desktop_app.profiles.base import OpenProfile
from desktop_app.profiles.checks import ProfileChecks
from desktop_app.profiles.shared import SharedProfile
from desktop_app.storage.postgres.database import PostgresDatabase
from desktop_app.storage.postgres.greeting import require_answer, verified_certificate
from desktop_app.storage.postgres.schema import require_version
from desktop_app.system.doctor import Check, Findings, folder_rights

_SOON = timedelta(days=14)
_TOLERANCE = timedelta(minutes=2)


class SharedChecks(ProfileChecks):
    """The checks of the way to a server, of what is there, and of the keys."""

    def __init__(self, profile: SharedProfile) -> None:
        super().__init__(profile)
        self._shared = profile
        self._storage: PostgresDatabase | None = None
        self._certificate_end = datetime.min.replace(tzinfo=UTC)

    def all(self) -> Sequence[Check]:
        """Every check in order, with what each needs."""
        profile = self._shared
        trusted = "tls" if profile.connection.tls else "server"
        tls = (
            Check("tls", self._tls, ("server",)),
            Check("certificate", self._certificate, ("tls",)),
        )
        return (
            Check("folders", lambda: folder_rights(profile.folders)),
            Check("server", self._server),
            *(tls if profile.connection.tls else ()),
            Check("login", self._login, (trusted,)),
            Check("schema", self._schema, ("login",)),
            Check("role", self._role, ("schema",)),
            Check("journal", self._journal, ("role",)),
            Check("held-up", lambda: require_no_delays(self._postgres), ("role",)),
            Check("server-clock", self._clock, ("login",)),
            Check("server-log", self._log, ("login",)),
            *self._keys("role"),
        )

    def close(self) -> None:
        """Close the database, if it was opened."""
        if self._storage is not None:
            self._storage.close()

    def _server(self) -> Findings:
        server = self._shared.server()
        require_answer(server)
        return {"host": server.name, "database": server.database}

    def _tls(self) -> Findings:
        """Whether the certificate is the server's own and from the right authority.

        Raises:
            ServerNotTrustedError: it is not.
            FileUnusableError: the profile's copy of the CA certificate is gone.
        """
        server = self._shared.server()
        _require_file(server.ca_file)
        self._certificate_end = verified_certificate(server).end
        return {} if server.ca_file is None else {"authority": str(server.ca_file)}

    def _certificate(self) -> Findings:
        """Whether the certificate will last.

        Raises:
            CertificateExpiringError: not for two weeks more.
        """
        end = self._certificate_end
        day = end.date().isoformat()
        if end - self._shared.clock() < _SOON:
            raise CertificateExpiringError(self._shared.server().name, day)
        return {"until": day}

    def _login(self) -> Findings:
        self._storage = self._shared.connect()
        return {"login": self._shared.login}

    def _schema(self) -> Findings:
        version = self._postgres.schema_version()
        require_version(version)
        return {"version": str(version)}

    def _role(self) -> Findings:
        """Whether the login is a person of the team, and as what.

        Raises:
            NotAllowedError: it is not.
        """
        role = self._postgres.person.role
        self._opened = OpenProfile(
            self._shared, self._postgres, self._shared.keys(), self._shared.clock
        )
        return {"role": role.value}

    def _journal(self) -> Findings:
        """Whether the chain holds; whoever may not read it looks for the remembered head only.

        Raises:
            JournalFaultError: it does not.
        """
        if self._postgres.person.role is not Role.AGENT:
            return super()._journal()
        fault = self._database.keep_head()
        if fault is not None:
            raise JournalFaultError(fault.sequence, fault.kind.value)
        return {}

    def _clock(self) -> Findings:
        """Whether this computer's clock agrees with the server's, whose times are shown.

        Raises:
            ClockWrongError: it does not.
        """
        before = self._shared.clock()
        there = self._postgres.moment().astimezone(UTC)
        after = self._shared.clock()
        ahead = before - there if there < before else min(after - there, timedelta(0))
        if abs(ahead) > _TOLERANCE:
            raise ClockWrongError("unlike-server")
        return {"now": there.isoformat(timespec="seconds")}

    def _log(self) -> Findings:
        """Whether the server keeps what checks send to itself.

        Raises:
            ServerLogsValuesError: it writes it into its log.
        """
        require_silent_log(self._postgres)
        return {}

    @property
    def _postgres(self) -> PostgresDatabase:
        assert self._storage is not None  # noqa: S101 - "needs" has made sure of it
        return self._storage


def require_silent_log(storage: PostgresDatabase) -> None:
    """Pass a server that does not write the values of statements into its log.

    Raises:
        ServerLogsValuesError: it does.
    """
    remedy = storage.log_remedy()
    if remedy is not None:
        raise ServerLogsValuesError(remedy)


def require_no_delays(storage: PostgresDatabase) -> Findings:
    """Pass a database in which nobody holds others up.

    Raises:
        WorkHeldUpError: somebody may, or the journal is not sealed any more.
    """
    since, logins = storage.delays()
    if since is not None or logins:
        waiting = "" if since is None else since.astimezone(UTC).isoformat(timespec="seconds")
        raise WorkHeldUpError(logins, waiting)
    return {}


def _require_file(path: Path | None) -> None:
    if path is not None and not path.is_file():
        raise FileUnusableError(str(path), "missing")

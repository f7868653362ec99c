"""The test of the way to a server, step by step: it changes nothing there."""

from dataclasses import dataclass, replace
from functools import cached_property

from desktop_app.core.server_errors import ServerNotTrustedError
from desktop_app.gui.setup.contract import SetupStep
from desktop_app.storage.postgres import schema
from desktop_app.storage.postgres.greeting import (
    Encryption,
    addresses,
    encryption,
    require_answer,
    verified_certificate,
)
from desktop_app.storage.postgres.owner import Owner
from desktop_app.storage.postgres.server import Server
from desktop_app.system.certificates import issuer_of
from desktop_app.team.steps import Step


@dataclass(frozen=True)
class ConnectionTest:
    """The way to a server, and the rights there, for whoever sets a database up."""

    owner: Owner
    database: str

    def steps(self) -> tuple[Step, ...]:
        """What is tested, in order."""
        return (
            (SetupStep.HOST, self._host),
            (SetupStep.PORT, self._port),
            (SetupStep.ENCRYPTION, self._encryption),
            (SetupStep.CERTIFICATE, self._certificate),
            (SetupStep.SIGN_IN, self._sign_in),
            (SetupStep.RIGHTS, self._rights),
        )

    @property
    def _server(self) -> Server:
        return self.owner.server

    @cached_property
    def _shown(self) -> Encryption:
        return encryption(self._server)

    def _host(self) -> str:
        return ", ".join(addresses(self._server))

    def _port(self) -> tuple[str, str]:
        milliseconds = require_answer(self._server)
        ports = dict.fromkeys(str(address.port) for address in self._server.addresses)
        return ", ".join(ports), str(milliseconds)

    def _encryption(self) -> str:
        return self._shown.protocol if self._server.tls else ""

    def _certificate(self) -> str | tuple[str, str]:
        if not self._server.tls:
            return ""
        try:
            found = verified_certificate(self._server)
        except ServerNotTrustedError as error:
            if error.reason != "certificate":
                raise
            raise replace(error, issuer=issuer_of(self._shown.shown)) from error
        return f"{found.end:%Y-%m-%d}", found.issuer

    def _sign_in(self) -> str:
        with self.owner.beside() as connection:
            version = connection.info.parameter_status("server_version") or ""
            return f"PostgreSQL {version.split(' ', 1)[0]}"  # without the packager's own words

    def _rights(self) -> str:
        with self.owner.beside() as connection:
            present = schema.database_owner(connection, self.database)
            creates = present != schema.OWNER
            return ", ".join(schema.require_rights(connection, creates_database=creates))

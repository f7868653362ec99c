"""A real PostgreSQL of the tests' own: one server, with TLS, that ends with the test run."""

import os
import secrets
import select
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

import psycopg
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

SUPERUSER = "postgres"

_SETTINGS = {
    "fsync": "off",
    "max_connections": "200",
    "password_encryption": "scram-sha-256",
    "ssl": "on",
    "ssl_ca_file": "clients-ca.crt",
    "ssl_cert_file": "server.crt",
    "ssl_key_file": "server.key",
    "log_statement": "all",
    "logging_collector": "off",
}
# "careless" stands for a server that asks for passwords in clear, "certified" for a login without
# a password, which a client certificate stands for.
_ACCESS = """\
hostssl all certified 127.0.0.1/32 cert
host  all careless 127.0.0.1/32 password
local all all                scram-sha-256
host  all all 127.0.0.1/32   scram-sha-256
host  replication all 127.0.0.1/32 scram-sha-256
"""
# The server runs as long as the pipe to this shell, so it cannot outlive the tests.
_GUARD = '"$@" & server=$!; cat >/dev/null; kill -INT $server; wait $server'
_PATIENCE = 60


class PostgresServer:
    """Runs as long as the ``with`` block, on a port of this computer, with a new certificate.

    ``initdb`` and the server refuse to run as root, so there they run as the system's user for
    PostgreSQL or for nobody. ``settings`` are lines of postgresql.conf in place of the tests' own,
    ``names`` the names and addresses in its certificate.
    """

    address = "127.0.0.1"

    def __init__(
        self,
        settings: Mapping[str, str] = MappingProxyType({}),
        names: Iterable[str] = ("localhost",),
    ) -> None:
        self._settings = {**_SETTINGS, **settings}
        self._names = tuple(names)
        self.folder = Path(tempfile.mkdtemp(prefix="watchword-postgres-"))
        self.data = self.folder / "data"
        self.log = self.folder / "log"
        self.ca_file = self.folder / "ca.crt"
        self.other_ca_file = self.folder / "other-ca.crt"
        self.namesake_ca_file = self.folder / "namesake-ca.crt"
        self.password = secrets.token_urlsafe(16)
        self.port = _free_port()
        self._user = _unprivileged_user()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        try:
            self._initialise()
            self.start()
        except BaseException:
            self.end()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.end()

    def connect(
        self, database: str = "postgres", user: str = SUPERUSER, password: str | None = None
    ) -> psycopg.Connection[tuple[object, ...]]:
        """A plain connection past the program, in autocommit."""
        return psycopg.connect(
            host=self.address,
            port=self.port,
            dbname=database,
            user=user,
            password=self.password if password is None else password,
            autocommit=True,
        )

    def dump(self, database: str, *arguments: str) -> str:
        """What ``pg_dump`` makes of a database, as SQL."""
        return self._run_as_superuser("pg_dump", "--dbname", database, *arguments).decode()

    def back_up(self, database: str) -> bytes:
        """A database as an administrator backs it up, with the rights on it."""
        return self._run_as_superuser("pg_dump", "-Fc", "--create", "--dbname", database)

    def put_back(self, backup: bytes) -> None:
        """Replace a database by its backup, as an administrator does."""
        self._run_as_superuser(
            "pg_restore", "--clean", "--create", "--exit-on-error", "--dbname", "postgres",
            given=backup,
        )  # fmt: skip

    def start(self) -> None:
        """Start the server and wait until it answers."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                ["sh", "-c", _GUARD, "guard", program("postgres"), "-D", str(self.data)],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                cwd=self.folder,
                start_new_session=True,
                user=self._user,
            )
        self._run("pg_isready", "-t", "0", "-h", self.address, "-p", str(self.port), wait=True)

    def stop(self) -> None:
        """Stop the server at once, as a fast shutdown does."""
        if self._process is not None:
            with self._process:
                pass  # closes the pipe and waits
            self._process = None

    def cut_power(self) -> None:
        """End every process of the server in the middle of whatever it does."""
        with self.connect() as connection:
            rows = connection.execute("SELECT pid FROM pg_stat_activity").fetchall()
        # The server itself first, or it would put things right after the loss of another.
        for pid in (self.postmaster_pid(), *(int(str(row[0])) for row in rows)):
            _kill(pid)
        self.stop()

    def end(self) -> None:
        """Stop the server and remove its files."""
        self.stop()
        if self.folder.exists():
            shutil.rmtree(self.folder)

    def postmaster_pid(self) -> int:
        """The process id of the server itself."""
        return int((self.data / "postmaster.pid").read_text("ascii").split("\n", 1)[0])

    def write_client_certificate(self, login: str, folder: Path) -> tuple[Path, Path]:
        """A certificate for a login, and its key, as files of their own."""
        authority_key, authority = self._authority
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = _certificate(login, authority.subject, key).sign(
            authority_key, hashes.SHA256()
        )
        certificate_file, key_file = folder / "client.crt", folder / "client.key"
        certificate_file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
        key_file.write_bytes(_private_pem(key))
        key_file.chmod(0o600)
        return certificate_file, key_file

    def _initialise(self) -> None:
        self._make_folder()
        password_file = self.folder / "password"
        password_file.write_text(self.password, encoding="ascii")
        if self._user is not None:
            shutil.chown(password_file, self._user)
        self._run(
            "initdb", "-D", str(self.data), "-U", SUPERUSER, "-A", "scram-sha-256",
            "--pwfile", str(password_file), "-E", "UTF8", "--locale", "C", "--no-sync",
        )  # fmt: skip
        self._write_certificates()
        self._write_settings()
        (self.data / "pg_hba.conf").write_text(_ACCESS, encoding="ascii")

    def _make_folder(self) -> None:
        self.folder.chmod(0o755)
        self.data.mkdir(mode=0o700)
        self.log.touch()
        if self._user is not None:
            for path in (self.data, self.log):
                shutil.chown(path, self._user)

    def _write_settings(self) -> None:
        lines = {
            **self._settings,
            "listen_addresses": self.address,
            "port": str(self.port),
            "unix_socket_directories": str(self.data),
        }
        with (self.data / "postgresql.conf").open("a", encoding="ascii") as settings:
            settings.writelines(f"{name} = '{value}'\n" for name, value in lines.items())

    def _write_certificates(self) -> None:
        self._authority = key, certificate = _authority("Watchword tests")
        _, other = _authority("Somebody else")
        _, namesake = _authority("Watchword tests")
        for file, authority in (
            (self.ca_file, certificate),
            (self.other_ca_file, other),
            (self.namesake_ca_file, namesake),
        ):
            file.write_bytes(authority.public_bytes(serialization.Encoding.PEM))
        server_key = ec.generate_private_key(ec.SECP256R1())
        server = (
            _certificate("localhost", certificate.subject, server_key)
            .add_extension(
                x509.SubjectAlternativeName([_certified(name) for name in self._names]),
                critical=False,
            )
            .sign(key, hashes.SHA256())
        )
        written = {
            "clients-ca.crt": certificate.public_bytes(serialization.Encoding.PEM),
            "server.crt": server.public_bytes(serialization.Encoding.PEM),
            "server.key": _private_pem(server_key),
        }
        for name, content in written.items():
            path = self.data / name
            path.write_bytes(content)
            path.chmod(0o600)
            if self._user is not None:
                shutil.chown(path, self._user)

    def _run_as_superuser(self, name: str, *arguments: str, given: bytes = b"") -> bytes:
        """What one of PostgreSQL's client programs writes."""
        done = subprocess.run(
            [program(name), "-h", self.address, "-p", str(self.port), "-U", SUPERUSER, *arguments],
            env={**os.environ, "PGPASSWORD": self.password},
            input=given,
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def _run(self, name: str, *arguments: str, wait: bool = False) -> None:
        """Run one of PostgreSQL's programs; with ``wait`` again until it succeeds."""
        deadline = datetime.now(tz=UTC) + timedelta(seconds=_PATIENCE)
        while True:
            done = subprocess.run(
                [program(name), *arguments],
                cwd=self.folder,
                user=self._user,
                capture_output=True,
                check=False,
                timeout=_PATIENCE,
            )
            if done.returncode == 0:
                return
            running = self._process is not None and self._process.poll() is None
            late = datetime.now(tz=UTC) > deadline
            if not (wait and running and not late):
                raise AssertionError(done.stderr + self.log.read_bytes())


def program(name: str) -> str:
    """One of PostgreSQL's programs; Debian keeps the server's out of the path."""
    versions = Path("/usr/lib/postgresql").glob(f"*/bin/{name}")
    found = sorted(versions, key=lambda path: int(path.parent.parent.name))
    path = shutil.which(name) if not found else str(found[-1])
    assert path is not None, f"{name} is missing: install PostgreSQL's server"
    return path


def _kill(pid: int) -> None:
    """End a process at once and wait until it has; somebody else's child cannot be waited for."""
    with suppress(ProcessLookupError):
        process = os.pidfd_open(pid)
        try:
            signal.pidfd_send_signal(process, signal.SIGKILL)
            ended, _, _ = select.select([process], [], [], _PATIENCE)
        finally:
            os.close(process)
        assert ended, f"process {pid} does not end"


def _certified(name: str) -> x509.GeneralName:
    with suppress(ValueError):
        return x509.IPAddress(ip_address(name))
    return x509.DNSName(name)


def _unprivileged_user() -> str | None:
    """As whom the server runs: None is the present user."""
    if os.geteuid() != 0:
        return None
    import pwd

    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _authority(name: str) -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    certificate = (
        _certificate(name, subject, key)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    return key, certificate


def _private_pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def _certificate(
    name: str, issuer: x509.Name, key: ec.EllipticCurvePrivateKey
) -> x509.CertificateBuilder:
    now = datetime.now(tz=UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
    )

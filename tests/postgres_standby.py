"""The second server of a highly available pair: it follows the first by streaming replication."""

import time

from psycopg.conninfo import make_conninfo

from tests.postgres_server import SUPERUSER, PostgresServer

_NAME = "standby"
_PATIENCE = 30.0


class StandbyServer(PostgresServer):
    """Follows ``primary`` from another address of this computer, on ``port``.

    Inside the ``with`` block the primary acknowledges no transaction that is not here as well.
    """

    address = "127.0.0.2"

    def __init__(self, primary: PostgresServer, port: int) -> None:
        super().__init__()
        self._primary = primary
        self.port = port
        self.password = primary.password

    def start(self) -> None:
        """Start it, and let the primary wait for it from then on."""
        super().start()
        with self._primary.connect() as primary:
            primary.execute(f"ALTER SYSTEM SET synchronous_standby_names = '{_NAME}'".encode())
            primary.execute("SELECT pg_reload_conf()")
            until = time.monotonic() + _PATIENCE
            while not primary.execute(
                "SELECT FROM pg_stat_replication WHERE state = 'streaming' AND sync_state = 'sync'"
            ).fetchall():
                assert time.monotonic() < until, self.log.read_text(encoding="utf-8")

    def promote(self) -> None:
        """Make it the primary, and wait until it is."""
        with self.connect() as connection:
            done = connection.execute("SELECT pg_promote(true, %s)", (int(_PATIENCE),)).fetchone()
        assert done == (True,)

    def _initialise(self) -> None:
        self._make_folder()
        source = make_conninfo(
            host=self._primary.address,
            port=self._primary.port,
            user=SUPERUSER,
            password=self.password,
            application_name=_NAME,
        )
        self._run(
            "pg_basebackup", "-D", str(self.data), "-d", source, "-c", "fast", "-X", "stream",
            "--write-recovery-conf", "--no-sync",
        )  # fmt: skip
        for lock in self.data.glob(".s.PGSQL.*.lock"):
            lock.unlink()  # the primary's, whose socket is not copied
        self._write_settings()

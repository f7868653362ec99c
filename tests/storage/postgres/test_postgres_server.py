"""The server that the tests start for themselves."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.postgres_server import PostgresServer

ROOT = Path(__file__).parents[3]
_STARTED_AND_KILLED = """
import os, signal
from tests.postgres_server import PostgresServer
server = PostgresServer().__enter__()
print(server.postmaster_pid(), server.folder, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_it_is_a_server_that_the_program_supports(postgres_server: PostgresServer) -> None:
    """15 or newer, with TLS on."""
    with postgres_server.connect() as connection:
        assert connection.info.server_version >= 150_000
        assert connection.execute("SHOW ssl").fetchone() == ("on",)


def test_it_starts_again_after_a_stop() -> None:
    """With the same data under the same address."""
    with PostgresServer() as server:
        server.stop()
        server.start()
        with server.connect() as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)


def test_it_ends_with_a_test_run_that_is_killed() -> None:
    """Nobody is left to stop it, so it stops by itself."""
    killed = subprocess.run(
        [sys.executable, "-c", _STARTED_AND_KILLED],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    pid, folder = killed.stdout.split()
    descriptor = os.pidfd_open(int(pid)) if Path("/proc", pid).exists() else None
    if descriptor is not None:
        import select

        ended, _, _ = select.select([descriptor], [], [], 30)
        os.close(descriptor)
        assert ended
    assert not (Path(folder) / "data" / "postmaster.pid").exists()
    subprocess.run(["rm", "-rf", folder], check=True)

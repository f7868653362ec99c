"""A check in a process of its own, for the tests that kill it in the middle.

Prints a line when it has come to the step named in its arguments, and waits there for ever.
"""

import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from desktop_app.storage.sqlite.database import SqliteDatabase
from tests.storage.engines import ADMIN, digest_of


def main(path: str, customer_id: str, attempt: str, step: str) -> None:
    present = "challenge"

    def wait_here() -> None:
        print(step, flush=True)
        threading.Event().wait()

    def clock() -> datetime:
        if present == step:  # inside the transaction of this step
            wait_here()
        return datetime(2026, 11, 22, 14, 2, 4, tzinfo=UTC)

    database = SqliteDatabase(Path(path), ADMIN, "desk-1", clock)
    generation = database.credentials.challenge(int(customer_id)).generation
    present = "submit"
    database.credentials.submit(UUID(attempt), int(customer_id), generation, digest_of("right"))
    if step == "between":
        wait_here()
    present = "result"
    database.credentials.result(UUID(attempt))


if __name__ == "__main__":
    main(*sys.argv[1:])

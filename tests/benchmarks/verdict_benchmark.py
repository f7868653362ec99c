"""Enter to verdict: a check on a real database against one Argon2id of the same parameters."""

import statistics
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from argon2.low_level import Type, hash_secret_raw

from desktop_app.core import verifier
from desktop_app.core.enrolment import Enrolment
from desktop_app.core.entities import (
    Answer,
    CustomerDraft,
    IdentityCheck,
    Validity,
    VerifierParameters,
)
from desktop_app.core.ports import Storage
from desktop_app.core.secret import Secret
from desktop_app.core.verification import VerifyCaller
from desktop_app.storage.sqlite.database import SqliteDatabase
from desktop_app.system.memory_keys import MemoryKeys
from tests.benchmarks.registry import Figure, benchmark
from tests.benchmarks.workstation import ADMIN, Workstation

ROUNDS: Final = 25
ROUND_TRIPS: Final = 200
_PASSWORD: Final = "Kranich Laterne 86"


@benchmark("verdict")
def measure_verdict(_workstation: Workstation) -> Sequence[Figure]:
    """On a file."""
    with TemporaryDirectory(prefix="watchword-verdict-") as folder:
        path = Path(folder) / "watchword.sqlite3"
        database = SqliteDatabase(path, ADMIN, "desk-1", lambda: datetime.now(UTC))
        database.create()
        taken, floor = _medians(database)
        database.close()
    return [Figure("verdict: Enter to verdict", "ms", taken, floor, 1.1)]


@benchmark("shared-verdict")
def measure_shared_verdict(workstation: Workstation) -> Sequence[Figure]:
    """Over TLS on the same computer; two round trips to the server belong to the floor."""
    database = workstation.office.lead
    taken, floor = _medians(database)
    begin = time.perf_counter()
    for _ in range(ROUND_TRIPS):
        database.schema_version()  # two statements
    trips = (time.perf_counter() - begin) / ROUND_TRIPS * 1_000
    return [Figure("shared verdict: Enter to verdict", "ms", taken, floor + trips, 1.1)]


def _medians(database: Storage) -> tuple[float, float]:
    """Milliseconds of a check and of a hash, made in turn. The challenge is there before Enter."""
    verify, customer_id = _with_password(database)
    checks: list[float] = []
    hashes: list[float] = []
    for _ in range(ROUNDS + 1):
        challenge = verify.open(customer_id)
        typed = Secret(_PASSWORD)
        parameters = challenge.parameters
        assert parameters is not None
        begin = time.perf_counter()
        checked = verify.check(challenge, typed)
        checks.append(time.perf_counter() - begin)
        assert checked.verdict.answer is Answer.MATCHES
        begin = time.perf_counter()
        _hash(parameters)
        hashes.append(time.perf_counter() - begin)
    taken, floor = (statistics.median(each[1:]) * 1_000 for each in (checks, hashes))
    return taken, floor


def _with_password(database: Storage) -> tuple[VerifyCaller, int]:
    keys = MemoryKeys((verifier.new_team_key(),))
    customer = database.customers.add(CustomerDraft(number="Enter", name="Sofie Wendt"))
    Enrolment(database.customers, database.credentials, database.policies, keys).set(
        customer.id,
        Secret(_PASSWORD),
        IdentityCheck("callback", "benchmark"),
        Validity.UNTIL_CHANGED,
    )
    return VerifyCaller(database.credentials, database.policies, keys), customer.id


def _hash(parameters: VerifierParameters) -> None:
    hash_secret_raw(
        secret=_PASSWORD.encode(),
        salt=parameters.salt,
        time_cost=parameters.passes,
        memory_cost=parameters.memory_kib,
        parallelism=parameters.lanes,
        hash_len=verifier.KEY_BYTES,
        type=Type.ID,
    )

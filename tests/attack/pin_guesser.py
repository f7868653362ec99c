"""Somebody who has a copy of a database and tries every four-digit PIN."""

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import replace

from argon2.low_level import Type, hash_secret_raw

from desktop_app.core import verifier
from desktop_app.core.entities import NewCredential, VerifierParameters
from desktop_app.core.policy import Policy
from desktop_app.core.secret import Secret

KEY = verifier.team_key(Secret(bytes(range(32))))
FLOOR = Policy(memory_kib=verifier.FLOOR.memory_kib, passes=verifier.FLOOR.passes)
PIN = "7391"


def guessed_tag(pin: str, parameters: VerifierParameters) -> bytes:
    """What Argon2id makes of a PIN."""
    return hash_secret_raw(
        pin.encode(), parameters.salt, parameters.passes, parameters.memory_kib, 1, 32, Type.ID
    )


def guessed_digest(
    key: bytes, customer_id: int, parameters: VerifierParameters, tag: bytes
) -> bytes:
    """What a workstation with this key would send."""
    versions = bytes((parameters.norm_version, parameters.kdf_version))
    return hmac.digest(key, customer_id.to_bytes(8, "big") + versions + tag, "sha256")


class PinGuesser:
    """Searches the whole space for one customer.

    The hash is made a thousand times cheaper here than any workstation would compute it, so that
    this takes seconds: what protects a stolen dump is the key, not the cost.
    """

    def __init__(self, customer_id: int) -> None:
        self._customer_id = customer_id
        self._cheap = replace(verifier.new_parameters(FLOOR, KEY), memory_kib=8, passes=1)

    def credential(self) -> NewCredential:
        """The customer's PIN under the team key, for the database to store."""
        stored = self._digest(KEY.key.reveal(), guessed_tag(PIN, self._cheap))
        as_stored = replace(self._cheap, memory_kib=FLOOR.memory_kib, passes=FLOOR.passes)
        return NewCredential(as_stored, hashlib.sha256(stored).digest())

    def require_only_the_key_finds(self, target: bytes, in_reach: Iterable[bytes]) -> None:
        """No PIN gives the verifier under any value in reach; under the team key the PIN does."""
        pins = (f"{number:04}" for number in range(10_000))
        tags = {pin: guessed_tag(pin, self._cheap) for pin in pins}

        def found(key: bytes) -> list[str]:
            return [
                pin
                for pin, tag in tags.items()
                if hashlib.sha256(self._digest(key, tag)).digest() == target
            ]

        tried = {*in_reach, b"", bytes(32), hashlib.sha256(b"watchword").digest()}
        assert [found(key) for key in tried] == [[]] * len(tried)
        assert found(KEY.key.reveal()) == [PIN]
        assert target not in (hashlib.sha256(tag).digest() for tag in tags.values())

    def _digest(self, key: bytes, tag: bytes) -> bytes:
        return guessed_digest(key, self._customer_id, self._cheap, tag)

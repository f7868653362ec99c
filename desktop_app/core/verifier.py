"""From a typed password to the value that the database stores (SECURITY §1).

::

    canonical = normalise(typed, norm_version)                               UTF-8
    tag       = Argon2id(canonical, salt, m, t, p=1, 32 bytes, v=0x13)       RFC 9106
    digest    = HMAC-SHA-256(team key, customer id u64 BE | norm_version u8 | kdf_version u8 | tag)
    verifier  = SHA-256(digest)

A digest is what a workstation sends for a check, a verifier is what is stored, so a stored value
is of no use as a password. The customer's id binds it to one customer, the key to one team.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass

from desktop_app.core.entities import NewCredential, TeamKey, VerifierParameters
from desktop_app.core.errors import KeyMismatchError, KeyMissingError, ParametersRefusedError
from desktop_app.core.normalise import KNOWN_VERSIONS, normalise
from desktop_app.core.policy import BOUNDS, KDF_VERSION, NORM_VERSION, Policy
from desktop_app.core.secret import Secret

KEY_BYTES = 32
KEY_ID_BYTES = 8
SALT_BYTES = 16
TAG_BYTES = 32

_KEY_ID_PREFIX = b"watchword key id"
_ARGON2_VERSION = 0x13


@dataclass(frozen=True, slots=True)
class Cost:
    """What one hash costs: memory in KiB and passes over it."""

    memory_kib: int
    passes: int


FLOOR = Cost(BOUNDS["memory_kib"][0], BOUNDS["passes"][0])
"""The cheapest hash a client computes: a hostile server must not get one that is easy to guess."""

CEILING = Cost(BOUNDS["memory_kib"][1], BOUNDS["passes"][1])
"""The dearest hash a client computes: a hostile server must not be able to hang a workstation."""


def key_id(key: Secret[bytes]) -> bytes:
    """The 8 bytes that tell team keys apart without showing them."""
    return hashlib.sha256(_KEY_ID_PREFIX + key.reveal()).digest()[:KEY_ID_BYTES]


def new_team_key() -> TeamKey:
    """A fresh random team key."""
    return team_key(Secret(secrets.token_bytes(KEY_BYTES)))


def team_key(key: Secret[bytes]) -> TeamKey:
    """The team key made of these 32 bytes.

    Raises:
        KeyMissingError: these are not 32 bytes, so what was kept is no team key.
    """
    if len(key.reveal()) != KEY_BYTES:
        raise KeyMissingError
    return TeamKey(key_id(key), key)


def require_acceptable(parameters: VerifierParameters) -> None:
    """Pass parameters that a workstation may compute with, whoever asks for them.

    Raises:
        ParametersRefusedError: the first parameter out of its limits or of an unknown version.
    """
    acceptable = {
        "kdf_version": parameters.kdf_version == KDF_VERSION,
        "norm_version": parameters.norm_version in KNOWN_VERSIONS,
        "salt": len(parameters.salt) == SALT_BYTES,
        "memory_kib": FLOOR.memory_kib <= parameters.memory_kib <= CEILING.memory_kib,
        "passes": FLOOR.passes <= parameters.passes <= CEILING.passes,
        "lanes": parameters.lanes == 1,
        "key_id": len(parameters.key_id) == KEY_ID_BYTES,
    }
    for parameter, holds in acceptable.items():
        if not holds:
            raise ParametersRefusedError(parameter)


def new_parameters(policy: Policy, key: TeamKey) -> VerifierParameters:
    """The policy's parameters with a fresh random salt.

    Raises:
        ParametersRefusedError: the policy asks for what a workstation refuses.
    """
    parameters = VerifierParameters(
        salt=secrets.token_bytes(SALT_BYTES),
        memory_kib=policy.memory_kib,
        passes=policy.passes,
        lanes=policy.lanes,
        norm_version=NORM_VERSION,
        kdf_version=KDF_VERSION,
        key_id=key.key_id,
    )
    require_acceptable(parameters)
    return parameters


def follows_policy(parameters: VerifierParameters, policy: Policy) -> bool:
    """Whether a verifier has the cost and the versions that the policy gives a new one."""
    stored = (parameters.memory_kib, parameters.passes, parameters.lanes)
    versions = (parameters.norm_version, parameters.kdf_version)
    wanted = (policy.memory_kib, policy.passes, policy.lanes)
    return stored == wanted and versions == (NORM_VERSION, KDF_VERSION)


def is_outdated(parameters: VerifierParameters, policy: Policy, key: TeamKey) -> bool:
    """Whether a verifier made with these parameters is not as the policy would make it today."""
    return not follows_policy(parameters, policy) or parameters.key_id != key.key_id


def digest(
    typed: Secret[str], parameters: VerifierParameters, customer_id: int, key: TeamKey
) -> Secret[bytes]:
    """The 32 bytes that a check sends; takes as long as one Argon2id of these parameters.

    Raises:
        UnusableTextError: the text cannot be a password.
        ParametersRefusedError: the parameters are out of their limits, or this computer has not
            the memory they ask for.
        KeyMismatchError: the verifier was made with another key.
    """
    require_acceptable(parameters)
    if parameters.key_id != key.key_id:
        raise KeyMismatchError
    canonical = normalise(typed.reveal(), parameters.norm_version)
    message = (
        customer_id.to_bytes(8, "big")
        + bytes((parameters.norm_version, parameters.kdf_version))
        + _tag(canonical.encode("utf-8"), parameters)
    )
    return Secret(hmac.digest(key.key.reveal(), message, "sha256"))


def verifier(digest: Secret[bytes]) -> bytes:
    """What the database stores and compares with."""
    return hashlib.sha256(digest.reveal()).digest()


def new_credential(
    typed: Secret[str], policy: Policy, customer_id: int, key: TeamKey
) -> NewCredential:
    """A verifier of the typed password as the policy wants it, under a fresh salt.

    Raises:
        UnusableTextError: the text cannot be a password.
        ParametersRefusedError: the policy asks for what a workstation refuses or cannot compute.
    """
    parameters = new_parameters(policy, key)
    return NewCredential(parameters, verifier(digest(typed, parameters, customer_id, key)))


def _tag(canonical: bytes, parameters: VerifierParameters) -> bytes:
    # Imported late: it takes 33 ms, and the window opens without it.
    from argon2.exceptions import HashingError
    from argon2.low_level import Type, hash_secret_raw

    try:
        return hash_secret_raw(
            secret=canonical,
            salt=parameters.salt,
            time_cost=parameters.passes,
            memory_cost=parameters.memory_kib,
            parallelism=parameters.lanes,
            hash_len=TAG_BYTES,
            type=Type.ID,
            version=_ARGON2_VERSION,
        )
    except HashingError as error:
        # Within the limits above Argon2 fails for one reason only: the memory is not there.
        raise ParametersRefusedError("memory_kib") from error

"""From a typed password to the stored verifier, against a second implementation."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import argon2.low_level
import pytest
from argon2.exceptions import HashingError
from nacl.bindings import crypto_pwhash_alg, crypto_pwhash_ALG_ARGON2ID13

from desktop_app.core import verifier
from desktop_app.core.entities import TeamKey, VerifierParameters
from desktop_app.core.errors import (
    KeyMismatchError,
    KeyMissingError,
    ParametersRefusedError,
    UnusableTextError,
)
from desktop_app.core.normalise import normalise
from desktop_app.core.policy import Policy
from desktop_app.core.secret import Secret

VECTORS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "vectors" / "verifier_v1.json").read_text(encoding="utf-8")
)
FLOOR = Policy(memory_kib=verifier.FLOOR.memory_kib, passes=verifier.FLOOR.passes)
KEY = verifier.team_key(Secret(bytes(range(32))))
PARAMETERS = verifier.new_parameters(FLOOR, KEY)


def parameters_of(vector: dict[str, Any]) -> VerifierParameters:
    return VerifierParameters(
        salt=bytes.fromhex(vector["salt"]),
        memory_kib=vector["memory_kib"],
        passes=vector["passes"],
        lanes=vector["lanes"],
        norm_version=vector["norm_version"],
        kdf_version=vector["kdf_version"],
        key_id=bytes.fromhex(vector["key_id"]),
    )


@pytest.mark.parametrize("vector", VECTORS, ids=lambda v: v["name"])
def test_frozen_vectors(vector: dict[str, Any]) -> None:
    """Digest and verifier of version 1 are these bytes, for every portal in any language."""
    key = verifier.team_key(Secret(bytes.fromhex(vector["key"])))
    digest = verifier.digest(
        Secret(vector["typed"]), parameters_of(vector), int(vector["customer_id"]), key
    )
    assert key.key_id.hex() == vector["key_id"]
    assert digest.reveal().hex() == vector["digest"]
    assert verifier.verifier(digest).hex() == vector["verifier"]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda v: v["name"])
def test_argon2_and_libsodium_agree(vector: dict[str, Any]) -> None:
    """argon2-cffi and libsodium compute the same tag from the canonical form."""
    canonical = normalise(vector["typed"], vector["norm_version"])
    assert canonical == vector["canonical"]
    salt = bytes.fromhex(vector["salt"])
    ours = argon2.low_level.hash_secret_raw(
        canonical.encode(),
        salt,
        time_cost=vector["passes"],
        memory_cost=vector["memory_kib"],
        parallelism=vector["lanes"],
        hash_len=32,
        type=argon2.low_level.Type.ID,
    )
    sodium = crypto_pwhash_alg(
        32,
        canonical.encode(),
        salt,
        vector["passes"],
        vector["memory_kib"] * 1024,
        crypto_pwhash_ALG_ARGON2ID13,
    )
    assert ours.hex() == sodium.hex() == vector["tag"]


def test_vectors_tell_passwords_customers_keys_and_salts_apart() -> None:
    """Equal verifiers occur only where every input is equal after normalisation."""
    inputs = ("canonical", "customer_id", "key", "salt", "memory_kib", "passes")
    assert len(VECTORS) >= 16
    assert len({v["verifier"] for v in VECTORS}) == len(
        {tuple(v[name] for name in inputs) for v in VECTORS}
    )


@pytest.mark.parametrize(
    ("changes", "parameter"),
    [
        ({"kdf_version": 2}, "kdf_version"),
        ({"norm_version": 0}, "norm_version"),
        ({"norm_version": 2}, "norm_version"),
        ({"salt": bytes(15)}, "salt"),
        ({"salt": bytes(17)}, "salt"),
        ({"memory_kib": 19 * 1024 - 1}, "memory_kib"),
        ({"memory_kib": 1024 * 1024 + 1}, "memory_kib"),
        ({"passes": 1}, "passes"),
        ({"passes": 11}, "passes"),
        ({"lanes": 2}, "lanes"),
        ({"lanes": 0}, "lanes"),
        ({"key_id": b""}, "key_id"),
    ],
)
def test_hostile_parameters_are_refused(changes: dict[str, Any], parameter: str) -> None:
    """A server cannot ask for a cheap hash, hang a workstation, or invent a version."""
    hostile = replace(PARAMETERS, **changes)
    with pytest.raises(ParametersRefusedError) as refused:
        verifier.digest(Secret("ahorn42"), hostile, 1, KEY)
    assert refused.value.parameter == parameter


@pytest.mark.parametrize("cost", [verifier.FLOOR, verifier.CEILING])
def test_the_limits_themselves_are_acceptable(cost: verifier.Cost) -> None:
    """19 MiB with 2 passes and 1 GiB with 10 passes are within the limits."""
    assert verifier.Cost(19 * 1024, 2) == verifier.FLOOR
    assert verifier.Cost(1024 * 1024, 10) == verifier.CEILING
    verifier.require_acceptable(replace(PARAMETERS, memory_kib=cost.memory_kib, passes=cost.passes))


def test_a_policy_below_the_floor_makes_no_parameters() -> None:
    """A policy that a database weakened is refused when a password is set."""
    with pytest.raises(ParametersRefusedError):
        verifier.new_parameters(replace(FLOOR, passes=1), KEY)


def test_another_key_is_noticed_before_hashing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong key is told by its id; nothing is computed and nothing can be charged."""
    monkeypatch.setattr(argon2.low_level, "hash_secret_raw", None)
    with pytest.raises(KeyMismatchError):
        verifier.digest(Secret("ahorn42"), PARAMETERS, 1, verifier.new_team_key())


def test_unusable_text_is_refused() -> None:
    """The digest of a text that cannot be a password does not exist."""
    with pytest.raises(UnusableTextError):
        verifier.digest(Secret(" - "), PARAMETERS, 1, KEY)


def test_missing_memory_is_a_typed_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without the memory for the hash gets no verdict, and learns why."""

    def fail(**_: object) -> bytes:
        raise HashingError("Memory allocation error")

    monkeypatch.setattr(argon2.low_level, "hash_secret_raw", fail)
    with pytest.raises(ParametersRefusedError) as refused:
        verifier.digest(Secret("ahorn42"), PARAMETERS, 1, KEY)
    assert refused.value.parameter == "memory_kib"


def test_a_new_credential_matches_its_password_only() -> None:
    """What was set is what a check of the same words computes, however they are written."""
    credential = verifier.new_credential(Secret("Ahorn 42"), FLOOR, 7, KEY)

    def stored_for(typed: str, customer_id: int) -> bool:
        digest = verifier.digest(Secret(typed), credential.parameters, customer_id, KEY)
        return verifier.verifier(digest) == credential.verifier

    assert stored_for("AHORN-42", 7)
    assert not stored_for("ahorn43", 7)
    assert not stored_for("Ahorn 42", 8)


def test_salts_and_keys_are_fresh() -> None:
    """Two credentials never share a salt, two teams never a key."""
    assert verifier.new_parameters(FLOOR, KEY).salt != verifier.new_parameters(FLOOR, KEY).salt
    first, second = verifier.new_team_key(), verifier.new_team_key()
    assert first.key != second.key
    assert first.key_id != second.key_id
    assert len(first.key.reveal()) == 32


@pytest.mark.parametrize("length", [0, 31, 33])
def test_a_key_of_another_length_is_no_team_key(length: int) -> None:
    """A damaged key is reported as missing instead of being used."""
    with pytest.raises(KeyMissingError):
        verifier.team_key(Secret(bytes(length)))


@pytest.mark.parametrize(
    "changes",
    [
        {"memory_kib": 20 * 1024},
        {"passes": 4},
        {"lanes": 2},
        {"norm_version": 0},
        {"kdf_version": 0},
        {"key_id": bytes(8)},
    ],
)
def test_other_parameters_are_outdated(changes: dict[str, Any]) -> None:
    """Whatever differs from policy, versions or key marks a verifier for refreshing."""
    assert verifier.is_outdated(replace(PARAMETERS, **changes), FLOOR, KEY)


def test_the_policys_own_parameters_are_not_outdated() -> None:
    """Another salt alone is no reason to refresh."""
    assert not verifier.is_outdated(verifier.new_parameters(FLOOR, KEY), FLOOR, KEY)


def test_the_key_shows_nowhere() -> None:
    """A team key's repr tells its id only."""
    key: TeamKey = verifier.new_team_key()
    assert key.key.reveal().hex() not in repr(key)
    assert repr(key.key.reveal()) not in repr(key)

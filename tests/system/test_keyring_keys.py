"""Team keys in the keyring: made once, never replaced by accident, several at a time."""

import json
import os

import pytest

from desktop_app.core import verifier
from desktop_app.core.errors import (
    KeyMismatchError,
    KeyMissingError,
    KeyringFailedError,
    SecretTooLongError,
)
from desktop_app.core.secret import Secret
from desktop_app.system.keyring_backend import choose_backend
from desktop_app.system.keyring_keys import KeyringKeys
from desktop_app.system.keyring_store import SystemKeyring
from desktop_app.system.memory_keys import MemoryKeys
from desktop_app.system.team_key_text import decode_keys, encode_keys
from tests.system.backends import MemoryBackend, chosen

ENTRY = ("Watchword", "team key of ‹workstation›")


@pytest.fixture
def backend() -> MemoryBackend:
    return MemoryBackend()


def keys_in(backend: MemoryBackend) -> KeyringKeys:
    return KeyringKeys(SystemKeyring(lambda: chosen(backend)), "workstation")


@pytest.mark.usefixtures("secret_service")
def test_the_key_outlives_the_program() -> None:
    """A key made by one run is found by the next, in the real service."""

    def keys() -> KeyringKeys:
        return KeyringKeys(SystemKeyring(lambda: choose_backend(os.environ)), "workstation")

    key = keys().ensure()
    assert keys().current() == key
    assert keys().find(key.key_id) == key
    assert keys().ensure() == key


def test_a_new_computer_has_no_key(backend: MemoryBackend) -> None:
    """Asking makes none; only ``ensure`` does."""
    keys = keys_in(backend)
    with pytest.raises(KeyMissingError):
        keys.current()
    with pytest.raises(KeyMissingError):
        keys.find(bytes(8))
    assert not backend.kept


def test_a_former_key_stays_usable(backend: MemoryBackend) -> None:
    """After a new key the old passwords can still be checked; order and ids are kept."""
    keys = keys_in(backend)
    former = keys.ensure()
    current = keys.add(verifier.new_team_key())
    for reader in (keys, keys_in(backend)):
        assert reader.current() == current
        assert reader.find(former.key_id) == former
        assert reader.all() == (current, former)
    with pytest.raises(KeyMismatchError):
        keys.find(bytes(8))


def test_adding_a_known_key_makes_it_the_current_one(backend: MemoryBackend) -> None:
    """A key recovered from its file is not kept twice."""
    keys = keys_in(backend)
    first = keys.ensure()
    second = keys.add(verifier.new_team_key())
    keys.add(first)
    assert keys.all() == (first, second)


def test_forgotten_keys_are_read_again(backend: MemoryBackend) -> None:
    """While the app pauses no key is in memory; afterwards the keyring is asked."""
    keys = keys_in(backend)
    key = keys.ensure()
    kept = backend.kept.pop(ENTRY)
    assert keys.current() == key
    keys.forget()
    with pytest.raises(KeyMissingError):
        keys.current()
    backend.kept[ENTRY] = kept
    assert keys.current() == key


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[1]",
        '{"format":2,"keys":[]}',
        '{"format":1,"keys":[{"id":"00","key":"!"}]}',
        '{"format":1,"keys":[{"id":"0000000000000000","key":"AAAA"}]}',
        json.dumps({"format": 1, "keys": [{"id": "00" * 8, "key": "A" * 43 + "="}]}),
    ],
)
def test_a_damaged_entry_is_never_replaced(backend: MemoryBackend, text: str) -> None:
    """What cannot be read may be the only copy of a key: nothing is stored over it."""
    backend.kept[ENTRY] = text
    keys = keys_in(backend)
    with pytest.raises(KeyringFailedError):
        keys.ensure()
    with pytest.raises(KeyringFailedError):
        keys.add(verifier.new_team_key())
    assert backend.kept[ENTRY] == text


def test_too_many_keys_are_refused(backend: MemoryBackend) -> None:
    """At least ten keys fit into what every keyring keeps; beyond it the old ones stay."""
    keys = keys_in(backend)
    for _ in range(10):
        keys.add(verifier.new_team_key())
    many = keys.all()
    long = (*many, *(verifier.new_team_key() for _ in range(10)))
    backend.kept[ENTRY] = encode_keys(long).reveal()
    with pytest.raises(SecretTooLongError):
        keys.add(verifier.new_team_key())
    assert keys_in(backend).all() == long


def test_a_damaged_entry_is_described_without_its_text() -> None:
    """No exception quotes the key that it could not read."""
    text = encode_keys((verifier.new_team_key(),)).reveal()
    with pytest.raises(KeyringFailedError) as caught:
        decode_keys(Secret(text[:-1]))
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_keys_in_memory() -> None:
    """The demo's keys answer like every other place's."""
    key, other = verifier.new_team_key(), verifier.new_team_key()
    keys = MemoryKeys((key, other))
    assert keys.current() == key
    assert keys.find(other.key_id) == other
    with pytest.raises(KeyMismatchError):
        keys.find(bytes(8))
    with pytest.raises(KeyMissingError):
        MemoryKeys(()).current()

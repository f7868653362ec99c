"""The file that holds the team keys under a passphrase: recovery file and vault file alike.

It is JSON that says what it is in its first lines. A key made of the passphrase by Argon2id
(RFC 9106) opens the ChaCha20-Poly1305 box (RFC 8439) in it; everything else in the file is the
box's associated data. A check sum tells damage from a wrong passphrase, against accidents only:
the box is what notices an attacker.
"""

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.core.entities import TeamKey
from desktop_app.core.errors import (
    FileUnusableError,
    KeyringFailedError,
    ParametersRefusedError,
    PassphraseWrongError,
)
from desktop_app.core.journal_head import JournalHead
from desktop_app.core.passphrase import canonical, require_strong
from desktop_app.core.secret import Secret
from desktop_app.system.files import read_bounded, write_whole
from desktop_app.system.team_key_text import decode_keys, encode_keys

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

VERSION = 1

_FORMAT = "watchword-keys"
_ABOUT = (
    "The team key of Watchword, encrypted with a passphrase. Keep the two apart: whoever has both"
    " can guess telephone passwords; without the key none can be verified."
)
_LARGEST_FILE = 64 * 1024
_SALT_BYTES = 16
_NONCE_BYTES = 12
_KEY_BYTES = 32
_ARGON2_VERSION = 0x13


@dataclass(frozen=True, slots=True)
class SealCost:
    """What the passphrase's hash costs: Argon2id's memory in KiB and passes, with one lane."""

    memory_kib: int
    passes: int


STANDARD = SealCost(128 * 1024, 3)
FLOOR = SealCost(64 * 1024, 3)
CEILING = SealCost(1024 * 1024, 10)
"""What a file may ask for: one that is made to hang a workstation is not followed."""


@dataclass(frozen=True, slots=True)
class SealedHeader:
    """What a file tells without its passphrase.

    ``head`` is the journal's newest entry when it was written: it proves later that the journal
    was not cut short.
    """

    created: datetime
    key_ids: tuple[bytes, ...]
    head: JournalHead | None


def write_sealed(
    path: Path,
    keys: tuple[TeamKey, ...],
    passphrase: Secret[str],
    *,
    created: datetime,
    head: JournalHead | None = None,
    replace: bool = False,
    cost: SealCost = STANDARD,
) -> None:
    """Write team keys, the current one first, into a private file; takes as long as the hash.

    Raises:
        PassphraseWeakError: the passphrase is too easy to guess.
        ParametersRefusedError: this computer has not the memory for the hash.
        FileUnusableError: the file cannot be written, or exists and may not be replaced.
    """
    require_strong(passphrase)
    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    document: dict[str, Any] = {
        "about": _ABOUT,
        "format": _FORMAT,
        "version": VERSION,
        "created": created.isoformat(timespec="seconds"),
        "key_ids": [key.key_id.hex() for key in keys],
        "journal_head": _encode_head(head),
        "kdf": {
            "name": "argon2id",
            "memory_kib": cost.memory_kib,
            "passes": cost.passes,
            "lanes": 1,
            "salt": _encode(salt),
        },
        "cipher": {"name": "chacha20-poly1305", "nonce": _encode(nonce)},
    }
    box = _cipher(passphrase, salt, cost).encrypt(
        nonce, encode_keys(keys).reveal().encode("ascii"), _canonical_json(document)
    )
    document["box"] = _encode(box)
    document["checksum"] = _checksum(document)
    text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    write_whole(path, text.encode("utf-8"), replace=replace)


def read_header(path: Path) -> SealedHeader:
    """What the file tells without its passphrase; nothing of it is proven yet.

    Raises:
        FileUnusableError: it cannot be read or is no such file; ``reason`` says why.
    """
    return _read(path).header


def open_sealed(path: Path, passphrase: Secret[str]) -> tuple[TeamKey, ...]:
    """The team keys in the file, the current one first; takes as long as the hash.

    Raises:
        PassphraseWrongError: the passphrase does not open it (or somebody has changed the file).
        ParametersRefusedError: this computer has not the memory for the hash.
        FileUnusableError: it cannot be read or is no such file; ``reason`` says why.
    """
    from cryptography.exceptions import InvalidTag

    sealed = _read(path)
    try:
        text = _cipher(passphrase, sealed.salt, sealed.cost).decrypt(
            sealed.nonce, sealed.box, sealed.associated
        )
    except InvalidTag:
        raise PassphraseWrongError from None
    try:
        return decode_keys(Secret(text.decode("ascii")))
    except (KeyringFailedError, UnicodeDecodeError):
        raise FileUnusableError(str(path), "damaged") from None


@dataclass(frozen=True, slots=True)
class _Sealed:
    header: SealedHeader
    cost: SealCost
    salt: bytes
    nonce: bytes
    box: bytes
    associated: bytes


def _read(path: Path) -> _Sealed:
    data = read_bounded(path, _LARGEST_FILE)
    try:
        document = json.loads(data)
    except (ValueError, RecursionError) as error:
        ours = f'"{_FORMAT}"'.encode("ascii") in data
        raise FileUnusableError(str(path), "damaged" if ours else "foreign") from error
    if not isinstance(document, dict) or document.get("format") != _FORMAT:
        raise FileUnusableError(str(path), "foreign")
    version = document.get("version")
    if isinstance(version, int) and version > VERSION:
        raise FileUnusableError(str(path), "newer")
    try:
        return _parse(document)
    except (KeyError, OverflowError, RecursionError, TypeError, ValueError) as error:
        raise FileUnusableError(str(path), "damaged") from error


def _parse(document: dict[str, Any]) -> _Sealed:
    if document.pop("checksum") != _checksum(document):
        raise ValueError("checksum")
    box = _decode(document.pop("box"))
    kdf, cipher = document["kdf"], document["cipher"]
    names = (document["version"], kdf["name"], kdf["lanes"], cipher["name"])
    if names != (VERSION, "argon2id", 1, "chacha20-poly1305"):
        raise ValueError("algorithm")
    cost = SealCost(int(kdf["memory_kib"]), int(kdf["passes"]))
    if not (
        FLOOR.memory_kib <= cost.memory_kib <= CEILING.memory_kib
        and FLOOR.passes <= cost.passes <= CEILING.passes
    ):
        raise ValueError("cost")
    salt, nonce = _decode(kdf["salt"]), _decode(cipher["nonce"])
    if len(salt) != _SALT_BYTES or len(nonce) != _NONCE_BYTES:
        raise ValueError("length")
    header = SealedHeader(
        created=datetime.fromisoformat(document["created"]),
        key_ids=tuple(bytes.fromhex(key_id) for key_id in document["key_ids"]),
        head=_decode_head(document["journal_head"]),
    )
    return _Sealed(header, cost, salt, nonce, box, _canonical_json(document))


def _cipher(passphrase: Secret[str], salt: bytes, cost: SealCost) -> "ChaCha20Poly1305":
    # Imported late: together 60 ms, and neither the start nor a check needs them.
    from argon2.exceptions import HashingError
    from argon2.low_level import Type, hash_secret_raw
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    try:
        key = hash_secret_raw(
            secret=canonical(passphrase).encode("utf-8", "surrogatepass"),
            salt=salt,
            time_cost=cost.passes,
            memory_cost=cost.memory_kib,
            parallelism=1,
            hash_len=_KEY_BYTES,
            type=Type.ID,
            version=_ARGON2_VERSION,
        )
    except HashingError as error:
        # Within the limits above Argon2 fails for one reason only: the memory is not there.
        raise ParametersRefusedError("memory_kib") from error
    return ChaCha20Poly1305(key)


def _checksum(document: dict[str, Any]) -> str:
    return hashlib.sha256(_canonical_json(document)).hexdigest()


def _canonical_json(document: dict[str, Any]) -> bytes:
    return json.dumps(document, sort_keys=True, separators=(",", ":")).encode("ascii")


def _encode_head(head: JournalHead | None) -> dict[str, Any] | None:
    return None if head is None else {"sequence": head.sequence, "digest": head.digest.hex()}


def _decode_head(head: dict[str, Any] | None) -> JournalHead | None:
    if head is None:
        return None
    return JournalHead(int(head["sequence"]), bytes.fromhex(head["digest"]))


def _encode(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _decode(text: str) -> bytes:
    return base64.b64decode(text, validate=True)

"""A private file that a passphrase opens: recovery file, vault file and invitation are such files.

It is JSON that says what it is in its first lines. A key made of the passphrase by Argon2id
(RFC 9106) opens the ChaCha20-Poly1305 box (RFC 8439) in it; everything else in the file is the
box's associated data. A check sum tells damage from a wrong passphrase, against accidents only:
the box is what notices an attacker.
"""

import base64
import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.core.errors import (
    FileUnusableError,
    ParametersRefusedError,
    PassphraseWrongError,
)
from desktop_app.core.passphrase import canonical, require_strong
from desktop_app.core.secret import Secret
from desktop_app.system.files import read_bounded, write_whole

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

_SALT_BYTES = 16
_NONCE_BYTES = 12
_KEY_BYTES = 32
_ARGON2_VERSION = 0x13
_CONTAINER = frozenset({"about", "format", "version", "kdf", "cipher"})


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
class FileKind:
    """One kind of sealed file: its name and version in the file, and what a finder reads of it."""

    format: str
    about: str
    version: int
    largest: int


@dataclass(frozen=True, slots=True)
class Sealed:
    """A file that was read and not opened: ``header`` is what it tells without its passphrase."""

    path: Path
    header: Mapping[str, Any]
    cost: SealCost
    salt: bytes
    nonce: bytes
    box: bytes
    associated: bytes

    def open(self, passphrase: Secret[str]) -> Secret[str]:
        """The text in the box; takes as long as the hash. From here on the header is proven.

        Raises:
            PassphraseWrongError: the passphrase does not open it (or somebody has changed the
                file).
            ParametersRefusedError: this computer has not the memory for the hash.
            FileUnusableError: ``damaged``: what is in the box is no text.
        """
        from cryptography.exceptions import InvalidTag

        try:
            content = _cipher(passphrase, self.salt, self.cost).decrypt(
                self.nonce, self.box, self.associated
            )
        except InvalidTag:
            raise PassphraseWrongError from None
        try:
            return Secret(content.decode("utf-8"))
        except UnicodeDecodeError:
            raise FileUnusableError(str(self.path), "damaged") from None


def seal(
    path: Path,
    kind: FileKind,
    header: Mapping[str, Any],
    content: Secret[str],
    passphrase: Secret[str],
    *,
    replace: bool = False,
    cost: SealCost = STANDARD,
) -> None:
    """Write ``content`` into a private file, ``header`` readable beside it.

    Takes as long as the hash.

    Raises:
        PassphraseWeakError: the passphrase is too easy to guess.
        ParametersRefusedError: this computer has not the memory for the hash.
        FileUnusableError: the file cannot be written, or exists and may not be replaced.
    """
    require_strong(passphrase)
    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    document: dict[str, Any] = {
        "about": kind.about,
        "format": kind.format,
        "version": kind.version,
        **header,
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
        nonce, content.reveal().encode("utf-8"), _canonical_json(document)
    )
    document["box"] = _encode(box)
    document["checksum"] = _checksum(document)
    text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    write_whole(path, text.encode("utf-8"), replace=replace)


def read_sealed(path: Path, kind: FileKind) -> Sealed:
    """Read a file of this kind; nothing of it is proven yet.

    Raises:
        FileUnusableError: it cannot be read or is no such file; ``reason`` says why.
    """
    data = read_bounded(path, kind.largest)
    try:
        document = json.loads(data)
    except (ValueError, RecursionError) as error:
        ours = f'"{kind.format}"'.encode("ascii") in data
        raise FileUnusableError(str(path), "damaged" if ours else "foreign") from error
    if not isinstance(document, dict) or document.get("format") != kind.format:
        raise FileUnusableError(str(path), "foreign")
    version = document.get("version")
    if isinstance(version, int) and version > kind.version:
        raise FileUnusableError(str(path), "newer")
    try:
        return _parse(path, kind, document)
    except (KeyError, OverflowError, RecursionError, TypeError, ValueError) as error:
        raise FileUnusableError(str(path), "damaged") from error


def _parse(path: Path, kind: FileKind, document: dict[str, Any]) -> Sealed:
    if document.pop("checksum") != _checksum(document):
        raise ValueError("checksum")
    box = _decode(document.pop("box"))
    kdf, cipher = document["kdf"], document["cipher"]
    names = (document["version"], kdf["name"], kdf["lanes"], cipher["name"])
    if names != (kind.version, "argon2id", 1, "chacha20-poly1305"):
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
    header = {name: value for name, value in document.items() if name not in _CONTAINER}
    return Sealed(path, header, cost, salt, nonce, box, _canonical_json(document))


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


def _encode(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _decode(text: str) -> bytes:
    return base64.b64decode(text, validate=True)

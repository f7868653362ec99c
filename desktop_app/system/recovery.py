"""The file that holds the team keys under a passphrase: recovery file and vault file alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from desktop_app.core.entities import TeamKey
from desktop_app.core.errors import FileUnusableError, KeyringFailedError
from desktop_app.core.journal_head import JournalHead
from desktop_app.core.secret import Secret
from desktop_app.system.sealed_file import (
    STANDARD,
    FileKind,
    SealCost,
    Sealed,
    read_sealed,
    seal,
)
from desktop_app.system.team_key_text import decode_keys, encode_keys

VERSION: Final = 1

_KIND: Final = FileKind(
    format="watchword-keys",
    about=(
        "The team key of Watchword, encrypted with a passphrase. Keep the two apart: whoever has"
        " both can guess telephone passwords; without the key none can be verified."
    ),
    version=VERSION,
    largest=64 * 1024,
)


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
    header = {
        "created": created.isoformat(timespec="seconds"),
        "key_ids": [key.key_id.hex() for key in keys],
        "journal_head": _encode_head(head),
    }
    seal(path, _KIND, header, encode_keys(keys), passphrase, replace=replace, cost=cost)


def read_header(path: Path) -> SealedHeader:
    """What the file tells without its passphrase; nothing of it is proven yet.

    Raises:
        FileUnusableError: it cannot be read or is no such file; ``reason`` says why.
    """
    return _header_of(read_sealed(path, _KIND))


def open_sealed(path: Path, passphrase: Secret[str]) -> tuple[TeamKey, ...]:
    """The team keys in the file, the current one first; takes as long as the hash.

    Raises:
        PassphraseWrongError: the passphrase does not open it (or somebody has changed the file).
        ParametersRefusedError: this computer has not the memory for the hash.
        FileUnusableError: it cannot be read or is no such file; ``reason`` says why.
    """
    sealed = read_sealed(path, _KIND)
    _header_of(sealed)
    content = sealed.open(passphrase)
    try:
        return decode_keys(content)
    except KeyringFailedError:
        raise FileUnusableError(str(path), "damaged") from None


def _header_of(sealed: Sealed) -> SealedHeader:
    header = sealed.header
    try:
        return SealedHeader(
            created=datetime.fromisoformat(header["created"]),
            key_ids=tuple(bytes.fromhex(key_id) for key_id in header["key_ids"]),
            head=_decode_head(header["journal_head"]),
        )
    except (KeyError, OverflowError, TypeError, ValueError) as error:
        raise FileUnusableError(str(sealed.path), "damaged") from error


def _encode_head(head: JournalHead | None) -> dict[str, Any] | None:
    return None if head is None else {"sequence": head.sequence, "digest": head.digest.hex()}


def _decode_head(head: Mapping[str, Any] | None) -> JournalHead | None:
    if head is None:
        return None
    return JournalHead(int(head["sequence"]), bytes.fromhex(head["digest"]))

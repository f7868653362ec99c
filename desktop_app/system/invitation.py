"""The invitation file: everything a new colleague's workstation needs, under six spoken words.

The words travel by voice, apart from the file. The login password in it serves once; the team key
in it outlives the invitation.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from desktop_app.core.entities import TeamKey
from desktop_app.core.errors import (
    FieldRefusedError,
    FileUnusableError,
    KeyringFailedError,
    PassphraseWrongError,
)
from desktop_app.core.passphrase import suggest_passphrase
from desktop_app.core.people_errors import InvitationOverError, InvitationWordsError
from desktop_app.core.secret import Secret
from desktop_app.system.connection_settings import (
    ConnectionSettings,
    connection_document,
    connection_of,
)
from desktop_app.system.sealed_file import (
    STANDARD,
    FileKind,
    SealCost,
    Sealed,
    read_sealed,
    seal,
)
from desktop_app.system.team_key_text import decode_keys, encode_keys

_KIND: Final = FileKind(
    format="watchword-invitation",
    about=(
        "An invitation to Watchword, encrypted with six words that you are told by voice. It works"
        " once. If it was lost together with its words, say so: the team key has to be changed."
    ),
    version=1,
    largest=256 * 1024,
)
_BETWEEN_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Invitation:
    """What an invitation brings; ``authority`` is the CA certificate in PEM, if it has one.

    ``id`` tells invitations apart, ``password`` is the login's until the invitation is accepted,
    ``keys`` has the current team key first.
    """

    id: UUID
    connection: ConnectionSettings
    authority: bytes | None
    password: Secret[str]
    keys: tuple[TeamKey, ...]


@dataclass(frozen=True, slots=True)
class InvitationHeader:
    """What the file tells without its words; nothing of it is proven yet."""

    created: datetime
    expires: datetime


def new_words() -> Secret[str]:
    """Six random words of the EFF's list, to be told by voice."""
    return suggest_passphrase("en")


def heard_words(typed: Secret[str]) -> Secret[str]:
    """The words as they are hashed: case, commas and hyphens do not count."""
    return Secret(_BETWEEN_WORDS.sub(" ", typed.reveal()).strip().casefold())


def write_invitation(
    path: Path,
    invitation: Invitation,
    words: Secret[str],
    header: InvitationHeader,
    *,
    cost: SealCost = STANDARD,
) -> None:
    """Write a new private file; takes as long as the hash.

    Raises:
        ParametersRefusedError: this computer has not the memory for the hash.
        FileUnusableError: the file cannot be written, or exists.
    """
    dates = {
        "created": header.created.isoformat(timespec="seconds"),
        "expires": header.expires.isoformat(timespec="seconds"),
    }
    seal(path, _KIND, dates, _text_of(invitation), heard_words(words), cost=cost)


def read_invitation_header(path: Path) -> InvitationHeader:
    """What the file tells without its words.

    Raises:
        FileUnusableError: it cannot be read or is no invitation; ``reason`` says why.
    """
    return _header_of(read_sealed(path, _KIND))


def open_invitation(path: Path, words: Secret[str], now: datetime) -> Invitation:
    """What the invitation brings; takes as long as the hash.

    Raises:
        InvitationOverError: it has expired, which the server knows too.
        InvitationWordsError: the words do not open it (or somebody has changed the file).
        ParametersRefusedError: this computer has not the memory for the hash.
        FileUnusableError: it cannot be read or is no invitation; ``reason`` says why.
    """
    sealed = read_sealed(path, _KIND)
    header = _header_of(sealed)
    try:
        content = sealed.open(heard_words(words))
    except PassphraseWrongError:
        raise InvitationWordsError from None
    # Only now is the date proven.
    if now >= header.expires:
        raise InvitationOverError(header.expires)
    try:
        return _invitation_of(json.loads(content.reveal()))
    except (FieldRefusedError, KeyError, KeyringFailedError, TypeError, ValueError):
        # No cause: its message could quote what was in the box.
        raise FileUnusableError(str(path), "damaged") from None


def _header_of(sealed: Sealed) -> InvitationHeader:
    try:
        created, expires = (
            datetime.fromisoformat(sealed.header[name]).astimezone(UTC)
            for name in ("created", "expires")
        )
    except (KeyError, OverflowError, TypeError, ValueError) as error:
        raise FileUnusableError(str(sealed.path), "damaged") from error
    return InvitationHeader(created, expires)


def _text_of(invitation: Invitation) -> Secret[str]:
    authority = invitation.authority
    document = {
        "id": str(invitation.id),
        "connection": connection_document(invitation.connection),
        "authority": None if authority is None else authority.decode("ascii"),
        "password": invitation.password.reveal(),
        "keys": encode_keys(invitation.keys).reveal(),
    }
    return Secret(json.dumps(document))


def _invitation_of(document: Mapping[str, Any]) -> Invitation:
    authority, password = document["authority"], document["password"]
    connection = connection_of(document["connection"])
    if not isinstance(password, str) or connection.own_authority != (authority is not None):
        raise TypeError
    return Invitation(
        id=UUID(document["id"]),
        connection=connection,
        authority=None if authority is None else authority.encode("ascii"),
        password=Secret(password),
        keys=decode_keys(Secret(document["keys"])),
    )

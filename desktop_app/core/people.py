"""The people of a team: their logins, and what an administrator sees of them."""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from desktop_app.core.entities import Person
from desktop_app.core.errors import FieldRefusedError
from desktop_app.core.secret import Secret

INVITATION_LIFE: Final = timedelta(days=7)
"""How long an invitation can be accepted; the database measures it with its own clock."""

LONGEST_LOGIN: Final = 63
"""Bytes that PostgreSQL keeps of a name."""

LONGEST_NAME: Final = 200

_LOGIN = re.compile(r"[a-z][a-z0-9_.-]*")
_RESERVED = re.compile(
    r"pg_.*|watchword_.*|public|none|user|current_user|current_role|session_user"
)
_PASSWORD_BYTES = 24


@dataclass(frozen=True, slots=True)
class TeamMember:
    """A person as an administrator sees them.

    ``invited_until`` is set until the invitation is accepted, ``paused_at`` while their checks
    pause.
    """

    person: Person
    added_at: datetime
    last_seen_at: datetime | None
    invited_until: datetime | None
    paused_at: datetime | None


def require_login(login: str) -> str:
    """Pass a login that needs no quoting anywhere and means nothing to the server.

    Small Latin letters, digits, and between them dots, hyphens and underscores; a letter first.

    Raises:
        FieldRefusedError: it is empty, longer than 63 characters, has others or is reserved
            (``unknown``).
    """
    if not login:
        raise FieldRefusedError("login", "empty")
    if len(login) > LONGEST_LOGIN:
        raise FieldRefusedError("login", "too-long")
    if not _LOGIN.fullmatch(login) or _RESERVED.fullmatch(login):
        raise FieldRefusedError("login", "unknown")
    return login


def require_person_name(name: str) -> str:
    """A person's name without white space around it.

    Raises:
        FieldRefusedError: it is empty, longer than 200 characters, or has a control character.
    """
    stripped = name.strip()
    if not stripped:
        raise FieldRefusedError("name", "empty")
    if len(stripped) > LONGEST_NAME:
        raise FieldRefusedError("name", "too-long")
    if not stripped.isprintable():
        raise FieldRefusedError("name", "control")
    return stripped


def new_login_password() -> Secret[str]:
    """A password that only programs handle: 192 random bits in 32 characters."""
    return Secret(secrets.token_urlsafe(_PASSWORD_BYTES))

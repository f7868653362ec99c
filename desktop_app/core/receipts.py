"""Receipt numbers: ``VW-7K3F-92QD``, which a ticket names and a search finds."""

import re
import secrets

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans("OIL", "011")
_WRITTEN = re.compile(r"VW[\s‐-―-]*([0-9A-TV-Z]{4})[\s‐-―-]*([0-9A-TV-Z]{4})")


def new_receipt() -> str:
    """A fresh random receipt number, one of 32^8; the database makes sure that it is unique."""
    drawn = "".join(secrets.choice(_ALPHABET) for _ in range(8))
    return f"VW-{drawn[:4]}-{drawn[4:]}"


def looks_like_receipt(text: str) -> str | None:
    """The receipt number that ``text`` means, None where it means none.

    Case and hyphens do not matter, O is read as 0, I and L as 1; a U is never part of one.
    """
    written = _WRITTEN.fullmatch(text.strip().upper())
    if written is None:
        return None
    first, second = (group.translate(_READ_AS) for group in written.groups())
    return f"VW-{first}-{second}"

"""Team keys as one text, for the places that keep a text: a keyring entry, a sealed file."""

import base64
import json

from desktop_app.core import verifier
from desktop_app.core.entities import TeamKey
from desktop_app.core.errors import KeyMissingError, KeyringFailedError
from desktop_app.core.secret import Secret

_FORMAT = 1


def encode_keys(keys: tuple[TeamKey, ...]) -> Secret[str]:
    """Team keys as one text, the current one first."""
    entries = [
        {"id": key.key_id.hex(), "key": base64.b64encode(key.key.reveal()).decode("ascii")}
        for key in keys
    ]
    return Secret(json.dumps({"format": _FORMAT, "keys": entries}, separators=(",", ":")))


def decode_keys(text: Secret[str]) -> tuple[TeamKey, ...]:
    """The team keys of such a text.

    Raises:
        KeyringFailedError: it is damaged, or of a format that this version does not know.
    """
    try:
        document = json.loads(text.reveal())
        if document["format"] != _FORMAT:
            raise KeyringFailedError
        keys = tuple(
            (bytes.fromhex(entry["id"]), Secret(base64.b64decode(entry["key"], validate=True)))
            for entry in document["keys"]
        )
        team_keys = tuple(verifier.team_key(key) for _, key in keys)
    except (KeyError, KeyMissingError, RecursionError, TypeError, ValueError):
        # No cause: its message would quote the key.
        raise KeyringFailedError from None
    if any(key.key_id != key_id for key, (key_id, _) in zip(team_keys, keys, strict=True)):
        raise KeyringFailedError
    return team_keys

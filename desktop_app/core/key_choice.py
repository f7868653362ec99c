"""Which of a workstation's keys makes a new verifier."""

from desktop_app.core.entities import TeamKey
from desktop_app.core.errors import CurrentKeyMissingError, KeyMismatchError
from desktop_app.core.ports import CredentialStore, Keys


def key_for_new(credentials: CredentialStore, keys: Keys) -> TeamKey:
    """The team's current key, which this workstation must have.

    Whatever else it has serves for checks only: keys of before, the portal's, and one that a
    rotation has announced. Where the database knows of no key yet, its first password will tell.

    Raises:
        CurrentKeyMissingError: this workstation has keys, but not that one.
        TeamKeyError: no key can be had; the subclass says why.
        StorageError: the database cannot be read.
    """
    key_id = credentials.current_key_id()
    if key_id is None:
        return keys.current()
    try:
        return keys.find(key_id)
    except KeyMismatchError as error:
        raise CurrentKeyMissingError from error

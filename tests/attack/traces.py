"""Looks for what must not have been written, in every form in which it could have been."""

import base64
from collections.abc import Iterable, Iterator
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw

from desktop_app.core import verifier
from desktop_app.core.entities import TeamKey, VerifierParameters
from desktop_app.core.normalise import normalise
from desktop_app.core.secret import Secret

_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def of_text(text: str) -> Iterator[bytes]:
    """A typed text and its canonical form, in each encoding."""
    for form in (text, normalise(text)):
        for encoding in _ENCODINGS:
            yield form.lower().encode(encoding)
        yield base64.b64encode(form.encode()).rstrip(b"=")[:-1]


def of_bytes(value: bytes) -> Iterator[bytes]:
    """A digest or a key: raw, as hexadecimal digits, as base64."""
    yield value
    yield repr(value).encode()
    for form in (value.hex(), base64.b64encode(value).decode().rstrip("=")[:-1]):
        for encoding in _ENCODINGS:
            yield form.lower().encode(encoding)


def of_password(
    text: str, parameters: VerifierParameters, customer_id: int, key: TeamKey
) -> Iterator[bytes]:
    """A password, the hash made of it, and the digest that a check sends."""
    yield from of_text(text)
    tag = hash_secret_raw(
        normalise(text).encode(),
        parameters.salt,
        parameters.passes,
        parameters.memory_kib,
        parameters.lanes,
        verifier.KEY_BYTES,
        Type.ID,
    )
    yield from of_bytes(tag)
    yield from of_bytes(verifier.digest(Secret(text), parameters, customer_id, key).reveal())


def found_in(content: bytes, needles: Iterable[bytes]) -> list[bytes]:
    """Which of them are in ``content``; upper and lower case are the same for texts."""
    lowered = content.lower()
    return [needle for needle in needles if needle in content or needle in lowered]


def found_below(folders: Iterable[Path], needles: Iterable[bytes]) -> list[tuple[str, bytes]]:
    """In which files below the folders each of them is, the files' names included."""
    wanted = list(needles)
    files = [path for folder in folders for path in sorted(folder.rglob("*"))]
    assert files
    return [
        (path.name, needle)
        for path in files
        for needle in found_in(
            bytes(path) + (path.read_bytes() if path.is_file() else b""),
            wanted,
        )
    ]

"""The invitation file: opened by its words, in time, and by nobody who has changed it."""

import hashlib
import json
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core import verifier
from desktop_app.core.errors import FileUnusableError
from desktop_app.core.people_errors import InvitationOverError, InvitationWordsError
from desktop_app.core.secret import Secret
from desktop_app.system.connection_settings import ConnectionSettings
from desktop_app.system.invitation import (
    Invitation,
    InvitationHeader,
    heard_words,
    new_words,
    open_invitation,
    read_invitation_header,
    write_invitation,
)
from desktop_app.system.recovery import read_header, write_sealed
from desktop_app.system.sealed_file import FLOOR

WORDS = Secret("abacus drift lemon orbit stone wagon")
CREATED = datetime(2026, 11, 22, 14, 7, tzinfo=UTC)
HEADER = InvitationHeader(CREATED, CREATED + timedelta(days=7))
IN_TIME = CREATED + timedelta(days=6, hours=23)
INVITATION = Invitation(
    id=UUID(int=4711),
    connection=ConnectionSettings(
        hosts=("db1.example", "db2.example"),
        database="watchword",
        login="berger",
        port=5433,
        own_authority=True,
    ),
    authority=b"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
    password=Secret("only for the way in"),
    keys=(verifier.new_team_key(), verifier.new_team_key()),
)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("invitation") / "berger.invitation"
    write_invitation(path, INVITATION, WORDS, HEADER, cost=FLOOR)
    return path


def forged(original: Path, tmp_path: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    """A copy that somebody has changed with care: its check sum is right."""
    document = json.loads(original.read_text(encoding="utf-8"))
    del document["checksum"]
    change(document)
    text = json.dumps(document, sort_keys=True, separators=(",", ":"))
    document["checksum"] = hashlib.sha256(text.encode("ascii")).hexdigest()
    path = tmp_path / "forged"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def test_the_words_bring_everything(original: Path) -> None:
    """Server, certificate, login, password and keys in their order."""
    assert open_invitation(original, WORDS, IN_TIME) == INVITATION


@pytest.mark.parametrize(
    "typed",
    [
        "Abacus Drift Lemon Orbit Stone Wagon",
        " abacus, drift, lemon, orbit, stone, wagon.\n",
        "abacus-drift-lemon_orbit/stone  wagon",
    ],
)
def test_words_are_taken_as_they_were_heard(original: Path, typed: str) -> None:
    """However a colleague writes down what they are told."""
    assert open_invitation(original, Secret(typed), IN_TIME) == INVITATION


def test_other_words_do_not_open_it(original: Path) -> None:
    """Told as such, without a cause that could say more."""
    with pytest.raises(InvitationWordsError) as caught:
        open_invitation(original, Secret("abacus drift lemon orbit stone"), IN_TIME)
    assert caught.value.__cause__ is None


def test_it_ends_after_seven_days(original: Path) -> None:
    """At the very moment, and only whoever has the words learns it as proven."""
    with pytest.raises(InvitationOverError) as over:
        open_invitation(original, WORDS, HEADER.expires)
    assert over.value.expires == HEADER.expires
    assert read_invitation_header(original) == HEADER


def test_a_longer_life_cannot_be_written_into_it(original: Path, tmp_path: Path) -> None:
    """The date is part of what the words have sealed."""
    path = forged(original, tmp_path, lambda file: file.update(expires="2036-01-01T00:00:00+00:00"))
    with pytest.raises(InvitationWordsError):
        open_invitation(path, WORDS, IN_TIME)


def test_an_accident_is_told_from_wrong_words(original: Path, tmp_path: Path) -> None:
    """A file that a mail program has bent is damaged, and nobody types the words again."""
    text = original.read_text(encoding="utf-8")
    path = tmp_path / "bent"
    path.write_text(text.replace('"memory_kib": 65536', '"memory_kib": 65537'), encoding="utf-8")
    with pytest.raises(FileUnusableError) as caught:
        open_invitation(path, WORDS, IN_TIME)
    assert caught.value.reason == "damaged"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda file: file.update(format="other"), "foreign"),
        (lambda file: file.update(version=2), "newer"),
        (lambda file: file.update(expires="soon"), "damaged"),
        (lambda file: file.pop("expires"), "damaged"),
        (lambda file: file["kdf"].update(memory_kib=2**30), "damaged"),
    ],
)
def test_a_file_that_is_none_is_named(
    original: Path, tmp_path: Path, change: Callable[[dict[str, Any]], None], reason: str
) -> None:
    """Before anybody types a word."""
    with pytest.raises(FileUnusableError) as caught:
        read_invitation_header(forged(original, tmp_path, change))
    assert caught.value.reason == reason


def test_it_is_no_recovery_file(original: Path, tmp_path: Path) -> None:
    """Neither is taken for the other."""
    with pytest.raises(FileUnusableError) as not_keys:
        read_header(original)
    keys = tmp_path / "team.recovery"
    write_sealed(keys, INVITATION.keys, WORDS, created=CREATED, cost=FLOOR)
    with pytest.raises(FileUnusableError) as no_invitation:
        read_invitation_header(keys)
    assert not_keys.value.reason == no_invitation.value.reason == "foreign"


def test_nothing_in_it_can_be_read(original: Path) -> None:
    """No login, host, password or key; the file belongs to its writer alone."""
    content = original.read_bytes()
    for text in ("berger", "db1.example", "only for the way in", 'watchword"', "CERTIFICATE"):
        assert text.encode() not in content
    assert stat.S_IMODE(original.stat().st_mode) == 0o600


def test_it_replaces_no_file(original: Path) -> None:
    """An invitation that was not sent yet is left as it is."""
    with pytest.raises(FileUnusableError) as caught:
        write_invitation(original, INVITATION, WORDS, HEADER, cost=FLOOR)
    assert caught.value.reason == "exists"


def test_what_is_in_the_box_is_checked(tmp_path: Path) -> None:
    """Whoever has the words could write another file: its values are looked at all the same."""
    strange = replace(
        INVITATION, connection=replace(INVITATION.connection, hosts=("a,b",)), authority=None
    )
    path = tmp_path / "strange"
    write_invitation(path, strange, WORDS, HEADER, cost=FLOOR)
    with pytest.raises(FileUnusableError) as caught:
        open_invitation(path, WORDS, IN_TIME)
    assert caught.value.reason == "damaged"
    assert caught.value.__cause__ is None


def test_words_are_new_each_time() -> None:
    """Six different ones, as they are spoken."""
    first, second = new_words().reveal(), new_words().reveal()
    assert first != second
    assert len(set(first.split())) == 6
    assert heard_words(Secret(first)).reveal() == first


@given(st.text())
def test_any_typing_is_words(typed: str) -> None:
    """Hearing is a fixed point: what was normalised stays as it is."""
    once = heard_words(Secret(typed))
    assert heard_words(once) == once

"""``key rotate`` and ``key status``: the team's keys, and who has which."""

from argparse import Namespace
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop_app.commands import exit_codes
from desktop_app.commands.targets import target_of
from desktop_app.commands.terminal import Terminal, table
from desktop_app.core.entities import Role
from desktop_app.core.errors import FileUnusableError, KeyMissingError, StorageError
from desktop_app.core.team_keys import KeyFile, KeyHolder, KeyState, KnownKey
from desktop_app.gui.texts import sentences
from desktop_app.gui.texts.doctor_sentences import key_place
from desktop_app.gui.texts.translation import tr
from desktop_app.profiles.base import OpenProfile
from desktop_app.profiles.rotation import KeyRotation

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class _KeyLine:
    """One key that the team has or had, that is here, or that passwords are stored under."""

    key_id: bytes
    known: KnownKey | None
    is_here: bool
    passwords: int


def rotate(profile: OpenProfile, terminal: Terminal, options: Namespace) -> int:
    """Announce a new team key and write its file, or start the announced one."""
    rotation = KeyRotation(profile)
    if options.now:
        rotation.start()
        terminal.report(
            {"in_use": True},
            lambda: [translate("Commands", "The new team key is in use from now on.")],
        )
        return exit_codes.DONE
    target = target_of(options.file, profile.profile.files)
    if target.exists():
        raise FileUnusableError(str(target), "exists")
    begun = rotation.begin(target, anew=options.anew)
    terminal.report(
        {
            "file": str(target),
            "words": begun.words.reveal(),
            "key": begun.key_id.hex(),
            "in_use": begun.is_in_use,
        },
        lambda: _begun_words(begun, str(target)),
    )
    return exit_codes.DONE


def _begun_words(begun: KeyFile, path: str) -> list[str]:
    next_step = (
        translate("Commands", "The new team key is in use from now on.")
        if begun.is_in_use
        else translate(
            "Commands",
            "Each of your colleagues takes it with “watchword key recover FILE” or in the window."
            " It is used once every computer has it; “watchword key status” shows who is missing.",
        )
    )
    return [
        translate("Commands", "The new team key is written: {path}").format(path=path),
        translate("Commands", "Its words, to be told by voice: {words}").format(
            words=begun.words.reveal()
        ),
        next_step,
        translate(
            "Commands",
            "The recovery file you have is without it: save a new one with “watchword key save"
            " FILE”.",
        ),
    ]


def status(profile: OpenProfile, terminal: Terminal) -> int:
    """Which keys there are, what they are to the team, and how many passwords each has made.

    Raises:
        KeyMissingError: passwords are stored, and this computer has no key at all.
    """
    with suppress(StorageError):  # a database that cannot be written can still be looked at
        KeyRotation(profile).report()
    lines = _key_lines(profile)
    here = [line for line in lines if line.is_here]
    if not here and any(line.passwords for line in lines):
        raise KeyMissingError
    is_admin = profile.storage.person.role is Role.ADMIN
    holders = profile.storage.team_keys.holders() if is_admin else []
    missing = sum(line.passwords for line in lines if not line.is_here)
    place = profile.keys.place.value

    def words() -> list[str]:
        if not lines:
            return [
                translate(
                    "Commands", "There is no team key yet: the first password that is set makes it."
                )
            ]
        return [
            key_place(place),
            *(_key_words(line) for line in lines),
            *missing_words(missing),
            *_holder_lines(holders, lines),
        ]

    terminal.report(
        {
            "place": place,
            "keys": [_key_document(line) for line in lines],
            "missing": missing,
            "holders": [_holder_document(holder) for holder in holders],
        },
        words,
    )
    return exit_codes.DONE


def missing_words(missing: int) -> list[str]:
    """How many passwords cannot be checked here; no line where all can."""
    if not missing:
        return []
    return [
        translate(
            "Commands",
            "Stored under keys that are not here, and not to be checked: {count}.",
        ).format(count=tr("%n passwords", None, missing))
    ]


def newer_key_words(newer: KnownKey | None) -> list[str]:
    """That the team has a newer key than those here; no line where it has not."""
    if newer is None:
        return []
    return [
        translate(
            "Commands",
            "The team has a newer key that is not here: {id}. Take it from the file of its"
            " rotation, or from a newer recovery file, with “watchword key recover FILE”.",
        ).format(id=newer.key_id.hex())
    ]


def _key_lines(profile: OpenProfile) -> list[_KeyLine]:
    """The team's keys first, the newest before the others; then what else is here or in use."""
    known = {key.key_id: key for key in profile.storage.team_keys.known().keys}
    in_use = profile.storage.credentials.keys_in_use()
    here = profile.keys.kept_ids()
    return [
        _KeyLine(key_id, known.get(key_id), key_id in here, in_use.get(key_id, 0))
        for key_id in dict.fromkeys((*known, *here, *in_use))
    ]


def _key_document(line: _KeyLine) -> Mapping[str, Any]:
    ends_at = line.known.ends_at if line.known else None
    return {
        "id": line.key_id.hex(),
        "passwords": line.passwords,
        "here": line.is_here,
        "state": line.known.state.value if line.known else "other",
        "ends_at": ends_at.isoformat() if ends_at else None,
    }


def _key_words(line: _KeyLine) -> str:
    parts = [tr("%n passwords", None, line.passwords), _state_words(line.known)]
    if not line.is_here:
        parts.append(translate("Commands", "not on this computer"))
    return translate("Commands", "Key {id}: {facts}").format(
        id=line.key_id.hex(), facts=", ".join(part for part in parts if part)
    )


def _state_words(known: KnownKey | None) -> str:
    if known is None:
        return ""
    match known.state:
        case KeyState.ANNOUNCED:
            return translate("Commands", "announced {day} by {person}").format(
                day=sentences.day(known.since), person=known.made_by
            )
        case KeyState.CURRENT:
            return translate("Commands", "in use since {day}").format(
                day=sentences.day(known.since)
            )
    assert known.ends_at is not None  # noqa: S101 - a retired key always has an end
    return translate("Commands", "replaced, its passwords expire {day}").format(
        day=sentences.day(known.ends_at)
    )


def _holder_document(holder: KeyHolder) -> Mapping[str, Any]:
    return {
        "login": holder.login,
        "name": holder.name,
        "workstation": holder.workstation,
        "key": holder.key_id.hex() if holder.key_id else None,
        "confirmed_at": holder.confirmed_at.isoformat() if holder.confirmed_at else None,
        "seen_at": holder.seen_at.isoformat(),
        "waited_for": holder.is_waited_for,
    }


def _holder_lines(holders: list[KeyHolder], lines: list[_KeyLine]) -> list[str]:
    """Who has the newest key while a rotation is under way; otherwise nobody asks."""
    announced = {
        line.key_id for line in lines if line.known and line.known.state is KeyState.ANNOUNCED
    }
    if not announced:
        return []
    return table([(each.name, each.workstation, _holding(each, announced)) for each in holders])


def _holding(holder: KeyHolder, announced: set[bytes]) -> str:
    if holder.key_id in announced and holder.confirmed_at is not None:
        return translate("Commands", "has the new key since {day}").format(
            day=sentences.day(holder.confirmed_at)
        )
    if holder.is_waited_for:
        return translate("Commands", "has not taken the new key yet")
    return translate("Commands", "is not waited for, last seen {day}").format(
        day=sentences.day(holder.seen_at)
    )

"""The team's rules: defaults, changes, bounds, and that they are obeyed."""

import json
from dataclasses import replace

import pytest

from desktop_app.core.entities import Customer, EventKind, JournalQuery, PasswordState
from desktop_app.core.errors import ChangedMeanwhileError, FieldRefusedError, NotAllowedError
from desktop_app.core.policy import LONGEST_TEXT, Policy
from desktop_app.core.ports import Storage
from tests.storage.engines import ADMIN, Engine, check

EDITED = Policy(
    shortest_password=6,
    tries_until_lock=2,
    tries_until_block=3,
    pin_required=True,
    text_after_match_en="Say it once.",
    text_without_match_de="Später erneut anrufen lassen.",
    check_methods=("callback", "in-person", "Rückruf über die Zentrale"),
)


def test_a_new_team_has_the_defaults(agent: Storage) -> None:
    """Everybody may read them."""
    assert agent.policies.load() == Policy()


def test_a_saved_policy_is_loaded(agent: Storage, admin: Storage) -> None:
    """Every kind of rule: numbers, switches, texts, lists."""
    admin.policies.save(EDITED)
    assert agent.policies.load() == EDITED
    admin.policies.save(Policy())
    assert agent.policies.load() == Policy()


def test_a_change_is_journalled_rule_by_rule(admin: Storage) -> None:
    """Old and new value as JSON; an equal policy not at all."""
    admin.policies.save(EDITED)
    admin.policies.save(EDITED)
    [entry] = admin.journal.entries(JournalQuery(kinds=(EventKind.POLICY_CHANGED,)))
    before = '["callback", "id-document", "in-person", "signed-letter", "video-call"]'
    assert entry.details == {
        "shortest_password": "4 → 6",
        "tries_until_lock": "5 → 2",
        "tries_until_block": "10 → 3",
        "pin_required": "false → true",
        "text_after_match_en": '"" → "Say it once."',
        "text_without_match_de": '"" → "Später erneut anrufen lassen."',
        "check_methods": f'{before} → ["callback", "in-person", "Rückruf über die Zentrale"]',
    }


@pytest.mark.parametrize("character", ['"', "\n", "😀"])
def test_the_longest_texts_are_journalled_whole(admin: Storage, character: str) -> None:
    """Four at once, each in place of one as long, of what takes most room."""
    for text in ("a" * LONGEST_TEXT, character * LONGEST_TEXT):
        admin.policies.save(
            Policy(
                text_after_match_de=text,
                text_after_match_en=text,
                text_without_match_de=text,
                text_without_match_en=text,
            )
        )
    newest, _ = admin.journal.entries(JournalQuery(kinds=(EventKind.POLICY_CHANGED,)))
    assert len(newest.details) == 4
    for change in newest.details.values():
        old, new = (json.loads(part) for part in change.split(" → "))
        assert (old, new) == ("a" * LONGEST_TEXT, character * LONGEST_TEXT)


def test_only_an_admin_edits_the_rules(agent: Storage, lead: Storage) -> None:
    """Nothing has changed afterwards."""
    for storage in (agent, lead):
        with pytest.raises(NotAllowedError):
            storage.policies.save(EDITED)
    assert agent.policies.load() == Policy()


def test_a_rule_out_of_bounds_is_refused(admin: Storage) -> None:
    """The whole policy stays as it was."""
    with pytest.raises(FieldRefusedError):
        admin.policies.save(replace(EDITED, passes=1))
    assert admin.policies.load() == Policy()


@pytest.mark.parametrize(
    "methods",
    [
        (),
        ("",),
        ("callback", "x" * 61),
        ("two\nlines",),
        tuple(f"check {number}" for number in range(51)),
        ("Zentrale", "ZENTRALE"),
    ],
)
def test_an_identity_check_needs_a_name(admin: Storage, methods: tuple[str, ...]) -> None:
    """One plain line of at most 60 characters, at most 50 of them, each once."""
    with pytest.raises(FieldRefusedError) as refused:
        admin.policies.save(replace(EDITED, check_methods=methods))
    assert refused.value.field == "check_methods"
    assert admin.policies.load() == Policy()


def test_rules_that_changed_meanwhile_are_not_overwritten(engine: Engine) -> None:
    """The second of two admins who read the same rules is refused, whatever rule they changed."""
    first, second = engine.open(ADMIN), engine.open(ADMIN)
    read = second.policies.load()
    first.policies.save(replace(read, check_methods=("callback",)), read)
    with pytest.raises(ChangedMeanwhileError):
        second.policies.save(replace(read, tries_until_lock=4), read)
    now = second.policies.load()
    assert now == replace(read, check_methods=("callback",))
    second.policies.save(replace(now, tries_until_lock=4), now)
    assert first.policies.load() == replace(now, tries_until_lock=4)


def test_the_rules_in_force_count_tries(agent: Storage, admin: Storage, customer: Customer) -> None:
    """A stricter policy works from the next try on."""
    admin.policies.save(EDITED)
    check(agent, customer, "wrong")
    assert check(agent, customer, "wrong").standing.state is PasswordState.LOCKED

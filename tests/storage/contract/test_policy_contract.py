"""The team's rules: defaults, changes, bounds, and that they are obeyed."""

from dataclasses import replace

import pytest

from desktop_app.core.entities import Customer, EventKind, JournalQuery, PasswordState
from desktop_app.core.errors import FieldRefusedError, NotAllowedError
from desktop_app.core.policy import Policy
from desktop_app.core.ports import Storage
from tests.storage.engines import check

EDITED = Policy(
    shortest_password=6,
    tries_until_lock=2,
    tries_until_block=3,
    pin_required=True,
    text_after_match="Say it once.",
    check_methods=("callback", "in-person"),
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
    """Old and new value; of a text only that it changed; an equal policy not at all."""
    admin.policies.save(EDITED)
    admin.policies.save(EDITED)
    [entry] = admin.journal.entries(JournalQuery(kinds=(EventKind.POLICY_CHANGED,)))
    assert entry.details["tries_until_lock"] == "5 → 2"
    assert entry.details["text_after_match"] == "changed"
    assert "passes" not in entry.details


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


def test_the_rules_in_force_count_tries(agent: Storage, admin: Storage, customer: Customer) -> None:
    """A stricter policy works from the next try on."""
    admin.policies.save(EDITED)
    check(agent, customer, "wrong")
    assert check(agent, customer, "wrong").standing.state is PasswordState.LOCKED

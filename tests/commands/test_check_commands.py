"""``verify``, ``set``, ``unlock``, ``remove`` and ``people resume`` with every answer."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app.core.entities import EventKind, JournalQuery
from desktop_app.core.policy import Policy
from tests.commands.in_process import CHEAP, TEAM_KEY_ENTRY, Workplace

NUMBER = "004711"
RIGHT, WRONG = "Ahorn 42", "Birke 17"


@pytest.fixture
def with_password(workplace: Workplace) -> Workplace:
    """The password of ``NUMBER`` is ``RIGHT``."""
    assert workplace.set(NUMBER, RIGHT).code == 0
    return workplace


def lock(workplace: Workplace) -> None:
    for _ in range(CHEAP.tries_until_lock):
        assert workplace.verify(NUMBER, WRONG).code == 3


def test_a_match_is_zero(with_password: Workplace) -> None:
    """In another notation too; the customer, the permission and the receipt are printed."""
    outcome = with_password.verify(NUMBER, "aHORN-4.2")
    assert outcome.code == 0
    assert outcome.out.startswith("004711 · Jonas Weber · Weber GmbH\nMatches. You may give")
    assert "Receipt VW-" in outcome.out
    assert outcome.err == ""


def test_no_match_is_three(with_password: Workplace) -> None:
    """With the tries that are left."""
    outcome = with_password.verify(NUMBER, WRONG, "--json")
    assert outcome.code == 3
    assert outcome.document["answer"] == "does-not-match"
    assert outcome.document["tries_left"] == 4
    assert outcome.document["receipt"].startswith("VW-")


def test_locked_is_four_and_the_right_password_is_not_asked_for(with_password: Workplace) -> None:
    """The refusal has a receipt and says when it opens."""
    lock(with_password)
    outcome = with_password.verify(NUMBER, RIGHT, "--json")
    assert outcome.code == 4
    assert outcome.document["answer"] == "locked"
    assert outcome.document["opens_at"] == "2026-11-22T14:17:03.456789+00:00"


def test_blocked_is_four(with_password: Workplace) -> None:
    """After ten in a row only a new password helps."""
    lock(with_password)
    while with_password.verify(NUMBER, WRONG).code == 3 or with_password.clock.now.year == 2026:
        with_password.clock.advance(timedelta(hours=5))
        if '"blocked"' in with_password.verify(NUMBER, WRONG, "--json").out:
            break
    outcome = with_password.verify(NUMBER, RIGHT)
    assert outcome.code == 4
    assert outcome.out.splitlines()[1].startswith("Blocked. Do not give any information")
    assert with_password.set(NUMBER, RIGHT).code == 0
    assert with_password.verify(NUMBER, RIGHT).code == 0


def test_paused_is_four_until_the_checks_are_resumed(with_password: Workplace) -> None:
    """Wrong tries on many customers pause the person; ``people resume`` lets them go on."""
    with with_password.opened() as opened:
        opened.storage.policies.save(
            Policy(memory_kib=CHEAP.memory_kib, passes=2, person_customers_per_hour=2)
        )
    with_password.set("K 12 34", RIGHT)
    assert with_password.verify(NUMBER, WRONG).code == 3
    assert with_password.verify("K 12 34", WRONG).code == 3
    paused = with_password.verify(NUMBER, RIGHT, "--json")
    assert (paused.code, paused.document["answer"]) == (4, "paused")
    assert with_password.run("people", "resume", "--json").document["login"] == "lang"
    assert with_password.verify(NUMBER, RIGHT).code == 0


def test_nobody_unknown_is_resumed(workplace: Workplace) -> None:
    """A slip in the login is refused instead of doing nothing silently."""
    outcome = workplace.run("people", "resume", "lnag")
    assert outcome.code == 1
    assert outcome.err.startswith("login: ")
    assert workplace.run("people", "resume", "lang").code == 0


def test_none_is_five_and_needs_no_key(workplace: Workplace) -> None:
    """Without a stored password there is nothing to check, whatever the keyring is like."""
    workplace.backend.failure = OSError()
    outcome = workplace.verify(NUMBER, RIGHT, "--json")
    assert (outcome.code, outcome.document["answer"]) == (5, "none")
    assert not workplace.backend.kept


@pytest.mark.parametrize("valid", ["call", "24h"])
def test_expired_is_five(workplace: Workplace, valid: str) -> None:
    """After the one call, and after the 24 hours."""
    workplace.set(NUMBER, RIGHT, "--valid", valid)
    assert workplace.verify(NUMBER, RIGHT).code == 0
    workplace.clock.advance(timedelta(hours=24))
    outcome = workplace.verify(NUMBER, RIGHT, "--json")
    assert (outcome.code, outcome.document["answer"]) == (5, "expired")


def test_a_lost_key_is_six(with_password: Workplace) -> None:
    """Not checked, not counted, and what helps; a script reads the same as JSON."""
    with_password.backend.kept.clear()
    for code in (with_password.verify(NUMBER, RIGHT).code, with_password.verify(NUMBER, "").code):
        assert code == 6
    outcome = with_password.verify(NUMBER, RIGHT, "--json")
    assert "This try was not counted. The team key is not on this computer." in outcome.err
    assert "recovery file" in outcome.err
    assert outcome.document["error"] == "not-checked"
    assert outcome.document["cause"] == "key-missing"
    assert outcome.document["counted"] is False
    assert not with_password.backend.kept, "a check never makes a key"


def test_another_teams_key_is_six(with_password: Workplace) -> None:
    """A stored password is never compared under a key that it was not made with."""
    other = Workplace(with_password.home.parent / "other")
    other.import_list("number\n1\n")
    other.set("1", RIGHT)
    with_password.backend.kept.update(other.backend.kept)
    outcome = with_password.verify(NUMBER, RIGHT, "--json")
    assert (outcome.code, outcome.document["cause"]) == (6, "key-mismatch")


def test_a_database_that_is_gone_is_six(with_password: Workplace) -> None:
    """It does not come back empty."""
    with_password.profile.database_path.unlink()
    outcome = with_password.verify(NUMBER, RIGHT)
    assert outcome.code == 6
    assert "gone" in outcome.err
    assert outcome.err.count("\n") == 1
    assert not with_password.profile.database_path.exists()
    assert with_password.run("search", "x").code == 1


@pytest.mark.parametrize("typed", ["", " - . ", "a\x07b", "x" * 200, "\udcff"])
def test_what_can_be_no_password_is_refused_without_a_charge(
    with_password: Workplace, typed: str
) -> None:
    """Exit 1: nothing was wrong with the system, and no try was used up."""
    outcome = with_password.verify(NUMBER, typed)
    assert outcome.code == 1
    assert "Nothing was counted" in outcome.err
    assert with_password.verify(NUMBER, WRONG, "--json").document["tries_left"] == 4


@pytest.mark.parametrize("number", ["004711", " 004711 ", "004711\u00a0", "\u200b004711"])
def test_a_number_is_read_as_an_import_reads_it(workplace: Workplace, number: str) -> None:
    """White space and invisible marks around it, from a paste, do not matter."""
    assert workplace.verify(number, RIGHT, "--json").document["customer"] == NUMBER


def test_a_number_with_spaces_inside_is_one_number(workplace: Workplace) -> None:
    """The spaces belong to it."""
    assert workplace.verify("K 12 34", RIGHT, "--json").document["customer"] == "K 12 34"


@pytest.mark.parametrize("number", ["4711", "04711", "K1234", "", "%", "0 OR 1", "x" * 5_000])
def test_another_number_is_another_customer(workplace: Workplace, number: str) -> None:
    """Leading zeros count; nothing is guessed and no password is asked for."""
    outcome = workplace.verify(number, RIGHT, "--json")
    assert outcome.code == 1
    assert outcome.document["error"] == "customer-not-found"


def test_a_caution_is_shown_before_the_answer(with_password: Workplace) -> None:
    """What a colleague raised is not lost on the command line."""
    with with_password.opened() as opened:
        customer = opened.storage.customers.find_number(NUMBER)
        opened.storage.customers.raise_caution(customer.id, "tried three\nbirthdays")
    outcome = with_password.verify(NUMBER, RIGHT)
    assert "Caution: tried three birthdays (Tanja Lang)" in outcome.err
    document = with_password.verify(NUMBER, RIGHT, "--json").document
    assert document["caution"] == "tried three\nbirthdays"


def test_the_teams_own_text_is_printed(with_password: Workplace) -> None:
    """The one of the program's language, the other where that is empty; none where none is."""
    assert with_password.verify(NUMBER, RIGHT, "--json").document["team_text"] == ""
    with with_password.opened() as opened:
        with_texts = replace(
            CHEAP, text_after_match_en="Confirm the address.", text_without_match_de="Rückruf."
        )
        opened.storage.policies.save(with_texts)
    assert "\nConfirm the address.\n" in with_password.verify(NUMBER, RIGHT).out
    assert with_password.verify(NUMBER, WRONG, "--json").document["team_text"] == "Rückruf."


def test_an_outdated_verifier_is_renewed_by_a_match(with_password: Workplace) -> None:
    """The same password matches afterwards, under the policy's parameters."""
    with with_password.opened() as opened:
        opened.storage.policies.save(Policy(memory_kib=CHEAP.memory_kib, passes=3))
    assert with_password.verify(NUMBER, RIGHT).code == 0
    with with_password.opened() as opened:
        kinds = [entry.kind for entry in opened.storage.journal.entries(JournalQuery())]
    assert EventKind.PASSWORD_REFRESHED in kinds
    assert with_password.verify(NUMBER, RIGHT).code == 0


# --- set -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("password", "rule"),
    [("1-2", "length"), ("1234", "guessed-first"), ("Weber", "own-data"), ("a\x07bcd", "usable")],
)
def test_the_policy_refuses_with_its_reasons(
    workplace: Workplace, password: str, rule: str
) -> None:
    """Each broken rule gets a sentence, the codes stand in the JSON, nothing is stored."""
    outcome = workplace.set(NUMBER, password, "--json")
    assert outcome.code == 1
    assert outcome.document["error"] == "password-refused"
    assert rule in outcome.document["rules"]
    assert outcome.err.count("\n") >= 2
    assert password not in outcome.err + outcome.out
    assert workplace.verify(NUMBER, password).code == 5


@pytest.mark.parametrize(
    ("check", "reference"), [("guess", "T-1"), ("callback", " "), ("callback", "x" * 501)]
)
def test_an_incomplete_identity_check_is_refused_before_the_password(
    workplace: Workplace, check: str, reference: str
) -> None:
    """Nobody is asked to type a password that will not be taken."""
    outcome = workplace.run("set", NUMBER, "--check", check, "--reference", reference)
    assert outcome.code == 1
    assert "Nothing was saved" in outcome.err


def test_a_new_password_stops_the_old_one(with_password: Workplace) -> None:
    """At once."""
    assert with_password.set(NUMBER, "Kranich 86").code == 0
    assert with_password.verify(NUMBER, RIGHT).code == 3
    assert with_password.verify(NUMBER, "Kranich 86").code == 0


def test_the_first_password_makes_the_key_and_says_so(workplace: Workplace) -> None:
    """The sentence names a command that exists; the second time it is not said again."""
    assert "watchword key save" in workplace.set(NUMBER, RIGHT).err
    assert TEAM_KEY_ENTRY in workplace.backend.kept
    assert workplace.set(NUMBER, RIGHT).err == ""


def test_a_second_key_is_not_made_by_accident(with_password: Workplace) -> None:
    """Where passwords are stored and the key is gone, setting waits for the recovery."""
    with_password.backend.kept.clear()
    outcome = with_password.set(NUMBER, "Kranich 86", "--json")
    assert (outcome.code, outcome.document["error"]) == (1, "key-missing")
    assert not with_password.backend.kept


# --- unlock, remove ------------------------------------------------------------------------------


def test_unlock_ends_the_wait(with_password: Workplace) -> None:
    """With a reason that is journalled; twice is refused."""
    lock(with_password)
    outcome = with_password.run("unlock", NUMBER, "--reason", "called back", "--json")
    assert outcome.document["receipt"].startswith("VW-")
    assert with_password.verify(NUMBER, RIGHT).code == 0
    again = with_password.run("unlock", NUMBER, "--reason", "x", "--json")
    assert (again.code, again.document["error"]) == (1, "nothing-to-unlock")


def test_remove_leaves_no_password(with_password: Workplace) -> None:
    """Afterwards there is none, and removing again is refused."""
    assert with_password.run("remove", NUMBER, "--reason", "left").code == 0
    assert with_password.verify(NUMBER, RIGHT).code == 5
    again = with_password.run("remove", NUMBER, "--reason", "left", "--json")
    assert (again.code, again.document["error"]) == (1, "no-credential")


@pytest.mark.parametrize("command", ["unlock", "remove"])
def test_a_reason_is_needed(with_password: Workplace, command: str) -> None:
    """An empty one is refused, and the sentence says which field is meant."""
    outcome = with_password.run(command, NUMBER, "--reason", " ")
    assert outcome.code == 1
    assert outcome.err.startswith("reason: ")

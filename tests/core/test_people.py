"""Logins and names of people, before the database sees them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.errors import FieldRefusedError
from desktop_app.core.people import new_login_password, require_login, require_person_name


@pytest.mark.parametrize("login", ["a", "berger", "lukas.berger-2", "l_b", "x" * 63])
def test_a_login_that_needs_no_quoting_passes(login: str) -> None:
    """As it is: what is shown is what the server knows."""
    assert require_login(login) == login


@pytest.mark.parametrize(
    ("login", "reason"),
    [
        ("", "empty"),
        ("x" * 64, "too-long"),
        ("Berger", "unknown"),
        ("1a", "unknown"),
        ("a b", "unknown"),
        ("berger\n", "unknown"),
        ("bärger", "unknown"),
        ("pg_signal_backend", "unknown"),
        ("watchword_owner", "unknown"),
        ("public", "unknown"),
        ("session_user", "unknown"),
    ],
)
def test_any_other_is_refused(login: str, reason: str) -> None:
    """Each with its reason; names that the server or this program uses are reserved."""
    with pytest.raises(FieldRefusedError) as refused:
        require_login(login)
    assert (refused.value.field, refused.value.reason) == ("login", reason)


@given(st.text(max_size=80))
def test_no_login_means_anything_to_sql(text: str) -> None:
    """Whatever passes has no quotation mark, space or capital."""
    try:
        login = require_login(text)
    except FieldRefusedError:
        return
    assert login.isascii()
    assert set(login) <= set("abcdefghijklmnopqrstuvwxyz0123456789_.-")


def test_a_name_loses_the_space_around_it() -> None:
    """And nothing else."""
    assert require_person_name("  Lukas  Berger ") == "Lukas  Berger"


@pytest.mark.parametrize(
    ("name", "reason"), [(" ", "empty"), ("x" * 201, "too-long"), ("a\x1b[31mb", "control")]
)
def test_a_name_that_cannot_be_shown_is_refused(name: str, reason: str) -> None:
    """It stands in the journal and on every screen."""
    with pytest.raises(FieldRefusedError) as refused:
        require_person_name(name)
    assert (refused.value.field, refused.value.reason) == ("name", reason)


def test_login_passwords_are_long_and_new() -> None:
    """Nobody types them, so nobody has to be able to."""
    first, second = new_login_password().reveal(), new_login_password().reveal()
    assert first != second
    assert len(first) == 32

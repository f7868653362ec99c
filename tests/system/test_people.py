"""Who uses this workstation, as the system knows them."""

import os
import platform
import pwd

import pytest

from desktop_app.system.people import name_of_gecos, who_is_here


def entry(login: str, gecos: str) -> pwd.struct_passwd:
    return pwd.struct_passwd((login, "x", 1000, 1000, gecos, "/", "/bin/sh"))


def test_login_name_and_computer_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name comes from the password file, the computer without its domain."""
    monkeypatch.setattr(pwd, "getpwuid", lambda _: entry("lukas", "Lukas Berger,Room 3,,"))
    monkeypatch.setattr(platform, "node", lambda: "desk-7.intern.example")
    user = who_is_here()
    assert (user.login, user.name, user.workstation) == ("lukas", "Lukas Berger", "desk-7")


def test_the_environment_cannot_claim_somebody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """LOGNAME and USER are not asked."""
    before = who_is_here()
    for variable in ("LOGNAME", "USER", "USERNAME"):
        monkeypatch.setenv(variable, "somebody-else")
    assert who_is_here() == before


def test_a_person_without_an_entry_has_their_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a container the user's number stands for the login and the name."""

    def unknown(number: int) -> pwd.struct_passwd:
        raise KeyError(number)

    monkeypatch.setattr(pwd, "getpwuid", unknown)
    user = who_is_here()
    assert user.login == user.name == str(os.getuid())


def test_odd_names_cannot_break_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control characters are left out, long names are cut, empty ones replaced."""
    monkeypatch.setattr(pwd, "getpwuid", lambda _: entry("l\x1bu\nkas", "\n" + "x" * 500))
    monkeypatch.setattr(platform, "node", lambda: "")
    user = who_is_here()
    assert user.login == "lukas"
    assert user.name == "x" * 120
    assert user.workstation == "unknown"


@pytest.mark.parametrize(
    ("gecos", "name"),
    [("Lukas Berger,,,", "Lukas Berger"), ("& Berger", "Lukas Berger"), ("", ""), (",3", "")],
)
def test_the_comment_field_is_read(gecos: str, name: str) -> None:
    """The first part is the name; an ampersand is the login with a capital."""
    assert name_of_gecos(gecos, "lukas") == name

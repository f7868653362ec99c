"""How hosts are written, with and without a port."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.host_address import HostAddress, host_address


@pytest.mark.parametrize(
    ("written", "host", "port"),
    [
        ("db.example", "db.example", 5432),
        ("db.example:5433", "db.example", 5433),
        ("192.0.2.7:1", "192.0.2.7", 1),
        ("::1", "::1", 5432),
        ("2001:db8::7", "2001:db8::7", 5432),
        ("[2001:db8::7]:65535", "2001:db8::7", 65535),
        ("[::1]", "::1", 5432),
        ("/var/run/postgresql", "/var/run/postgresql", 5432),
    ],
)
def test_a_host_has_the_usual_port_or_its_own(written: str, host: str, port: int) -> None:
    """A bare IPv6 address has colons of its own."""
    assert host_address(written, 5432) == HostAddress(host, port)


@pytest.mark.parametrize(
    "written", ["", "db:", ":5432", "db:0", "db:65536", "db:x", "[::1", "[]:1"]
)
def test_what_is_no_address_is_refused(written: str) -> None:
    """Before libpq takes it for something else."""
    with pytest.raises(ValueError, match=r".*"):
        host_address(written, 5432)


@given(st.text(max_size=30))
def test_no_text_leads_to_an_impossible_port(written: str) -> None:
    """Whatever is typed."""
    try:
        found = host_address(written, 5432)
    except ValueError:
        return
    assert found.host
    assert 1 <= found.port <= 65_535

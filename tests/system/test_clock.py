"""The workstation's clock."""

from datetime import UTC, datetime, timedelta

from desktop_app.system.clock import utc_now


def test_the_moment_is_aware_and_in_utc() -> None:
    """Times can be compared with the database's without knowing where the computer stands."""
    before, now, after = datetime.now(UTC), utc_now(), datetime.now(UTC)
    assert before <= now <= after
    assert now.utcoffset() == timedelta(0)

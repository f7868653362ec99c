"""The workstation's clock."""

from datetime import UTC, datetime


def utc_now() -> datetime:
    """The present moment as an aware datetime in UTC."""
    return datetime.now(UTC)

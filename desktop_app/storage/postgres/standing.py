"""Values that several functions of the database answer with."""

from desktop_app.core.entities import Change, PasswordState, Standing
from desktop_app.storage.postgres.connections import Row


def standing_of(row: Row) -> Standing:
    """The standing in a row with the columns of the type ``watchword.standing``."""
    return Standing(
        state=PasswordState(row["state"]),
        tries_allowed=row["tries_allowed"],
        tries_left=row["tries_left"],
        next_wait=row["next_wait"],
        opens_at=row["opens_at"],
        set_at=row["set_at"],
        set_by=row["set_by"],
        check_method=row["check_method"],
        valid_until=row["valid_until"],
        single_use=row["single_use"],
        last_failure_at=row["last_failure_at"],
        attention=row["attention"],
        until_used=row["until_used"],
    )


def change_of(row: Row) -> Change:
    """The receipt and time in a row with the columns of the type ``watchword.change``."""
    return Change(row["receipt"], row["at"])

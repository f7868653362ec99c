"""What is read from the keys that the database knows."""

from datetime import UTC, datetime, timedelta

from desktop_app.core.team_keys import KeyOverview, KeyState, KnownKey, KnownKeys

NOW = datetime(2026, 11, 22, 14, 7, tzinfo=UTC)
END = NOW + timedelta(days=90)
OLDEST, OLD, NEW = b"key id 0", b"key id 1", b"key id 2"

OF_BEFORE = KnownKey(OLDEST, KeyState.RETIRED, NOW, "Ada Admin", NOW + timedelta(days=1))
RETIRED = KnownKey(OLD, KeyState.RETIRED, NOW, "Ada Admin", END)
CURRENT = KnownKey(OLD, KeyState.CURRENT, NOW, "Ada Admin")
ANNOUNCED = KnownKey(NEW, KeyState.ANNOUNCED, NOW, "Ada Admin")
STARTED = KnownKey(NEW, KeyState.CURRENT, NOW, "Ada Admin")


def test_a_workstation_with_an_older_key_lacks_the_newest() -> None:
    """Announced or in use; with the newest, or before the first, nothing is missing."""
    assert KnownKeys((ANNOUNCED, CURRENT)).newer_than([OLD]) == ANNOUNCED
    assert KnownKeys((STARTED, RETIRED)).newer_than([OLD]) == STARTED
    assert KnownKeys((STARTED, RETIRED)).newer_than([NEW]) is None
    assert KnownKeys((CURRENT,)).newer_than([OLD, NEW]) is None
    assert KnownKeys().newer_than([OLD]) is None


def test_a_key_of_another_team_has_no_newer_one() -> None:
    """Who has none of the team's keys lacks more than the newest."""
    known = KnownKeys((STARTED, RETIRED))
    assert known.newer_than([]) is None
    assert known.newer_than([b"unheard."]) is None


def test_what_is_left_behind_is_under_retired_keys() -> None:
    """Not under the current one, nor under the portal's, which is none of the team's."""
    known = KnownKeys((STARTED, RETIRED, OF_BEFORE))
    overview = KeyOverview(known, (), {NEW: 5, OLD: 3, b"portals.": 7})
    assert overview.left_behind == 3
    assert overview.next_end == END
    assert KeyOverview(known, (), {NEW: 5}).next_end is None


def test_a_key_whose_time_is_over_has_ended() -> None:
    """At its very end, and no other one."""
    known = KnownKeys((STARTED, RETIRED, OF_BEFORE))
    assert known.ended(NOW) == frozenset()
    assert known.ended(END - timedelta(microseconds=1)) == {OLDEST}
    assert known.ended(END) == {OLDEST, OLD}

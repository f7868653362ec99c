"""The people of the team, for its administrators."""

"""The team page: figures of the whole team, and what needs attention."""

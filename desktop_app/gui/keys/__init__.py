"""The files that hold the team key: recovery and vault."""

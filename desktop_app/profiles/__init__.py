"""Profiles: one database each, with its keys, and what this workstation remembers of both."""

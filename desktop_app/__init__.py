"""Watchword: verify callers by their telephone password."""

__version__ = "0.1.0"

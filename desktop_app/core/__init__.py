"""Decides: what matches, what is refused, when it locks, what a receipt is."""

"""Notices to customers of what became of their telephone password."""

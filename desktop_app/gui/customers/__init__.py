"""Finds customers and shows the selected one."""

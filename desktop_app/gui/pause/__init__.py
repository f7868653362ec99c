"""Hides the customers while nobody is at the desk."""

"""Compares what a caller says, and shows in one glance whether to speak."""

"""Shows what was recorded."""

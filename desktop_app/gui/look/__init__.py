"""What the application looks like."""

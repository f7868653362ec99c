"""What one window does from its first picture to its end: parts of its composition root."""

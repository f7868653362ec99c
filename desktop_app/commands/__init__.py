"""The command line: what an administrator scripts at night. A composition root."""

"""The window that imports customer lists."""

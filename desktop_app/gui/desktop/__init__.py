"""The person's desktop: single window, its place, signals, files, screen reader."""

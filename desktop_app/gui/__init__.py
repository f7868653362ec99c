"""Shows and asks: windows, models, sentences."""

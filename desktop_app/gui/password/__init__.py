"""Sets, removes and unlocks telephone passwords."""

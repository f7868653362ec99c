"""Setting a shared database up and bringing people to it, for window and command line."""

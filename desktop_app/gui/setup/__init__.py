"""The first start: join a team, set a shared database up, or use this workstation only."""

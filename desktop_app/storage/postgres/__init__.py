"""The shared database: PostgreSQL, which enforces the rules itself."""

"""Remembers: customers, credentials and the journal, behind the ports of core."""

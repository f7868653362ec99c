"""The workstation: settings, keyring, folders, logs, hardening, recovery files."""

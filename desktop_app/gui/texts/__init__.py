"""Every sentence that windows and command line share."""

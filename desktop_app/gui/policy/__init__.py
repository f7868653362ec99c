"""The team's rules: looked at by leads, edited by administrators."""

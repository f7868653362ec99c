"""The pages that leads and admins have beside the customers."""

from typing import Final

from desktop_app.gui.pages import PageMaker

PAGES: Final[tuple[PageMaker, ...]] = ()
"""In the order in which they are offered; each function imports its page."""

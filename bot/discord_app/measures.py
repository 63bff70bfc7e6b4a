"""What is measured of a running bot. These measure nothing: where nobody looks, nothing is counted."""

from __future__ import annotations

import aiohttp

from bot.discord_app.asked import Asked
from bot.discord_app.desk import Render

__all__ = ["Measures"]


class Measures:
    """Told of all that happens."""

    def counting(self, render: Render) -> Render:
        """Makes replies as before, and counts what is replied."""
        return render

    def ended(self, asked: Asked) -> None:
        """Somebody was answered, or will not be."""

    def watching(self) -> aiohttp.TraceConfig | None:
        """What looks at each request to Discord."""
        return None

    def delayed(self, seconds: float) -> None:
        """All that was to happen had to wait so long for something else."""

    def kept(self, shelf: str, ending: str, seconds: float) -> None:
        """The database did what a shelf of the store wanted, or did not."""

    def reloaded(self, *, taken: bool) -> None:
        """The data was read anew, and taken unless it has faults."""

"""What a message of ours shows, as its buttons tell: it need not be remembered, and a restart forgets nothing."""

from __future__ import annotations

import discord

from bot.discord_app.controls.montages import SourcesButton

__all__ = ["montage_in"]


def montage_in(message: discord.Message) -> str | None:
    """The montage of the card that a message of ours shows, as its button says."""
    rows = [row.children for row in message.components if isinstance(row, discord.ActionRow)]
    ids = [str(getattr(item, "custom_id", "")) for items in rows for item in items]
    return next((match["montage"] for each in ids if (match := SourcesButton.pattern().fullmatch(each))), None)

"""Discord's own limits, with the numbers its documentation gives, and the one way text is made to fit them."""

from __future__ import annotations

import discord

CHOICES = 25
CHOICE_TEXT = 100
CONTENT = 2000
EMBEDS = 10
EMBED_TITLE = 256
EMBED_DESCRIPTION = 4096
EMBED_FIELDS = 25
FIELD_NAME = 256
FIELD_VALUE = 1024
SHORT_FOOTER = 700  # ours, of the 2048 there may be: a footer is never what a message has to be cut for
EMBED_TOTAL = 6000  # over all embeds of one message
BUTTON_LABEL = 80
BUTTON_URL = 512
BUTTONS_A_ROW = 5
COMPONENT_ROWS = 5
CUSTOM_ID = 100
MENU_OPTIONS = 25
MENU_TEXT = 100  # label, description and value of an option each
PLACEHOLDER = 100  # of a field in a form
FORM_TITLE = 45
FIELD_LABEL = 45

ELLIPSIS = "…"


def clip(text: str, limit: int) -> str:
    """The text, at most `limit` characters long; an ellipsis shows that something is missing."""
    return text if len(text) <= limit else text[: limit - len(ELLIPSIS)].rstrip("\\ ") + ELLIPSIS


def fit(embed: discord.Embed, budget: int) -> discord.Embed:
    """The embed, brought within `budget` characters: its last fields go first, then the end of its description."""
    while len(embed) > budget and embed.fields:
        embed.remove_field(-1)
    if (excess := len(embed) - budget) > 0:
        embed.description = clip(embed.description or "", max(len(embed.description or "") - excess, 1))
    return embed

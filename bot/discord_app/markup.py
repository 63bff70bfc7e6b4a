"""Text as Discord shows it: what was typed or read from the data stands as it is, never as markup or a mention."""

from __future__ import annotations

import re

import discord

_POINTED = re.compile(r"<(?=[@#:/ati])")  # <@user>, <#channel>, <:emoji:1>, </command:1>, <a:…>, <t:…>, <id:…>


def plain(text: str) -> str:
    """The text with everything Discord would read as markup, mention or special form taken at its letter."""
    return discord.utils.escape_mentions(_POINTED.sub(r"\\<", discord.utils.escape_markdown(text)))


def small(text: str) -> str:
    """A line in small grey letters; the text is taken as markup already."""
    return f"-# {text}"

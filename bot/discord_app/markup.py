"""Text as Discord shows it: what was typed or read from the data stands as it is, never as markup or a mention."""

from __future__ import annotations

import re

import discord

#: All that Discord reads as markup. Its own escape_markdown leaves addresses alone, and all between two brackets.
_MARKUP = re.compile(r"[\\*_~|`\[\]]|^(?:>(?:>>)?\s|#{1,3}|\s*-)", re.MULTILINE)
_POINTED = re.compile(r"<(?=[@#:/ati])")  # <@user>, <#channel>, <:emoji:1>, </command:1>, <a:…>, <t:…>, <id:…>

#: Text without any of these has nothing of what is looked for above.
_MAY_BE = re.compile(r"[\\*_~|`\[\]<@]|://|^\s*[->#]", re.MULTILINE)

UNSEEN = "\u200b"  # a space of no width: an address with it in it is no link


def plain(text: str) -> str:
    """The text with everything Discord would read as markup, mention or special form taken at its letter."""
    if not _MAY_BE.search(text):
        return text
    unlinked = text.replace("://", f":{UNSEEN}//")
    return discord.utils.escape_mentions(_POINTED.sub(r"\\<", _MARKUP.sub(r"\\\g<0>", unlinked)))


def small(text: str) -> str:
    """A line in small grey letters; the text is taken as markup already."""
    return f"-# {text}"

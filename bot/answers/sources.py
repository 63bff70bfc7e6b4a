"""Where the facts of a card come from, as a reader would say it."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from bot.answers.answer import Source
from bot.answers.phrases import spoken
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.expressions import expression
from bot.knowledge.model import Source as Origin

_SAID = {"artist": "performer"}
#: What stands at the end of an address and is no word of a title.
_ENDING = expression(r"\.(?:html?|php|aspx?|txt)$", re.IGNORECASE)
#: What a site counts its pages by; a year has fewer digits.
_NUMBER = expression(r"\d{5,}")
_CODE = expression(r"[=.]|\d{5}")
#: In an address, words of a title have these between them.
_BETWEEN = expression(r"[-_+\s]+")
#: A last part of an address with fewer words in it is no title: "97214", "item".
_FEWEST_WORDS = 2


def source(origin: Origin, catalogue: Catalogue) -> Source:
    """A source with what it confirms."""
    supports = f"Confirms {spoken([_SAID.get(each, each) for each in origin.supports])}"
    if origin.url:
        return Source(page_name(origin.url), supports, origin.url)
    ranked = catalogue.ranked_list(origin.list or "")
    return Source(ranked.title if ranked else origin.list or "", supports, ranked.url if ranked else None)


def page_name(url: str) -> str:
    """What a page is called: the words its address has for it, and the site."""
    parts = urlsplit(url)
    site = parts.netloc.removeprefix("www.")
    last = next((title for part in reversed(parts.path.split("/")) if (title := _title(part))), "")
    return f"{last}, {site}" if last else site


def _title(part: str) -> str:
    """The part of an address as a title; nothing where it is none."""
    words = [word for word in _BETWEEN.split(_ENDING.sub("", unquote(part))) if word and not _NUMBER.fullmatch(word)]
    if sum(word.isalpha() for word in words) < _FEWEST_WORDS or any(_CODE.search(word) for word in words):
        return ""
    said = " ".join(words)
    return said[0].upper() + said[1:]

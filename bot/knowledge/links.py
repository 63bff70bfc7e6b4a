"""The addresses in the files: whether each is one, and whether one page is cited twice or in two spellings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from bot.knowledge.documents import Document, Scalar, Where

_SOURCE = ("films", "*", "montages", "*", "sources", "*", "url")
_NEVER_IN_AN_ADDRESS = re.compile(r"[<>\"{}|\\^`]|%(?![0-9A-Fa-f]{2})")
_A_SECOND = re.compile(r"^https?://https?[:/]", re.IGNORECASE)
_OF_THE_SENTENCE = tuple(".,;:!'”’…")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_BEFORE_THE_HOST = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)


def check_links(documents: Sequence[Document]) -> None:
    """Adds to each document its addresses that are malformed, cited twice by a montage, or spelt in two ways."""
    for document in documents:
        for _, url in _links(document):
            if problem := problem_of_link(url.text):
                document.fault(url.line, f"The address “{url.text}” {problem}")
        _cited_once(document)
    _spelt_alike(documents)


def problem_of_link(url: str) -> str:
    """What to say after the address; empty when it is well formed."""
    if _A_SECOND.match(url):
        return "begins with two schemes: delete one."
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return "has no host and port that can be read: copy it once more."
    if parts.username is not None or not _HOST.fullmatch(host):
        return f"leads to no site (“{parts.netloc}”): copy it once more."
    if found := _NEVER_IN_AN_ADDRESS.search(url):
        return (
            f"has “{found[0]}” in it, which no address has: copy it from the browser, which writes such marks with %."
        )
    if url.endswith(_OF_THE_SENTENCE) or any(url.count(one) < url.count(other) for one, other in ("()", "[]")):
        return f"ends in “{url[-1]}”, which belongs to the sentence it stood in: delete that."
    return ""


def _links(document: Document) -> Iterator[tuple[Where, Scalar]]:
    yield from document.texts(*_SOURCE)
    yield from document.texts("url")


def _cited_once(document: Document) -> None:
    seen: dict[tuple[Where, str], int] = {}
    for where, url in document.texts(*_SOURCE):
        first = seen.setdefault((where[:4], _page(url.text)), url.line)
        if first != url.line:
            document.fault(url.line, f"The montage cites “{url.text}” twice (first on line {first}); make one of them.")


def _spelt_alike(documents: Sequence[Document]) -> None:
    """Of the spellings of one page the first counts."""
    first: dict[str, tuple[str, str]] = {}
    for document in documents:
        for _, url in _links(document):
            known, place = first.setdefault(_page(url.text), (url.text, f"{document.file}:{url.line}"))
            if known != url.text:
                document.fault(url.line, f"“{url.text}” is spelt “{known}” in {place}; give one page one address.")


def _page(url: str) -> str:
    """The address without what makes no other page: scheme, "www.", a fragment, a slash at the end."""
    return _BEFORE_THE_HOST.sub("", url).partition("#")[0].rstrip("/")

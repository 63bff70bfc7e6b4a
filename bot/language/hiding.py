"""Names taken out of a text, so that it can be read by somebody who has to guess them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from bot.knowledge.names import APOSTROPHES, clean
from bot.language.fold import Word, key_of_name, words_of
from bot.language.lexicon import Lexicon
from bot.language.names import EMPTY
from bot.language.spellings import forms
from bot.language.stems import stem

__all__ = ["HIDDEN", "SOMEONE", "Secret", "hidden", "name_secrets", "word_secrets"]

#: What stands in the place of a name, and of somebody's; both can be read aloud.
HIDDEN, SOMEONE = "[hidden]", "[someone]"
#: A word of a name is hidden by itself from so many letters on.
SHORTEST = 3
_OWN = tuple(f"{apostrophe}s" for apostrophe in APOSTROPHES)


class Secret(Struct, frozen=True):
    """A name, or a word of one, as the words it is compared by."""

    tokens: tuple[str, ...]
    mask: str = HIDDEN
    capital: bool = False  # hidden only where it is written as a name: "Up", but not "up the steps"
    stemmed: bool = False  # in any form of the word: "dwarf" for "dwarfs"


def name_secrets(names: Iterable[str], lexicon: Lexicon, mask: str = HIDDEN) -> Iterator[Secret]:
    """Names as a whole, in every way to write them. One that is an ordinary word is one only with its capital."""
    for name in names:
        for tokens in forms(key_of_name(name)):
            alone = len(tokens) == 1 and (lexicon.is_ordinary(tokens[0]) or tokens[0] in EMPTY)
            yield Secret(tokens, mask, capital=alone)


def word_secrets(names: Iterable[str], lexicon: Lexicon, mask: str = HIDDEN) -> Iterator[Secret]:
    """The words of names, each by itself: a rare one however it is written, one of everyday speech with its capital."""
    for token in dict.fromkeys(token for name in names for token in key_of_name(name)):
        if token not in EMPTY and len(token) >= SHORTEST and not token.isdigit():
            yield Secret((token,), mask, capital=lexicon.is_common(token), stemmed=not lexicon.is_common(token))


def hidden(text: str, secrets: Sequence[Secret]) -> str:
    """The text with a mask in the place of each secret, the longest first; of masks in a row one is left."""
    cleaned = clean(text)
    words = words_of(cleaned)
    shown, at, end, last = "", 0, 0, ""
    while at < len(words):
        found = _longest(words[at:], secrets)
        if found is None:
            at, last = at + 1, ""
            continue
        size = len(found.tokens)
        between = cleaned[end : words[at].start]
        kept = "" if found.mask == last and not between.strip() else between
        shown += (kept + found.mask if kept or found.mask != last else "") + _rest(words[at + size - 1])
        at, end, last = at + size, words[at + size - 1].end, found.mask
    return shown + cleaned[end:]


def _longest(words: Sequence[Word], secrets: Sequence[Secret]) -> Secret | None:
    found = (secret for secret in secrets if _begin(words, secret))
    return max(found, key=lambda secret: len(secret.tokens), default=None)


def _begin(words: Sequence[Word], secret: Secret) -> bool:
    """Whether the words begin with the secret."""
    here = words[: len(secret.tokens)]
    if len(here) < len(secret.tokens) or (secret.capital and not here[0].capital):
        return False
    return all(_is(word, token, secret) for word, token in zip(here, secret.tokens, strict=True))


def _is(word: Word, token: str, secret: Secret) -> bool:
    alike = {word.key, word.folded, *key_of_name(_without_own(word.raw))[:1]}
    return token in alike or (secret.stemmed and stem(token) in {stem(each) for each in alike})


def _without_own(raw: str) -> str:
    return raw[:-2] if raw.endswith(_OWN) else raw


def _rest(word: Word) -> str:
    """What stays of a word whose name is hidden: that it is said to own something."""
    return "’s" if word.raw.endswith(_OWN) else ""

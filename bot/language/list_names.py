"""What published lists are called: by their titles, and by who published and who wrote them, in full or shortened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.consensus import CONSENSUS_ID, CONSENSUS_TITLE
from bot.knowledge.expressions import expression
from bot.knowledge.model import RankedList
from bot.language.fold import ARTICLES, name_key
from bot.language.lexicon import Lexicon, asking_words
from bot.language.names import EMPTY, Meaning, NameKind
from bot.language.stems import EMPTY_WORDS
from bot.language.typos import SHORTEST

#: A part of a title is a name of its own from so many words on.
FEWEST_WORDS_OF_A_PART = 4
#: A publisher's name of so many words is known by the first of them as well: "USA Today" of "USA Today For The Win".
FEWEST_WORDS_OF_A_LONG_NAME, WORDS_OF_ITS_HEAD = 3, 2
_PARENTHESIS = expression(r"\s*\([^)]*\)")
_RANKING_WORDS = frozenset(
    "top best greatest favorite favourite ever all time montages movies films ranked list".split()
)
#: What the words of such a title are about.
_OF_LISTS = frozenset({"rank", "montage", "film", "kind", "song"})


def names_of_lists(catalogue: Catalogue, lexicon: Lexicon) -> Iterator[tuple[str, Meaning]]:
    """The names of every list; a title that asks for any such list names none, but for the default one."""
    for ranked in catalogue.lists:
        meaning = Meaning(NameKind.LIST, ranked.id, ranked.title)
        texts = (*_titles(ranked), *_credits(ranked, lexicon))
        yield from ((text, meaning) for text in texts if ranked.default or not _is_general(text))
    consensus = Meaning(NameKind.LIST, CONSENSUS_ID, CONSENSUS_TITLE)
    yield from ((text, consensus) for text in (CONSENSUS_TITLE, "consensus ranking", "consensus list"))


def short_names_of_lists(catalogue: Catalogue, lexicon: Lexicon) -> Iterator[tuple[str, Meaning]]:
    """Who published or wrote a list, by one word that is in no dictionary: "Unreality", "Spinnaker", "Murnion"."""
    for ranked in catalogue.lists:
        publisher = [word for word in (ranked.publisher or "").split() if word.casefold() not in ARTICLES]
        both = publisher if len(publisher) == WORDS_OF_ITS_HEAD else ()
        for token in (word.casefold() for word in (*both, *(ranked.author or "").split()[-1:])):
            if token.isalpha() and len(token) >= SHORTEST and not lexicon.is_ordinary(token):
                yield token, Meaning(NameKind.LIST, ranked.id, ranked.title)


def _titles(ranked: RankedList) -> Iterator[str]:
    """A list's title, also without its count and "in movies" or what introduces it."""
    yield ranked.title
    parts = re.split(r"[:!?] | [–-] ", ranked.title)[1:]
    yield from (part for part in parts if len(part.split()) >= FEWEST_WORDS_OF_A_PART)
    if ranked.default:
        plain = re.sub(r"\s+(?:in movies|of all time)$", "", ranked.title, flags=re.IGNORECASE)
        yield plain
        yield re.sub(r"^the (?:top )?\d+ ", "", plain, flags=re.IGNORECASE)


def _credits(ranked: RankedList, lexicon: Lexicon) -> Iterator[str]:
    """Who published and who wrote a list, also by the head of a long name, and without its apostrophe: "Brobibles"."""
    for credit in _called(ranked):
        for name in (credit, *_head(credit)):
            yield name
            if not lexicon.is_ordinary(f"{name}s".casefold()):
                yield f"{name}'s"


def _called(ranked: RankedList) -> Iterable[str]:
    return [_PARENTHESIS.sub("", credit) for credit in (ranked.publisher, ranked.author) if credit]


def _head(credit: str) -> Iterator[str]:
    """The first words of a long name, where they say something: not "Oh No", "Writing Is", "New Favourite"."""
    words = [word for word in credit.split() if word.casefold() not in ARTICLES]
    head = words[:WORDS_OF_ITS_HEAD]
    if len(words) < FEWEST_WORDS_OF_A_LONG_NAME:
        return
    last = head[-1].casefold()
    if len(last) >= SHORTEST and last not in EMPTY_WORDS and last not in asking_words():
        yield " ".join(head)


def _is_general(text: str) -> bool:
    """ "Top 10 '80s Montages": a title that asks for any such list, not for this one."""
    return all(token in _RANKING_WORDS or _says_what_is_listed(token) for token in name_key(text))


def _says_what_is_listed(token: str) -> bool:
    return token in EMPTY or token[0].isdigit() or bool(asking_words().get(token, frozenset[str]()) & _OF_LISTS)

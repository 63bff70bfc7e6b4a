"""Words that stand where a title stands: "the song in Weird Science", "who directed gone girl"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from bot.knowledge.expressions import expression
from bot.language.fold import ARTICLES, Word
from bot.language.kinds_told import told_positions
from bot.language.lexicon import asking_words
from bot.language.mentions import LONGEST_TITLE
from bot.language.once import once
from bot.language.reading import Reading
from bot.language.stems import EMPTY_WORDS

_ENDS = expression(r"[.!?]")
_BEFORE = frozenset("in from directed of".split())
#: Before these a title is likely, but so is anything else: "what about Tenet", "when did Jumanji come out".
_MAYBE_BEFORE = _BEFORE | {"about", "for", "did", "does", "has", "is", "was", "and", "with"}
#: What follows a title in a question about its film.
_MAYBE_AFTER = frozenset(
    "come came out released made from have has song songs soundtrack music director montage year".split()
)
_SLOT = _BEFORE | {"film", "movie", "en", "dans", "im", "aus", "em", "di", "del", "nel", "nella", "called"}
#: A question with more to say than this describes a scene; its last words are no title.
MOST_TELLING = 3
#: One capitalised word in a longer description is a place or a person, not a title.
MOST_BESIDE_ONE = 6
_BOUNDARY = frozenset(
    (
        "when where while which who that as and or with is was does what song montage scene soundtrack lol pls please"
    ).split()
)


@once
def asked(reading: Reading) -> Sequence[tuple[Word, ...]]:
    """Runs of words that look like titles: capitalised in a sentence, or last after "in", "from", "directed"."""
    found = chain(_capitalised(reading), _last(reading) if reading.language == "en" else ())
    return [phrase for phrase in found if not all(word.key[0].isdigit() for word in phrase)]


@once
def likely(reading: Reading) -> Sequence[tuple[Word, ...]]:
    """The same, and words that belong to no question, alone where a title may stand: "when did jumanji come out"."""
    return [*asked(reading), *_strange(reading)]


def _strange(reading: Reading) -> Iterator[tuple[Word, ...]]:
    asking, named = asking_words(), reading.named_positions
    texts = [word.folded for word in reading.words]
    strange = [
        at not in named and text not in EMPTY_WORDS and text not in asking and not text[0].isdigit()
        for at, text in enumerate(texts)
    ]
    for start in (at for at, odd in enumerate(strange) if odd and not (at and strange[at - 1])):
        end = next((at for at in range(start, len(texts)) if not strange[at]), len(texts))
        before, after = texts[start - 1] if start else "", texts[end] if end < len(texts) else ""
        opens = not start or before in _MAYBE_BEFORE
        closes = not after or after in _MAYBE_AFTER
        if opens and closes and (start or after) and end - start <= LONGEST_TITLE:
            yield reading.words[start:end]


def _capitalised(reading: Reading) -> Iterator[tuple[Word, ...]]:
    """Capitalised words inside a sentence that is not all capitals; German capitalises every noun."""
    capitals = sum(word.capital for word in reading.words)
    if reading.language == "de" or capitals * 2 > len(reading.words) + 1:
        return
    named = reading.named_positions
    run: list[Word] = []
    for position, word in enumerate(reading.words):
        if (
            word.capital
            and position
            and not _ENDS.search(reading.between(position))
            and position not in named
            and word.folded not in EMPTY_WORDS
            and word.raw != "I"
            and not word.folded.startswith(("im", "ive", "id"))
        ):
            run.append(word)
        elif run:
            yield from _in_slot(run, reading)
            run = []
    yield from _in_slot(run, reading)


def _in_slot(run: list[Word], reading: Reading) -> Iterator[tuple[Word, ...]]:
    """The run if it stands where a title would: after "in", "from", "of", or an article after one of them."""
    if not run:
        return
    start = reading.words.index(run[0])
    before = [word.folded for word in reading.words[max(0, start - 2) : start]]
    if len(run) == 1 and len(set(reading.left)) > MOST_BESIDE_ONE:
        return
    if before and (before[-1] in _SLOT or (before[-1] in ARTICLES and before[0] in _SLOT)):
        yield tuple(run)


def _last(reading: Reading) -> Iterator[tuple[Word, ...]]:
    """The words from the last "in" or "from" to the end of a short question, unless an article makes them a thing."""
    words = reading.words
    start = next((at for at in range(len(words) - 1, 0, -1) if words[at - 1].folded in _BEFORE), None)
    if start is None or words[start].folded in ARTICLES | {
        "his",
        "her",
        "their",
        "my",
        "your",
        "its",
        "full",
        "total",
        "this",
        "that",
        "it",
        "which",
        "what",
    }:
        return
    end = next(
        (
            at
            for at in range(start, len(words))
            if words[at].folded in _BOUNDARY or (at > start and not words[at].opens)
        ),
        len(words),
    )
    named = reading.named_positions | told_positions(reading)
    run = [
        word for at, word in enumerate(words[start:end], start) if word.folded not in EMPTY_WORDS and at not in named
    ]
    telling_elsewhere = len(set(reading.left)) - len(run)
    if (
        run
        and end - start <= LONGEST_TITLE
        and telling_elsewhere <= MOST_TELLING
        and not any(at in named for at in range(start, end))
    ):
        yield tuple(run)

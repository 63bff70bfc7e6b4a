"""The kind of montage that is told of without its name: "scenes where food is prepared"."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from bot.knowledge.kinds import Kind
from bot.knowledge.remembering import remembered
from bot.language.lexicon import DOMAIN, Token, asking_words, kind_words, kinds_told, near_words, people_words
from bot.language.once import once
from bot.language.reading import Reading
from bot.language.stems import EMPTY_WORDS, stem

#: Several of these are asked for; what they are like stands behind.
_HEADS = frozenset("montages scenes sequences films movies ones moments bits clips".split())
#: What opens a part of a sentence that says what happens.
_OPENS = frozenset("where of about with that when show shows showing involving featuring depicting which whose".split())
#: It begins so few words behind what is asked for: "which scenes do you keep where".
_REACH = 4
#: The part of what is told that the kind must explain, and how far it must be ahead of the next.
LEAST_EXPLAINED, LEAST_LEAD = 0.6, 0.15
#: One word at least belongs to the kind itself, or means almost the same.
SURE = 0.7


#: What words are about that tell nothing of what happens.
_BESIDE_THE_POINT = DOMAIN | {"aside", "ask", "auxiliary", "which", "who", "when", "where", "how", "list"}


@once
def kind_told(reading: Reading) -> tuple[Kind, frozenset[int]] | None:
    """The kind whose doings are told behind several montages that are asked for, and where the words of it stand."""
    for part in _parts(reading):
        told = dict.fromkeys(token.text for token in part if _is_telling(token.text))
        sure = frozenset(stem(text) for text in told if text not in asking_words() or "kind" in asking_words()[text])
        if kind := _kind_of(tuple(dict.fromkeys(map(stem, told))), sure):
            return kind, frozenset(token.position for token in part)
    return None


def told_positions(reading: Reading) -> frozenset[int]:
    """Where the words stand that tell of a kind: none of them asks for anything else, as "where" does there."""
    told = kind_told(reading)
    return told[1] if told else frozenset()


def _parts(reading: Reading) -> Iterator[Sequence[Token]]:
    """The parts of the message that tell what happens in what is asked for."""
    tokens = reading.tokens
    for at, token in enumerate(tokens):
        if token.text in _HEADS:
            behind = range(at + 1, min(at + 1 + _REACH + 1, len(tokens)))
            opens = next((each for each in behind if tokens[each].text in _OPENS), None)
            if opens is not None:
                part = [tokens[opens], *_until_its_end(reading, tokens[opens + 1 :])]
                if reading.named_positions.isdisjoint(each.position for each in part):
                    yield part


def _until_its_end(reading: Reading, tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        if not reading.words[token.position].opens:
            return
        yield token


def _is_telling(word: str) -> bool:
    if word in people_words():
        return any(stem(word) in words for words in _words().values())
    return word not in EMPTY_WORDS and not _is_asking_only(word)


def _is_asking_only(word: str) -> bool:
    """Whether a word does nothing but ask: it is about our trade, or beside the point."""
    senses = asking_words().get(word)
    return bool(senses) and senses <= _BESIDE_THE_POINT


@remembered
def _kind_of(stems: tuple[str, ...], sure: frozenset[str]) -> Kind | None:
    """The kind that explains these words, when it does so clearly; the sure ones are about no question."""
    if not sure:
        return None
    words = _words()
    scores = {kind: sum(_nearness(each, own) for each in stems) / len(stems) for kind, own in words.items()}
    kind, second = sorted(scores, key=lambda each: -scores[each])[:2]
    surest = max(_nearness(each, words[kind]) for each in sure)
    clear = scores[kind] - scores[second] >= LEAST_LEAD
    return kind if scores[kind] >= LEAST_EXPLAINED and surest >= SURE and clear else None


def _nearness(word: str, words: Mapping[str, float]) -> float:
    """How near a kind comes to a word, less where many kinds do."""
    near = ((word, 1.0), *near_words(word))
    return max((words[other] * nearness for other, nearness in near if other in words), default=0.0)


@cache
def _words() -> Mapping[Kind, Mapping[str, float]]:
    """The stems by which each kind is told, each with how much it tells: less the more kinds have it."""
    told = {Kind(kind): _stems(kind) for kind in kind_words()}
    sharers = Counter(each for stems in told.values() for each in stems)
    return {kind: {each: 1 / math.sqrt(sharers[each]) for each in stems} for kind, stems in told.items()}


def _stems(kind: str) -> frozenset[str]:
    words = (*kinds_told()[kind].split(), *(phrase for phrase in kind_words()[kind] if " " not in phrase))
    return frozenset(stem(word) for word in words if word not in EMPTY_WORDS)

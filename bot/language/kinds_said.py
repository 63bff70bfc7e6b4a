"""The kinds of montage a message names, as kind or tag alike, and where the words for them stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from functools import cache
from itertools import pairwise, takewhile

from msgspec import Struct

from bot.knowledge.kinds import Kind
from bot.language.kinds_told import kind_told
from bot.language.lexicon import Token, asking_words, kind_words
from bot.language.names import NameKind
from bot.language.numbers import is_number
from bot.language.once import once
from bot.language.reading import Reading

#: Kinds whose words are hardly said in another sense: they count wherever they stand.
_PLAIN = frozenset({Kind.TRAINING, Kind.SPORTS, Kind.MAKEOVER, Kind.DANCE, Kind.HEIST, Kind.PASSAGE_OF_TIME})
#: What is listed.
_ONE = frozenset("montage one scene sequence".split())
_SEVERAL = frozenset(f"{word}s" for word in _ONE)
#: Words for kinds that say what is listed as well: "the best openings".
_THEMSELVES = frozenset("openings endings finales intros outros prologues".split())
#: Behind these stands a kind: "kind: heist". Behind what is listed it stands linked: "montages of heartbreak".
_SORTS = frozenset("kind category sort type".split())
_LINKS = frozenset("of about is are was were as with for".split())
#: Words that may stand between a kind and what is listed.
_BETWEEN = frozenset(
    "and or n film movie cinema style type kind themed related based music musical song pop xfilm".split()
)
#: The farthest a kind stands behind what is listed, in words.
_REACH_BEHIND = 4
_REACH_UNDER = 2
#: Before one scene these say that a certain one is meant: "the shopping scene" is no kind.
_CERTAIN = frozenset("the that this his her their its".split())
#: What words are about that stand between them and one of many: "the best opening montage", "the oldest".
_CHOOSING = frozenset({"rank", "time", "place"})


class Said(Struct, frozen=True, gc=False):
    """One kind that is named, where its words stand, and which of what is said they are, if they are no name."""

    kind: Kind
    positions: frozenset[int]
    parts: range = range(0)


@once
def kinds_said(reading: Reading) -> tuple[Said, ...]:
    """The kinds named, in their order in the message; those with everyday words only beside what is listed."""
    parts, foreign = reading.parts_from(0), reading.language != "en"
    spans = [*_spans(parts)]
    inside = frozenset(at for _, span in spans for at in span)
    spans = [(kind, span) for kind, span in spans if not span.start or parts[span.start - 1].text != "no"]
    meant = ((kind, span) for kind, span in spans if kind in _PLAIN or _is_beside(parts, span, inside, foreign=foreign))
    found = [Said(kind, frozenset(parts[at].position for at in span), span) for kind, span in meant]
    return (*found, *_in_titles(reading), *_told(reading))


def _told(reading: Reading) -> Iterator[Said]:
    """The kind that is told of behind what is asked for: "scenes where food is prepared"."""
    if told := kind_told(reading):
        yield Said(*told)


def _in_titles(reading: Reading) -> Iterator[Said]:
    """Kinds that are titles of films we lack: "road trip montages"."""
    for mention in reading.mentions_of(NameKind.ABSENT):
        if kind := kind_called(mention.text):
            yield Said(kind, frozenset(range(mention.start, mention.end)))


def kind_called(phrase: str) -> Kind | None:
    """The kind that these folded words name."""
    return _by_phrase().get(phrase)


@cache
def _by_phrase() -> dict[str, Kind]:
    return {phrase: Kind(kind) for kind, phrases in kind_words().items() for phrase in phrases}


@once
def positions_of(reading: Reading, kinds: Container[Kind] = Kind) -> frozenset[int]:
    """Where the words stand that name these kinds."""
    return frozenset[int]().union(*(said.positions for said in kinds_said(reading) if said.kind in kinds))


def are_all_meant(reading: Reading, kinds: Sequence[Said]) -> bool:
    """Whether kinds are said of the same montages, one right before the other: "opening dance montages"."""
    joined = [one.parts.stop == other.parts.start and one.kind != other.kind for one, other in pairwise(kinds)]
    return bool(joined) and all(joined) and all(reading.words[min(each.positions)].opens for each in kinds[1:])


def said_of_any_kind(reading: Reading) -> str:
    """What is said, without the kinds: "how many montages", of "how many shopping montages"."""
    gone = frozenset[int]().union(*(said.parts for said in kinds_said(reading)))
    if not gone:
        return reading.said
    return " ".join(part.text for at, part in enumerate(reading.parts_from(0)) if at not in gone)


@cache
def _widths() -> dict[str, tuple[int, ...]]:
    """How many words the phrases have that begin with a word, the longest first."""
    widths: dict[str, set[int]] = defaultdict(set)
    for phrase in _by_phrase():
        words = phrase.split()
        widths[words[0]].add(len(words))
    return {first: tuple(sorted(of, reverse=True)) for first, of in widths.items()}


def _spans(parts: Sequence[Token]) -> Iterator[tuple[Kind, range]]:
    """The phrases that name kinds, each as long as can be: "falling in love" is not "love"."""
    at = 0
    while at < len(parts):
        kind, span = _at(parts, at)
        if kind:
            yield kind, span
        at = span.stop


def _at(parts: Sequence[Token], at: int) -> tuple[Kind | None, range]:
    """The kind whose phrase begins there, and how far it goes; none, and the one word."""
    for width in _widths().get(parts[at].text, ()):
        kind = kind_called(" ".join(part.text for part in parts[at : at + width]))
        if kind and at + width <= len(parts):
            return kind, range(at, at + width)
    return None, range(at, at + 1)


def _is_beside(parts: Sequence[Token], span: range, inside: frozenset[int], *, foreign: bool) -> bool:
    """Whether what is listed stands right behind a kind, or before it, or is the kind itself."""
    last = parts[span.stop - 1].text
    if last in _THEMSELVES:
        return True
    behind = span.stop - (last in _ONE | _SEVERAL)  # "title sequences"
    while span.stop <= behind < len(parts) and (
        behind in inside or parts[behind].text in _BETWEEN or is_number(parts[behind].text)
    ):
        behind += 1
    head = parts[behind].text if behind < len(parts) else ""
    if head in _SEVERAL or (head in _ONE and not _is_certain(parts, span.start)):
        return True
    return _follows(parts, span.start, foreign=foreign)


def _is_certain(parts: Sequence[Token], start: int) -> bool:
    """Whether one certain scene is meant, and not one of a kind."""
    before = [part.text for part in parts[max(0, start - _REACH_BEHIND) : start]]
    near = [*takewhile(lambda word: word not in _CERTAIN, reversed(before))]
    senses = frozenset[str]().union(*(asking_words().get(word, ()) for word in near))
    return len(near) < len(before) and _CHOOSING.isdisjoint(senses)


def _follows(parts: Sequence[Token], start: int, *, foreign: bool) -> bool:
    """Whether the kind stands behind what is listed: "montages of shopping", "kind: heist", "under romance".

    In other languages it may do so without a link: "montajes finales".
    """
    before = [part.text for part in parts[max(0, start - _REACH_BEHIND) : start]]
    if "under" in before[-_REACH_UNDER:]:
        return True
    if before and before[-1] in (_SORTS | _ONE | _SEVERAL if foreign else _SORTS):
        return True
    return any(word in _ONE | _SEVERAL | _SORTS and after in _LINKS for word, after in pairwise(before))

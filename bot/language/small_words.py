"""Names said with a small word too few or too many: "eye of tiger", "push it to limit", "you are the best"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from bot.knowledge.remembering import remembered
from bot.language.fold import ARTICLES
from bot.language.lexicon import contractions
from bot.language.names import EMPTY, Match, Name
from bot.language.stems import EMPTY_WORDS
from bot.language.typos import LONG_NAME

#: Words that come and go in a title as people remember it. None that denies.
SMALL = ARTICLES | frozenset(
    (
        "of on in to for with at by from and or is are am was be it i you we he she they me my your his her our us do"
    ).split()
)
#: A name of fewer telling words is found only where one is announced, unless it is long and nothing but an article is
#: amiss.
FEWEST_TELLING = 2
#: Words that do not say which name is meant.
NO_TELLING = EMPTY | EMPTY_WORDS | SMALL


def bones(tokens: Sequence[str]) -> str:
    """The words of a name but for its small ones, by which it is known without some; none when nothing can miss."""
    if SMALL.isdisjoint(tokens) and contractions().keys().isdisjoint(tokens):
        return ""
    said, _ = _written_out(tokens)
    kept = [text for text in said if text not in SMALL]
    return " ".join(kept) if any(map(_is_telling, kept)) else ""


def _is_telling(text: str) -> bool:
    return text not in NO_TELLING and not text.isdigit()


class Skeleton(Struct, frozen=True):
    """The gaps of a name, before, between and behind its bones, where its small words stand."""

    gaps: tuple[tuple[str, ...], ...]
    telling: int


@remembered
def _skeleton(text: str) -> Skeleton:
    said, _ = _written_out(text.split())
    kept = [at for at, each in enumerate(said) if each not in SMALL]
    return Skeleton(tuple(_gaps(said, kept)), sum(_is_telling(said[at]) for at in kept))


class SmallWords:
    """Finds names of which only small words are amiss."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._by_bones: dict[str, list[Name]] = defaultdict(list)
        self._most: dict[str, int] = {}
        for name in names:
            if name.bones:
                self._by_bones[name.bones].append(name)
                first = name.bones.partition(" ")[0]
                self._most[first] = max(name.bones.count(" ") + 1, self._most.get(first, 0))

    def matches(self, keys: Sequence[str]) -> Iterator[Match]:
        """The names that stand in the words but for small ones."""
        said, positions = _written_out(keys)
        kept = [at for at, text in enumerate(said) if text not in SMALL]
        for first, at in enumerate(kept):
            for size in range(1, min(self._most.get(said[at], 0), len(kept) - first) + 1):
                places = kept[first : first + size]
                names = self._by_bones.get(" ".join([said[place] for place in places]), ())
                if names:
                    yield from _compared(names, said, positions, places)


def _written_out(keys: Sequence[str]) -> tuple[list[str], list[int]]:
    """The words with contractions written out, and which word of the question each comes from."""
    written = contractions()
    parts = [(text, at) for at, key in enumerate(keys) for text in (written[key].split() if key in written else (key,))]
    return [text for text, _ in parts], [at for _, at in parts]


def _gaps(said: Sequence[str], kept: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """The small words before the first bone, between each two, and behind the last."""
    for start, end in zip((-1, *kept), (*kept, len(said)), strict=True):
        yield tuple(said[start + 1 : end])


def _compared(
    names: Sequence[Name], said: Sequence[str], positions: Sequence[int], places: Sequence[int]
) -> Iterator[Match]:
    """The names of these bones, when only small words of them are amiss, and few enough."""
    before, *inside, behind = _gaps(said, places)
    before = before[::-1]
    alone = len(places) == 1 and SMALL.isdisjoint((*before[:1], *behind[:1]))
    for name in names:
        if alone and " " in name.text:
            continue  # its small words are all missing, and nothing but one word is there
        skeleton = _skeleton(name.text)
        first, last = skeleton.gaps[0], skeleton.gaps[-1]
        shared, follow = _shared(first[::-1], before), _shared(last, behind)
        start, end = places[0] - shared, places[-1] + 1 + follow
        ours = (before[:shared][::-1], *inside, behind[:follow])
        words = positions[start], positions[end - 1] + 1
        if ours == skeleton.gaps:
            yield Match(name, *words, loose=True)
            continue
        missing, added = _amiss(ours, skeleton.gaps)
        if end - start > 1 and _is_forgiven(skeleton, missing, added):
            few = skeleton.telling < FEWEST_TELLING
            doubtful = few and not (ARTICLES.issuperset(missing + added) and end - start >= LONG_NAME)
            yield Match(name, *words, 1, loose=True, doubtful=doubtful)


def _shared(theirs: tuple[str, ...], ours: tuple[str, ...]) -> int:
    """How many of the question's words beside a name's are of the gap that it has there, though one be missing."""
    return _most_shared(theirs, ours[: len(theirs)]) if theirs and ours and ours[0] in SMALL else 0


@remembered
def _most_shared(theirs: tuple[str, ...], near: tuple[str, ...]) -> int:
    sizes = range(len(near) + 1)
    return max(sizes, key=lambda size: (size - 2 * len(_without(near[:size], theirs)), size))


def _amiss(ours: Iterable[Sequence[str]], theirs: Iterable[Sequence[str]]) -> tuple[list[str], list[str]]:
    """The small words that are missing and those too many, gap by gap."""
    missing: list[str] = []
    added: list[str] = []
    for said, named in zip(ours, theirs, strict=True):
        if said != named:
            missing += _without(named, said)
            added += _without(said, named)
    return missing, added


def _without(words: Sequence[str], others: Sequence[str]) -> list[str]:
    """The words that are left when each of some others takes away one like it."""
    left = list(words)
    for other in others:
        if other in left:
            left.remove(other)
    return left


def _is_forgiven(skeleton: Skeleton, missing: list[str], added: list[str]) -> bool:
    if added and not any(skeleton.gaps):  # "burning my heart" is not "Burning Heart"
        return False
    return sum(word not in ARTICLES for word in missing + added) <= 1

"""Names said with a small word too few or too many: "eye of tiger", "push it to limit", "you are the best"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.language.fold import ARTICLES
from bot.language.lexicon import contractions
from bot.language.names import EMPTY, Commonness, Match, Name
from bot.language.stems import EMPTY_WORDS

#: Words that come and go in a title as people remember it. None that denies.
SMALL = ARTICLES | frozenset(
    (
        "of on in to for with at by from and or is are am was be it i you we he she they me my your his her our us do"
    ).split()
)
#: Small words, articles aside, that may be missing or too many.
MOST_AMISS = 1
#: A name of fewer telling words is found only where one is announced, unless so many words are there and nothing but an
#: article is amiss.
FEWEST_TELLING = 2
FEWEST_WORDS = 3
_NO_TELLING = EMPTY | EMPTY_WORDS | SMALL


@dataclass(frozen=True, slots=True)
class Said:
    """A word as it counts here, contractions written out, and which word of the question it comes from."""

    text: str
    position: int


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A name without its small words, which stand in the gaps before, between and behind the others."""

    name: Name
    bones: tuple[str, ...]
    gaps: tuple[tuple[str, ...], ...]
    telling: int

    @property
    def key(self) -> str:
        """By which it is filed."""
        return " ".join(self.bones)


class SmallWords:
    """Finds names of which only small words are amiss."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._by_key: dict[str, list[Skeleton]] = defaultdict(list)
        self._most: dict[str, int] = {}
        for name in names:
            if " " in name.text and name.misspelt and name.commonness is not Commonness.COMMON:
                self._file(_skeleton(name))

    def _file(self, skeleton: Skeleton) -> None:
        if skeleton.telling:
            self._by_key[skeleton.key].append(skeleton)
            first = skeleton.bones[0]
            self._most[first] = max(len(skeleton.bones), self._most.get(first, 0))

    def matches(self, keys: Sequence[str]) -> Iterator[Match]:
        """The names that stand in the words but for small ones."""
        said = _written_out(keys)
        bones = [at for at, each in enumerate(said) if each.text not in SMALL]
        for first, at in enumerate(bones):
            for size in range(1, self._most.get(said[at].text, 0) + 1):
                places = bones[first : first + size]
                if len(places) < size:
                    break
                for skeleton in self._by_key.get(" ".join(said[place].text for place in places), ()):
                    yield from _compared(skeleton, said, places)


def _skeleton(name: Name) -> Skeleton:
    said = _written_out(name.tokens)
    bones = [at for at, each in enumerate(said) if each.text not in SMALL]
    telling = sum(said[at].text not in _NO_TELLING and not said[at].text.isdigit() for at in bones)
    return Skeleton(name, tuple(said[at].text for at in bones), tuple(_gaps(said, bones)), telling)


def _written_out(keys: Sequence[str]) -> list[Said]:
    written = contractions()
    return [Said(text, at) for at, key in enumerate(keys) for text in written.get(key, key).split()]


def _gaps(said: Sequence[Said], bones: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """The small words before the first bone, between each two, and behind the last."""
    for start, end in zip((-1, *bones), (*bones, len(said)), strict=True):
        yield tuple(each.text for each in said[start + 1 : end])


def _compared(skeleton: Skeleton, said: Sequence[Said], places: Sequence[int]) -> Iterator[Match]:
    """The skeleton's name at these words, when only small words of it are amiss, and few enough."""
    before = _shared(skeleton.gaps[0][::-1], [each.text for each in said[: places[0]]][::-1])
    behind = _shared(skeleton.gaps[-1], [each.text for each in said[places[-1] + 1 :]])
    start, end = places[0] - before, places[-1] + 1 + behind
    missing, added = _amiss(_gaps(said[start:end], [place - start for place in places]), skeleton.gaps)
    words = said[start].position, said[end - 1].position + 1
    if not (missing or added):
        yield Match(skeleton.name, *words, loose=True)
    elif end - start > 1 and _is_forgiven(skeleton, missing, added):
        sure = skeleton.telling >= FEWEST_TELLING or (
            ARTICLES.issuperset(missing + added) and end - start >= FEWEST_WORDS
        )
        yield Match(skeleton.name, *words, 1, loose=True, doubtful=not sure)


def _shared(theirs: Sequence[str], ours: Sequence[str]) -> int:
    """How many of the question's words beside a name's are of the gap that it has there, though one be missing."""
    near = ours[: len(theirs)]
    sizes = range(len(near) + 1)
    return max(sizes, key=lambda size: (2 * sum((Counter(near[:size]) & Counter(theirs)).values()) - size, size))


def _amiss(ours: Iterable[Sequence[str]], theirs: Iterable[Sequence[str]]) -> tuple[Counter[str], Counter[str]]:
    """The small words that are missing and those too many, gap by gap."""
    missing, added = Counter[str](), Counter[str]()
    for said, named in zip(ours, theirs, strict=True):
        missing += Counter(named) - Counter(said)
        added += Counter(said) - Counter(named)
    return missing, added


def _is_forgiven(skeleton: Skeleton, missing: Counter[str], added: Counter[str]) -> bool:
    if added and not any(skeleton.gaps):  # "burning my heart" is not "Burning Heart"
        return False
    return sum(times for word, times in (missing + added).items() if word not in ARTICLES) <= MOST_AMISS

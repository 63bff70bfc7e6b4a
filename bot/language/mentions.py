"""Which of the names found in a question are meant: the longest wins, and common words need a cue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.language.fold import ARTICLES, Word
from bot.language.matching import Match
from bot.language.names import Commonness, Meaning, NameKind

#: Words before a name that announce one: "in Up", "the film Heat", "who directed Big", "called Montage".
_BEFORE_FILM = frozenset(
    "in from of film movie called titled watched watching watch saw see seen directed direct directs vs v versus than compare and or is "
    "was about en dans im in aus de del do da no na di nel nella von bei em pelicula filme like does did made n".split()
)
_BEFORE_SONG = frozenset(
    "song songs track tune called titled sings sing sang sung singing singer performs performed performer perform is s has uses use used with "
    "play plays played playing hear heard named composed wrote on by recorded artist lied cancion chanson canzone musica canta singt chante of did does".split()
)
#: Words after a name that show it was one: "Up montage", "Heat soundtrack", "Montage by Trey Parker".
_AFTER_FILM = frozenset(
    "montage montages song songs scene scenes film movie soundtrack score music theme sequence training opening ending intro year director came come "
    "released made directed rank ranked when where which who while as vs v versus and or right is was has have ost montaje montagem".split()
)
_AFTER_SONG = frozenset("by song is plays play was in from film movie montage sung performed which what right who wat".split())
_BEFORE_ARTIST = frozenset("by with from of w featuring feat von de par di do da song songs music".split())
_AFTER_ARTIST = frozenset("song songs music track tracks tune tunes hit hits number montages montage".split())
_UNTITLED = frozenset("a an his her their some this that my your our every each another".split())
_TITLE_SIZE = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """A name that is meant, at words[start:end], with the meanings it can have here."""

    meanings: tuple[Meaning, ...]
    start: int
    end: int
    typos: int
    text: str

    def of(self, kind: NameKind) -> tuple[Meaning, ...]:
        return tuple(meaning for meaning in self.meanings if meaning.kind is kind)


def meant(matches: Iterable[Match], words: Sequence[Word]) -> tuple[Mention, ...]:
    """The matches that count, in the order of the question; overlaps go to the better explained one."""
    lower = _mostly_lower(words)
    accepted = [(match, meanings) for match in matches if (meanings := tuple(_meanings(match, words, lower)))]
    accepted.sort(key=lambda each: (-_weight(each[0], words), each[0].typos, each[0].start))
    taken: set[int] = set()
    kept: list[Mention] = []
    for match, meanings in accepted:
        span = range(match.start, match.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(Mention(meanings, match.start, match.end, match.typos, match.name.text))
    return tuple(sorted(kept, key=lambda mention: mention.start))


def _weight(match: Match, words: Sequence[Word]) -> float:
    """Letters explained, less what typos cost; a leading article gives no advantage but ties."""
    letters = sum(len(word.folded) for word in words[match.start : match.end])
    return letters - 3.0 * match.typos - (2.5 if _only(match, NameKind.MONTAGE) else 0)


def _only(match: Match, kind: NameKind) -> bool:
    return all(meaning.kind is kind for meaning in match.name.meanings)


def _mostly_lower(words: Sequence[Word]) -> bool:
    """Whether capitals mean something here: in a question typed in capitals, or all Titles, they do not."""
    return sum(word.capital for word in words[1:]) * 2 < max(2, len(words))


def _meanings(match: Match, words: Sequence[Word], lower: bool) -> Iterator[Meaning]:
    """The meanings that the place of the name in the question allows."""
    for meaning in match.name.meanings:
        if match.name.commonness is Commonness.RARE or _is_cued(match, meaning, words, lower):
            yield meaning


def _is_cued(match: Match, meaning: Meaning, words: Sequence[Word], lower: bool) -> bool:
    inside = words[match.start : match.end]
    if match.width == len(words) or all(word.quoted for word in inside):
        return True
    if lower and match.start > 0 and inside[0].opens and all(word.capital for word in inside if len(word.folded) > _TITLE_SIZE or match.width == 1):
        return True
    if match.name.commonness is Commonness.PLAIN:
        return not _is_just_a_thing(match, words)
    return match.typos == 0 and _is_announced(match, meaning, words)


def _is_just_a_thing(match: Match, words: Sequence[Word]) -> bool:
    """ "a southpaw boxer", "the casino": an ordinary word used as one, not a title."""
    if match.width > 1 or match.start == 0:
        return False
    before = words[match.start - 1].folded
    after = words[match.end].folded if match.end < len(words) else ""
    if before in _UNTITLED:
        return True
    titled = any(meaning.label.casefold().startswith(before) for meaning in match.name.meanings)
    return before in ARTICLES and not titled and after not in _AFTER_FILM


def _is_announced(match: Match, meaning: Meaning, words: Sequence[Word]) -> bool:
    """Whether the words around a common-word name announce it as one."""
    before = words[match.start - 1].folded if match.start else ""
    after = words[match.end].folded if match.end < len(words) else ""
    closed = match.end == len(words) or not words[match.end].opens
    if meaning.kind is NameKind.SONG:
        return before in _BEFORE_SONG and before not in ARTICLES and (closed or after in _AFTER_SONG)
    if meaning.kind is NameKind.ARTIST:
        return before in _BEFORE_ARTIST and (closed or after in _AFTER_ARTIST) or after in _AFTER_ARTIST and before in _BEFORE_ARTIST | {"", "any", "all", "the"}
    if meaning.kind in (NameKind.FILM, NameKind.ABSENT, NameKind.FRANCHISE):
        if meaning.kind is NameKind.ABSENT and match.width == 1 and before not in ("in", "film", "movie", "directed"):
            return False
        followed = closed or after in _AFTER_FILM or (before in ("in", "from") and after in ARTICLES) or bool(re.fullmatch(r"(?:19|20)\d\d", after))
        return followed and (before in _BEFORE_FILM or (not before and after in _AFTER_FILM))
    return False

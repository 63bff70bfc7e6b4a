"""Which of the names found in a question are meant: the longest wins, and common words need a cue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.language.fold import ARTICLES, ORDINAL, Word
from bot.language.names import EMPTY, Commonness, Match, Meaning, NameKind

#: Words before a name that announce one: "in Up", "the film Heat", "who directed Big", "called Montage".
_BEFORE_FILM = frozenset(
    (
        "in from of film movie called titled watched watching watch saw see seen directed direct directs vs v "
        "versus than compare and or is was about en dans im aus de del do da no na di nel nella von bei em "
        "pelicula filme like does did made n"
    ).split()
)
_BEFORE_SONG = frozenset(
    (
        "song songs track tune called titled sings sing sang sung singing performs performed perform named "
        "composed wrote recorded lied cancion chanson canzone canta singt chante"
    ).split()
)
#: Words after a name that show it was one: "Up montage", "Heat soundtrack", "Montage by Trey Parker".
AFTER_FILM = frozenset(
    (
        "montage montages song songs scene scenes film movie soundtrack score music theme sequence training "
        "opening ending intro year director came come released made directed rank ranked when where which who "
        "while as vs v versus and or right is was has have films movies series ost montaje montagem what whats wat"
    ).split()
)
_AFTER_SONG = frozenset(
    "by song is plays play was in from film movie montage sung performed which what right who wat".split()
)
_BEFORE_ARTIST = frozenset(
    (
        "it is that this got has have using use uses play plays about by with from of w featuring feat von de par di "
        "do da song songs music"
    ).split()
)
_AFTER_ARTIST = frozenset("song songs music track tracks tune tunes hit hits number montages montage".split())
#: Words after the name of a magazine or a site that show it was one: "the Maxim list".
_AFTER_PUBLISHER = frozenset("list lists ranking rankings ranked ranks article countdown top poll magazine".split())
#: A band's name of more letters than this is no word of the sentence when the dictionary does not know it.
LONG_BAND = 5
_PLACES = frozenset("in to from at across through around near over of into".split())
_UNTITLED = frozenset("a an his her their some this that my your our every each another".split())
_TITLE_SIZE = 3
_AFTER_TITLE = frozenset(
    "montage montages song songs scene scenes soundtrack score music theme film movie training opening ending".split()
)
_AFTER_OPENING_TITLE = _AFTER_TITLE | frozenset("what whats which year director rank or v vs versus".split())
_SHORTEST_MISSPELT_PERSON = 8
#: One word of a character's name names them from so many letters on.
SHORTEST_FIRST_NAME = 4
#: Words after which a title is expected.
TITLE_SLOT = frozenset(
    (
        "in from of directed film movie like than vs versus and or loves love en dans im aus em do da no na "
        "del nel nella von"
    ).split()
)


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
        if (match.typos and _is_short_person(match, meaning)) or _is_thing_of_a_name(match, meaning, words):
            continue
        if meaning.kind is NameKind.ABSENT:
            if _stands_as_title(match, words, lower):
                yield meaning
            continue
        rare = match.name.commonness is Commonness.RARE and not match.doubtful
        if (rare and not _is_band_of_one_word(match, meaning)) or _is_cued(match, meaning, words, lower):
            yield meaning


def _is_thing_of_a_name(match: Match, meaning: Meaning, words: Sequence[Word]) -> bool:
    """One word of a character's name that is something else here: "a ferris wheel", the Kim of "Kim Jong-il"."""
    if meaning.kind is not NameKind.CHARACTER or len(match.name.tokens) > 1:
        return False
    if not words[match.start].capital and match.start and words[match.start - 1].folded in (ARTICLES | _UNTITLED):
        return True
    after = words[match.end] if match.end < len(words) else None
    return (after is not None and after.opens and after.capital) or len(match.name.text) < SHORTEST_FIRST_NAME


def _is_short_person(match: Match, meaning: Meaning) -> bool:
    """A surname or one-word band, too short to be recognised when misspelt."""
    person = meaning.kind in (NameKind.ARTIST, NameKind.DIRECTOR, NameKind.CHARACTER)
    return person and len(match.name.tokens) == 1 and len(match.name.squashed) < _SHORTEST_MISSPELT_PERSON


def _stands_as_title(match: Match, words: Sequence[Word], lower: bool) -> bool:
    """Whether the title of a film we do not have is one here. There are thousands of them, many an everyday phrase."""
    inside = words[match.start : match.end]
    rare = match.name.commonness is Commonness.RARE
    if match.typos and (not rare or match.width < _TITLE_SIZE) or match.width != len(match.name.tokens):
        return False
    if all(word.quoted for word in inside):
        return True
    before = words[match.start - 1].folded if match.start else ""
    after = words[match.end].folded if match.end < len(words) else ""
    closed = match.end == len(words) or not words[match.end].opens
    in_slot = before in TITLE_SLOT and (closed or after in (AFTER_FILM if match.width > 1 or rare else _AFTER_TITLE))
    capital = lower and all(word.capital for word in inside if word.folded not in EMPTY)
    if all(word.folded in EMPTY for word in inside):
        return capital and before in ("film", "movie") and closed
    if inside[0].folded in ARTICLES and match.width == 2:
        return inside[1].capital and lower and (before in TITLE_SLOT or after in AFTER_FILM)
    if match.width > 1:
        opens = match.start == 0 and (after in AFTER_FILM or (_says_enough(inside)))
        return rare or (capital and match.start > 0) or in_slot or opens
    if rare:
        return (
            in_slot
            and before not in ("and", "or", "of")
            or (capital and before in TITLE_SLOT)
            or match.start == 0
            and after in AFTER_FILM
        )
    return (
        in_slot and (capital or after in AFTER_FILM or before in ("directed", "in", "film", "movie")) and before != "of"
    )


def _says_enough(inside: Sequence[Word]) -> bool:
    """Whether a message may open with this title: "magic mike", "bring it on", but not "show me" or "how high"."""
    bearing = [word for word in inside if word.folded not in EMPTY]
    return len(bearing) == len(inside) or (len(inside) >= _TITLE_SIZE and inside[0].folded not in EMPTY)


def _is_cued(match: Match, meaning: Meaning, words: Sequence[Word], lower: bool) -> bool:
    inside = words[match.start : match.end]
    if match.typos and (
        match.name.commonness is Commonness.COMMON
        or (match.name.commonness is Commonness.PLAIN and match.width != len(match.name.tokens) and not match.loose)
    ):
        return False
    if match.width == len(words) or all(word.quoted for word in inside):
        return True
    if match.doubtful:
        return _is_announced(match, meaning, words)
    if (
        lower
        and match.start > 0
        and inside[0].opens
        and not _is_band_of_one_word(match, meaning)
        and not _is_empty(match)
        and _is_capitalised(inside)
    ):
        return True
    if meaning.kind is NameKind.FILM and _is_lowered(match, words):
        return match.end < len(words) and words[match.end].folded in _AFTER_TITLE
    if match.name.commonness is not Commonness.COMMON and not _is_common_beside_its_article(match, meaning):
        return not _is_just_a_thing(match, words)
    return match.typos == 0 and _is_announced(match, meaning, words)


def _is_lowered(match: Match, words: Sequence[Word]) -> bool:
    """ "the fighter Frank Dux": a one-word title in small letters by somebody who uses capitals."""
    inside = [word for word in words[match.start : match.end] if word.folded not in ARTICLES]
    others = [word for at, word in enumerate(words) if not match.start <= at < match.end]
    typed = words[0].capital and any(word.capital and word.opens for word in others[1:])
    return typed and len(inside) == 1 and not inside[0].capital and match.name.commonness is not Commonness.RARE


def _is_empty(match: Match) -> bool:
    """A name made of nothing but small words and words of our trade, like "Montage": capitals prove nothing."""
    return all(token in EMPTY for token in match.name.tokens)


def _is_capitalised(inside: Sequence[Word]) -> bool:
    """Whether the words that bear a title's meaning have capitals; small words need none."""
    bearing = [word for word in inside if len(word.folded) > _TITLE_SIZE] or list(inside)
    return all(word.capital for word in bearing)


def _is_common_beside_its_article(match: Match, meaning: Meaning) -> bool:
    """ "The End", "The Police": an article makes no name of a common word, except of a film's title."""
    rest = match.name.tokens[1:] if match.name.tokens[0] in ARTICLES else match.name.tokens
    return (
        len(rest) == 1
        and meaning.kind in (NameKind.SONG, NameKind.ARTIST)
        and match.width > 1
        or _is_band_of_one_word(match, meaning)
    )


def _is_band_of_one_word(match: Match, meaning: Meaning) -> bool:
    return meaning.kind is NameKind.ARTIST and " " not in meaning.target.removeprefix("The ").removeprefix("the ")


def _is_just_a_thing(match: Match, words: Sequence[Word]) -> bool:
    """ "a southpaw boxer", "the casino": an ordinary word used as one, not a title."""
    if match.width > 1 or match.start == 0:
        return False
    before = words[match.start - 1].folded
    after = words[match.end].folded if match.end < len(words) else ""
    if before in _UNTITLED:
        return True
    titled = any(meaning.label.casefold().startswith(before) for meaning in match.name.meanings)
    return before in ARTICLES and not titled and after not in AFTER_FILM


def _is_announced(match: Match, meaning: Meaning, words: Sequence[Word]) -> bool:
    """Whether the words around a common-word name announce it as one."""
    before = words[match.start - 1].folded if match.start else ""
    after = words[match.end].folded if match.end < len(words) else ""
    closed = match.end == len(words) or not words[match.end].opens
    if meaning.kind is NameKind.SONG:
        return before in _BEFORE_SONG and before not in ARTICLES and (closed or after in _AFTER_SONG)
    if meaning.kind is NameKind.LIST:
        return words[match.end - 1].raw.endswith(("'s", "’s")) or after in _AFTER_PUBLISHER
    if meaning.kind is NameKind.ARTIST:
        return _is_credited(match, words, before, after, closed=closed)
    if meaning.kind in (NameKind.FILM, NameKind.FRANCHISE):
        year = re.fullmatch(r"(?:19|20)\d\d", after)
        if year or before in ("directed", "direct", "directs"):
            return True
        followed = closed or after in AFTER_FILM or (before in ("in", "from") and after in ARTICLES)
        opens = not before and after in _AFTER_OPENING_TITLE
        counted = match.start > 0 and ORDINAL.fullmatch(words[match.start - 1].key)
        thing = (before in ARTICLES or counted) and after in _AFTER_TITLE
        return followed and bool((before in _BEFORE_FILM and before != "of") or opens or thing)
    return False


def _is_credited(match: Match, words: Sequence[Word], before: str, after: str, *, closed: bool) -> bool:
    """Whether a band of one word is one here: an unheard-of word always, "Queen" only where one is credited."""
    if before in ARTICLES and match.start > 1:
        before = words[match.start - 2].folded
    unheard_of = match.name.commonness is Commonness.RARE and before not in _PLACES
    if unheard_of and (len(match.name.squashed) > LONG_BAND or (words[match.start].capital and match.start > 0)):
        return True
    if before == "by" and match.start > 1 and words[match.start - 2].folded in _AFTER_ARTIST:
        return True  # "how many songs by Queen do you have"
    known = words[match.start].capital or len(match.name.squashed) > LONG_BAND
    rare = match.name.commonness is Commonness.RARE and known
    credited = before in _BEFORE_ARTIST and (closed or after in _AFTER_ARTIST or rare)
    return credited or (after in _AFTER_ARTIST and (rare or before in _BEFORE_ARTIST | {"", "any", "all", "the", "a"}))

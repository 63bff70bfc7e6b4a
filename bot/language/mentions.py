"""Which of the names found in a question are meant: the longest wins, and common words need a cue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from bot.language.capitals import is_capitalised, is_lowered, mostly_lower
from bot.language.fold import ARTICLES, ORDINAL, Word
from bot.language.mentioned_people import (
    PEOPLE,
    UNTITLED,
    is_band_of_one_word,
    is_credited,
    is_film_here,
    is_short_person,
    is_somebody_else,
    is_spoken_of,
    is_surname_and_word,
    is_thing_of_a_name,
)
from bot.language.mentioned_publishers import is_publisher_here
from bot.language.names import EMPTY, Commonness, Match, Meaning, NameKind
from bot.language.opening_titles import is_of_its_year, is_subject, says_enough, year_behind
from bot.language.stems import EMPTY_WORDS

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
#: Words before a series of which every film is meant: "every Creed film".
_BEFORE_SERIES = frozenset({"every", "each", "all", "both", "any"})
#: More words than this in the place of a title, or quoted, are somebody's sentence.
LONGEST_TITLE = 5
_TITLE_SIZE = 3
_AFTER_TITLE = frozenset(
    (
        "montage montages song songs scene scenes soundtrack score music theme film movie films movies training "
        "opening ending"
    ).split()
)
_AFTER_OPENING_TITLE = _AFTER_TITLE | frozenset("what whats which year director rank or v vs versus".split())
#: Words after which a title is expected.
TITLE_SLOT = frozenset(
    (
        "in from of directed film movie like than vs versus and or loves love en dans im aus em do da no na "
        "del nel nella von"
    ).split()
)


class Mention(Struct, frozen=True, gc=False):
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
    lower = mostly_lower(words)
    taken: set[int] = set()
    kept: list[Mention] = []
    for match in sorted(matches, key=lambda match: (-_weight(match, words), match.typos, match.start)):
        span = range(match.start, match.end)
        if taken.isdisjoint(span) and (meanings := tuple(_meanings(match, words, lower))):
            taken.update(span)
            kept.append(Mention(meanings, match.start, match.end, match.typos, match.name.text))
    torn = _torn_quotes(words, taken) if words and any(word.quoted for word in words) else frozenset[int]()
    return tuple(sorted((each for each in kept if each.start not in torn), key=lambda mention: mention.start))


def _torn_quotes(words: Sequence[Word], named: set[int]) -> frozenset[int]:
    """Where words are quoted as one name of which only a part is one: "Footloose and Fancy Free"."""
    return frozenset(
        at
        for quote in _quotes(words)
        if len(quote) <= LONGEST_TITLE and len(quote) < len(words) and _is_title(words[quote.start : quote.stop])
        for at in quote
        if any(each not in named and _is_of_a_title(words[each]) for each in quote)
    )


def _is_title(quote: Sequence[Word]) -> bool:
    """Whether quoted words may be one name: 'film of Satine and Christian' is a description."""
    return len({word.capital for word in quote if len(word.folded) > _TITLE_SIZE}) == 1


def _is_of_a_title(word: Word) -> bool:
    return word.folded not in EMPTY | EMPTY_WORDS | AFTER_FILM and not word.key.isdigit()


def _quotes(words: Sequence[Word]) -> Iterator[range]:
    """Runs of quoted words that no punctuation parts."""
    start = None
    for at, word in enumerate((*words, None)):
        if start is not None and (word is None or not word.quoted or not word.opens):
            yield range(start, at)
            start = None
        if word is not None and word.quoted and start is None:
            start = at


def _weight(match: Match, words: Sequence[Word]) -> float:
    """Letters explained, less what typos cost; a leading article gives no advantage but ties."""
    letters = sum(len(word.folded) for word in words[match.start : match.end])
    return letters - 3.0 * match.typos - (2.5 if _only(match, NameKind.MONTAGE) else 0)


def _only(match: Match, kind: NameKind) -> bool:
    return all(meaning.kind is kind for meaning in match.name.meanings)


def _meanings(match: Match, words: Sequence[Word], lower: bool) -> Iterator[Meaning]:
    """The meanings that the place of the name in the question allows; but for people, all of a kind or none."""
    allowed: dict[tuple[NameKind, str], bool] = {}
    for meaning in match.name.meanings:
        kind = meaning.kind, meaning.target if meaning.kind in PEOPLE else ""
        if kind not in allowed:
            allowed[kind] = _is_allowed(match, meaning, words, lower)
        if allowed[kind]:
            yield meaning


def _is_allowed(match: Match, meaning: Meaning, words: Sequence[Word], lower: bool) -> bool:
    if match.typos and (is_short_person(match, meaning) or _is_torn(match, meaning, words)):
        return False
    if any(rule(match, meaning, words) for rule in (is_thing_of_a_name, is_somebody_else, is_film_here)):
        return False
    if meaning.kind is NameKind.ABSENT:
        return (not match.typos and is_of_its_year(meaning.label, match.end, words)) or _stands_as_title(
            match, words, lower
        )
    rare = match.name.commonness is Commonness.RARE and not match.doubtful
    return (rare and not is_band_of_one_word(meaning)) or _is_cued(match, meaning, words, lower)


def _is_torn(match: Match, meaning: Meaning, words: Sequence[Word]) -> bool:
    """Whether punctuation that the name has not stands within: "without wanting it, all of them"."""
    torn = any(not word.opens for word in words[match.start + 1 : match.end])
    return torn and all(each.isalnum() or each.isspace() for each in meaning.label.partition(" (")[0])


def _stands_as_title(match: Match, words: Sequence[Word], lower: bool) -> bool:
    """Whether the title of a film we do not have is one here. There are thousands of them, many an everyday phrase."""
    inside = words[match.start : match.end]
    keys = [word.key for word in inside]
    if keys != match.name.tokens and "".join(keys) == match.name.squashed:
        return False  # "them use" is no "The Muse"
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
        whose = after in _AFTER_TITLE and not inside[0].capital  # "the Batman montage": the article is the montage's
        return inside[1].capital and lower and not whose and (before in TITLE_SLOT or after in AFTER_FILM)
    if match.width > 1:
        opens = match.start == 0 and (after in AFTER_FILM or (says_enough(inside)))
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


def _is_cued(match: Match, meaning: Meaning, words: Sequence[Word], lower: bool) -> bool:
    inside = words[match.start : match.end]
    if match.typos and (
        match.name.commonness is Commonness.COMMON
        or (match.name.commonness is Commonness.PLAIN and match.width != len(match.name.tokens) and not match.loose)
    ):
        return False
    if match.width == len(words) or all(word.quoted for word in inside):
        return True
    if is_surname_and_word(match, meaning):
        return is_spoken_of(match, words)
    if match.doubtful:
        return _is_announced(match, meaning, words)
    if (
        lower
        and match.start > 0
        and (inside[0].opens or (meaning.kind is NameKind.FILM and _is_a_clause(match, words)))
        and not is_band_of_one_word(meaning)
        and not _is_empty(match)
        and is_capitalised(inside)
    ):
        return True
    if is_lowered(match, meaning, words):
        return _is_announced_in_small_letters(match, meaning, words)
    if match.name.commonness is not Commonness.COMMON and not _is_common_beside_its_article(match, meaning):
        return not _is_just_a_thing(match, words)
    return match.typos == 0 and _is_announced(match, meaning, words)


def _is_a_clause(match: Match, words: Sequence[Word]) -> bool:
    """Whether nothing else stands between two commas or the like: "the other one, Creed: what plays there?"."""
    begins = match.start == 0 or not words[match.start].opens
    return begins and (match.end == len(words) or not words[match.end].opens)


def _is_announced_in_small_letters(match: Match, meaning: Meaning, words: Sequence[Word]) -> bool:
    if meaning.kind is NameKind.SONG:
        return _is_announced(match, meaning, words)
    return match.end < len(words) and words[match.end].folded in _AFTER_TITLE


def _is_empty(match: Match) -> bool:
    """A name made of nothing but small words and words of our trade, like "Montage": capitals prove nothing."""
    return all(token in EMPTY for token in match.name.tokens)


def _is_common_beside_its_article(match: Match, meaning: Meaning) -> bool:
    """ "The End", "The Police": an article makes no name of a common word, except of a film's title."""
    rest = match.name.tokens[1:] if match.name.tokens[0] in ARTICLES else match.name.tokens
    return (
        len(rest) == 1
        and meaning.kind in (NameKind.SONG, NameKind.ARTIST)
        and match.width > 1
        or is_band_of_one_word(meaning)
    )


def _is_just_a_thing(match: Match, words: Sequence[Word]) -> bool:
    """ "a southpaw boxer", "the casino": an ordinary word used as one, not a title."""
    if match.width > 1 or match.start == 0:
        return False
    before = words[match.start - 1].folded
    after = words[match.end].folded if match.end < len(words) else ""
    if before in UNTITLED:
        return not (before in _BEFORE_SERIES and after in _AFTER_TITLE)
    titled = any(meaning.label.casefold().startswith(before) for meaning in match.name.meanings)
    return before in ARTICLES and not titled and after not in AFTER_FILM


def _is_announced(match: Match, meaning: Meaning, words: Sequence[Word]) -> bool:
    """Whether the words around a common-word name announce it as one."""
    before = words[match.start - 1].folded if match.start else ""
    after = words[match.end].folded if match.end < len(words) else ""
    closed = match.end == len(words) or not words[match.end].opens
    if meaning.kind is NameKind.SONG:
        called = before in _BEFORE_SONG and before not in ARTICLES and (closed or after in _AFTER_SONG)
        return called or is_subject(match.start, match.end, words)
    if meaning.kind is NameKind.LIST:
        return is_publisher_here(words[match.end - 1], before, after, closed=closed)
    if meaning.kind is NameKind.ARTIST:
        return is_credited(match, words, before, after, closed=closed)
    if meaning.kind in (NameKind.FILM, NameKind.FRANCHISE):
        if year_behind(match.end, words) or before in ("directed", "direct", "directs"):
            return True
        followed = closed or after in AFTER_FILM or (before in ("in", "from") and after in ARTICLES)
        opens = not before and (after in _AFTER_OPENING_TITLE or _is_a_clause(match, words))
        counted = match.start > 0 and ORDINAL.fullmatch(words[match.start - 1].key)
        whose = words[match.start - 2] if before == "of" and match.start > 1 else None
        part = whose and (whose.key.isdigit() or (closed and whose.folded in _AFTER_TITLE))
        thing = bool(part) or ((before in ARTICLES or before in _BEFORE_SERIES or counted) and after in _AFTER_TITLE)
        return followed and bool((before in _BEFORE_FILM and before != "of") or opens or thing)
    return False

"""Which names of people are meant as such: a word is not a person because somebody bears it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile

from bot.language.fold import ARTICLES, Word
from bot.language.names import EMPTY, Commonness, Match, Meaning, NameKind
from bot.language.stems import EMPTY_WORDS
from bot.language.typos import SHORTEST

_BEFORE_ARTIST = frozenset(
    (
        "it is that this got has have having using use uses play plays hear hears heard about by with from of w "
        "featuring feat features feature von de par di do da song songs music"
    ).split()
)
_AFTER_ARTIST = frozenset("song songs music track tracks tune tunes hit hits number montages montage".split())
_SONGS = frozenset("song songs music track tracks tune tunes".split())
#: Before a word for songs, these tell nothing of them: "some Queen songs".
_TELLS_NOTHING = EMPTY | EMPTY_WORDS
#: "Bowie has been used by": what is said of somebody who is heard, and what stands between.
_HEARD = frozenset("used featured heard played sung covered".split())
_HAVING = frozenset("has have had is are was were been being gets get got".split())
PEOPLE = frozenset({NameKind.ARTIST, NameKind.DIRECTOR, NameKind.CHARACTER})
_OURS = frozenset({"my", "our"})
#: Before a film, and hardly ever before somebody in one.
_IN = frozenset("in from en dans im nel em".split())
_WHERE = frozenset({"in", "at", "near"})
_PLACES = frozenset("in to from at across through around near over of into".split())
UNTITLED = frozenset("a an his her their some this that my your our every each another".split())
_SHORTEST_MISSPELT_PERSON = 8
#: Before and behind the surname of somebody who makes music or films.
_MAKES = frozenset("by featuring feat composer singer director artist von de par di".split())
_MADE = _AFTER_ARTIST | frozenset(
    (
        "sing sings sang sung perform performs performed compose composed wrote direct directs directed piano piece "
        "waltz symphony theme concerto aria version cover film films movie movies"
    ).split()
)


def is_thing_of_a_name(match: Match, meaning: Meaning, words: Sequence[Word]) -> bool:
    """One word of a character's name that is something else here: "a ferris wheel", the Kim of "Kim Jong-il"."""
    if meaning.kind is not NameKind.CHARACTER or len(match.name.tokens) > 1:
        return False
    if not words[match.start].capital and match.start and words[match.start - 1].folded in (ARTICLES | UNTITLED):
        return True
    after = words[match.end] if match.end < len(words) else None
    return after is not None and after.opens and after.capital


def is_somebody_else(match: Match, meaning: Meaning, words: Sequence[Word]) -> bool:
    """One word of a person's name that is a friend's or a place's here: "my friend Conti", "a hotel in Conti"."""
    if meaning.kind not in PEOPLE or " " not in meaning.target or len(match.name.tokens) > 1 or not match.start:
        return False
    before, start = words[match.start - 1].folded, words[match.start]
    own = match.start > 1 and words[match.start - 2].folded in _OURS and before not in EMPTY
    return own or (before in _WHERE and not _is_owner(start))


def is_film_here(match: Match, meaning: Meaning, words: Sequence[Word]) -> bool:
    """Whether a character's name that is a film's too is the film here: "is it in Forrest Gump?"."""
    titled = any(each.kind is NameKind.FILM for each in match.name.meanings)
    before = words[match.start - 1].folded if match.start else ""
    return meaning.kind is NameKind.CHARACTER and titled and before in _IN


def _is_owner(word: Word) -> bool:
    return word.raw[-2:].casefold() in ("'s", "’s")


def is_short_person(match: Match, meaning: Meaning) -> bool:
    """A surname or one-word band, too short to be recognised when misspelt."""
    return (
        meaning.kind in PEOPLE and len(match.name.tokens) == 1 and len(match.name.squashed) < _SHORTEST_MISSPELT_PERSON
    )


def is_band_of_one_word(meaning: Meaning) -> bool:
    return meaning.kind is NameKind.ARTIST and " " not in meaning.target.removeprefix("The ").removeprefix("the ")


def is_surname_and_word(match: Match, meaning: Meaning) -> bool:
    """A surname that is also an ordinary word, or somebody's first name: "Barber", "Armstrong"."""
    person = meaning.kind in (NameKind.ARTIST, NameKind.DIRECTOR)
    return (
        person
        and " " in meaning.target.removeprefix("The ")
        and len(match.name.tokens) == 1
        and match.name.commonness is not Commonness.RARE
    )


def is_spoken_of(match: Match, words: Sequence[Word]) -> bool:
    """Whether somebody is spoken of there who makes music or films: "by Mozart", "a Bowie song"."""
    before = words[match.start - 1].folded if match.start else ""
    after = words[match.end] if match.end < len(words) else None
    ends = after is None or not after.opens
    if before in _MAKES and (ends or (after is not None and after.folded in EMPTY)):
        return True
    if (ends and not match.start) or _is_heard(match, words):
        return True
    return after is not None and after.opens and before not in UNTITLED - {"a", "that"} and after.folded in _MADE


def _is_heard(match: Match, words: Sequence[Word]) -> bool:
    """Whether the words behind say that somebody is heard: "Bowie has been used by"."""
    behind = [word.folded for word in dropwhile(lambda word: word.folded in _HAVING, words[match.end :])]
    return behind[:1] != [] and len(behind) < len(words) - match.end and behind[0] in _HEARD


def is_credited(match: Match, words: Sequence[Word], before: str, after: str, *, closed: bool) -> bool:
    """Whether a band of one word is one here: an unheard-of word always, "Queen" only where one is credited."""
    first = words[match.start]
    if first.folded in EMPTY_WORDS and not first.capital and before not in ARTICLES:
        return False  # "by who" asks; "by the who" names
    if before in ARTICLES and match.start > 1:
        before = words[match.start - 2].folded
    unheard_of = match.name.commonness is Commonness.RARE and before not in _PLACES
    if unheard_of and (len(match.name.squashed) >= SHORTEST or (words[match.start].capital and match.start > 0)):
        return True
    if (closed and not match.start) or (after in _SONGS and before in _TELLS_NOTHING):
        return True
    if before == "by" and match.start > 1 and words[match.start - 2].folded in _AFTER_ARTIST:
        return True  # "how many songs by Queen do you have"
    known = words[match.start].capital or len(match.name.squashed) >= SHORTEST
    rare = match.name.commonness is Commonness.RARE and known
    within = first.capital and after in ("in", "on")  # "which have Queen in them"
    credited = before in _BEFORE_ARTIST and (closed or after in _AFTER_ARTIST or rare or within)
    return credited or (after in _AFTER_ARTIST and (rare or before in _BEFORE_ARTIST | {"", "any", "all", "the", "a"}))

"""Which of several films of a title is meant, by a number or a year beside it: "rocky 4th", "Footloose from 2011"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.knowledge.expressions import expression
from bot.language.fold import ARTICLES, COUNTERS, ORDINAL, Word
from bot.language.mentions import Mention
from bot.language.names import NameKind
from bot.language.numbers import ordinal
from bot.language.reading import Reading
from bot.language.wording.of_truths import CHECK

_FIRST_WORDS = frozenset({"1st", "original", "initial"})
FILM_WORDS = frozenset("film movie flick".split())
_INSTALMENTS = FILM_WORDS | frozenset("part installment instalment entry".split())
_VERSIONS = _INSTALMENTS | frozenset("version remake reboot original one".split())
_NUMBER = frozenset("number no nr num numbr".split())
#: Sequels are numbered from 2; beyond this a number beside a title is something else.
MOST_SEQUELS = 20
_LISTED = frozenset("montages songs scenes films movies best top".split())
#: What a number before a title may count instead: "the second Rocky montage" is one of the film's.
_COUNTED = _LISTED | {"montage", "scene"}
#: "the third film of the Rocky series", "part 3 of the Karate Kid", as keys before the title.
_OF_SERIES = expression(r"(\d+)(?:st|nd|rd|th) (?:film|movie|part|instal\w+|entry) (?:of|in) (?:the )?$")
_PART_OF = expression(r"(\d{1,2}) (?:of|in) (?:the )?$")
_YEAR_OF_VERSION = expression(r"\b((?:19|20)\d\d) (?:remake|version|film|movie|one|original)\b")
#: Words between a title and its year: "Rocky, the film that came out in 1976".
_BEFORE_YEAR = ARTICLES | _VERSIONS | frozenset("that which from of released made came out".split())
#: "in 1976" says when a film is set, or claims something of it, unless one of these stands before.
_RELEASED = frozenset("released made out".split())
#: Before "film" and a title: it is said to be that film's. Behind it: what film it is in was asked.
_A_FILM = ARTICLES | frozenset({"in", "from", "of", "called"})
_PREDICATE = frozenset("is was are were comes came plays played appears appeared features has in from belongs".split())
#: The most words between a title and its year.
MOST_BETWEEN = 6


def number_asked(reading: Reading, mention: Mention, *, in_series: bool) -> int | None:
    """The number of a film in its series: "Rocky 5", "the third Rocky film"; None when not said."""
    return _number_behind(reading, mention, in_series=in_series) or _number_before(
        reading, mention, in_series=in_series
    )


def _number_behind(reading: Reading, mention: Mention, *, in_series: bool) -> int | None:
    """ "Rocky 5", "Rocky V", "Rocky number 4", "rocky 4th", "Rocky the third"."""
    behind = reading.words[mention.end : mention.end + 3]
    if not behind or not behind[0].opens or any(token.isdigit() for token in mention.text.split()):
        return None
    if number := _sequel(behind):
        return number
    if not in_series:
        return None
    if behind[0].folded == "v" and len(reading.mentions) == 1:
        return 5
    if behind[0].folded in ARTICLES:
        behind = behind[1:]
    elif len(behind) > 1 and behind[0].folded in _NUMBER | FILM_WORDS and not _is_claimed(reading, mention):
        return _sequel(behind[1:])
    return ordinal(behind[0].key) if behind and ORDINAL.fullmatch(behind[0].key) and not _counts(behind[1:]) else None


def _sequel(words: Sequence[Word]) -> int | None:
    """The number the words open with, unless it counts what comes behind it."""
    if not words or not words[0].key.isdigit() or not 1 <= int(words[0].key) <= MOST_SEQUELS:
        return None
    return None if len(words) > 1 and words[1].folded in _LISTED else int(words[0].key)


def _counts(words: Sequence[Word]) -> bool:
    """Whether what follows is what a number counts."""
    return bool(words) and words[0].opens and words[0].folded in _COUNTED


def _number_before(reading: Reading, mention: Mention, *, in_series: bool) -> int | None:
    """ "the first Rocky", "the original Rocky", "the third Rocky film", "part three of the Karate Kid"."""
    words = reading.words
    before = [word.key for word in words[max(0, mention.start - MOST_BETWEEN) : mention.start]]
    if not before or not words[mention.start].opens:
        return None
    last = before[-1]
    if last in _FIRST_WORDS or (last in ARTICLES and before[-2:-1] == ["original"]):
        return 1
    if not in_series:
        return None
    if ORDINAL.fullmatch(last) and not _counts(words[mention.end : mention.end + 1]):
        return ordinal(last)
    said = " ".join(before) + " "
    if found := _OF_SERIES.search(said):
        return int(found[1])
    found = _PART_OF.search(said)
    return int(found[1]) if found and _is_counted(reading, mention.start - len(found[0].split())) else None


def _is_counted(reading: Reading, position: int) -> bool:
    """Whether "part" or the like, which is no word of a reading, stands before a number."""
    before = reading.read_text[: reading.words[position].start].split()
    return bool(before) and before[-1].casefold().strip(".") in COUNTERS


def _is_claimed(reading: Reading, mention: Mention) -> bool:
    """ "is Rocky number 4?" asks for a place in a list, "is Rocky from 1980?" for a year."""
    opens = mention.start < 2 or reading.words[mention.start - 1].folded in ("is", "was")
    return opens and bool(CHECK.search(reading.said))


def year_asked(reading: Reading, mention: Mention) -> int | None:
    """The year of a film that is said beside its title, not what is asked, claimed or seen."""
    if year := _year_behind(reading, mention) or _year_before(reading, mention):
        return year
    found = None if reading.mentions_of(NameKind.FILM)[1:] else _YEAR_OF_VERSION.search(reading.plain)
    return int(found[1]) if found else None


def _year_behind(reading: Reading, mention: Mention) -> int | None:
    """ "Footloose (2011)", "Footloose from 2011", "Staying Alive, the 1983 film"."""
    between: list[str] = []
    for word in reading.words[mention.end : mention.end + MOST_BETWEEN]:
        if year := _year(word):
            alone = between and not _VERSIONS.intersection(between) and between[-1] not in ARTICLES
            return None if alone and _is_claimed(reading, mention) else year
        if word.folded not in _BEFORE_YEAR and not (word.folded == "in" and between and between[-1] in _RELEASED):
            return None
        between.append(word.folded)
    return None


def _year_before(reading: Reading, mention: Mention) -> int | None:
    """ "the 2011 Footloose", "the 1983 film Staying Alive", "the 2010 remake of The Karate Kid"."""
    words = reading.words
    allowed = ARTICLES | _VERSIONS | {"of", "called", "titled"}
    for at in range(mention.start - 1, max(-1, mention.start - MOST_BETWEEN), -1):
        if year := _year(words[at]):
            before = words[at - 1].folded if at else ""
            nearest = at == mention.start - 1
            return None if nearest and before in ("in", "released") and not words[at + 1].opens else year
        if words[at].folded not in allowed:
            return None
    return None


def _year(word: Word) -> int | None:
    return (
        int(word.key) if len(word.key) == len("1976") and word.key.isdigit() and word.key[:2] in ("19", "20") else None
    )


def is_said_to_be_film(reading: Reading, mention: Mention) -> bool:
    """Whether a song's title is said to be a film's: "in the film Staying Alive", "Hearts on Fire the movie"."""
    words = [word.folded for word in reading.words]
    before, behind = words[max(0, mention.start - 2) : mention.start], words[mention.end :]
    if before and before[-1] in FILM_WORDS and before[0] in _A_FILM and not _PREDICATE.intersection(behind[:1]):
        return True
    return len(behind) == len(("the", "film")) and behind[0] == "the" and behind[1] in FILM_WORDS

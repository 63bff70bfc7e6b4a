"""What a message says is not meant: "Not Footloose, the other one", "Jamie O'Neal, not Celine", "NOT the dancing"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, takewhile

from bot.language.evidence.clauses import COMMA, clauses
from bot.language.fold import ARTICLES, ORDINAL
from bot.language.lexicon import asking_words
from bot.language.mentions import Mention
from bot.language.names import NameKind
from bot.language.numbers import is_number
from bot.language.reading import REACH, Reading
from bot.language.stems import EMPTY_WORDS
from bot.language.wording import of_truths

#: A message of no more words says nothing but what is not meant.
MOST_DENYING = 6
#: More words than this say something of their own.
LONGEST_DENIAL = 6
#: What may stand between the beginning of a clause and "not".
_JOINING = frozenset({"and", "but"})
#: What may stand before a name and still say nothing of it.
_BESIDE_NAME = EMPTY_WORDS | ARTICLES | frozenset({"film", "movie", "song", "by", "version"})
#: Whoever speaks so quotes nobody.
_OURSELVES = frozenset({"i", "you", "u", "we"})
_FILMS = (NameKind.FILM, NameKind.ABSENT)
_PEOPLE = (NameKind.ARTIST, NameKind.DIRECTOR)


def without_denied(reading: Reading) -> Reading:
    """The message without what is plainly not meant: a name if another of its kind is left, and words of the scene."""
    gone: set[int] = set()
    for denial in _denials(reading):
        inside = [mention for mention in reading.mentions if mention.start in denial]
        beside_others = all(_is_another_left(reading, mention, denial) for mention in inside)
        if beside_others if inside else _is_of_a_scene(reading, denial):
            gone.update(denial)
    for report in _hearsay(reading):
        inside = [mention for mention in reading.mentions if mention.start in report]
        others = [mention for mention in inside if _is_another_left(reading, mention, report)]
        gone.update(report if others == inside else (at for each in others for at in range(each.start, each.end)))
    return reading.without(gone) if gone else reading


def denied_films(reading: Reading) -> frozenset[str]:
    """Films plainly not meant, though what is meant was not recognised. "Not Rocky" alone only takes something back."""
    if len(reading.words) <= MOST_DENYING:
        return frozenset()
    denied = {at for denial in _denials(reading) for at in denial}
    films = (mention for mention in reading.mentions_of(NameKind.FILM) if mention.start in denied)
    return frozenset(meaning.target for mention in films for meaning in mention.of(NameKind.FILM))


def is_ruled_out(reading: Reading, mention: Mention) -> bool:
    """Whether "besides", "other than", "not" stands before a name, with hardly a word between."""
    before = [token.text for token in reading.tokens if token.position < mention.start]
    return of_truths.RULES_OUT.search(" ".join(before[-REACH:])) is not None


def _denials(reading: Reading) -> Iterator[range]:
    """From "not" at the beginning of a clause to its end, or to "but"; names with a few words beside them."""
    words = reading.words
    for part in clauses(reading, COMMA):
        for start in part:
            opens = start == part.start or words[start - 1].folded in _JOINING
            if opens and reading.texts_at[start] == ("not",) and start not in reading.named_positions:
                end = next((at for at in range(start, part.stop) if words[at].folded == "but"), part.stop)
                if end - start > 1 and _says_no_more(reading, range(start + 1, end)):
                    yield range(start, end)


def _hearsay(reading: Reading) -> Iterator[range]:
    """What others say beside what is asked: "is Maniac by Michael Sembello, everybody says Irene Cara"."""
    parts = [part for part in _halves(reading) if not reading.named_positions.isdisjoint(part)]
    if len(parts) == 1 or of_truths.ASKS_OPENLY.search(reading.said):
        return
    everywhere = frozenset(range(len(reading.words)))
    asking = [part for part in parts if of_truths.CHECK.search(reading.said_without(everywhere.difference(part)))]
    if asking:
        yield from (part for part in parts if part not in asking and _is_reported(reading, part))


def _halves(reading: Reading) -> Iterator[range]:
    """The parts between commas, and before and behind "but"."""
    for part in clauses(reading, COMMA):
        cuts = [at for at in part if at > part.start and reading.words[at].folded == "but"]
        yield from (range(*ends) for ends in pairwise((part.start, *cuts, part.stop)))


def _is_reported(reading: Reading, part: range) -> bool:
    """Whether more than small words leads up to the name in a part, and nothing of who speaks: others said it."""
    before = takewhile(lambda at: at not in reading.named_positions, part)
    texts = {text for at in before for text in reading.texts_at[at]}
    return not texts <= EMPTY_WORDS and not texts & _OURSELVES


def _says_no_more(reading: Reading, denied: range) -> bool:
    """Whether nothing but what is not meant is said: a name with small words beside it, or a few words."""
    beside = [at for at in denied if at not in reading.named_positions]
    if len(beside) < len(denied):
        return all(reading.words[at].folded in _BESIDE_NAME for at in beside)
    return len(denied) <= LONGEST_DENIAL


def _is_another_left(reading: Reading, mention: Mention, denial: range) -> bool:
    """Whether another name of its kind stands elsewhere; a film that we do not have need not be told from any."""
    kinds = next((each for each in (_FILMS, (NameKind.SONG,), _PEOPLE) if any(map(mention.of, each))), ())
    others = reading.mentions_of(*kinds) if kinds else ()
    return bool(mention.of(NameKind.ABSENT)) or any(other.start not in denial for other in others)


def _is_of_a_scene(reading: Reading, denial: range) -> bool:
    """Whether words tell of a scene: none that asks or counts, for "not the remake" and "not the first" say which."""
    asked = asking_words()
    texts = [text for at in denial for text in reading.texts_at[at] if text not in EMPTY_WORDS]
    return (
        len(reading.words) > len(denial) + 1
        and bool(texts)
        and not any(text in asked or is_number(text) or ORDINAL.fullmatch(text) for text in texts)
    )

"""A question taken apart: its words, its names, what is said around them, and what is left to describe a scene."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from bot.knowledge.expressions import expression
from bot.knowledge.names import clean
from bot.language.fold import Word, without_counters, without_repeats, words_of
from bot.language.lexicon import Lexicon, Token
from bot.language.matching import MOST_WORDS, Matcher
from bot.language.mentions import Mention, meant
from bot.language.names import Meaning, NameKind
from bot.language.spelling import Speller
from bot.language.stems import EMPTY_WORDS, stem
from bot.language.stretched import unstretched

#: Characters read of one message; Discord allows 4,000 with Nitro, and questions are short.
MOST_CHARACTERS = 6000
#: Words that belong together stand at most so far apart.
REACH = 4

#: What stands for a name in `Reading.said`, by kind; the first kind a name can have wins.
PLACEHOLDERS = {
    NameKind.FILM: "xfilm",
    NameKind.SONG: "xsong",
    NameKind.FRANCHISE: "xfranchise",
    NameKind.ABSENT: "xabsent",
    NameKind.ARTIST: "xartist",
    NameKind.DIRECTOR: "xperson",
    NameKind.CHARACTER: "xcharacter",
    NameKind.MONTAGE: "xmontage",
    NameKind.LIST: "xlist",
}
_SPOKEN_DIGITS = {"2": "to", "4": "for"}
_SENTENCE = expression(r"(?<=[.!?])\s+|\n+|;\s+")
_SONG_BEFORE = frozenset(
    (
        "song songs track tune sings sing sang sung singing perform performs performed lied cancion chanson "
        "canzone musica"
    ).split()
)


class Reading(Struct, frozen=True, dict=True):
    """What a question is made of. Positions are those of `words`."""

    text: str
    read_text: str  # the part that was read, as `words` count its characters
    words: tuple[Word, ...]
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    language: str

    def named(self, kind: NameKind) -> tuple[Meaning, ...]:
        """Everything of the kind that is named, once each, in order."""
        return tuple(self._by_kind.get(kind, ()))

    @cached_property
    def _by_kind(self) -> Mapping[NameKind, Collection[Meaning]]:
        found: dict[NameKind, dict[Meaning, None]] = {}
        for mention in self.mentions:
            for meaning in mention.meanings:
                found.setdefault(meaning.kind, {})[meaning] = None
        return found

    @cached_property
    def songs(self) -> tuple[Meaning, ...]:
        """Songs that are named as songs: a title that is also a film's only after "the song"."""
        found = [
            meaning
            for mention in self.mentions
            if not mention.of(NameKind.FILM) or self.is_song_here(mention)
            for meaning in mention.of(NameKind.SONG)
        ]
        return tuple(dict.fromkeys(found))

    @cached_property
    def worked_out(self) -> dict[object, object]:
        """What functions marked with `once` said of this reading."""
        return {}

    def without(self, positions: Collection[int]) -> Reading:
        """The question without the words at some places, and without the names that begin there."""
        tokens = tuple(token for token in self.tokens if token.position not in positions)
        mentions = tuple(mention for mention in self.mentions if mention.start not in positions)
        return replace(self, tokens=tokens, mentions=mentions)

    @cached_property
    def named_positions(self) -> frozenset[int]:
        """Where the words stand that are part of a name."""
        return _positions(self.mentions)

    def words_behind(self, mention: Mention) -> tuple[Word | None, Word | None]:
        """The two words behind a name, as far as there are any."""
        behind = self.words[mention.end : mention.end + 2]
        return (behind[0] if behind else None, behind[1] if len(behind) > 1 else None)

    def is_song_here(self, mention: Mention) -> bool:
        """Whether "the song" stands before the name."""
        before = [token.text for token in self.tokens if token.position < mention.start][-2:]
        return any(word in _SONG_BEFORE for word in before[-1:]) or before == ["song", "called"]

    def mentions_of(self, *kinds: NameKind) -> tuple[Mention, ...]:
        return tuple(mention for mention in self.mentions if any(mention.of(kind) for kind in kinds))

    @cached_property
    def said(self) -> str:
        """The question in plain English words, with a placeholder for every name."""
        return self.said_from(0)

    @cached_property
    def clauses(self) -> tuple[str, ...]:
        """What is said from the beginning, and from each word after punctuation: a question may open there."""
        return tuple(self.said_from(at) for at, word in enumerate(self.words) if at == 0 or not word.opens)

    def said_without(self, positions: frozenset[int]) -> str:
        """What is said, without the words at some positions."""
        return self.said_from(0, positions) if positions else self.said

    def said_from(self, first: int, gone: frozenset[int] = frozenset()) -> str:
        """The same from a word on, without the words at some positions."""
        return " ".join(part.text for part in self.parts_from(first, gone))

    def parts_from(self, first: int, gone: frozenset[int] = frozenset()) -> Sequence[Token]:
        """The words of it, each with where it stands; the placeholder of a name stands where the name begins."""
        at = {position: mention for mention in self.mentions for position in range(mention.start, mention.end)}
        parts: list[Token] = []
        placed: set[int] = set()
        for token in self.tokens:
            if token.position < first or token.position in gone:
                continue
            mention = at.get(token.position)
            if mention is None:
                parts.append(token)
            elif mention.start not in placed:
                placed.add(mention.start)
                parts.append(Token(self._placeholder(mention, parts), mention.start))
        return parts

    def _placeholder(self, mention: Mention, before: Sequence[Token]) -> str:
        if mention.of(NameKind.SONG) and before and before[-1].text in _SONG_BEFORE:
            return PLACEHOLDERS[NameKind.SONG]
        return next(placeholder for kind, placeholder in PLACEHOLDERS.items() if mention.of(kind))

    @cached_property
    def texts_at(self) -> tuple[tuple[str, ...], ...]:
        """For every word, the plain English words it stands for."""
        found: list[list[str]] = [[] for _ in self.words]
        for token in self.tokens:
            found[token.position].append(token.text)
        return tuple(map(tuple, found))

    @cached_property
    def plain(self) -> str:
        """The question in plain English words, names as typed."""
        return " ".join(token.text for token in self.tokens)

    @cached_property
    def left(self) -> tuple[str, ...]:
        """Stems of the words that describe something: all but empty words and names of films, songs and lists."""
        return self.left_beside(NameKind.FILM, NameKind.SONG, NameKind.FRANCHISE, NameKind.ABSENT, NameKind.LIST)

    def between(self, position: int) -> str:
        """What stands between a word and the one before it: a space, or punctuation."""
        return self.cuts.get(position, " ") if 0 < position < len(self.words) else ""

    @cached_property
    def cuts(self) -> Mapping[int, str]:
        """What stands before words that more than a space parts from the word before."""
        parts = (self.read_text[one.end : other.start] for one, other in pairwise(self.words))
        return {at: part for at, part in enumerate(parts, 1) if part != " "}

    @cached_property
    def _telling(self) -> Sequence[tuple[int, str]]:
        """Where the telling words stand, each with its stem."""
        return [(token.position, stem(token.text)) for token in self.tokens if token.text not in EMPTY_WORDS]

    def left_beside(self, *kinds: NameKind) -> tuple[str, ...]:
        """Stems of the telling words outside names of these kinds."""
        gone = _positions(self.mentions_of(*kinds))
        return tuple([each for at, each in self._telling if at not in gone])


class Taker:
    """Takes questions apart with the names of one catalogue."""

    def __init__(self, matcher: Matcher, lexicon: Lexicon) -> None:
        self._matcher = matcher
        self._speller = Speller(matcher.names, lexicon)
        self._lexicon = lexicon

    def read(self, text: str) -> Reading:
        """A reading of any text; what is longer than a question is read where the question is."""
        part = clean(text[:MOST_CHARACTERS])[:MOST_CHARACTERS]
        read = clean(part)
        found = self._words(read)
        if len(found) > MOST_WORDS:
            read = clean(_asking_part(part))
            found = self._words(read)[-MOST_WORDS:]
        exact = self._matcher.exact(found)
        language = self._lexicon.language(_outside(found, meant(exact, found)) or found)
        tokens = self._lexicon.plain(found, language)
        respelt = self._respelt(found, tokens) if language == "en" else found
        exact += self._matcher.exact(respelt, found) if respelt != found else []
        spoken = tuple(_spoken(word) for word in respelt)
        if spoken != respelt and not meant(exact, respelt):
            again = self._matcher.exact(spoken, respelt)
            exact += [match for match in again if _says_more(respelt[match.start : match.end])]
        matches = [*exact, *self._matcher.misspelt(respelt, exact)]
        mentions = meant(matches, respelt)
        if language == "en":
            tokens = self._speller.mended(tokens, _positions(mentions))
        return Reading(text, read, found, tokens, mentions, language)

    def _words(self, text: str) -> tuple[Word, ...]:
        return unstretched(without_counters(without_repeats(words_of(text))), self._is_word)

    def _is_word(self, word: str) -> bool:
        return self._lexicon.is_ordinary(word) or word in self._matcher.names.words

    @staticmethod
    def _respelt(found: tuple[Word, ...], tokens: tuple[Token, ...]) -> tuple[Word, ...]:
        """The words with one-for-one phone spellings written out ("saturday nite fever") and possessives taken off."""
        meant_by: dict[int, list[str]] = {}
        for token in tokens:
            meant_by.setdefault(token.position, []).append(token.text)
        single = {position: texts[0] for position, texts in meant_by.items() if len(texts) == 1}
        return tuple(
            _spelt(word, _without_possessive(word) or single.get(position, word.folded))
            for position, word in enumerate(found)
        )


def _spelt(word: Word, spelling: str) -> Word:
    if spelling == word.folded:
        return word
    return Word(word.raw, spelling, spelling, word.start, word.end, word.quoted, word.opens, word.capital)


def _spoken(word: Word) -> Word:
    """A digit that stands for the word it sounds like: "lets hear it 4 the boy"."""
    return _spelt(word, _SPOKEN_DIGITS.get(word.folded, word.folded))


def _says_more(inside: Sequence[Word]) -> bool:
    """Whether a name is more than small words and digits that sound like some: "2 to" is no "Toto"."""
    return any(word.folded not in EMPTY_WORDS and word.folded not in _SPOKEN_DIGITS for word in inside)


def _without_possessive(word: Word) -> str:
    """ "Gun's" as "gun": whose montage it is, not part of the title; titles with one are found as they are."""
    return word.folded[:-1] if word.raw.endswith(("'s", "’s")) else ""


def _positions(mentions: Iterable[Mention]) -> frozenset[int]:
    return frozenset(position for mention in mentions for position in range(mention.start, mention.end))


def _outside(found: tuple[Word, ...], mentions: Sequence[Mention]) -> tuple[Word, ...]:
    """The words that are part of no name: a title says nothing of the language it is asked about in."""
    named = _positions(mentions)
    return tuple(word for position, word in enumerate(found) if position not in named)


def _asking_part(text: str) -> str:
    """The sentences of a long message that ask something, with the one before; else its end."""
    sentences = [each for each in _SENTENCE.split(text) if each.strip()]
    asking = [number for number, each in enumerate(sentences) if "?" in each]
    kept = sorted({near for number in asking[-2:] for near in (number - 1, number) if near >= 0})
    return " ".join(sentences[number] for number in kept) if kept else text[-MOST_CHARACTERS // 4 :]

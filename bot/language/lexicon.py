"""The words of the language itself: which are ordinary, how phones misspell them, and what others are in English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from sys import intern

import msgspec
from msgspec import Struct

from bot.knowledge.expressions import expression
from bot.knowledge.names import fold_word
from bot.knowledge.remembering import remembered
from bot.language.fold import Word
from bot.language.rows import Rows
from bot.language.stems import EMPTY_WORDS

WORDS = Path(__file__).parent / "words"
NEAR_WORDS = "near-words.tsv"
WEIGHTS = "weights.json"
#: Those that are looked up while a question is read: nothing made of a catalogue beforehand depends on them.
FOR_READING = (NEAR_WORDS, WEIGHTS)
#: Words of our trade that dictionaries of this size leave out.
OUR_WORDS = frozenset(
    "heist heists makeover makeovers workout workouts montage montages soundtrack sequel remake".split()
)
#: Other languages: a table each, named by the language's code, of words and phrases with their English.
LANGUAGES = Path(__file__).parent / "languages"
#: What the words of a question are about when it is about montages at all.
DOMAIN = frozenset({"song", "film", "montage", "perform", "direct"})
#: The longest phrase of a lexicon, in words.
LONGEST_PHRASE = 4
#: The fewest words that must be foreign before a question is taken for a foreign one; one that is all of it will do.
FEWEST_FOREIGN = 2
#: Above this part of English words a question is English.
MOSTLY = 0.8
#: The shortest part of a compound, in letters.
SHORTEST_PART = 4
#: What a compound must be about to be taken apart.
_HEADS = frozenset({"song", "montage", "film"})
#: Languages that write two words as one.
_WITH_COMPOUNDS = frozenset({"de", "da"})
_ELISION = expression(r"^(?:l|d|qu|s|j|n|c|m|t|dell|all|nell|sull|dall|un|quell|quest|gl)['’]", re.IGNORECASE)


class Token(Struct, frozen=True, gc=False):
    """An English word as it was meant, and which word of the question it came from."""

    text: str
    position: int


class Lexicon:
    """Word lists, read once from this room's files."""

    def __init__(self) -> None:
        self._common = _word_list("common.txt")
        self._ordinary = _dictionary()
        self._slang = _table("slang.tsv")

    def is_common(self, word: str) -> bool:
        """A word of everyday speech, also as a phone spells it: "up", "cars", "ghost", "runnin"."""
        if word in OUR_WORDS:
            return True
        return word in self._common or word in self._slang or (word.endswith("in") and f"{word}g" in self._common)

    def is_ordinary(self, word: str) -> bool:
        """A word of the dictionary: all common ones, and "casino", "maniac", "platoon"."""
        return self.is_common(word) or word in self._ordinary

    def _is_spelt_so(self, word: str) -> bool:
        return word in self._common or word in self._ordinary

    def nicknames(self) -> Iterator[tuple[str, str]]:
        """What people call a series of films, and its name."""
        yield from _table("nicknames.tsv").items()

    def language(self, words: Sequence[Word]) -> str:
        """The language most words belong to: "en" unless another has clearly more."""
        english = sum(word.folded in self._common or word.folded in self._slang for word in words)
        if english > MOSTLY * len(words):
            return "en"  # without a look at the other languages' words, which cost a tenth of a second to read
        scores = {code: self._foreign_words(code, words) for code in languages()}
        best = max(scores, key=lambda code: scores[code])
        alone = len(words) == 1 and not self.is_ordinary(words[0].folded)  # "Trainingsmontagen"
        return best if scores[best] >= max(1 if alone else FEWEST_FOREIGN, english) else "en"

    def _foreign_words(self, code: str, words: Sequence[Word]) -> int:
        """How many words a language has; an elided one counts twice: "d'ouverture" is no English."""
        table = _table(f"{code}.tsv", LANGUAGES)
        parts = [(_without_elision(word), word.folded) for word in words]
        return sum((1 if part == folded else 2) for part, folded in parts if part in table)

    def plain(self, words: Sequence[Word], language: str) -> tuple[Token, ...]:
        """The words as plain English: phone spellings written out, other languages turned word by word."""
        if language == "en":
            return tuple(
                Token(part, at) for at, word in enumerate(words) for part in self._written_out(word.folded).split()
            )
        compounds = language in _WITH_COMPOUNDS
        return tuple(self._translated(words, _table(f"{language}.tsv", LANGUAGES), compounds=compounds))

    def _written_out(self, word: str) -> str:
        """A word as it is spelt outside of a phone: "wat" as "what", and any "runnin" as "running"."""
        if word in self._slang:
            return self._slang[word]
        if self._is_spelt_so(word):
            return word
        if word.endswith("in") and self._is_spelt_so(f"{word}g"):
            return f"{word}g"
        return word

    def _translated(self, words: Sequence[Word], table: Mapping[str, str], *, compounds: bool) -> Iterator[Token]:
        parts = [word.folded if word.folded in table else _without_elision(word) for word in words]
        at = 0
        while at < len(parts):
            width = next(
                (
                    w
                    for w in range(LONGEST_PHRASE, 0, -1)
                    if " ".join(parts[at : at + w]) in table and at + w <= len(parts)
                ),
                0,
            )
            english = (
                table[" ".join(parts[at : at + width])] if width else self._alone(parts[at], table, compounds=compounds)
            )
            english = _accented(words[at], table) or english if width < 2 else english
            yield from (Token(part, at) for part in english.split() if part != "-")
            at += max(1, width)

    def _alone(self, word: str, table: Mapping[str, str], *, compounds: bool) -> str:
        """A word that no table has as it is: a phone's spelling, or one that ends in a word for what we know of."""
        return self._slang.get(word) or _compound(word, table) or (_two_words(word, table) if compounds else "") or word


def _accented(word: Word, table: Mapping[str, str]) -> str:
    """What a word means that is another one without its accent: "è", which is no "and"."""
    typed = word.raw.casefold()
    return "" if typed.isascii() else table.get(typed, "")


def _compound(word: str, table: Mapping[str, str]) -> str:
    """A German compound in two: "volleyballszene" as "volleyball scene"; empty for any other word."""
    for end in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        head, first = table.get(word[end:], ""), word[:end]
        if asking_words().get(head, frozenset[str]()) & _HEADS:
            return f"{table.get(first) or table.get(first.rstrip('sn')) or first} {head}"
    return ""


def _two_words(word: str, table: Mapping[str, str]) -> str:
    """A compound of two words that are known: "schlusstanz" as "end dance"; empty for any other word."""
    for end in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        last, first = table.get(word[end:]), word[:end]
        head = table.get(first) or table.get(first.rstrip("sn"))
        if last and head:
            return f"{head} {last}"
    return ""


def _without_elision(word: Word) -> str:
    """ "l'avion" as "avion": the article is lost, which a rough translation can bear."""
    return fold_word(_ELISION.sub("", word.raw)) if "'" in word.raw or "’" in word.raw else word.folded


@cache
def _word_list(name: str) -> frozenset[str]:
    return frozenset(_text(name).split())


@cache
def _dictionary() -> Rows:
    """The words that are ordinary and not common: few are asked for, and there are many."""
    return Rows(_text("ordinary.txt"))


@cache
def _table(name: str, folder: Path = WORDS) -> Mapping[str, str]:
    rows = (line.partition("\t") for line in _text(name, folder).splitlines())
    return {key: intern(value) for key, _, value in rows if key}  # many words are the same in English


def _text(name: str, folder: Path = WORDS) -> str:
    """A word file without the comment it opens with."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    while text.startswith("#"):
        text = text.partition("\n")[2]
    return text


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that questions are understood in beside English."""
    return tuple(sorted(path.stem for path in LANGUAGES.glob("*.tsv")))


def is_in_dictionary(word: str) -> bool:
    """Whether the word lists have a word spelt so."""
    return word in _word_list("common.txt") or word in _dictionary()


def absent_films() -> tuple[str, ...]:
    """Real films the catalogue has nothing of, as "Title (year)" or "Title": known so as not to be mistaken."""
    return tuple(_text("absent-films.txt").splitlines())


def sounding_like(word: str) -> tuple[str, ...]:
    """Ordinary words that sound the same: "here" and "hear"."""
    return _homophones().get(word, ())


@cache
def _homophones() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for group in map(str.split, _text("homophones.txt").splitlines()):
        for word in group:
            found.setdefault(word, []).extend(other for other in group if other != word)
    return {word: tuple(dict.fromkeys(others)) for word, others in found.items()}


@cache
def contractions() -> Mapping[str, str]:
    """Words that are two or more run together, apostrophes left out, and what they stand for: "youre", "you are"."""
    return _table("contractions.tsv")


@cache
def regions() -> frozenset[str]:
    """States, countries, continents and languages."""
    return frozenset(_text("regions.txt").splitlines())


@cache
def towns() -> frozenset[str]:
    """Large and well-known towns, each apart from every other."""
    return frozenset(_text("towns.txt").splitlines())


def near_words(stem: str) -> tuple[tuple[str, float], ...]:
    """Stems of near meaning with how near they are (0 to 1), nearest first; empty for a word without any."""
    return _near_words_of(stem) if _near_words().get(stem) else ()


@cache
def _near_words() -> Rows:
    return Rows(_text(NEAR_WORDS))


@remembered
def _near_words_of(stem: str) -> tuple[tuple[str, float], ...]:
    parts = (each.partition(":") for each in (_near_words().get(stem) or "").split("\t") if each)
    return tuple((word, int(nearness) / 100) for word, _, nearness in parts)


@cache
def asking_words() -> Mapping[str, frozenset[str]]:
    """The words by which questions are asked, each with what it may be about."""
    found: dict[str, set[str]] = {}
    for sense, row in _table("asking.tsv").items():
        for word in row.split():
            found.setdefault(word, set()).add(sense)
    return {word: frozenset(senses) for word, senses in found.items()}


@cache
def kind_words() -> Mapping[str, tuple[str, ...]]:
    """What the kinds of montage are called, by kind."""
    return {kind: tuple(row.split(", ")) for kind, row in _table("kinds.tsv").items()}


@cache
def kinds_told() -> Mapping[str, str]:
    """The words by which people tell what happens in montages of a kind, by kind."""
    return _table("kinds-told.tsv")


def people_words() -> frozenset[str]:
    """Words for people and creatures that a scene is about: "nun", "guy", "she"."""
    return _word_list("people.txt")


def describes(word: str) -> bool:
    """Whether a word may describe a scene: it is neither empty nor one by which questions are asked."""
    return word not in EMPTY_WORDS and word not in asking_words()


def weights(column: str) -> Mapping[str, float]:
    """What each mark of a reading weighs, in log-odds: for "choosing" among readings, or for "believing" the best."""
    return _weights()[column]


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    """All columns. There are ten thousand marks: to read them from a table would take as long as an answer."""
    return msgspec.json.decode(_text(WEIGHTS), type=dict[str, dict[str, float]])

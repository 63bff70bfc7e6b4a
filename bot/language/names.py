"""Names as they are compared, and the look-ups matching needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct

from bot.language.fold import NUMERALS, ORDINALS


class NameKind(StrEnum):
    """What a name names. ABSENT is a real film of which the catalogue has no montage."""

    FILM = "film"
    SONG = "song"
    ARTIST = "artist"
    DIRECTOR = "director"
    CHARACTER = "character"
    MONTAGE = "montage"
    FRANCHISE = "franchise"
    LIST = "list"
    ABSENT = "absent"


class Commonness(StrEnum):
    """How easily the words of a name turn up by chance, which decides what it takes to read them as that name."""

    RARE = "rare"  # "Footloose": stands for itself
    PLAIN = "plain"  # "Casino", "Hearts on Fire": ordinary words, but seldom said by chance
    COMMON = "common"  # "Up", "Still", "Training Montage": only with a cue


class Meaning(Struct, frozen=True, array_like=True, gc=False):
    """One thing a name may stand for: a film id, song key, person, montage id, franchise or list id."""

    kind: NameKind
    target: str
    label: str


class Name(Struct, frozen=True, array_like=True, gc=False, eq=False):
    """A name as it is compared: folded words with single spaces between, and everything it may mean."""

    text: str
    commonness: Commonness
    meanings: tuple[Meaning, ...]
    misspelt: bool  # recognised with typos
    heard: str = ""  # its consonants, by which it is recognised when it was misheard
    bones: str = ""  # its words but for small ones, by which it is recognised without some of those

    @property
    def tokens(self) -> list[str]:
        return self.text.split()

    @property
    def squashed(self) -> str:
        return self.text.replace(" ", "")


class Match(Struct, frozen=True, gc=False):
    """A name found at words[start:end], with the typos it took."""

    name: Name
    start: int
    end: int
    typos: int = 0
    loose: bool = False  # not of as many words as it has, and not for want of spaces
    doubtful: bool = False  # the words that are right turn up by chance: only where a name is announced

    @property
    def width(self) -> int:
        return self.end - self.start


#: Names of so few letters joined ("acdc") are still recognised without their spaces.
SHORTEST_JOINED = 4
#: The most words of a name that may be written as one.
MOST_JOINED = 4
#: Room for pairs of words of names, of which a name has two or three: more makes for fewer mistaken ones.
PAIRS_A_NAME = 16
_SOUND_ALIKE = {"c": "k", "q": "k", "z": "s", "j": "g", "y": "i", "w": "v"}
_SPELLINGS: dict[str, list[str]] = defaultdict(list)
for _spelling, _digits in NUMERALS.items():
    _SPELLINGS[_digits].append(_spelling)
for _spelling, _ordinal in ORDINALS.items():
    _SPELLINGS[_ordinal.rstrip("stndrh")].extend((_spelling, _ordinal))
#: Words that say nothing of which name is meant; a name made of them alone is common however long it is.
EMPTY = frozenset(
    (
        "a an and are at be by can do for from go he her him his how i if in is it its me my no of off on or "
        "our out own she so that the their them they this to up us was way we were what when where who will "
        "with you your montage scene song theme training sequence film movie music opening ending end summer "
        "costume one 1 life sing should would could may might must let lets just here there back again really "
        "still never too very much many now then only also more most"
    ).split()
)


class NameBook:
    """The names of one catalogue by text, without spaces, and by word. Built once; read only after."""

    def __init__(self, names: Sequence[Name]) -> None:
        self.names = names
        self.exact: dict[str, Name] = {name.text: name for name in names}
        joined = [name for name in names if " " in name.text and len(name.text) > SHORTEST_JOINED]
        self.joined: dict[str, Name] = {name.squashed: name for name in joined}
        numbered = (name for name in joined if name.text[-1].isdigit())
        self.joined |= {text: name for name in numbered for text in _otherwise_numbered(name)}
        #: For each word that begins a name, the words of the longest such name.
        self.longest: dict[str, int] = {}
        for name in names:
            first, _, rest = name.text.partition(" ")
            words = rest.count(" ") + 2 if rest else 1
            if words > self.longest.get(first, 0):
                self.longest[first] = words
        self.most_words = max(self.longest.values(), default=0)
        #: Where the hash of two words of a name that stand side by side leads; of others it seldom does (Bloom, 1970).
        self._pairs = bytearray(PAIRS_A_NAME * len(names) + 1)
        #: For each word, the names it stands in that may be misspelt, and where in them.
        self.by_token: dict[str, list[tuple[Name, int]]] = defaultdict(list)
        for name in names:
            if name.misspelt:
                self._file(name)
        #: Words of names by their first sound and length: where a misspelt one is looked for.
        self.alike: dict[tuple[str, int], list[str]] = defaultdict(list)
        for token in self.by_token:
            self.alike[first_sound(token), len(token)].append(token)

    def may_have(self, first: str, second: str) -> bool:
        """Whether one word may stand right behind another in a name that may be misspelt: surely not when not."""
        return bool(self._pairs[hash((first, second)) % len(self._pairs)])

    def opening(self, words: Sequence[str], least: int) -> Iterator[Name]:
        """The names that may be misspelt which words open with, of so many words at least."""
        text = " ".join(words[: least - 1])
        for word in words[least - 1 : self.longest.get(words[0], 0)]:
            text = f"{text} {word}"
            name = self.exact.get(text)
            if name and name.misspelt:
                yield name

    def _file(self, name: Name) -> None:
        tokens = name.tokens
        for at, token in enumerate(tokens):
            self.by_token[token].append((name, at))
        for pair in pairwise(tokens):
            self._pairs[hash(pair) % len(self._pairs)] = 1
        if 1 < len(tokens) <= MOST_JOINED:
            self.by_token[name.squashed].append((name, 0))


def _otherwise_numbered(name: Name) -> Iterator[str]:
    """A name without its spaces, its last number otherwise spelt: "rockyiv", "rocky4th"."""
    head, _, last = name.text.rpartition(" ")
    yield from (head.replace(" ", "") + spelling for spelling in _SPELLINGS.get(last, ()))


def first_sound(token: str) -> str:
    """How a word begins, for the ear: people who misspell a word still begin it with the right sound."""
    return "f" if token.startswith("ph") else _SOUND_ALIKE.get(token[:1], token[:1])

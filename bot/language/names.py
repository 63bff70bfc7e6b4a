"""Names as they are compared, and the look-ups matching needs."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


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


#: The most words of a name that may be written as one.
MOST_JOINED = 4
_SOUND_ALIKE = {"c": "k", "q": "k", "z": "s", "j": "g", "y": "i", "w": "v"}
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


def first_sound(token: str) -> str:
    """How a word begins, for the ear: people who misspell a word still begin it with the right sound."""
    return "f" if token.startswith("ph") else _SOUND_ALIKE.get(token[:1], token[:1])

"""Every name the catalogue knows, by the words it is compared by: films, songs, people, montages, series and lists."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.model import Film, Montage, RankedList, Song
from bot.language.fold import ARTICLES, name_key
from bot.language.lexicon import Lexicon


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


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing a name may stand for: a film id, song key, person, montage id, franchise or list id."""

    kind: NameKind
    target: str
    label: str


@dataclass(slots=True)
class Name:
    """A name as it is compared, with everything it may mean."""

    tokens: tuple[str, ...]
    commonness: Commonness
    meanings: tuple[Meaning, ...] = ()
    text: str = field(init=False)
    squashed: str = field(init=False)
    numbers: tuple[str, ...] = field(init=False)  # what must be typed right: "Rocky III" is never "Rocky IV"
    budget: int = field(init=False)  # typos allowed

    def __post_init__(self) -> None:
        self.text = " ".join(self.tokens)
        self.squashed = "".join(self.tokens)
        self.numbers = tuple(token for token in self.tokens if token[0].isdigit())
        self.budget = typo_budget(len(self.squashed))


#: Titles of films we do not have are recognised misspelt from so many words on.
FEWEST_WORDS_MISSPELT = 3
_SOUND_ALIKE = {"c": "k", "q": "k", "z": "s", "j": "g", "y": "i", "w": "v"}
_PARENTHESIS = re.compile(r"\s*\([^)]*\)")
_IN_PARENTHESIS = re.compile(r"\(([^)]*)\)")
_JOINED_PEOPLE = re.compile(r"\s*(?:,|&| and | with | featuring | feat\.? |;|/)\s*")
_NOT_A_NAME = re.compile(r"\((?:songwriters?|credited|originally|telugu|hindi)[^)]*\)|^(?:sung by|hit version by)\b.*", re.IGNORECASE)
#: Words that say nothing of which name is meant; a name made of them alone is common however long it is.
EMPTY = frozenset(
    "a an and are at be by can do for from go he her him his how i if in is it its me my no of off on or our out own she so "
    "that the their them they this to up us was way we were what when where who will with you your montage scene song theme "
    "training sequence film movie music opening ending end summer costume one 1 life sing should would could may might must let lets just here there back again "
    "really still never too very much many now then only also more most".split()
)


def song_key(song: Song) -> str:
    """What tells one song from another across films: its folded title."""
    return _title_key(song.title)


@lru_cache(maxsize=65536)
def _title_key(title: str) -> str:
    return "-".join(name_key(title))


class NameBook:
    """The names of one catalogue, with the look-ups matching needs. Built once; read only after."""

    def __init__(self, catalogue: Catalogue, lexicon: Lexicon, absent: Iterable[str] = ()) -> None:
        self._lexicon = lexicon
        found: dict[tuple[str, ...], dict[tuple[NameKind, str], Meaning]] = defaultdict(dict)
        for text, meaning in _all_names(catalogue, lexicon, absent):
            for tokens in _forms(name_key(text)):
                found[tokens].setdefault((meaning.kind, meaning.target), meaning)
        _add_surnames(found, lexicon)
        self.names: tuple[Name, ...] = tuple(
            Name(tokens, self.commonness(tokens), _settled(meanings.values())) for tokens, meanings in found.items()
        )
        self.exact: dict[str, Name] = {name.text: name for name in self.names}
        self.squashed: dict[str, Name] = {name.squashed: name for name in self.names if len(name.squashed) > 3}
        self.longest = max((len(name.tokens) for name in self.names), default=0)
        #: For each word, the names it stands in, and where in them.
        self.by_token: dict[str, list[tuple[Name, int]]] = defaultdict(list)
        for name in self.names:
            if name.budget and _is_known_misspelt(name):
                for at, token in enumerate(name.tokens):
                    self.by_token[token].append((name, at))
                if 1 < len(name.tokens) < 5:
                    self.by_token[name.squashed].append((name, 0))
        #: Words of names by their first sound and length: where a misspelt one is looked for.
        self.alike: dict[tuple[str, int], list[str]] = defaultdict(list)
        for token in self.by_token:
            self.alike[first_sound(token), len(token)].append(token)

    def commonness(self, tokens: tuple[str, ...]) -> Commonness:
        """How easily these words turn up by chance."""
        if sum(token.isdigit() for token in tokens) > 1:
            return Commonness.PLAIN
        if all(token in EMPTY or token.isdigit() for token in tokens) or sum(map(len, tokens)) < 3:
            return Commonness.COMMON
        if len(tokens) == 1:
            if self._lexicon.is_common(tokens[0]) or len(tokens[0]) < 3:
                return Commonness.COMMON
            return Commonness.PLAIN if self._lexicon.is_ordinary(tokens[0]) or len(tokens[0]) < 4 else Commonness.RARE
        ordinary = all(self._lexicon.is_ordinary(token) or token.isdigit() for token in tokens)
        return Commonness.PLAIN if ordinary else Commonness.RARE


def _add_surnames(found: dict[tuple[str, ...], dict[tuple[NameKind, str], Meaning]], lexicon: Lexicon) -> None:
    """People by a surname that is nobody else's and no ordinary word: "Tarantino", "Morricone"."""
    bearers: dict[str, dict[tuple[NameKind, str], Meaning]] = defaultdict(dict)
    for tokens, meanings in found.items():
        for mark, meaning in meanings.items():
            if meaning.kind in (NameKind.ARTIST, NameKind.DIRECTOR) and 1 < len(tokens) < 4:
                bearers[tokens[-1]][mark] = meaning
    for surname, meanings in bearers.items():
        people = {meaning.target for meaning in meanings.values()}
        if len(people) == 1 and len(surname) > 4 and not lexicon.is_ordinary(surname) and (surname,) not in found:
            found[(surname,)].update(meanings)


def _is_known_misspelt(name: Name) -> bool:
    """Whether a name is recognised with typos: not what a montage is called, nor a short title of a film we do not have."""
    kinds = {meaning.kind for meaning in name.meanings}
    if kinds <= {NameKind.ABSENT}:
        return name.commonness is Commonness.RARE and len(name.tokens) >= FEWEST_WORDS_MISSPELT
    return not kinds <= {NameKind.MONTAGE, NameKind.LIST, NameKind.ABSENT}


def first_sound(token: str) -> str:
    """How a word begins, for the ear: people who misspell a word still begin it with the right sound."""
    return "f" if token.startswith("ph") else _SOUND_ALIKE.get(token[:1], token[:1])


def typo_budget(length: int) -> int:
    """Typos allowed in a name of so many letters: the usual rule of search engines (Algolia, Meilisearch), none under 5."""
    if length < 5:
        return 0
    if length <= 8:
        return 1
    return 2 if length <= 16 else 3


def _settled(meanings: Iterable[Meaning]) -> tuple[Meaning, ...]:
    """The meanings of one name; a film the catalogue has is never also absent from it."""
    every = tuple(meanings)
    known = tuple(each for each in every if each.kind is not NameKind.ABSENT)
    return known if any(each.kind in (NameKind.FILM, NameKind.FRANCHISE, NameKind.SONG) for each in known) else every


def _forms(tokens: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A name with and without its leading article."""
    if not tokens:
        return
    yield tokens
    if len(tokens) > 1 and tokens[0] in ARTICLES:
        yield tokens[1:]


def _all_names(catalogue: Catalogue, lexicon: Lexicon, absent: Iterable[str]) -> Iterator[tuple[str, Meaning]]:
    for film in catalogue.films:
        meaning = Meaning(NameKind.FILM, film.id, film.label)
        yield from ((text, meaning) for text in film_names(film))
        if head := _own_head(film, catalogue):
            yield head, meaning
        yield from ((text, Meaning(NameKind.DIRECTOR, text, text)) for text in film.directors)
        if film.franchise:
            yield film.franchise, Meaning(NameKind.FRANCHISE, film.franchise, film.franchise)
    for montage in catalogue.montages:
        yield from _names_in(montage)
    for ranked in catalogue.lists:
        yield from ((text, Meaning(NameKind.LIST, ranked.id, ranked.title)) for text in _list_names(ranked))
    series = {film.franchise for film in catalogue.films}
    yield from ((text, Meaning(NameKind.FRANCHISE, name, name)) for text, name in lexicon.nicknames() if name in series)
    yield from ((_PARENTHESIS.sub("", title), Meaning(NameKind.ABSENT, title, title)) for title in absent)


def _list_names(ranked: RankedList) -> Iterator[str]:
    """A list's title, also without its count and "in movies", and who published it."""
    yield ranked.title
    if ranked.publisher:
        yield ranked.publisher
    if ranked.default:
        plain = re.sub(r"\s+(?:in movies|of all time)$", "", ranked.title, flags=re.IGNORECASE)
        yield plain
        yield re.sub(r"^the (?:top )?\d+ ", "", plain, flags=re.IGNORECASE)


def film_names(film: Film) -> Iterator[str]:
    """What a film is called: its title, other names, the part before a colon, and "first" forms of a title without number."""
    yield film.title
    yield from film.names
    yield f"{film.title} {film.year}"
    if not re.search(r"\d|\b[IVX]{2,}\b", film.title):
        yield f"{film.title} 1"
    _, colon, tail = film.title.partition(": ")
    if colon and len(name_key(tail)) > 1:
        yield tail


def _own_head(film: Film, catalogue: Catalogue) -> str:
    """What stands before the colon of a title, where no other film's title begins so: "Kingsman", not "Spider-Man"."""
    head, colon, _ = film.title.partition(": ")
    return head if colon and sum(each.title.startswith(head) for each in catalogue.films) == 1 else ""


def _names_in(montage: Montage) -> Iterator[tuple[str, Meaning]]:
    label = montage.film.label
    yield from ((text, Meaning(NameKind.MONTAGE, montage.id, label)) for text in montage.entry.names)
    for each in montage.entry.characters:
        for character in re.split(r"\s+/\s+", each):
            if len(name_key(character)) > 1:
                yield character, Meaning(NameKind.CHARACTER, character, character)
    for song in montage.songs:
        meaning = Meaning(NameKind.SONG, song_key(song), song.title)
        yield from ((text, meaning) for text in song_names(song))
        yield from ((person, Meaning(NameKind.ARTIST, person, person)) for person in people(song))
    yield from _mistaken_names(montage)


def _mistaken_names(montage: Montage) -> Iterator[tuple[str, Meaning]]:
    """Songs and people wrongly thought to be in a montage: known by name, so that a claim about them can be denied."""
    for confusion in montage.entry.confusions:
        if confusion.wrong_song:
            yield confusion.wrong_song, Meaning(NameKind.SONG, "-".join(name_key(confusion.wrong_song)), confusion.wrong_song)
        if confusion.wrong_artist:
            yield confusion.wrong_artist, Meaning(NameKind.ARTIST, confusion.wrong_artist, confusion.wrong_artist)


def song_names(song: Song) -> Iterator[str]:
    """What a song is called: title and other names, also without what stands in brackets."""
    for title in (song.title, *song.names):
        yield title
        if "(" in title:
            plain = _PARENTHESIS.sub("", title)
            if len(plain.split()) > 1:
                yield plain
            yield from (inner for inner in _IN_PARENTHESIS.findall(title) if len(inner.split()) > 1 and "Variation" not in inner)


def people(song: Song) -> Iterator[str]:
    """Everybody heard in or credited with a song, each alone and as credited together."""
    for credit in (song.artist, *song.vocals, *song.composers):
        plain = _PARENTHESIS.sub("", _NOT_A_NAME.sub("", credit)).strip()
        if plain:
            yield plain
            yield from (part for part in _JOINED_PEOPLE.split(plain) if len(part) > 2 and part not in ("cast", "the children"))

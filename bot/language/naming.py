"""What things are called: every name of the catalogue's films, songs, people, montages, series and lists."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator

from rapidfuzz.distance import OSA

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.expressions import expression
from bot.knowledge.model import Film, Montage, Song
from bot.knowledge.remembering import remembered
from bot.language.fold import name_key
from bot.language.lexicon import Lexicon
from bot.language.list_names import names_of_lists, short_names_of_lists
from bot.language.names import EMPTY, Commonness, Meaning, Name, NameKind
from bot.language.peoples_names import first_names, other_names_of, people_of, surnames
from bot.language.small_words import bones
from bot.language.sounds import heard
from bot.language.spellings import forms
from bot.language.typos import LONG_NAME, SHORTEST, typo_budget

#: Song titles whose keys are kept ready: those of a catalogue two hundred times as large.
MOST_TITLES = 65536
#: A song's title is also known by its first words, but by no fewer than these.
FEWEST_WORDS_CUT = 4
#: A subtitle of one word names its film from so many letters on: "Homecoming", "Maverick".
LONG_WORD = 8
_PARENTHESIS = expression(r"\s*\([^)]*\)")
_IN_PARENTHESIS = expression(r"\(([^)]*)\)")

_Found = dict[tuple[str, ...], dict[tuple[NameKind, str], Meaning]]


def names_of(catalogue: Catalogue, lexicon: Lexicon, absent: Iterable[str]) -> list[Name]:
    """All names, each once with everything it may mean; `absent` are titles of films it does not have."""
    found: _Found = defaultdict(dict)
    for text, meaning in _all_names(catalogue, lexicon, absent):
        for tokens in forms(name_key(text)):
            found[tokens].setdefault((meaning.kind, meaning.target), meaning)
    _add_beginnings(found)
    _add_people(found, surnames(catalogue, lexicon))
    _add_people(found, first_names(catalogue, lexicon))
    _add_people(found, short_names_of_lists(catalogue, lexicon))
    heard_here = frozenset(song_key(song) for montage in catalogue.montages for song in montage.songs)
    settled = ((tokens, _settled(tokens, meanings.values(), heard_here)) for tokens, meanings in found.items())
    names = [_name(tokens, meanings, lexicon) for tokens, meanings in settled]
    return [*names, *_cut_names(catalogue, lexicon, found)]


def _name(tokens: tuple[str, ...], meanings: tuple[Meaning, ...], lexicon: Lexicon) -> Name:
    common = commonness(tokens, lexicon)
    misspelt = bool(typo_budget(sum(map(len, tokens)))) and _is_known_misspelt(tokens, common, meanings)
    ours = any(meaning.kind is not NameKind.ABSENT for meaning in meanings)
    loosely = misspelt and ours and common is not Commonness.COMMON
    return Name(" ".join(tokens), common, meanings, misspelt, *((heard(tokens), bones(tokens)) if loosely else ()))


def commonness(tokens: tuple[str, ...], lexicon: Lexicon) -> Commonness:
    """How easily these words turn up by chance."""
    if sum(token.isdigit() for token in tokens) > 1:
        return Commonness.PLAIN
    if all(token in EMPTY or token.isdigit() for token in tokens) or sum(map(len, tokens)) < 3:
        return Commonness.COMMON
    if len(tokens) == 1:
        if lexicon.is_common(tokens[0]) or len(tokens[0]) < 3:
            return Commonness.COMMON
        return Commonness.PLAIN if lexicon.is_ordinary(tokens[0]) or len(tokens[0]) < 4 else Commonness.RARE
    ordinary = all(lexicon.is_ordinary(token) or token.isdigit() for token in tokens)
    return Commonness.PLAIN if ordinary else Commonness.RARE


def song_key(song: Song) -> str:
    """What tells one song from another across films: its folded title."""
    return title_key(song.title)


def _title_key(title: str) -> str:
    """The key of a song by its title alone."""
    return "-".join(name_key(title))


title_key = remembered(_title_key, MOST_TITLES)


def _add_beginnings(found: _Found) -> None:
    """Absent films that go on from a title of ours, by the first word that differs: "Rocky Horror"."""
    ours = {tokens for tokens, each in found.items() if any(kind is NameKind.FILM for kind, _ in each)}
    absent = [(tokens, each) for tokens, each in found.items() if all(kind is NameKind.ABSENT for kind, _ in each)]
    for tokens, meanings in absent:
        for end in range(2, len(tokens)):
            if tokens[: end - 1] in ours and tokens[:end] not in found and len(tokens[end - 1]) >= SHORTEST:
                found[tokens[:end]].update(meanings)


def _add_people(found: _Found, people: Iterable[tuple[str, Meaning]]) -> None:
    """People, and who makes lists, by one word of their name, unless it is the name of something else."""
    new = [(token, meaning) for token, meaning in people if (token,) not in found]
    for token, meaning in new:
        found[(token,)][meaning.kind, meaning.target] = meaning


def _is_known_misspelt(tokens: tuple[str, ...], common: Commonness, meanings: tuple[Meaning, ...]) -> bool:
    """Whether a name is recognised with typos: not what a montage is called, a short absent title, or a list's."""
    kinds = {meaning.kind for meaning in meanings}
    if kinds <= {NameKind.ABSENT}:
        return common is Commonness.RARE and len(tokens) >= LONG_NAME
    if kinds == {NameKind.LIST}:
        return common is Commonness.RARE and len(tokens) < LONG_NAME
    return not kinds <= {NameKind.MONTAGE, NameKind.LIST, NameKind.ABSENT}


def _settled(tokens: tuple[str, ...], meanings: Iterable[Meaning], heard_here: Collection[str]) -> tuple[Meaning, ...]:
    """The meanings of one name; a film the catalogue has is never absent, and a song's title no other song's name.

    What is elsewhere taken for a song by mistake ("Spybreak!") is first of all the song that goes by that name.
    """
    every = tuple(meanings)
    ours = next((each for each in every if each.kind is NameKind.SONG and each.target in heard_here), None)
    if ours:
        every = tuple(each for each in every if _is_of_ours(each, ours, heard_here))
    titled = next((each for each in every if each.kind is NameKind.SONG and each.target == "-".join(tokens)), None)
    if titled:
        every = tuple(each for each in every if each.kind is not NameKind.SONG or _is_same(titled.label, each.label))
    known = tuple(each for each in every if each.kind is not NameKind.ABSENT)
    return known if any(each.kind in (NameKind.FILM, NameKind.FRANCHISE, NameKind.SONG) for each in known) else every


def _is_of_ours(meaning: Meaning, ours: Meaning, heard_here: Collection[str]) -> bool:
    """Whether a meaning is no song, one of ours, or a title of it that people misremember."""
    return meaning.kind is not NameKind.SONG or meaning.target in heard_here or _is_same(meaning.label, ours.label)


def _all_names(catalogue: Catalogue, lexicon: Lexicon, absent: Iterable[str]) -> Iterator[tuple[str, Meaning]]:
    heads = Counter(film.title.partition(": ")[0] for film in catalogue.films)
    for film in catalogue.films:
        meaning = Meaning(NameKind.FILM, film.id, film.label)
        yield from ((text, meaning) for text in film_names(film))
        head = film.title.partition(": ")[0]
        if heads[head] == 1 and not head.isdigit():  # "Kingsman", but neither "Spider-Man" nor "2001"
            yield head, meaning
        yield from ((text, Meaning(NameKind.DIRECTOR, text, text)) for text in film.directors)
        if film.franchise:
            yield film.franchise, Meaning(NameKind.FRANCHISE, film.franchise, film.franchise)
    for montage in catalogue.montages:
        yield from _names_in(montage)
    yield from names_of_lists(catalogue, lexicon)
    series = {film.franchise for film in catalogue.films}
    yield from ((text, Meaning(NameKind.FRANCHISE, name, name)) for text, name in lexicon.nicknames() if name in series)
    listed = (item.label for ranked in catalogue.lists for item in ranked.items if not item.montage)
    for title in (*absent, *listed):
        yield _PARENTHESIS.sub("", title), Meaning(NameKind.ABSENT, title, title)


def film_names(film: Film) -> Iterator[str]:
    """What a film is called: its title, other names, and what stands after a colon when that says enough."""
    yield film.title
    yield from film.names
    _, colon, tail = film.title.partition(": ")
    if colon and (len(name_key(tail)) > 1 or len(tail) >= LONG_WORD):
        yield tail


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
        yield from ((person, Meaning(NameKind.ARTIST, person, person)) for person in people_of(song))
        yield from ((text, Meaning(NameKind.ARTIST, person, person)) for text, person in other_names_of(song))
    yield from _mistaken_names(montage)


def _mistaken_names(montage: Montage) -> Iterator[tuple[str, Meaning]]:
    """Songs and people wrongly thought to be in a montage: known by name, so that a claim about them can be denied."""
    for confusion in montage.entry.confusions:
        if confusion.wrong_song:
            yield confusion.wrong_song, Meaning(NameKind.SONG, title_key(confusion.wrong_song), confusion.wrong_song)
            if confusion.right_song and _is_same(confusion.wrong_song, confusion.right_song):
                meaning = Meaning(NameKind.SONG, title_key(confusion.right_song), confusion.right_song)
                yield confusion.wrong_song, meaning  # the same song, its title misremembered
        if confusion.wrong_artist:
            yield confusion.wrong_artist, Meaning(NameKind.ARTIST, confusion.wrong_artist, confusion.wrong_artist)


def _is_same(title: str, other: str) -> bool:
    """Whether a title is another one misremembered: within its typo budget, or with an empty word too many."""
    ours, theirs = name_key(title), name_key(other)
    lacking, beyond = Counter(theirs) - Counter(ours), Counter(ours) - Counter(theirs)
    if len(theirs) >= LONG_NAME and not lacking and EMPTY.issuperset(beyond):
        return True
    return OSA.distance("".join(ours), "".join(theirs)) <= typo_budget(sum(map(len, theirs)))


def song_names(song: Song) -> Iterator[str]:
    """What a song is called: title and other names, also without what stands in brackets, and "-ing" for "-in'"."""
    for title in (song.title, *song.names):
        yield title
        if "in'" in title:
            yield title.replace("in'", "ing")
        if "(" in title:
            plain = _PARENTHESIS.sub("", title)
            if len(plain.split()) > 1:
                yield plain
            yield from (
                inner for inner in _IN_PARENTHESIS.findall(title) if len(inner.split()) > 1 and "Variation" not in inner
            )


def _cut_names(catalogue: Catalogue, lexicon: Lexicon, found: _Found) -> Iterator[Name]:
    """Songs by how their titles begin, where that says enough; these are not recognised misspelt."""
    cut: _Found = defaultdict(dict)
    for montage in catalogue.montages:
        for song in montage.songs:
            meaning = Meaning(NameKind.SONG, song_key(song), song.title)
            for tokens in map(name_key, _openings(song.title)):
                if tokens not in found and not all(map(lexicon.is_common, tokens)):
                    cut[tokens][meaning.kind, meaning.target] = meaning
    for tokens, meanings in cut.items():
        yield Name(" ".join(tokens), commonness(tokens, lexicon), tuple(meanings.values()), misspelt=False)


def _openings(title: str) -> Iterator[str]:
    """How a long title begins, which is all that people type of it: "Do Wah Diddy", "Wake Me Up Before You"."""
    parts = title.split()
    if "(" in title or len(parts) < FEWEST_WORDS_CUT:
        return
    if parts[-1] == parts[-2]:
        yield " ".join(parts[:-1])
    yield from (" ".join(parts[:end]) for end in range(FEWEST_WORDS_CUT, len(parts)))

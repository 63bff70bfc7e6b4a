"""Montages that people propose: made into entries like those of the files, and held to the same rules."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

import msgspec

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.entries import Entries
from bot.knowledge.ids import slug
from bot.knowledge.kinds import Kind
from bot.knowledge.model import (
    LONGEST_ID,
    Confidence,
    Film,
    FilmEntry,
    Montage,
    MontageEntry,
    MontageFile,
    Record,
    Song,
    Source,
)
from bot.knowledge.names import folded

__all__ = [
    "Proposal",
    "entry_of",
    "faults_of",
    "film_known",
    "is_own",
    "montage_of",
    "number_of",
    "own_id",
    "together",
    "yaml_of",
]

#: How the ids of a server's own montages begin. No id of the files has two hyphens side by side.
OWN = "server--"
SUPPORTS = ("film", "song", "artist", "scene")
WIDTH = 118  # characters of a line, as in the files


class Proposal(Record, frozen=True, kw_only=True):
    """What is said of a montage by whoever proposes it."""

    film: str
    year: int
    song: str
    artist: str
    description: str
    kind: str
    url: str
    directors: tuple[str, ...] = ()
    imdb_id: str = ""


def own_id(number: int) -> str:
    """The id of a server's own montage, by the number of its suggestion."""
    return f"{OWN}{number}"


def is_own(montage_id: str) -> bool:
    return montage_id.startswith(OWN)


def number_of(montage_id: str) -> int | None:
    """The number that an id of a server's own was made of."""
    number = montage_id.removeprefix(OWN)
    return int(number) if is_own(montage_id) and number.isascii() and number.isdecimal() else None


def film_known(proposal: Proposal, catalogue: Catalogue) -> Film | None:
    """The film of the catalogue that is meant: of the same title, but for case and signs, and the same year."""
    numbers = catalogue.shelves.titled(folded(proposal.film))
    films = (catalogue.by_renown[number].film for number in numbers)
    return next((film for film in films if film.year == proposal.year), None)


def entry_of(proposal: Proposal, catalogue: Catalogue, montage_id: str = "", taken: Collection[str] = ()) -> FilmEntry:
    """The film with its one montage, as a file would have it; all of the film as it is known, where it is."""
    known = film_known(proposal, catalogue)
    montage = MontageEntry(
        id=montage_id or _id_for_files(proposal, catalogue, taken),
        kind=Kind(proposal.kind),
        strict=True,
        description=proposal.description,
        songs=(Song(title=proposal.song, artist=proposal.artist),),
        confidence=Confidence.MEDIUM,
        sources=(Source(url=proposal.url, supports=SUPPORTS),),
    )
    return FilmEntry(
        title=known.title if known else proposal.film,
        year=proposal.year,
        directors=known.directors if known else proposal.directors,
        imdb_id=known.imdb_id if known else proposal.imdb_id,
        names=known.names if known else (),
        franchise=known.franchise if known else None,
        montages=(montage,),
    )


def montage_of(proposal: Proposal, catalogue: Catalogue, number: int) -> Montage:
    """The montage as a server's own, by the number of its suggestion."""
    (montage,) = Entries(films=(entry_of(proposal, catalogue, own_id(number)),), lists=()).montages()
    return montage


def faults_of(proposal: Proposal, catalogue: Catalogue, *, whole: bool = True) -> tuple[str, ...]:
    """What the rules of the files have against it, a sentence each.

    When it is not `whole`, directors and IMDb id may come later.
    """
    if proposal.kind not in {kind.value for kind in Kind}:
        return (f"“{proposal.kind}” is no kind of montage.",)
    if not whole and film_known(proposal, catalogue) is None:
        lacking = {"directors": proposal.directors or ("Unknown",), "imdb_id": proposal.imdb_id or "tt0000000"}
        proposal = msgspec.structs.replace(proposal, **lacking)
    entry = entry_of(proposal, catalogue)
    return (*_faults_as_file(entry), *_of_another_film(entry, catalogue), *_known_already(entry, catalogue))


def together(proposals: Iterable[Proposal], catalogue: Catalogue) -> tuple[tuple[FilmEntry, ...], tuple[str, ...]]:
    """The proposals as films of a file, each film once; and what the rules have against those that are left out.

    A proposal that somebody else has made too counts once.
    """
    films: dict[str, FilmEntry] = {}
    songs: set[tuple[str, str]] = set()
    taken: set[str] = set()
    faults: list[str] = []
    for proposal in proposals:
        if wrong := faults_of(proposal, catalogue):
            faults.append(f"{proposal.film} ({proposal.year}) is left out: {' '.join(wrong)}")
            continue
        made = entry_of(proposal, catalogue, taken=taken)
        same = (made.imdb_id, folded(proposal.song))
        if same not in songs:
            songs.add(same)
            taken.add(made.montages[0].id)
            before = films.get(made.imdb_id, made)
            montages = (*before.montages, *made.montages) if made.imdb_id in films else made.montages
            films[made.imdb_id] = msgspec.structs.replace(before, montages=montages)
    return tuple(films.values()), tuple(faults)


def yaml_of(films: tuple[FilmEntry, ...]) -> str:
    """The films as a file of the data folder has them."""
    import yaml  # PyYAML costs a fifth of a start, and only who checks or exports needs it

    value = msgspec.to_builtins(MontageFile(films=films))
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=WIDTH)


def _faults_as_file(entry: FilmEntry) -> tuple[str, ...]:
    from bot.knowledge.strict import faults_of_montages  # for the same reason

    path = Path(f"{str(entry.year)[:3]}0s.yaml")
    return tuple(fault.sentence for fault in faults_of_montages(path, yaml_of((entry,)).encode()))


def _of_another_film(entry: FilmEntry, catalogue: Catalogue) -> tuple[str, ...]:
    other = next((film for film in catalogue.films if film.imdb_id == entry.imdb_id), None)
    if other is None or (folded(other.title), other.year) == (folded(entry.title), entry.year):
        return ()
    return (f"{entry.imdb_id} is the IMDb id of {other.label}: mend the id, or the film and its year.",)


def _known_already(entry: FilmEntry, catalogue: Catalogue) -> tuple[str, ...]:
    (song,) = entry.montages[0].songs
    montages = catalogue.titled(entry.title, entry.year)
    titles = {folded(each.title) for montage in montages for each in montage.songs}
    return (
        (f"“{song.title}” in {entry.title} ({entry.year}) is known already.",) if folded(song.title) in titles else ()
    )


def _id_for_files(proposal: Proposal, catalogue: Catalogue, taken: Collection[str]) -> str:
    """An id that no montage of the catalogue has: of film and song, as far as they can be written so."""
    parts = [part for part in (slug(proposal.film), slug(proposal.song)) if part]
    made = "-".join(parts)[: LONGEST_ID - len("-999")].strip("-") or f"film-of-{proposal.year}"
    numbered = (f"{made}-{number}" if number > 1 else made for number in range(1, 999))
    return next(each for each in numbered if each not in taken and catalogue.montage(each) is None)
